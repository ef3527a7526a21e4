"""A backlog after a break, and the ways to work it off."""

from flashcards.domain.grade import Grade
from flashcards.domain.queue.backlog import catch_up
from flashcards.domain.settings import Settings
from flashcards.services.backlog import BacklogView, consequence
from flashcards.services.library import Library
from flashcards.services.session import Session
from flashcards.services.today import today_view
from tests.services.fakes import MemoryFile, MemoryLog, SetClock, library_on

DECK = {"d": "\n".join(f"## Question {n} {{#q{n}}}\nAnswer.\n" for n in range(100))}


class Person:
    """Learned a hundred cards, and then was away."""

    def __init__(self, away: int) -> None:
        self.file, self.clock = MemoryFile(), SetClock()
        library = self.sit(Settings(new_per_day=100))
        session = Session(library)
        while session.view().card:
            session.answer(Grade.GOOD, 10_000)
        self.clock.go(days=1 + away)

    def sit(self, settings: Settings) -> Library:
        return library_on(DECK, log=MemoryLog(self.file), clock=self.clock, settings=settings)

    def backlog(self, settings: Settings) -> BacklogView | None:
        return today_view(self.sit(settings)).backlog


def test_after_a_break_the_ways_to_catch_up_are_foreseen() -> None:
    found = Person(away=5).backlog(Settings())
    assert found is not None
    assert found.sentence.startswith("100 cards waited for more than a day. Spread them")
    assert [(choice.per_day, choice.consequence) for choice in found.choices] == [
        (10, "done in 10 days, about 2 minutes a day"),
        (20, "done in 5 days, about 4 minutes a day"),
        (40, "done in 3 days, about 7 minutes a day"),
        (0, "about 17 minutes, as far as your daily limit lets you"),
    ]


def test_what_is_due_today_is_no_backlog() -> None:
    assert Person(away=0).backlog(Settings()) is None


def test_a_plan_in_force_is_said_until_nothing_is_left() -> None:
    person, plan, left = Person(away=5), Settings(catch_up_per_day=60), list[str]()
    while found := person.backlog(plan):
        assert found.chosen == 60
        left.append(found.sentence)
        session = Session(person.sit(plan))
        while session.view().card:
            session.answer(Grade.EASY, 1000)
        person.clock.go(days=0.5 if len(left) == 2 else 1)
    assert [sentence.split()[4] for sentence in left][:1] == ["100"]
    assert len(left) >= 2


def test_a_plan_asks_so_many_cards_a_day() -> None:
    person = Person(away=5)
    assert Session(person.sit(Settings(catch_up_per_day=60))).view().left == 60
    assert Session(person.sit(Settings())).view().left == 100


def test_a_plan_that_never_ends_says_so() -> None:
    plan = catch_up(overdue=10, coming=[50], per_day=50)
    assert consequence(plan, 20_000).endswith("more falls due than that: it never ends")
