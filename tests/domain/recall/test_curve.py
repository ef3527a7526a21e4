"""A card's forgetting curve, from its answers."""

import pytest

from flashcards.domain.clock import Day
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.ledger import Row, Sort
from flashcards.domain.recall.curve import MOST_POINTS, Point, curve
from flashcards.domain.recall.evidence import Evidence, Trace
from flashcards.domain.recall.outlook import Outlook
from tests.domain.samples import study


def followed(*answers: tuple[int, Grade], today: int, until: int) -> list[Point]:
    rows = [Row(CardId("c"), study(day), 9, grade, Sort.YOUNG, 0) for day, grade in answers]
    return curve(rows, Outlook(Evidence(), study(today)), "t", study(until))


def test_recall_falls_from_answer_to_answer_and_jumps_at_each() -> None:
    found = followed((0, Grade.GOOD), (3, Grade.AGAIN), (5, Grade.GOOD), today=6, until=8)
    days = [point.day - study(0) for point in found]
    assert days == [0, 1, 2, 3, 3, 4, 5, 5, 6, 7, 8]
    grades = {place: point.grade for place, point in enumerate(found) if point.grade is not None}
    assert grades == {0: Grade.GOOD, 3: Grade.AGAIN, 6: Grade.GOOD}
    assert [found[place].recall for place in (0, 4, 7)] == [1, 1, 1]
    assert 1 > found[1].recall > found[2].recall > found[3].recall


def test_it_is_the_recall_that_is_told_elsewhere() -> None:
    found = followed((0, Grade.GOOD), today=4, until=9)
    outlook = Outlook(Evidence(), study(4))
    first = Trace(2.3065, 2.118104, study(0))
    (today,) = [point for point in found if point.day == study(4)]
    assert today.recall == pytest.approx(outlook.recall(first, "t", study(4)), abs=1e-6)


def test_repeats_of_a_day_move_nothing() -> None:
    assert followed((0, Grade.AGAIN), (0, Grade.GOOD), today=1, until=2) == followed(
        (0, Grade.AGAIN), today=1, until=2
    )


def test_a_long_wait_has_points_enough_and_today_among_them() -> None:
    found = followed((0, Grade.EASY), today=997, until=1_027)
    assert MOST_POINTS - 10 < len(found) <= MOST_POINTS + 3
    assert {study(997), Day(study(997) + 30)} <= {point.day for point in found}


def test_without_an_answer_there_is_no_curve() -> None:
    assert followed(today=1, until=2) == []
