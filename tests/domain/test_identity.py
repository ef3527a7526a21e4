"""A note keeps its history through every edit that leaves a doubt about nothing."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.domain.identity import Known, Named, fingerprint, identify, known_of
from flashcards.domain.ids import CardId, DeviceId, NoteId
from flashcards.domain.log.events import (
    Distinguished,
    Doubted,
    EventKey,
    Fact,
    Flagged,
    Merged,
    Noted,
    Rekeyed,
    Undone,
)
from tests.domain.samples import card, event, places, read


def learn(known: Known, named: Iterable[Named]) -> Known:
    """Do what the library does: note how every note with history now reads."""
    for one in named:
        known.add(one.noted())
    return known


def history(*texts: str) -> list[list[str]]:
    """Read a deck's versions one after the other; give the names of its notes each time."""
    known, found = Known(), list[list[str]]()
    for text in texts:
        named = identify(read(text).notes, known).notes
        learn(known, named)
        found.append([one.id for one in named])
    return found


MARK = f"~{fingerprint('basic', 'a')}"


def test_a_new_note_is_named_by_its_id_or_by_its_fingerprint() -> None:
    assert history("## a {#x}\n1\n## b\n2\n") == [["x", f"~{fingerprint('basic', 'b')}"]]


@pytest.mark.parametrize(
    ("before", "after", "name"),
    [
        ("## a {#x}\n1", "## quite another prompt {#x .cloze}\n{{1}}", "x"),  # prompt edited
        ("## a\n1", "## a\nanother answer", MARK),  # answer edited
        ("## a\n1", "#  s\n## b\n2\n##  A  {tags=t}\n1", MARK),  # moved, case, blanks
        ("## a\n1", "## a {#x}\n1", MARK),  # id added by hand
        ("## a {#x}\n1", "## a\n1", "x"),  # id removed
        ("## a {#x}\n1", "## a {#y}\n1", "x"),  # id changed
        ("## a\n1", "## a {.reversed}\n1", MARK),  # kind changed
    ],
)
def test_history_stays_with_the_note(before: str, after: str, name: str) -> None:
    assert name in history(before, after)[-1]


@pytest.mark.parametrize(
    ("before", "after"),
    [("## a\n1", "## b\n1"), ("## a {#x}\n1", "## b {#y}\n1")],
)
def test_what_is_recognised_by_nothing_is_new(before: str, after: str) -> None:
    first, second = history(before, after)
    assert not set(first) & set(second)


def test_an_id_added_by_hand_then_carries_the_history_through_an_edit() -> None:
    assert history("## a\n1", "## a {#x}\n1", "## b {#x}\n1", "## b\n1") == [[MARK]] * 4


def test_a_note_that_vanished_comes_back_with_its_history() -> None:
    assert history("## a {#x}\n1", "## b\n2", "## c {#x}\n1")[2] == ["x"]
    assert history("## a\n1", "## b\n2", "## a\n1")[2] == [MARK]


def test_history_follows_a_note_into_another_file() -> None:
    known = learn(Known(), identify(read("## a\n1\n## b {#x}\n2", "one").notes, Known()).notes)
    moved = identify(read("## c {#x}\n2\n## a\n1", "folder/two").notes, known).notes
    assert [one.id for one in moved] == ["x", MARK]


def test_an_id_claims_its_history_over_any_text() -> None:
    versions = history("## a {#x}\n1", "## a\n1\n## b {#x}\n2")
    assert versions == [["x"], [MARK, "x"]]


def test_the_old_id_of_a_renamed_note_starts_anew() -> None:
    first, second, third = history(
        "## a {#x}\n1",
        "## a {#y}\n1",
        "## b {#x}\n2\n## a {#y}\n1",
    )
    assert (first, second, third) == (["x"], ["x"], ["x~2", "x"])


def test_the_old_prompt_of_a_note_with_an_id_starts_anew() -> None:
    versions = history("## a\n1", "## a {#x}\n1", "## b {#x}\n1", "## b {#x}\n1\n## a\n1")
    assert versions[-1] == [MARK, f"{MARK}~2"]


def test_two_notes_with_ids_may_have_the_same_prompt() -> None:
    found = identify(read("## a {#x}\n1\n## a {#y}\n2").notes, Known())
    assert [one.id for one in found.notes] == ["x", "y"]
    assert found.problems == ()


@pytest.mark.parametrize(
    ("text", "problem", "message"),
    [
        ("## a {#x}\n1\n## b {#x}\n2", "3:1 duplicate-id", "The id “#x” stands at line 1 already"),
        ("## a\n1\n##  A \n2", "3:1 duplicate-prompt", "The same prompt stands at line 1 already"),
        ("## a {#x}\n1\n## a\n2", "3:1 duplicate-prompt", "line 1"),
        ("## a\n1\n## a {#x}\n2", "3:1 duplicate-prompt", "line 1"),
    ],
)
def test_a_note_that_cannot_be_told_from_another_is_left_out(
    text: str, problem: str, message: str
) -> None:
    found = identify(read(text).notes, Known())
    assert len(found.notes) == 1
    assert places(found.problems) == [problem]
    assert message in found.problems[0].message


def test_the_first_of_two_is_named_with_its_file_where_that_differs() -> None:
    notes = [*read("\n## a {#x}\n1", "one").notes, *read("## b {#x}\n2\n## a\n3", "two").notes]
    by_id, by_prompt = identify(notes, Known()).problems
    assert by_id.message == "The id “#x” stands at one.md:2 already; this note is left out."
    assert by_prompt.message == "The same prompt stands at one.md:2 already; this note is left out."
    assert by_id.place.file == by_prompt.place.file == "two.md"


