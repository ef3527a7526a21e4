"""What a drill asks, and what its answers do."""

import pytest

from flashcards.domain.clock import Day
from flashcards.domain.drill import Pick
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.log.events import Buried, Reviewed, Suspended
from flashcards.domain.queue.scope import Drill
from flashcards.domain.settings import Settings
from flashcards.services.cards import card_details
from flashcards.services.drilling import picks_for
from flashcards.services.insight import Insight
from flashcards.services.library import Library
from flashcards.services.session import Session
from tests.services.fakes import SetClock, library_on

NAMES = {"ml/norms": "l1 l2 lasso ridge", "ml/trees": "gini prune", "coding": "bfs dfs new"}
DECKS = {
    topic: "".join(f"## {name} {{#{name}}}\nA.\n\n" for name in names.split())
    for topic, names in NAMES.items()
}


def library(settings: Settings | None = None) -> Library:
    """Answer every card but ``new`` three times, norms wrong; only those are due again."""
    clock = SetClock()
    found = library_on(DECKS, clock=clock, settings=settings)
    for wait in (1, 6, 3):
        for topic, names in NAMES.items():
            for name in names.split():
                grade = Grade.AGAIN if topic == "ml/norms" else Grade.GOOD
                if name != "new":
                    found.record(Reviewed(CardId(name), grade, 9_000), found.now())
        clock.go(days=wait)
    return found


def picks(found: Library, drill: Drill) -> list[Pick]:
    insight = Insight(found)
    assert picks_for(found, insight, drill) is None
    insight.read()
    chosen = picks_for(found, insight, drill)
    assert chosen is not None
    return chosen


def asked(found: Library, drill: Drill) -> list[str]:
    return [pick.card for pick in picks(found, drill)]


def test_a_topic_is_drilled_with_all_below_it_due_cards_first() -> None:
    found = library()
    assert set(asked(found, Drill("ml/norms"))) == {"l1", "l2", "lasso", "ridge"}
    every = asked(found, Drill("ml"))
    assert set(every[:4]) == {"l1", "l2", "lasso", "ridge"}
    assert set(every[4:]) == {"gini", "prune"}
    assert asked(found, Drill("m")) == []


def test_what_was_never_seen_or_answered_today_or_put_off_is_not_drilled() -> None:
    found = library()
    for fact in (Suspended(CardId("bfs")), Buried(CardId("l1"))):
        found.record(fact, found.now())
    found.record(Reviewed(CardId("l2"), Grade.AGAIN), found.now())
    assert set(asked(found, Drill())) == {"lasso", "ridge", "gini", "prune", "dfs"}


def test_a_drill_takes_the_time_there_is() -> None:
    assert len(asked(library(), Drill(minutes=1))) == 6


def test_a_heavier_topic_comes_first_among_those_not_due() -> None:
    found = library(Settings(weights={"coding": 9}))
    assert set(asked(found, Drill())[4:6]) == {"bfs", "dfs"}


def test_surprises_are_the_same_until_something_is_answered() -> None:
    found = library()
    surprise = Drill(by_chance=True)
    first = picks(found, surprise)
    assert [pick.card for pick in first] == asked(found, surprise)
    assert "was drawn" in first[0].why


def test_the_horizon_is_the_interview() -> None:
    assert picks(library(), Drill())[0].days == 7
    assert picks(library(Settings(interview="2026-01-31")), Drill())[0].days == 20
    assert picks(library(Settings(interview="2025-01-31")), Drill())[0].days == 7


def test_an_answer_before_its_day_says_so_and_leaves_the_schedule() -> None:
    found = library()
    due = found.schedule_of(CardId("bfs")).due
    assert due is not None
    session = Session(found)
    session.drill(Drill("coding"), picks(found, Drill("coding")))
    view = session.view()
    assert view.why.startswith("Answered now its recall in 7 days is ")
    assert view.card is not None
    assert {each.interval for each in view.buttons} == {f"still {due - found.today()} days"}
    card = view.card.id
    before = found.schedule_of(card)
    session.answer(Grade.AGAIN, 1_000)
    after = found.schedule_of(card)
    assert (after.due, after.interval, after.lapses) == (before.due, before.interval, before.lapses)
    told = dict(card_details(found, card, view.why).events).values()
    assert "Again (1) after 1 s, before it was due" in told
    assert card_details(found, card, view.why).facts[0] == ("Drilled", view.why)


def test_an_answer_to_a_due_card_moves_its_schedule() -> None:
    found = library()
    session = Session(found)
    session.drill(Drill("ml/norms"), picks(found, Drill("ml/norms")))
    card = session.view().card
    assert card is not None
    session.answer(Grade.GOOD, 1_000)
    assert found.schedule_of(card.id).due == Day(found.today() + 1)


@pytest.mark.parametrize("then", ["restart", "undo"])
def test_after_a_drill_the_day_goes_on(then: str) -> None:
    found = library()
    session = Session(found)
    session.drill(Drill("coding"), picks(found, Drill("coding")))
    session.answer(Grade.GOOD, 1_000)
    if then == "undo":
        session.undo()
        assert session.view().why
    session.restart()
    assert session.view().why == ""
    assert session.view().left == 5
