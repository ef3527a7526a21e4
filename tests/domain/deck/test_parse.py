"""From a deck's text to its notes; nothing a person writes makes it raise."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from flashcards.domain.ids import DeckId
from flashcards.domain.kinds import expand, kind_names
from tests.domain.samples import note_of, places, read

PIECES = (
    "# a\n", "## b\n", "## c {#x .cloze}\n", "---\n", "===\n", "```\n", "- ", "> ", "| a | b |\n",
    "|-|-|\n", "### Idea\n", "1. ", "2.\n", "> hint: ", "[^1]", "[^1]: ", "    ", "{{", "}}",
    "c1::", "$$", "`", "<!--", "\t", "\n", "\r\n", "\r", "text ", "{", "}", " {.compare}\n",
    "\ufeff", "\0", "\u2028", "\x0b", "title: x\n", "\\", "|", "#",
)  # fmt: skip
MARKDOWN = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
TEXT = st.text(st.characters(codec="utf-8"), max_size=200)  # no lone surrogates


def test_a_heading_of_level_two_begins_a_note() -> None:
    deck = read("## What is L1?\nA norm.\n\n## L2?\nAnother.\n")
    assert [(note.prompt, note.body) for note in deck.notes] == [
        ("What is L1?", "A norm.\n\n"),
        ("L2?", "Another.\n"),
    ]
    assert deck.problems == ()


def test_a_heading_of_level_one_begins_a_section_and_ends_a_note() -> None:
    deck = read("## a\n1\n# Norms {#n}\naside\n## b\n2\n## c\n3")
    assert [(note.section, note.prompt, note.body) for note in deck.notes] == [
        ("", "a", "1\n"),
        ("Norms", "b", "2\n"),
        ("Norms", "c", "3"),
    ]


def test_a_note_says_where_it_stands() -> None:
    note = note_of("---\ntitle: x\n---\n\n# s\n## a\nb")
    assert (note.deck, note.file, note.span.line, note.body_line) == ("d", "d.md", 6, 7)
    assert note.deck_title == "x"


def test_attributes_are_taken_over() -> None:
    note = note_of('## a {#id .cloze topic=x tags="p, q r" source="b c" verified=No}\n{{b}}')
    assert (note.explicit_id, note.kind, note.topic) == ("id", "cloze", "x")
    assert (note.tags, note.source, note.verified) == (("p", "q", "r"), "b c", False)


def test_the_header_holds_where_a_note_says_nothing() -> None:
    deck = read(
        "---\ntopic: ml\nround: coding\ntags: [t]\n---\n## a {tags=u}\n1\n## b {topic=x}\n2"
    )
    assert [(note.topic, note.round, note.tags) for note in deck.notes] == [
        ("ml", "coding", ("t", "u")),
        ("x", "coding", ("t",)),
    ]


def test_without_any_topic_the_decks_path_is_one() -> None:
    (note,) = read("## a\nb", "ml/norms").notes
    assert note.topic == "ml/norms"
    assert note.verified


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_endings_make_no_difference_but_to_offsets(ending: str) -> None:
    text = "---\ntitle: x\n---\n## a\nabove\n\n---\nbelow\n\n***\n## b\nc".replace("\n", ending)
    first, second = read(text).notes
    assert first.body == "above\n\n---\nbelow\n\n***\n"
    assert [first.body[offset:][:3] for offset in first.breaks] == ["---", "***"]
    assert text[first.span.start : first.span.end].startswith("## a")
    assert (second.span.line, second.body) == (11, "c")


def test_offsets_count_from_after_the_byte_order_mark() -> None:
    text = "\ufeff## a\nb"
    note = note_of(text)
    assert (note.span.start, note.span.end) == (0, len(text) - 1)


def test_a_tab_in_a_prompt_is_blank_space() -> None:
    assert note_of("##\ta\tb\t{#x}\nc").prompt.split() == ["a", "b"]
    assert note_of("##\ta\tb\t{#x}\nc").explicit_id == "x"


def test_a_bad_note_costs_no_good_one() -> None:
    deck = read("## a {.clozze}\n1\n##\n2\n## c {#a/b}\n3\n## d {.cloze .basic}\n4\n## e\n5")
    assert [note.prompt for note in deck.notes] == ["e"]
    assert places(deck.problems) == [
        "1:1 unknown-kind",
        "3:1 empty-prompt",
        "5:1 bad-id",
        "7:1 two-kinds",
    ]


def test_unknown_words_get_did_you_mean() -> None:
    kind, attribute = read("## a {.clozze}\n1\n## b {topics=x}\n2").problems
    assert kind.hint.startswith("Known kinds: .basic, .reversed, .cloze, .compare, .steps")
    assert kind.hint.endswith("Did you mean “cloze”?")
    assert attribute.hint.endswith("Did you mean “topic”?")


@pytest.mark.parametrize(
    "text", ["", "\n \n", "\ufeff", "---\ntitle: x\n---\n\n", "# s\n", "---\n---\n# s\n\n# t {#t}"]
)
def test_a_deck_without_text_is_empty(text: str) -> None:
    assert places(read(text).problems) == ["1:1 empty-deck"]


@pytest.mark.parametrize(
    "text", ["text", "# s\ntext", "---\n---\ntext", "    ## code", "text\n# s"]
)
def test_text_without_a_note_is_pointed_out(text: str) -> None:
    assert places(read(text).problems) == ["1:1 outside-note"]


@pytest.mark.parametrize("text", ["##a", "a\n    ## b", "a\n---", "```", "##"])
def test_a_deck_whose_problem_says_why_it_has_no_note_has_no_other(text: str) -> None:
    assert len(read(text).problems) == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# a?\nb", ["1:1 section-with-text"]),
        ("# a?\nb\n# c {.cloze}\nd", ["1:1 section-with-text", "3:1 section-with-text"]),
        ("## a\nb\n# c？ {#c}\nd", ["3:1 section-with-text"]),
        ("## a\nb\n# c?\nd\n# e\n## f\ng", ["3:1 section-with-text"]),
        ("# a?\nb\n# c\n## d\ne", []),  # text above the first note is the author's
        ("# a?\nb\n## c\nd\n# e?\nf\n## g\nh", []),
        ("## a\nb\n# c?\n\n# d?\n## e\nf", []),
        ("## a\nb\n# Sources\nc", []),
    ],
)
def test_a_section_that_looks_meant_as_a_note_is_pointed_out(text: str, found: list[str]) -> None:
    assert places(read(text).problems) == found


@given(TEXT | MARKDOWN)
@example("---")
@example("---\n---")
@example("## a\r---\r")
@example("## a\n---")
def test_reading_never_raises_and_spans_reproduce_the_text(text: str) -> None:
    deck = read(text)
    plain = text.removeprefix("\ufeff")
    for note in deck.notes:
        written = plain[note.span.start : note.span.end]
        assert written.lstrip(" ").startswith("##")
        lines_written = written.replace("\r\n", "\n").replace("\r", "\n").split("\n")[1:]
        pairs = zip(note.body.split("\n"), lines_written, strict=False)
        assert all(line in (each, "") for line, each in pairs)  # a hint's lines are left blank
        assert all(note.body[offset:].lstrip()[:1] in "-*_" for offset in note.breaks)
    lines = plain.count("\n") + plain.count("\r") + 1
    assert all(1 <= problem.place.line <= lines for problem in deck.problems)


@given(MARKDOWN, st.sampled_from(kind_names()))
def test_every_kind_makes_something_of_every_text(body: str, kind: str) -> None:
    for note in read(f"## a {{.{kind}}}\n{body}").notes:
        expansion = expand(note)
        keys = [faces.key for faces in expansion.faces]
        assert len(keys) == len(set(keys))
        assert keys or expansion.problems


@given(MARKDOWN)
def test_notes_do_not_overlap_and_keep_the_texts_order(text: str) -> None:
    ends = [offset for note in read(text).notes for offset in (note.span.start, note.span.end)]
    assert ends == sorted(ends)


def test_a_deck_tells_its_name() -> None:
    deck = read("", "ml/x")
    assert (deck.id, deck.file) == (DeckId("ml/x"), "ml/x.md")


@pytest.mark.parametrize("braces", [".compare .columns", ".columns .compare", ".compare.columns"])
def test_an_option_stands_beside_its_kind(braces: str) -> None:
    note = note_of(f"## a {{#b {braces}}}\nc")
    assert (note.kind, note.options) == ("compare", ("columns",))


def test_an_option_of_the_default_kind_needs_no_kind() -> None:
    assert note_of("## a {.typed}\nb").options == ("typed",)
    assert note_of("## a {.cloze.typed}\n{{b}}").options == ("typed",)


def test_an_unknown_option_costs_no_note_and_gets_did_you_mean() -> None:
    deck = read("## a {.compare .colums .typed}\nb")
    assert [note.options for note in deck.notes] == [()]
    slip, other = deck.problems
    assert slip.hint == "It knows: .columns, .summary. Did you mean “columns”?"
    assert (
        other.message == "A note of the kind “compare” does not know “.typed”; it was passed over."
    )


def test_an_option_without_its_kind_is_no_basic_note() -> None:
    deck = read("## a {.columns}\nb")
    assert deck.notes == ()
    assert deck.problems[0].hint.endswith("It goes with another word: .compare.columns.")


def test_a_kind_has_attributes_of_its_own() -> None:
    note = note_of('## a {.paper year=2018 venue="KDD 24" topic=x}\n### Idea\nb')
    assert (note.value("venue"), note.value("year"), note.value("link")) == ("KDD 24", "2018", "")
    (problem,) = read("## a {year=2018}\nb").problems
    assert problem.hint.startswith("Known: topic, tags, source, verified.")


@pytest.mark.parametrize("braces", ["{...}", "{.a.}", "{..a}"])
def test_dots_alone_are_no_options(braces: str) -> None:
    assert places(read(f"## a {braces}\nb").problems) == ["1:1 unknown-kind"]
