"""What a day holds, in numbers."""

import pytest

from flashcards.domain.catalogue import Catalogue, Shelf
from flashcards.domain.ids import CardId, DeckId
from flashcards.domain.queue.build import Queue
from flashcards.domain.queue.plan import (
    LONGEST_MS,
    USUAL_MS,
    TopicPlan,
    minutes_for,
    pace_ms,
    plan_of,
)
from tests.domain.samples import study


def of(topics: str) -> tuple[CardId, ...]:
    """Name a card for each topic named."""
    return tuple(CardId(f"{topic}{n}") for n, topic in enumerate(topics.split()))


CARDS = Catalogue(
    Shelf(f"{topic}.md", DeckId(topic), topic, of(" ".join([topic] * 4))) for topic in "abc"
)


def test_the_day_is_counted_by_topic_the_largest_first() -> None:
    queue = Queue(of("b a"), of("a"), of("b a"), of("c c b"), 4, 5)
    plan = plan_of(queue, CARDS, study(1), 30_000)
    assert plan.topics == (
        TopicPlan("a", 2, 0),
        TopicPlan("b", 1, 1),
        TopicPlan("c", 0, 2),
    )
    assert (plan.day, plan.due, plan.new, plan.cards, plan.minutes) == (study(1), 3, 3, 6, 3)
    assert (plan.held_back_due, plan.held_back_new) == (4, 5)


def test_an_empty_day_takes_no_time() -> None:
    plan = plan_of(Queue((), (), (), (), 0, 0), Catalogue(), study(1), USUAL_MS)
    assert (plan.cards, plan.minutes, plan.topics) == (0, 0, ())


@pytest.mark.parametrize(
    ("durations", "pace"),
    [
        ([], USUAL_MS),
        ([1000] * 9, USUAL_MS),
        ([1000] * 9 + [0], USUAL_MS),
        ([1000] * 10, 1000),
        ([1000] * 9 + [3000], 1200),
        ([1000] * 9 + [10**9], (9_000 + LONGEST_MS) // 10),
    ],
)
def test_the_pace_is_the_mean_of_ten_answers_or_more_pauses_cut(
    durations: list[int], pace: int
) -> None:
    assert pace_ms(durations) == pace


@pytest.mark.parametrize(("cards", "minutes"), [(0, 0), (1, 1), (3, 1), (4, 2), (180, 60)])
def test_minutes_are_rounded_up(cards: int, minutes: int) -> None:
    assert minutes_for(cards, USUAL_MS) == minutes
