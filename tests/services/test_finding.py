"""The table of all cards stays true, whatever happens to decks and log."""

from dataclasses import dataclass, field

import pytest

from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.log.events import Flagged, Reviewed, Suspended
from flashcards.services.cards import find_cards
from flashcards.services.finding import found_cards
from flashcards.services.library import Library
from tests.services.fakes import MemoryFile, MemoryLog, SetClock, library_on

DECKS = {
    "ml": "## L1 {#l1}\n\nZero.\n\n## L2 {#l2 .reversed}\n\nSmall.\n",
    "star": "## Tell {#tell}\n\nMe.\n",
}


@dataclass
class Shelf:
    """Decks that can be edited under an open library."""

    texts: dict[str, str] = field(default_factory=lambda: dict(DECKS))
    clock: SetClock = field(default_factory=SetClock)
    file: MemoryFile = field(default_factory=MemoryFile)

    def open(self) -> Library:
        return library_on(self.texts, log=MemoryLog(self.file), clock=self.clock)


def answer(library: Library, card: str, grade: int = 4) -> None:
    library.record(Reviewed(CardId(card), Grade(grade), 0), library.now())


def caught_up(library: Library) -> Library:
    shares = list(library.finder.catching_up())
    assert shares == sorted(shares)
    assert all(0 <= share <= 1 for share in shares)
    assert library.finder.is_current
    return library


def agrees(library: Library, *queries: str) -> None:
    """Look each search up in the table, and in cards read for it alone."""
    caught_up(library)
    for query in queries:
        assert found_cards(library, query) == [row.id for row in find_cards(library, query)]


ALL = ("", "is:new", "is:due", "zero", "z", "small or me", "grade:0..2", "is:flagged", "is:orphan")


def test_the_table_finds_what_a_single_look_finds() -> None:
    library = Shelf().open()
    assert not library.finder.is_current
    assert found_cards(library, "is:new zero") == ["l1"]
    agrees(library, *ALL)
    answer(library, "l2", 1)
    library.record(Flagged(CardId("tell")), library.now())
    assert not library.finder.is_current
    agrees(library, *ALL)
    assert found_cards(library, "grade:0..2") == ["l2"]


def test_a_deck_that_was_saved_is_taken_in() -> None:
    shelf = Shelf()
    library = shelf.open()
    answer(library, "l1")
    caught_up(library)
    shelf.texts["star"] = "## Tell {#tell}\n\nYou.\n\n## More {#more}\n\nZero.\n"
    del shelf.texts["ml"]
    library.adopt(library.read_decks())
    agrees(library, *ALL)
    assert found_cards(library, "zero") == ["more"]
    assert found_cards(library, "") == ["tell", "more"]
    assert found_cards(library, "is:orphan") == ["l1"]
    (row,) = find_cards(library, "is:orphan")
    assert (row.prompt, row.deck, row.kind) == ("L1", "ml", "basic")


def test_what_another_program_wrote_is_taken_in() -> None:
    shelf = Shelf()
    library, other = shelf.open(), shelf.open()
    caught_up(library)
    other.load_schedules()
    other.record(Suspended(CardId("tell")), other.now())
    library.load_schedules()
    agrees(library, "is:suspended")
    assert found_cards(library, "is:suspended") == ["tell"]


def test_decks_that_change_while_they_are_taken_in_are_taken_in_again() -> None:
    shelf = Shelf()
    library = shelf.open()
    steps = library.finder.catching_up()
    next(steps)
    shelf.texts["ml"] = "## L3 {#l3}\n\nBig.\n"
    library.adopt(library.read_decks())
    list(steps)
    assert found_cards(library, "") == ["l3", "tell"]


def test_many_schedules_are_read_in_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flashcards.services.finding._AT_ONCE", 2)
    monkeypatch.setattr("flashcards.services.finding._FEW", 0)
    library = Shelf().open()
    for card in ("l1", "l2", "l2/back", "tell"):
        answer(library, card)
    agrees(library, "is:new", "grade:4")
    assert len(found_cards(library, "grade:4")) == 4
    for card in ("l1", "l2", "tell"):
        library.record(Suspended(CardId(card)), library.now())
    assert len(list(library.finder.catching_up())) > 1
    assert found_cards(library, "is:suspended") == ["l1", "l2", "tell"]


def test_a_table_worn_by_many_saves_is_made_anew() -> None:
    shelf = Shelf({"ml": DECKS["ml"]})
    library = caught_up(shelf.open())
    many = "".join(f"## Q{n} {{#q{n}}}\n\nA.\n\n" for n in range(600))
    for number in range(6):
        shelf.texts["many"] = f"{many}## Last {{#last}}\n\nRound {number}.\n"
        library.adopt(library.read_decks())
        caught_up(library)
    assert len(library.finder.table) < 4 * 600
    assert found_cards(library, "round") == found_cards(library, '"round 5"') == ["last"]
