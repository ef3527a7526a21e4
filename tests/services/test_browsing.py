"""The list of all cards in words: what its columns say, and what is offered to search for."""

from dataclasses import dataclass

import pytest

from flashcards.domain.clock import Day
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.log.events import DueSet, Flagged, Reset, Reviewed, Suspended
from flashcards.services.browsing import COLUMNS, Browsing, Row
from flashcards.services.cards import card_details
from flashcards.services.library import Library
from tests.services.fakes import SetClock, library_on

DECKS = {
    "ml/norms": "## L1 in $O(n)$ {#l1 tags='core exam'}\n\nZero.\n\n"
    "## L2 {#l2 .reversed topic=ml/ridge}\n\nSmall.\n",
    "star": "## Tell {#tell}\n\nMe.\n",
}


@dataclass
class Shelf:
    """A library whose cards can be listed."""

    library: Library
    clock: SetClock
    browsing: Browsing

    def rows(self, query: str = "", column: str = "", *, down: bool = False) -> list[Row]:
        for _ in self.browsing.catching_up():
            pass
        assert self.browsing.is_current
        found = self.browsing.found(query, column, down=down)
        assert found.fault is None
        return self.browsing.rows(found.slots)

    def cells(self, card: str) -> dict[str, str]:
        row = next(row for row in self.rows() if row.card == card)
        titles = (column.title for column in COLUMNS)
        return dict(zip(titles, row.cells, strict=True))

    def names(self, query: str = "", column: str = "", *, down: bool = False) -> str:
        return " ".join(row.card for row in self.rows(query, column, down=down))

    def answer(self, card: str, grade: Grade) -> None:
        self.library.record(Reviewed(CardId(card), grade), self.library.now())


@pytest.fixture
def shelf() -> Shelf:
    clock = SetClock()
    library = library_on(DECKS, clock=clock)
    return Shelf(library, clock, Browsing(library))


def test_a_new_card_says_only_what_its_deck_says(shelf: Shelf) -> None:
    assert shelf.cells("l1") == {
        "Prompt": "L1 in O(n)",
        "Deck": "ml/norms",
        "Topic": "ml/norms",
        "Kind": "basic",
        "Tags": "core, exam",
        "Due": "new",
        "Interval": "",
        "Ease": "",
        "Lapses": "0",
        "Reviews": "0",
        "Last grade": "",
        "Added": "",
    }


def test_an_answered_card_says_how_it_stands(shelf: Shelf) -> None:
    shelf.answer("l2", Grade.GOOD)
    shelf.clock.go(3)
    cells = shelf.cells("l2")
    assert (cells["Topic"], cells["Due"], cells["Interval"]) == ("ml/ridge", "2 days ago", "1 day")
    assert (cells["Ease"], cells["Lapses"], cells["Reviews"]) == ("2.50", "0", "1")
    assert (cells["Last grade"], cells["Added"]) == ("Good (4)", "2026-01-01")


def test_marks_are_told_beside_the_words(shelf: Shelf) -> None:
    shelf.library.record(Flagged(CardId("l1")), shelf.library.now())
    shelf.library.record(Suspended(CardId("tell")), shelf.library.now())
    marks = {str(row.card): (row.is_flagged, row.is_suspended) for row in shelf.rows()}
    assert marks["l1"] == (True, False)
    assert marks["tell"] == (False, True)


def test_a_card_reset_is_new_again(shelf: Shelf) -> None:
    shelf.answer("l1", Grade.EASY)
    shelf.library.record(Reset(CardId("l1")), shelf.library.now())
    cells = shelf.cells("l1")
    assert (cells["Due"], cells["Ease"], cells["Reviews"]) == ("new", "", "0")


def test_a_new_card_with_a_chosen_day_says_that_day(shelf: Shelf) -> None:
    day = Day(shelf.library.today() + 3)
    shelf.library.record(DueSet(CardId("l1"), day), shelf.library.now())
    assert shelf.cells("l1")["Due"] == "in 3 days"
    assert shelf.names("due<=3d is:new") == "l1"


def test_a_search_is_sorted_by_a_column(shelf: Shelf) -> None:
    for card, grade in (("l2", Grade.AGAIN), ("tell", Grade.EASY)):
        shelf.answer(card, grade)
    assert shelf.names("", "grade") == "l2 tell l1 l2/back"
    assert shelf.names("", "grade", down=True) == "tell l2 l1 l2/back"
    assert shelf.names("is:new", "prompt") == "l1 l2/back"
    assert shelf.names("small or me", "deck", down=True) == "tell l2 l2/back"


def test_a_fault_is_given_back_with_its_place(shelf: Shelf) -> None:
    list(shelf.browsing.catching_up())
    found = shelf.browsing.found("zero topik:ml")
    assert (found.slots, found.fault and found.fault.column) == ((), 6)


def test_a_word_that_no_card_has_is_remarked_on(shelf: Shelf) -> None:
    list(shelf.browsing.catching_up())
    guess = "No card has the tag “cor”. Did you mean “core”?"
    assert shelf.browsing.found("tag:cor").remark == guess
    assert shelf.browsing.found("tag:core").remark == ""
    assert shelf.browsing.found("nothing").remark == ""


def test_offers_are_of_the_words_that_there_are(shelf: Shelf) -> None:
    list(shelf.browsing.catching_up())
    told = [(each.text, each.told) for each in shelf.browsing.offers("topic:ml", 8)]
    assert told == [("topic:ml/ridge ", "2 cards"), ("topic:ml/norms ", "1 card")]
    before = shelf.browsing.words
    shelf.answer("l1", Grade.GOOD)
    list(shelf.browsing.catching_up())
    assert shelf.browsing.words is before


def test_a_card_is_named_by_its_place_and_found_by_its_name(shelf: Shelf) -> None:
    shelf.rows()
    slot = shelf.browsing.slot_of(CardId("tell"))
    assert slot is not None
    assert shelf.browsing.cards([slot]) == ["tell"]
    assert shelf.browsing.slot_of(CardId("nobody")) is None
    card = shelf.browsing.card(CardId("l1"))
    assert card is not None
    assert (card.prompt, card.back.strip()) == ("L1 in O(n)", "Zero.")
    assert shelf.browsing.card(CardId("nobody")) is None


def test_a_card_that_is_in_no_deck_has_a_history_all_the_same(shelf: Shelf) -> None:
    shelf.library.record(Flagged(CardId("gone")), shelf.library.now())
    details = card_details(shelf.library, CardId("gone"))
    assert details.title == "gone"
    assert ("Deck", "in no deck any more; its history is kept") in details.facts
    assert [told for _, told in details.events] == ["Flagged"]