def test_a_fingerprint_is_of_kind_and_normalised_prompt() -> None:
    assert fingerprint("basic", " What  is\tL1? ") == fingerprint("basic", "what is l1?")
    assert fingerprint("basic", "a") != fingerprint("cloze", "a")
    assert fingerprint("basic", "\ufb01x") == fingerprint("basic", "fix")
    assert fingerprint("basic", "\udcff") != fingerprint("basic", "\udcfe")


def test_the_log_tells_what_is_known() -> None:
    (named,) = identify(read("## a {#x}\n1").notes, Known()).notes
    events = [event(1, Flagged(card("x").id)), event(2, named.noted())]
    known = known_of(events)
    assert known.latest == {"x": named.noted()}
    assert (known.by_id, list(known.by_fingerprint.values())) == ({"x": "x"}, ["x"])


def told(*facts: Fact) -> Known:
    return known_of(event(number, fact) for number, fact in enumerate(facts, start=1))


def noted(text: str, name: str) -> Noted:
    (named,) = identify(read(text).notes, Known()).notes
    return replace(named, id=NoteId(name)).noted()


def merged(text: str, name: str, other: str) -> Merged:
    n = noted(text, name)
    parts = (n.explicit_id, n.fingerprint, n.deck, n.kind, n.prompt, n.body)
    return Merged(n.note, *parts, NoteId(other))


OLD, NEW = noted("## a {#x}\n1", "x"), noted("## b {#y}\n1", "y")
SAME, DIFFERENT = merged("## b {#y}\n1", "x", "y"), Distinguished(NoteId("x"), NoteId("y"))


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        ((OLD, SAME), "x"),
        ((OLD, NEW, SAME), "x"),
        ((OLD, SAME, NEW), "x"),  # noted later, by a machine that did not know
        ((OLD, SAME, DIFFERENT), "y"),
        ((OLD, NEW, SAME, DIFFERENT), "y"),
        ((OLD, SAME, DIFFERENT, SAME), "x"),
        ((OLD, SAME, Undone(EventKey(DeviceId("desk"), 2))), "y"),
    ],
)
def test_the_person_says_which_note_is_which(facts: tuple[Fact, ...], name: str) -> None:
    known = told(*facts)
    (named,) = identify(read("## b {#y}\n2").notes, known).notes
    assert named.id == name
    assert known.latest[NoteId("x")].prompt == ("b" if name == "x" else "a")


def test_the_name_of_a_merged_note_is_given_to_no_other() -> None:
    known = told(OLD, SAME, noted("## b {#z}\n1", "x"))
    names = [one.id for one in identify(read("## c {#y}\n2\n## b {#z}\n1").notes, known).notes]
    assert names == ["y~2", "x"]


def test_a_question_stays_open_until_it_is_answered() -> None:
    asked = (OLD, NEW, Doubted(NoteId("x"), NoteId("y")))
    for facts, count in [(asked, 1), ((*asked, DIFFERENT), 0), ((*asked, SAME), 0)]:
        assert len(identify(read("## b {#y}\n2").notes, told(*facts)).problems) == count
    both = identify(read("## b {#y}\n2\n## a {#x}\n1").notes, told(*asked))
    assert both.problems == ()


def test_notes_whose_cards_had_other_names_are_known() -> None:
    known = told(NEW, Rekeyed(NoteId("y"), "a", "b"), SAME)
    assert known.entangled == {"x", "y"}
    assert told(NEW, Flagged(card("y").id)).entangled == set()


HEADINGS = st.builds(
    "## {}{}\n1\n".format, st.sampled_from("abc"), st.sampled_from(["", " {#x}", " {#y}", " {#z}"])
)
DECKS = st.lists(HEADINGS, max_size=4).map("".join)


@given(st.lists(DECKS, max_size=6))
def test_a_history_is_never_given_to_two_notes(versions: list[str]) -> None:
    for names in history(*versions):
        assert len(names) == len(set(names))


@given(st.lists(DECKS, max_size=5), DECKS)
def test_reading_the_same_text_again_changes_no_name(before: list[str], text: str) -> None:
    *_, once, twice = history(*before, text, text)
    assert once == twice


@given(st.lists(DECKS, max_size=4), DECKS, DECKS)
def test_names_do_not_depend_on_what_was_only_read(
    before: list[str], text: str, other: str
) -> None:
    known = Known()
    for version in before:
        learn(known, identify(read(version).notes, known).notes)
    first = identify(read(text).notes, known)
    identify(read(other).notes, known)
    assert identify(read(text).notes, known) == first


@pytest.mark.parametrize(
    ("there", "now"),
    [("n/a n/c", "n/a"), ("n/b", "n/b"), ("n/c", "n/c"), ("m/a", "m/a"), ("", "m/a")],
)
def test_a_card_is_followed_to_the_first_of_its_names_that_is_there(there: str, now: str) -> None:
    """Text that came back leads round in a ring."""
    note, other = NoteId("n"), NoteId("m")
    merged = Merged(note, "m", "print", "d", "cloze", "?", "", other)
    pairs = [("a", "b"), ("b", "c"), ("c", "b")]
    facts: list[Fact] = [merged, *(Rekeyed(note, old, new) for old, new in pairs)]
    known = known_of(event(at, fact) for at, fact in enumerate(facts))
    assert known.renamed(CardId("m/a"), {CardId(name) for name in there.split()}) == now
