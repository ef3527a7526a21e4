"""Rule 3 of identity: what vanished from a deck and what is new there, when they are alike."""

from time import process_time

from flashcards.domain.deck.parse import parse
from flashcards.domain.identity import Identified, Known, identify
from flashcards.domain.ids import DeckId
from flashcards.domain.log.events import Adopted

BODY = "Its slope stays constant near zero, so it drives small weights to exactly zero.\n\n"


def read(text: str, known: Known | None = None, deck: str = "d") -> Identified:
    notes = parse(text, DeckId(deck), f"{deck}.md", lambda _: None).notes
    return identify(notes, known or Known())


def known_after(text: str) -> Known:
    known = Known()
    for named in read(text).notes:
        known.add(named.noted())
    return known


def test_an_edited_note_keeps_its_history_and_the_log_is_told() -> None:
    known = known_after(f"## What does L1 do?\n{BODY}")
    (named,) = read(f"## How does an L1 penalty act?\n{BODY}", known).notes
    assert named.id in known.latest
    assert isinstance(named.noted(), Adopted)
    assert "How does an L1 penalty act?" in named.noted().reading


def test_an_adopted_note_is_known_by_its_new_text_from_then_on() -> None:
    known = known_after(f"## What does L1 do?\n{BODY}")
    (named,) = read(f"## How does an L1 penalty act?\n{BODY}", known).notes
    known.add(named.noted())
    (again,) = read("## How does an L1 penalty act?\nRewritten.\n", known).notes
    assert (again.id, again.adopted) == (named.id, False)


def test_another_deck_adopts_nothing() -> None:
    known = known_after(f"## What does L1 do?\n{BODY}")
    (named,) = read(f"## How does an L1 penalty act?\n{BODY}", known, deck="e").notes
    assert named.id not in known.latest


def test_two_different_ids_are_two_notes() -> None:
    known = known_after(f"## What does L1 do? {{#a}}\n{BODY}")
    (named,) = read(f"## What does L1 do now? {{#b}}\n{BODY}", known).notes
    assert named.id == "b"


def test_a_note_that_is_still_there_gives_nothing_away() -> None:
    known = known_after(f"## What does L1 do?\n{BODY}")
    first, second = read(f"## What does L1 do?\n{BODY}## What does it do?\n{BODY}", known).notes
    assert first.id in known.latest
    assert second.id not in known.latest


def test_a_doubtful_case_stays_unmatched_and_names_both() -> None:
    known = known_after(f"## What does L1 do?\n{BODY}")
    text = f"## How does L1 act?\n{BODY}## How does L1 work?\n{BODY}"
    found = read(text, known)
    assert [named.id in known.latest for named in found.notes] == [False, False]
    (problem,) = found.problems
    assert problem.code == "doubtful-note"
    assert "“What does L1 do?”" in problem.message
    assert problem.place.line in (1, 4)


def test_the_clearly_better_pair_is_taken_first() -> None:
    other = "A vector of numbers that stands for a thing, learned from data.\n\n"
    known = known_after(f"## What does L1 do?\n{BODY}## What is an embedding?\n{other}")
    l1, embedding = (noted.note for noted in known.latest.values())
    text = f"## What's an embedding then?\n{other}## How does L1 act?\n{BODY}"
    assert [named.id for named in read(text, known).notes] == [embedding, l1]


def test_a_deck_reworded_as_a_whole_is_read_in_time_and_keeps_its_histories() -> None:
    def deck(question: str) -> str:
        body = "This is the answer of number {0}: alpha{0} beta{0} gamma{0} delta{0}.\n\n"
        return "".join(f"## {question} {n}\n{body.format(n)}" for n in range(2_000))

    known = known_after(deck("What is thing"))
    began = process_time()
    found = read(deck("In other words, which is that"), known)
    assert process_time() - began < 10
    assert sum(named.id in known.latest for named in found.notes) == 2_000
