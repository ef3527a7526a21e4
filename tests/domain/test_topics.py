"""What is said of a topic: how weak, how sure, on what grounds; and when it is too early."""

import pytest

from flashcards.domain.ids import CardId
from flashcards.domain.log.events import Event
from flashcards.domain.recall.evidence import evidence_of
from flashcards.domain.recall.outlook import Outlook
from flashcards.domain.topics import Rated, TooEarly, estimate, rate_all, readiness, weakest_first
from tests.domain.samples import reviews, study

HISTORIES = {"lost": "4 1 1", "firm": "4 4 4"}


def outlook(histories: dict[str, str], day: int = 12) -> Outlook:
    """Answer three cards of each topic on days 0, 2 and 8, with the grades given."""
    log: list[Event] = []
    topics = {}
    for topic, grades in histories.items():
        for card in names(topic):
            topics[card] = topic
            given = [int(grade) for grade in grades.split()]
            log += reviews(given, (0, 2, 8)[: len(given)], card, card)
    return Outlook(evidence_of(log, topics, 4), study(day))


def names(topic: str, count: int = 3) -> list[CardId]:
    return [CardId(f"{topic}{number}") for number in range(count)]


def rated(topic: str, cards: int = 3, weight: float = 1.0) -> Rated:
    found = estimate(outlook(HISTORIES), topic, names(topic, cards), weight)
    assert isinstance(found, Rated)
    return found


def test_a_topic_that_is_failed_is_weaker_and_its_interval_says_how_sure_that_is() -> None:
    lost, firm = rated("lost"), rated("firm")
    assert firm.weakness < 0.15 < 0.3 < lost.weakness
    for one in (lost, firm):
        assert 0 <= one.low < one.weakness < one.high <= 1


def test_a_rated_topic_says_what_it_rests_on() -> None:
    assert str(rated("lost", 5)) == "40% weak, 10% to 69%; 3 of 5 cards seen, 9 reviews"


def test_unseen_cards_are_no_failures() -> None:
    assert rated("firm", 40).weakness == rated("firm").weakness


def test_with_two_cards_seen_it_is_too_early() -> None:
    found = estimate(outlook({"lost": "1 1"}), "lost", names("lost")[:2])
    assert found == TooEarly("lost", 2, 2, 6)
    assert str(found) == "6 reviews: too early to tell"
    assert str(estimate(outlook({}), "none", names("none"))) == "nothing seen yet"


def test_the_order_is_weakness_times_weight_and_what_is_not_known_comes_last() -> None:
    cards = {topic: names(topic) for topic in ("new", "firm", "lost")}
    by_weakness = rate_all(outlook(HISTORIES), cards, {})
    by_weight = rate_all(outlook(HISTORIES), cards, {"firm": 20.0})
    assert [one.topic for one in by_weakness] == ["lost", "firm", "new"]
    assert [one.topic for one in by_weight] == ["firm", "lost", "new"]
    assert weakest_first(by_weight) == by_weight


def test_on_a_later_day_less_is_recalled() -> None:
    now = outlook(HISTORIES)
    later = estimate(now, "firm", names("firm"), on=study(60))
    assert isinstance(later, Rated)
    assert later.recall < rated("firm").recall


def test_what_was_answered_today_is_known_and_no_doubt_is_left_by_the_formula() -> None:
    found = estimate(outlook({"firm": "4 4 4"}, 8), "firm", names("firm"))
    assert isinstance(found, Rated)
    assert (found.recall, found.sd) == pytest.approx((1, 0))


def test_a_rounds_readiness_is_the_mean_over_its_seen_cards_of_all_topics() -> None:
    now = outlook(HISTORIES)
    cards = {card: topic for topic in ("lost", "firm", "new") for card in names(topic)}
    expected = (rated("lost").recall + rated("firm").recall) / 2
    assert readiness(now, cards, study(12)) == pytest.approx(expected)
    assert readiness(now, {CardId("new0"): "new"}, study(12)) is None
