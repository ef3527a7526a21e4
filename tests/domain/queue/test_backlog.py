"""After a break: the cards that a review still saves come first, and the days are foreseen."""

from hypothesis import given
from hypothesis import strategies as st

from flashcards.domain.ids import CardId
from flashcards.domain.queue.backlog import catch_up, catching_up
from flashcards.domain.scheduling.scheduler import Schedule
from tests.domain.samples import study


def order(late: dict[str, tuple[int, int]]) -> str:
    """Order cards, each given by its interval and by how many days it is late."""
    schedules = [
        Schedule(CardId(name), due=study(100 - days), interval=interval)
        for name, (interval, days) in late.items()
    ]
    return " ".join(catching_up(schedules, study(100)))


def test_what_is_late_for_its_interval_comes_last() -> None:
    assert order({"day": (1, 30), "year": (365, 30), "month": (30, 30)}) == "year month day"


def test_what_is_due_today_comes_first() -> None:
    assert order({"late": (300, 1), "b": (1, 0), "a": (300, 0)}) == "a b late"


def test_a_card_without_a_day_is_not_late() -> None:
    assert catching_up([Schedule(CardId("a"))], study(10)) == ["a"]


def test_a_backlog_is_spread_over_days() -> None:
    plan = catch_up(overdue=100, coming=[10, 10], per_day=60)
    assert (plan.days, plan.left) == (2, (50, 0))


def test_days_after_those_that_are_known_are_like_them() -> None:
    assert catch_up(overdue=300, coming=[20], per_day=70).days == 6


def test_too_few_a_day_never_end() -> None:
    assert catch_up(overdue=10, coming=[50], per_day=50).days is None


def test_without_a_backlog_there_is_nothing_to_do() -> None:
    assert catch_up(overdue=0, coming=[], per_day=10).days == 0


@given(st.integers(0, 5000), st.lists(st.integers(0, 50)), st.integers(51, 500))
def test_more_a_day_never_takes_longer(overdue: int, coming: list[int], per_day: int) -> None:
    slower, faster = catch_up(overdue, coming, per_day), catch_up(overdue, coming, per_day + 10)
    assert slower.days is None or (faster.days is not None and faster.days <= slower.days)
