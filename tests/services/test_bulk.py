"""Many cards at once: one transaction, and one step of undo for all of them."""

import pytest

from flashcards.domain.clock import Day
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.log.events import Reviewed
from flashcards.services.bulk import Bulk, StoppedError
from flashcards.services.cards import find_cards
from flashcards.services.library import Library
from tests.services.fakes import MemoryFile, MemoryLog, SetClock, library_on

DECKS = {"deck": "".join(f"## Card {name} {{#{name}}}\n\nAnswer.\n\n" for name in "abcd")}
ALL = [CardId(name) for name in "abcd"]


def found(library: Library, query: str) -> str:
    return "".join(row.id for row in find_cards(library, query))


def done(bulk: Bulk, name: str, cards: list[CardId], day: Day | None = None) -> str:
    return bulk.do(name, bulk.facts(name, cards, day))


@pytest.fixture
def library() -> Library:
    library = library_on(DECKS)
    for card in "ab":
        library.record(Reviewed(CardId(card), Grade.GOOD), library.now())
    return library


@pytest.mark.parametrize(
    ("name", "query", "before", "told"),
    [
        ("suspend", "is:suspended", "", "Suspended 4 cards"),
        ("bury", "is:buried", "", "Buried 4 cards"),
        ("flag", "is:flagged", "", "Flagged 4 cards"),
        ("due", "due:0..", "ab", "Chose the day of 4 cards"),
    ],
)
def test_all_of_them_change_and_one_undo_takes_all_back(
    library: Library, name: str, query: str, before: str, told: str
) -> None:
    bulk = Bulk(library)
    assert found(library, query) == before
    assert done(bulk, name, ALL, Day(library.today() + 3) if name == "due" else None) == told
    assert found(library, query) == "abcd"
    assert (bulk.undo(), found(library, query)) == (told, before)
    assert (bulk.redo(), found(library, query)) == (told, "abcd")
    assert (bulk.undo(), found(library, query)) == (told, before)


def test_only_cards_that_it_would_change_are_written(library: Library) -> None:
    bulk = Bulk(library)
    assert done(bulk, "reset", ALL) == "Learned anew: 2 cards"
    assert found(library, "is:new") == "abcd"
    assert done(bulk, "suspend", ALL[:3]) == "Suspended 3 cards"
    assert done(bulk, "resume", ALL) == "Resumed 3 cards"
    assert bulk.facts("unflag", ALL) == []


def test_a_step_after_an_undo_leaves_nothing_to_redo(library: Library) -> None:
    bulk = Bulk(library)
    done(bulk, "flag", ALL)
    bulk.undo()
    assert (bulk.undoable, bulk.redoable) == (0, 4)
    done(bulk, "bury", ALL[:1])
    assert (bulk.undoable, bulk.redoable) == (1, 0)


def test_an_answer_in_between_stays_when_the_step_is_taken_back() -> None:
    file, clock = MemoryFile(), SetClock()
    library = library_on(DECKS, log=MemoryLog(file), clock=clock)
    bulk = Bulk(library)
    done(bulk, "flag", ALL)
    library.record(Reviewed(ALL[0], Grade.EASY), library.now())
    bulk.undo()
    assert (found(library, "is:flagged"), found(library, "grade:5")) == ("", "a")
    again = library_on(DECKS, log=MemoryLog(file, "b"), clock=clock)
    again.load_schedules()
    assert dict(again.schedules) == dict(library.schedules)


def test_what_is_stopped_has_changed_nothing(library: Library) -> None:
    bulk, left = Bulk(library), [3]

    def step() -> None:
        left[0] -= 1
        if not left[0]:
            raise StoppedError

    with pytest.raises(StoppedError, match="Nothing was changed"):
        bulk.do("suspend", bulk.facts("suspend", ALL), step)
    assert (found(library, "is:suspended"), bulk.undoable) == ("", 0)
    done(bulk, "flag", ALL)
    left[0] = 2
    with pytest.raises(StoppedError):
        bulk.undo(step)
    assert (found(library, "is:flagged"), bulk.undoable) == ("abcd", 4)


def test_the_cache_after_it_is_what_the_log_says(library: Library) -> None:
    bulk = Bulk(library)
    for name in ("suspend", "flag", "bury"):
        done(bulk, name, ALL)
    bulk.undo()
    known = dict(library.schedules)
    library.log.replace_schedules([], "another")
    library.load_schedules()
    assert dict(library.schedules) == known
