"""SM-2 against the table of its published form, and against a model in exact fractions."""

from fractions import Fraction
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.domain.clock import LAST_DAY, Day
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.log.replay import replay
from flashcards.domain.scheduling.scheduler import Schedule, Scheduler
from flashcards.domain.scheduling.sm2 import FLOOR, LONGEST, Sm2, next_ease, next_interval
from tests.domain.samples import reviews, study

NEW = Schedule(CardId("c"))


def graded(grades: str, schedule: Schedule = NEW) -> list[Schedule]:
    """Answer with each grade on the day the card is due; give the schedule after every answer."""
    found = []
    for grade in grades.split():
        schedule = Sm2().review(schedule, Grade(int(grade)), schedule.due or study(0))
        found.append(schedule)
    return found


def intervals(grades: str, schedule: Schedule = NEW) -> str:
    return " ".join(str(after.interval) for after in graded(grades, schedule))


@pytest.mark.parametrize(
    ("grades", "expected", "ease"),
    [
        ("4 4 4 4 4 4", "1 6 15 38 95 238", 250),
        ("5 5 5 5 5 5", "1 6 17 48 140 420", 310),
        ("3 3 3 3 3 3", "1 6 14 30 59 107", 166),
        ("5 5 4 2 4 4 4", "1 6 17 1 1 6 17", 270),
    ],
)
def test_the_published_algorithm_gives_these_intervals(
    grades: str, expected: str, ease: int
) -> None:
    assert intervals(grades) == expected
    assert graded(grades)[-1].ease == ease


@pytest.mark.parametrize(("grade", "ease"), [(5, 260), (4, 250), (3, 236)])
def test_the_ease_moves_by_the_formula(grade: int, ease: int) -> None:
    assert next_ease(250, Grade(grade)) == ease


def test_r1_the_interval_uses_the_ease_from_before_the_answer() -> None:
    assert intervals("4 4 5") == "1 6 15"  # 6 · 2.50; with the new 2.60 it were 16
    assert intervals("5 5 3") == "1 6 17"  # 6 · 2.70; with the new 2.56 it were 16


def test_r2_the_recursion_runs_on_the_rounded_interval() -> None:
    assert intervals("4 4 4 4") == "1 6 15 38"  # 37.5 is rounded up to 38 …
    assert next_interval(5, 38, 250) == 95  # … and 37.5 · 2.5 were 94


@pytest.mark.parametrize("grade", [0, 1, 2])
def test_r3_below_three_the_ease_stays(grade: int) -> None:
    assert graded(f"5 5 {grade}")[-1].ease == 270


@pytest.mark.parametrize("grade", [0, 1, 2])
def test_r4_below_three_the_repetitions_start_again(grade: int) -> None:
    failed = graded(f"4 4 4 {grade}")[-1]
    assert (failed.repetitions, failed.interval) == (0, 1)
    assert intervals("4 4", failed) == "1 6"


@pytest.mark.parametrize(("first", "repeats"), [(4, [0]), (2, [1, 5]), (3, [3, 3, 4]), (5, [5])])
def test_r5_repeats_of_the_same_day_move_nothing(first: int, repeats: list[int]) -> None:
    once = replay(reviews([first], [0]), Sm2(), 4)[CardId("c")]
    grades = [first, *repeats]
    again = replay(reviews(grades, [n / 100 for n in range(len(grades))]), Sm2(), 4)[CardId("c")]
    for field in ("due", "interval", "ease", "repetitions", "lapses", "last_day"):
        assert getattr(again, field) == getattr(once, field)
    assert again.reviews == len(grades)


def test_r6_the_ease_has_no_upper_limit() -> None:
    assert graded(" ".join("5" * 400))[-1].ease == 250 + 400 * 10


@pytest.mark.parametrize("late", [-5, 0, 3, 400])
def test_r7_the_interval_is_the_scheduled_one_however_late_the_answer(late: int) -> None:
    third = graded("4 4 4")[-1]
    assert third.due is not None
    answered = Sm2().review(third, Grade.GOOD, Day(third.due + late))
    assert answered.interval == 38
    assert answered.due == third.due + late + 38


def test_the_ease_never_falls_below_one_point_three() -> None:
    eases = [after.ease for after in graded(" ".join("3" * 12))]
    assert eases[6:] == [152, 138, FLOOR, FLOOR, FLOOR, FLOOR]
    assert next_ease(FLOOR, Grade.HARD) == FLOOR == 130


def test_a_lapse_is_counted_once_the_card_was_known() -> None:
    assert [after.lapses for after in graded("1 1 4 2 5")] == [0, 1, 1, 2, 2]


def test_first_and_last_answer_are_remembered() -> None:
    last = graded("4 4 5")[-1]
    assert (last.first_day, last.last_day) == (study(0), study(7))
    assert (last.last_grade, last.reviews) == (Grade.EASY, 3)


def test_intervals_stop_where_the_calendar_ends() -> None:
    last = graded(" ".join("5" * 40))[-1]
    assert (last.interval, last.due) == (LONGEST, LAST_DAY)


def test_the_name_holds_the_version() -> None:
    scheduler: Scheduler = Sm2()
    assert scheduler.name == "sm2-1990/1"


def wozniak(history: list[tuple[int, int]]) -> tuple[int, int, Fraction, int]:
    """Give n, interval, EF and due day, straight from the paper and R1 to R7."""
    n, interval, ef, due, last = 0, Fraction(0), Fraction(5, 2), 0, None
    for q, day in history:
        if last is not None and day <= last:
            continue  # R5: a repeat of the same day
        if q < 3:
            n, interval = 0, Fraction(1)  # R3, R4
        else:
            n += 1
            grown = {1: Fraction(1), 2: Fraction(6)}.get(n, Fraction(ceil(interval * ef)))
            interval = min(grown, Fraction(LONGEST))
            change = Fraction(1, 10) - (5 - q) * (Fraction(8, 100) + (5 - q) * Fraction(2, 100))
            ef = max(ef + change, Fraction(13, 10))
        due, last = day + int(interval), day
    return n, int(interval), ef, due


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 40)), min_size=1, max_size=30))
def test_any_history_gives_what_the_paper_computes(steps: list[tuple[int, int]]) -> None:
    days = [sum(gap for _, gap in steps[: n + 1]) for n in range(len(steps))]
    grades = [grade for grade, _ in steps]
    log = reviews(grades, [day + n / 1000 for n, day in enumerate(days)])
    found = replay(log, Sm2(), 4)[CardId("c")]
    n, interval, ef, due = wozniak(list(zip(grades, days, strict=True)))
    assert (found.repetitions, found.interval) == (n, interval)
    assert Fraction(found.ease, 100) == ef
    assert found.due == min(study(due), LAST_DAY)
