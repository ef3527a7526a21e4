"""What another scheduler would change."""

from flashcards.domain.ids import CardId
from flashcards.domain.log.events import Event
from flashcards.domain.log.replay import replay
from flashcards.domain.rescheduling import AHEAD, SAMPLE, Outcome, outcome, sample_of
from flashcards.domain.scheduling.fsrs import Fsrs
from flashcards.domain.scheduling.scheduler import Schedule, Scheduler
from flashcards.domain.scheduling.sm2 import Sm2
from tests.domain.samples import reviews, study


def compared(log: list[Event], new: Scheduler, today: int) -> Outcome:
    """Go over from SM-2 to another scheduler, on a day."""
    old, then, known = (replay(log, scheduler, 4) for scheduler in (Sm2(), new, Fsrs()))
    return outcome(old, then, known, (Sm2(), new), study(today))


def spans(found: Outcome) -> dict[str, tuple[int, int]]:
    return {
        span.name: (span.before, span.after) for span in found.spans if span.before or span.after
    }


def test_cards_move_sooner_or_later_and_it_is_said_to_when() -> None:
    log = [*reviews([4, 4, 4], [0, 1, 7], "long"), *reviews([5], [0], "short", "lap")]
    found = compared(log, Fsrs(), today=7)
    assert (found.cards, found.sooner, found.later, found.moved) == (2, 0, 2, 2)
    assert spans(found) == {
        "today or overdue": (1, 0),
        "within a week": (0, 1),
        "within a month": (1, 1),
    }


def test_the_same_scheduler_moves_nothing() -> None:
    found = compared(reviews([4, 4], [0, 1]), Sm2(), today=3)
    assert (found.moved, found.before) == (0, found.after)


def test_a_higher_retention_asks_for_more_answers_a_day() -> None:
    log = [
        event
        for number in range(40)
        for event in reviews([4, 1, 4], [0, 2, 4], f"c{number}", f"device{number}")
    ]
    often, usual = (compared(log, Fsrs(share), today=5) for share in (0.95, 0.8))
    assert often.after > 1.5 * usual.after > 0
    assert often.before == usual.before


def test_what_is_asked_every_day_is_counted_every_day() -> None:
    found = compared(reviews([4, 4], [0, 1]), Sm2(longest=1), today=7)
    assert 1 <= found.after < 1.2
    assert 3 / AHEAD <= found.before < 12 / AHEAD


def test_of_many_cards_some_are_played_through_and_stand_for_all() -> None:
    cards = [CardId(f"{number:05}") for number in range(2 * SAMPLE + 1)]
    assert len(sample_of(cards)) <= SAMPLE
    assert sample_of(cards[:2]) == cards[:2]
    assert sample_of([]) == []


def test_a_card_without_a_memory_asks_for_nothing() -> None:
    card = CardId("c")
    alone = {card: Schedule(card, due=study(9))}
    found = outcome(alone, alone, alone, (Sm2(), Sm2()), study(0))
    assert (found.cards, found.before, found.after) == (1, 0, 0)
