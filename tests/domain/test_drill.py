"""Which cards a drill asks, in which order, and what it says of each."""

from collections import Counter

import pytest

from flashcards.domain.drill import Candidate, Pick, by_chance, by_gain, expected_seconds, fitting
from flashcards.domain.ids import CardId
from flashcards.domain.recall.evidence import Evidence, Trace
from flashcards.domain.recall.outlook import Outlook
from flashcards.domain.topics import Rated, TooEarly, Topic
from tests.domain.samples import study

HORIZON = study(17)
STABILITIES = {"faint": 2, "middling": 20, "firm": 400}


def outlook(**stabilities: float) -> Outlook:
    """Know cards last answered five days ago, each with its stability."""
    known = {CardId(n): Trace(s, 5.0, study(5)) for n, s in (stabilities or STABILITIES).items()}
    return Outlook(Evidence(traces=known), study(10))


def asked(**seconds: float) -> list[Candidate]:
    return [Candidate(CardId(name), "t", its) for name, its in seconds.items()]


def order(picks: list[Pick]) -> str:
    return " ".join(pick.card for pick in picks)


def test_what_gains_most_a_minute_comes_first() -> None:
    even = by_gain(outlook(), asked(firm=20, middling=20, faint=20), HORIZON)
    slow = by_gain(outlook(), asked(firm=20, middling=20, faint=400), HORIZON)
    assert order(even) == "faint middling firm"
    assert order(slow) == "middling faint firm"


def test_the_gain_is_the_formulas() -> None:
    now = outlook()
    (pick,) = by_gain(now, [Candidate(CardId("faint"), "t", 30, 2.0)], HORIZON)
    trace = now.evidence.traces[CardId("faint")]
    rise = now.if_answered(trace, "t", HORIZON) - now.recall(trace, "t", HORIZON)
    assert pick.gain == pytest.approx(rise * 2.0 / 0.5)


def test_a_topics_weight_counts() -> None:
    heavy = [Candidate(CardId("firm"), "t", 20, 500.0), *asked(faint=20)]
    assert order(by_gain(outlook(), heavy, HORIZON)) == "firm faint"


def test_due_cards_come_before_all_others() -> None:
    cards = [Candidate(CardId("firm"), "t", due=True), *asked(faint=20, middling=20)]
    assert order(by_gain(outlook(), cards, HORIZON)) == "firm faint middling"


def test_unseen_cards_and_those_answered_today_are_left_out() -> None:
    now = outlook()
    now.evidence.traces[CardId("fresh")] = Trace(2.0, 5.0, study(10))
    assert order(by_gain(now, asked(faint=20, fresh=20, unseen=20), HORIZON)) == "faint"


def test_every_card_says_why() -> None:
    cards = [Candidate(CardId("firm"), "t", due=True), *asked(faint=20)]
    assert [pick.why for pick in by_gain(outlook(), cards, HORIZON)] == [
        "It is due. Answered now its recall in 7 days is 99%, left alone 99%.",
        "Answered now its recall in 7 days is 89%, left alone 74%.",
    ]


def test_in_a_few_minutes_what_does_not_fit_is_passed_over() -> None:
    picks = by_gain(outlook(), asked(faint=20, middling=100, firm=30), HORIZON)
    assert order(picks) == "faint middling firm"
    assert order(fitting(picks, 1)) == "faint firm"
    assert order(fitting(picks, 2.5)) == "faint middling firm"
    assert fitting(picks, 0) == []


@pytest.mark.parametrize(
    ("durations", "seconds"),
    [((0, 0), 12), ((24_000, 1), 15), ((24_000 * 97, 97), 23.64)],
)
def test_a_cards_time_moves_from_the_persons_pace_to_its_own(
    durations: tuple[int, int], seconds: float
) -> None:
    assert expected_seconds(*durations, 12_000) == pytest.approx(seconds)


TOPICS: dict[str, Topic] = {
    "weak": Rated("weak", 10, 10, 30, 1.0, 0.5, 0.05),
    "firm": Rated("firm", 10, 10, 30, 1.0, 0.9, 0.05),
    "open": TooEarly("open", 10, 1, 1),
}


def drawn(seed: int, topics: dict[str, Topic] = TOPICS, limit: int = 1) -> list[Pick]:
    names = [f"{topic}{number}" for topic in topics for number in range(3)]
    now = outlook(**{name: 2 + int(name[-1]) for name in names})
    cards = [Candidate(CardId(name), name[:-1]) for name in names]
    return by_chance(by_gain(now, cards, HORIZON), topics, seed, limit)


def test_by_chance_the_weaker_topic_comes_up_more_often_and_the_unknown_one_too() -> None:
    came = Counter(drawn(seed)[0].candidate.topic for seed in range(300))
    assert came["firm"] < 5 < 100 < came["open"]
    assert came["weak"] > 100


def test_weight_makes_a_topic_come_up_more_often() -> None:
    heavy = {**TOPICS, "firm": Rated("firm", 10, 10, 30, 20.0, 0.9, 0.05)}
    came = Counter(drawn(seed, heavy)[0].candidate.topic for seed in range(100))
    assert came["firm"] > 50


def test_the_same_seed_draws_the_same_cards_each_once_the_best_of_a_topic_first() -> None:
    first, again = drawn(7, limit=99), drawn(7, limit=99)
    assert first == again
    assert len({pick.card for pick in first}) == 9
    assert [pick.card for pick in first if pick.candidate.topic == "weak"] == [
        "weak0", "weak1", "weak2",
    ]  # fmt: skip
    assert len(drawn(7, limit=4)) == 4


def test_a_drawn_card_says_how_its_topic_came_up() -> None:
    whys = {pick.candidate.topic: pick.why for pick in drawn(1, limit=99)}
    assert whys["open"].startswith("Its topic open was drawn because too little is known of it. ")
    assert "Its topic weak was drawn by chance, at 5" in whys["weak"]
    assert "% weak (estimated: 50%). Answered now its recall in 7 days is" in whys["weak"]
