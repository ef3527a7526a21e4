"""All decks together."""

from flashcards.domain.collection import collect
from flashcards.domain.identity import Known
from flashcards.domain.problems import UNREADABLE, Place
from tests.domain.samples import places, read


def test_cards_are_named_by_note_and_key_in_the_decks_order() -> None:
    one = read("## a {#x .reversed}\n1\n## b {#y}\n2", "one")
    two = read("## c {#z .cloze}\n{{d}} {{c1::e}}", "two")
    found = collect([one, two], Known())
    assert list(found.cards) == ["x", "x/back", "y", "z/d", "z/c1"]
    assert [card.note_id for card in found.cards.values()] == ["x", "x", "y", "z", "z"]
    assert list(found.notes) == ["x", "y", "z"]


def test_a_card_holds_its_note_and_its_faces() -> None:
    (card,) = collect([read("## a {#x}\n1")], Known()).cards.values()
    assert (card.note.prompt, card.faces.back) == ("a", "1")
    assert repr(card) == "Card(id='x', note_id='x')"


def test_problems_of_files_decks_notes_and_cards_come_together_in_order() -> None:
    unreadable = UNREADABLE.at(Place("c.md"), reason="it is away")
    decks = [read("## a {#x}\n1\n## b {k=1}\n", "b"), read("## c {#x}\n1\n", "a")]
    found = collect(decks, Known(), [unreadable])
    assert [problem.place.file for problem in found.problems] == ["a.md", "b.md", "b.md", "c.md"]
    assert places(found.problems) == [
        "1:1 duplicate-id",
        "3:1 empty-answer",
        "3:1 unknown-attribute",
        "1:1 unreadable",
    ]


def test_no_decks_are_no_cards() -> None:
    found = collect([], Known())
    assert (found.cards, found.notes, found.problems) == ({}, {}, ())
