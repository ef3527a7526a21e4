"""What a button promises is what its answer does, also with a few days' play."""

from collections import Counter

import pytest

from flashcards.domain.clock import Day
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.log.events import Reviewed
from flashcards.domain.queue.scope import Scope
from flashcards.domain.settings import Settings
from flashcards.domain.spoken import days_text
from flashcards.services.library import Library
from flashcards.services.session import Session
from tests.services.fakes import MemoryFile, MemoryLog, SetClock, library_on

DECK = {"d": "\n".join(f"## Question {n} {{#q{n}}}\nAnswer.\n" for n in range(40))}


def learn(settings: Settings, days: int = 40) -> tuple[Library, SetClock]:
    """Answer everything Good on the day it is due, for some weeks."""
    clock = SetClock()
    library = library_on(DECK, clock=clock, settings=settings)
    for _ in range(days):
        session = Session(library)
        while session.view().card:
            session.answer(Grade.GOOD, 0)
        clock.go(days=1)
    return library, clock


def due_days(library: Library) -> Counter[Day | None]:
    return Counter(library.schedule_of(CardId(f"q{n}")).due for n in range(40))


def test_without_fuzz_cards_learned_together_come_back_together() -> None:
    library, _ = learn(Settings(new_per_day=40))
    assert len(due_days(library)) == 1


@pytest.mark.parametrize("balance", [True, False])
def test_with_fuzz_they_part(balance: bool) -> None:
    library, _ = learn(Settings(new_per_day=40, fuzz=True, load_balance=balance))
    assert len(due_days(library)) > 3


def test_load_balance_spreads_them_more_evenly_than_chance() -> None:
    heaviest = [
        max(due_days(learn(Settings(new_per_day=40, fuzz=True, load_balance=balance))[0]).values())
        for balance in (True, False)
    ]
    assert heaviest[0] < heaviest[1]


def test_a_button_says_what_its_answer_will_do() -> None:
    library, _ = learn(Settings(new_per_day=40, fuzz=True), days=8)
    session = Session(library)
    told, kept = [], []
    while card := session.view().card:
        good = next(each for each in session.view().buttons if each.grade is Grade.GOOD)
        told.append(good.interval)
        session.answer(Grade.GOOD, 0)
        due = library.schedule_of(card.id).due
        assert due is not None
        kept.append(days_text(due - library.today()))
    assert told == kept
    assert len(told) > 5


def test_an_undone_answer_frees_its_day() -> None:
    library, _ = learn(Settings(new_per_day=40, fuzz=True), days=7)
    session = Session(library)
    before = session.view().buttons
    session.answer(Grade.GOOD, 0)
    assert session.undo().view.buttons == before


def test_the_log_alone_gives_the_same_days_again() -> None:
    file, clock = MemoryFile(), SetClock()
    settings = Settings(new_per_day=40, fuzz=True)
    library = library_on(DECK, log=MemoryLog(file), clock=clock, settings=settings)
    for _ in range(9):
        session = Session(library)
        while session.view().card:
            session.answer(Grade.GOOD, 0)
        clock.go(days=1)
    found, file.name = dict(file.schedules), None
    library_on(DECK, log=MemoryLog(file), clock=clock, settings=Settings())
    assert file.schedules == found
    assert any(event.fact.shift for event in file.events if isinstance(event.fact, Reviewed))


def whys(library: Library, card: str) -> dict[str, str]:
    session = Session(library, Scope(f'"{card}"'))
    return {button.label: button.why for button in session.view().buttons if button.why}


def test_a_grade_that_gives_the_same_interval_says_what_it_gives_besides() -> None:
    library = library_on({"d": "## New?\nYes.\n"})
    (easy,) = whys(library, "New?").items()
    assert easy == ("Easy", "The interval is the same this time; later ones grow faster.")


def test_a_grade_with_an_interval_of_its_own_needs_no_words() -> None:
    library = library_on({"d": "## New?\nYes.\n"}, settings=Settings(scheduler="fsrs"))
    buttons = Session(library).view().buttons
    assert buttons[-1].interval != buttons[-2].interval
    assert whys(library, "New?") == {}
