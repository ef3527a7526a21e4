"""The scheduler that the settings name."""

from flashcards.domain.clock import Day
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.scheduling.chosen import scheduler_for
from flashcards.domain.scheduling.fsrs import Fsrs
from flashcards.domain.scheduling.scheduler import Schedule
from flashcards.domain.scheduling.sm2 import Sm2
from flashcards.domain.settings import Settings
from tests.domain.samples import study


def intervals(settings: Settings, answers: int = 6) -> list[int]:
    """Answer a card Good, each time on the day it is due."""
    scheduler, schedule, found = scheduler_for(settings), Schedule(CardId("c")), list[int]()
    for _ in range(answers):
        schedule = scheduler.review(schedule, Grade.GOOD, Day(schedule.due or study(0)))
        found.append(schedule.interval)
    return found


def test_sm2_is_the_default_and_is_called_what_it_always_was() -> None:
    assert scheduler_for(Settings()).name == Sm2().name == "sm2-1990/1"
    assert intervals(Settings()) == [1, 6, 15, 38, 95, 238]


def test_fsrs_asks_as_often_as_the_desired_retention_wants() -> None:
    assert scheduler_for(Settings(scheduler="fsrs")).name == Fsrs().name
    assert intervals(Settings(scheduler="fsrs")) == [2, 11, 46, 163, 497, 1346]
    often = intervals(Settings(scheduler="fsrs", desired_retention=0.95))
    assert all(more < usual for more, usual in zip(often, [9, 11, 46, 163, 497, 1346], strict=True))


def test_no_interval_is_longer_than_the_longest_and_the_name_says_so() -> None:
    for scheduler in ("sm2", "fsrs"):
        chosen = Settings(scheduler=scheduler, maximum_interval=40)
        assert max(intervals(chosen)) == 40
        assert "longest=40" in scheduler_for(chosen).name
