"""A card's history tells what was done with it, and what became of its note's text."""

import re

import pytest

from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId, NoteId
from flashcards.domain.log.events import Distinguished, Doubted, Fact, Merged, Rekeyed, Undone
from flashcards.domain.settings import Settings
from flashcards.services.cards import card_details
from flashcards.services.library import Library
from flashcards.services.session import Session
from tests.services.conftest import Place

CARD = "a"


def answered(place: Place, text: str) -> Library:
    """Write a deck, and answer its first card."""
    place.write(text)
    library = place.library()
    Session(library).answer(Grade.GOOD, 3_000)
    return library


def told(library: Library, card: str = CARD) -> list[str]:
    return [deed for _, deed in card_details(library, CardId(card)).events]


@pytest.mark.parametrize(
    ("now", "deed"),
    [
        ("## What is L2? {#a}\nA norm.\n", "Its note was reworded: “What is L2?”"),
        ("## What is L1? {#a}\nA length.\n", "Its note was edited"),
    ],
)
def test_what_became_of_the_note_is_told_beside_the_answers(
    place: Place, now: str, deed: str
) -> None:
    answered(place, "## What is L1? {#a}\nA norm.\n")
    place.write(now)
    assert told(place.library()) == [deed, "Good (4) after 3 s"]


def test_a_note_in_another_deck_was_moved(place: Place) -> None:
    answered(place, "## What is L1? {#a}\nA norm.\n")
    (place.decks / "deck.md").rename(place.decks / "norms.md")
    assert told(place.library())[0] == "Its note was moved to norms"


def test_a_note_without_an_id_that_was_known_again_says_so(place: Place) -> None:
    library = answered(place, "## What does the L1 norm do?\nIt makes weights sparse.\n")
    (card,) = library.catalogue.shelves[0].cards
    place.write("## What does the L1 norm really do?\nIt makes weights sparse.\n")
    first = told(place.library(), card)[0]
    assert first == "Its note was reworded, and known again: “What does the L1 norm really do?”"


@pytest.mark.parametrize(
    ("card", "fact", "deed"),
    [
        ("a", Distinguished(NoteId("a"), NoteId("b")), "Told apart from another note"),
        (
            "a",
            Doubted(NoteId("b"), NoteId("a")),
            "Perhaps reworded as another note: you were asked",
        ),
        ("a/l1", Rekeyed(NoteId("a"), "l2", "l1"), "Reworded: “l2” is “l1” now"),
        (
            "a",
            Merged(NoteId("a"), "", "f", "d", "basic", "What is **L1**?", "", NoteId("b")),
            "One with a note that was “What is L1?”",
        ),
    ],
)
def test_every_decision_has_words_and_what_was_taken_back_says_so(
    place: Place, card: str, fact: Fact, deed: str
) -> None:
    library = answered(place, "## What is L1? {#a}\nA norm.\n")
    (written,) = library.log.append([(library.now(), fact)], [])
    assert deed in told(place.library(), card)
    library = place.library()
    library.log.append([(library.now(), Undone(written.key))], [])
    assert f"{deed} (undone)" in told(place.library(), card)


def test_in_a_review_the_details_tell_what_each_grade_would_come_to(place: Place) -> None:
    place.write("## What is L1? {#a}\nA norm.\n")
    library = place.library(Settings())
    buttons = Session(library).view().buttons
    facts = dict(card_details(library, CardId(CARD), grades=buttons).facts)
    days, same = facts["Graded now"].splitlines()
    assert re.fullmatch(r"Again: .* · Hard: .* · Good: 1 day · Easy: 1 day", days)
    assert same == "Easy: The interval is the same this time; later ones grow faster."
    assert "Graded now" not in dict(card_details(library, CardId(CARD)).facts)
