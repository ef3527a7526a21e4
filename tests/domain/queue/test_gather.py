"""Which cards are due, new, or to be repeated today."""

import pytest

from flashcards.domain.clock import study_day
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId, DeviceId
from flashcards.domain.log.events import Event, EventKey, Reviewed
from flashcards.domain.log.replay import replay
from flashcards.domain.queue.gather import Gathered, gather
from flashcards.domain.scheduling.scheduler import Schedule
from flashcards.domain.scheduling.sm2 import Sm2
from tests.domain.samples import at, cards, catalogue, due, names, schedules, study

TODAY = study(100)


def sorted_out(**states: Schedule) -> str:
    """Gather the cards a to e; give due | new | unsettled."""
    known = {CardId(name): schedule for name, schedule in states.items()}
    return told(gather(catalogue(cards("a b c d e")), schedules(known), TODAY))


def told(found: Gathered) -> str:
    new = [card for shelf in found.new.shelves for card in found.new.on(shelf)]
    assert len(new) == found.new.count
    due = sorted(schedule.card for schedule in found.due)
    return f"{names(due)} | {names(new)} | {names(found.unsettled)}"


def answered(name: str, day: int, grade: Grade, first: int) -> Schedule:
    known = due(name, day + 1)
    return known._replace(first_day=study(first), last_day=study(day), last_grade=grade)


def test_a_card_is_due_on_its_day_and_after_it() -> None:
    found = sorted_out(a=due("a", 99), b=due("b", 100), c=due("c", 101))
    assert found == "a b | d e | "


def test_suspended_cards_and_those_buried_today_are_absent() -> None:
    found = sorted_out(
        a=due("a", 99)._replace(suspended=True),
        b=due("b", 99)._replace(buried_on=TODAY),
        c=due("c", 99)._replace(buried_on=study(99)),
        d=Schedule(CardId("d"), suspended=True),
        e=Schedule(CardId("e"), buried_on=TODAY),
    )
    assert found == "c |  | "


def test_a_card_that_was_only_flagged_is_still_new() -> None:
    assert sorted_out(a=Schedule(CardId("a"), flagged=True)) == " | a b c d e | "


@pytest.mark.parametrize(
    ("grade", "found"),
    [(Grade.AGAIN, "a"), (Grade.HARD, "a"), (Grade.GOOD, ""), (Grade.EASY, "")],
)
def test_a_card_graded_below_four_today_is_repeated(grade: Grade, found: str) -> None:
    assert sorted_out(a=answered("a", 100, grade, 90)) == f" | b c d e | {found}"


def test_yesterdays_repeats_are_over() -> None:
    assert sorted_out(a=answered("a", 99, Grade.AGAIN, 90)) == "a | b c d e | "


def test_what_was_done_today_is_counted_even_of_suspended_cards() -> None:
    known = {
        CardId("a"): answered("a", 100, Grade.GOOD, 100),
        CardId("b"): answered("b", 100, Grade.GOOD, 90),
        CardId("c"): answered("c", 100, Grade.AGAIN, 90)._replace(suspended=True),
        CardId("d"): answered("d", 99, Grade.GOOD, 99),
    }
    found = gather(catalogue(cards("a b c d")), schedules(known), TODAY)
    assert (names(found.introduced_today), names(found.reviewed_today)) == ("a", "b c")


@pytest.mark.parametrize(("rollover", "found"), [(4, " |  | "), (2, "a |  | ")])
def test_the_day_begins_at_the_rollover_hour(rollover: int, found: str) -> None:
    good = Event(EventKey(DeviceId("desk"), 1), at(0), Reviewed(CardId("a"), Grade.GOOD))
    known = replay([good], Sm2(), rollover)  # due on day 1
    early = study_day(at(1, 3), rollover)  # three in the night from day 0 to day 1
    assert told(gather(catalogue(cards("a")), schedules(known), early)) == found


def test_repeats_come_in_deck_order_and_cards_of_no_deck_count_nowhere() -> None:
    known = {CardId(name): answered(name, 100, Grade.AGAIN, 90) for name in ("gone", "c", "e", "a")}
    found = gather(catalogue(cards("a b c d e")), schedules(known), TODAY)
    assert (names(found.unsettled), names(found.reviewed_today)) == ("a c e", "c e a")
