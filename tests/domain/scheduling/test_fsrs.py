"""FSRS-6 against its published figures, and against the reference library on random histories."""

from datetime import UTC, datetime, timedelta
from itertools import accumulate

import fsrs as reference
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.domain.clock import Day
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.log.replay import replay
from flashcards.domain.scheduling.fsrs import DEFAULT, LONGEST, Fsrs, Memory, Model
from flashcards.domain.scheduling.scheduler import Schedule, Scheduler
from tests.domain.samples import reviews, study

NEW = Schedule(CardId("c"))
RATINGS = {0: 1, 1: 1, 2: 1, 3: 2, 4: 3, 5: 4}


def graded(grades: str, schedule: Schedule = NEW, retention: float = 0.9) -> list[Schedule]:
    """Answer with each grade on the day the card is due; give the schedule after every answer."""
    found = []
    for grade in grades.split():
        schedule = Fsrs(retention).review(schedule, Grade(int(grade)), schedule.due or study(0))
        found.append(schedule)
    return found


def intervals(grades: str, retention: float = 0.9) -> str:
    return " ".join(str(after.interval) for after in graded(grades, retention=retention))


@pytest.mark.parametrize(
    ("grades", "expected"),
    [
        ("4 4 4 4 4 4", "2 11 46 163 497 1346"),
        ("4 4 1 4 4", "2 11 2 5 12"),
        ("5 5 5", "8 66 397"),
        ("1 1 1", "1 1 1"),
        ("3 3 3", "1 3 7"),
    ],
)
def test_the_published_algorithm_gives_these_intervals(grades: str, expected: str) -> None:
    assert intervals(grades) == expected


@pytest.mark.parametrize("grade", [0, 1, 2])
def test_every_grade_below_three_is_again(grade: int) -> None:
    assert graded(f"4 4 {grade}")[-1].stability == graded("4 4 1")[-1].stability


def test_who_wants_to_forget_less_is_asked_sooner() -> None:
    assert intervals("4 4 4", 0.97) == "1 2 4"
    assert intervals("4 4 4", 0.7) == "21 310 3002"


@pytest.mark.parametrize("retention", [0.69, 0.98])
def test_a_retention_out_of_range_is_refused(retention: float) -> None:
    with pytest.raises(ValueError, match=r"between 0\.7 and 0\.97"):
        Fsrs(retention)


def test_the_name_holds_version_retention_and_parameters() -> None:
    scheduler: Scheduler = Fsrs()
    assert scheduler.name.startswith("fsrs-6/1 retention=0.9 parameters=")
    names = {scheduler.name, Fsrs(0.85).name, Fsrs(0.9, (0.3, *DEFAULT[1:])).name}
    assert len(names) == 3


def test_recall_is_ninety_percent_after_as_many_days_as_the_stability() -> None:
    assert Model().recall(0, 7.5) == 1
    assert Model().recall(7.5, 7.5) == pytest.approx(0.9, abs=1e-12)
    assert Model().days_until(0.9, 7.5) == pytest.approx(7.5, abs=1e-12)


def test_the_counters_are_kept_and_the_ease_is_not_touched() -> None:
    last = graded("1 4 4 2 5")[-1]
    assert (last.repetitions, last.lapses, last.reviews, last.ease) == (1, 1, 5, 250)
    assert (last.first_day, last.last_grade) == (study(0), Grade.EASY)


def test_repeats_of_the_same_day_move_nothing() -> None:
    once = replay(reviews([1, 4], [0, 3]), Fsrs(), 4)[CardId("c")]
    repeated = replay(reviews([1, 3, 4, 4, 1], [0, 0.01, 0.02, 3, 3.01]), Fsrs(), 4)[CardId("c")]
    for field in ("due", "interval", "stability", "difficulty", "lapses", "last_day"):
        assert getattr(repeated, field) == getattr(once, field)
    assert repeated.reviews == 5


def test_intervals_stop_at_a_hundred_years() -> None:
    assert graded(" ".join("5" * 12))[-1].interval == LONGEST


def referee(
    steps: list[tuple[int, int]], retention: float, w: tuple[float, ...]
) -> list[tuple[float, float, int]]:
    """Give stability, difficulty and interval after each answer, by the reference library."""
    scheduler = reference.Scheduler(w, retention, (), (), LONGEST, enable_fuzzing=False)
    card, found = reference.Card(card_id=1), []
    start = datetime(2026, 1, 1, tzinfo=UTC)
    for (grade, _), day in zip(steps, accumulate(gap for _, gap in steps), strict=True):
        rating = reference.Rating(RATINGS[grade])
        card, _log = scheduler.review_card(card, rating, start + timedelta(days=day))
        assert card.stability is not None
        assert card.difficulty is not None
        assert card.last_review is not None
        found.append((card.stability, card.difficulty, (card.due - card.last_review).days))
    return found


STEPS = st.lists(st.tuples(st.integers(0, 5), st.integers(1, 400)), min_size=1, max_size=30)


@given(STEPS, st.sampled_from([0.7, 0.8, 0.9, 0.93, 0.97]), st.integers(0, 20), st.data())
def test_any_history_gives_what_the_reference_computes(
    steps: list[tuple[int, int]], retention: float, changed: int, data: st.DataObject
) -> None:
    low, high = _BOUNDS[changed]
    w = (*DEFAULT[:changed], data.draw(st.floats(low, high)), *DEFAULT[changed + 1 :])
    schedule, day = NEW, study(0)
    expected = referee(steps, retention, w)
    for (grade, gap), (stability, difficulty, interval) in zip(steps, expected, strict=True):
        day = Day(day + gap)
        schedule = Fsrs(retention, w).review(schedule, Grade(grade), day)
        assert schedule.stability == pytest.approx(stability, rel=1e-9)
        assert schedule.difficulty == pytest.approx(difficulty, rel=1e-9)
        assert schedule.interval == interval


_BOUNDS = list(
    zip(
        reference.scheduler.LOWER_BOUNDS_PARAMETERS,
        reference.scheduler.UPPER_BOUNDS_PARAMETERS,
        strict=True,
    )
)


@given(st.floats(0.01, 5000), st.integers(0, 4000))
def test_recall_is_what_the_reference_computes(stability: float, days: int) -> None:
    start = datetime(2026, 1, 1, tzinfo=UTC)
    card = reference.Card(card_id=1, stability=stability, difficulty=5.0, last_review=start)
    expected = reference.Scheduler().get_card_retrievability(card, start + timedelta(days=days))
    assert Model().recall(days, stability) == pytest.approx(expected, rel=1e-12)


def test_a_memory_of_the_first_answer_has_the_parameters_stability() -> None:
    assert [Model().first(Grade(grade)).stability for grade in (1, 3, 4, 5)] == list(DEFAULT[:4])
    assert Model().after(Memory(2.0, 5.0), Grade.GOOD, 2).stability > 2
