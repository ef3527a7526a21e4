"""What Today's buttons do, in the real window on real folders."""

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from flashcards.app import open_desk
from flashcards.domain.clock import Moment
from flashcards.domain.grade import Grade
from flashcards.domain.identity import fingerprint
from flashcards.domain.ids import CardId
from flashcards.domain.log.events import CardFact, Reviewed
from flashcards.services.desk import Options
from flashcards.ui.today.limit import LimitBar
from tests.ui import screen
from tests.ui.stage import Stage, deck_of

TWO_TOPICS = """\
## When BFS? {#bfs topic=coding/graphs}
Shortest.

## What does L1 do? {#l1 topic=ml/norms}
Zero.

## What does L2 do? {#l2 topic=ml/norms}
Shrink.
"""
DAY_MS = 86_400_000


def answer(stage: Stage, *, days_ago: dict[int, Grade], cards: list[str]) -> None:
    """Let cards have been answered on days before today, by another window."""
    desk = open_desk(Options((stage.decks,), str(stage.data), stage.options.today))
    desk.library.load()
    now = desk.library.now().utc_ms
    entries: list[tuple[Moment, CardFact]] = [
        (Moment(now - ago * DAY_MS + place), Reviewed(CardId(card), grade, 10_000))
        for ago, grade in days_ago.items()
        for place, card in enumerate(cards)
    ]
    desk.library.add(entries)
    desk.close()


def test_a_topic_is_reviewed_alone(qtbot: QtBot, stage: Stage) -> None:
    stage.write_deck(TWO_TOPICS)
    stage.open()
    screen.button(stage.page, "coding/graphs").click()
    assert stage.where == "Review"
    assert "When BFS?" in stage.card
    stage.press("Space")
    qtbot.wait(220)
    stage.press("Space")
    assert stage.where == "Summary"
    assert stage.texts()[:2] == [
        "Done with your choice",
        "2 cards left for today; they wait for you.",
    ]


def test_what_is_typed_is_foreseen_and_reviewed(qtbot: QtBot, stage: Stage) -> None:
    stage.write_deck(TWO_TOPICS)
    stage.open()
    stage.press("/")
    QTest.keyClicks(screen.focused(), "topic:ml l2")
    qtbot.waitUntil(lambda: "1 card of today, about 1 minute." in stage.texts())
    stage.press("Return")
    assert "What does L2 do?" in stage.card


def the_choice(stage: Stage) -> LimitBar:
    (made,) = stage.page.findChildren(LimitBar)
    return made


def test_its_key_leads_back_to_a_choice_that_was_left_open(stage: Stage) -> None:
    stage.write_deck(TWO_TOPICS)
    stage.open()
    stage.press("/")
    QTest.keyClicks(screen.focused(), "topic:ml")
    stage.press("Return", "Escape", "Escape")
    assert stage.where == "Today"
    stage.press("/")
    QTest.keyClicks(screen.focused(), "g")
    assert (stage.where, the_choice(stage).chosen) == ("Today", ("g", 0))


def test_a_choice_that_makes_no_sense_is_told_where_it_is_typed(qtbot: QtBot, stage: Stage) -> None:
    stage.write_deck(TWO_TOPICS)
    stage.open()
    stage.press("/")
    QTest.keyClicks(screen.focused(), "is:nwe")
    sentence = "A search does not know “nwe”. Did you mean “new”?"
    qtbot.waitUntil(lambda: any(sentence in text for text in stage.texts()))
    stage.press("Return")
    assert stage.where == "Today"
    stage.press("Escape")
    assert not any(sentence in text for text in stage.texts())


def test_a_topic_chosen_before_all_is_loaded_is_asked_as_soon_as_it_is(
    qtbot: QtBot, stage: Stage
) -> None:
    stage.write_deck(TWO_TOPICS)
    stage.open()
    stage.close()
    program = stage.raise_curtain()
    with qtbot.waitSignal(program.conductor.ready):
        screen.button(stage.page, "coding/graphs").click()
    qtbot.waitUntil(lambda: stage.where == "Review")
    assert "When BFS?" in stage.card


def test_a_backlog_is_spread_and_ends_by_itself(qtbot: QtBot, stage: Stage) -> None:
    stage.write_deck(deck_of(80))
    answer(stage, days_ago={9: Grade.GOOD}, cards=names(80))
    stage.open()
    assert "80 cards waited for more than a day." in " ".join(stage.texts())
    screen.button(stage.page, "30 a day").click()
    assert stage.notice == "At most 30 due cards a day until you have caught up."
    assert "30 cards for today" in " ".join(stage.texts())
    assert "catch_up_per_day = 30" in (stage.data / "settings.toml").read_text("utf-8")
    stage.close()
    answer(stage, days_ago={0: Grade.GOOD}, cards=names(80))
    stage.open()
    assert stage.notice.startswith("You have caught up")
    assert "catch_up_per_day = 0" in (stage.data / "settings.toml").read_text("utf-8")


def test_a_plan_outlasts_a_start_on_another_deck_alone(stage: Stage) -> None:
    """Its cards still wait, in decks that this start did not name."""
    stage.write_deck(deck_of(80))
    answer(stage, days_ago={9: Grade.GOOD}, cards=names(80))
    stage.open()
    screen.button(stage.page, "30 a day").click()
    stage.close()
    elsewhere = stage.decks.rename(stage.decks.with_name("elsewhere"))
    stage.decks.mkdir()
    stage.write_deck("## Another?\n\nYes.\n", "one.md")
    stage.open()
    assert not stage.notice
    assert "catch_up_per_day = 30" in (stage.data / "settings.toml").read_text("utf-8")
    stage.close()
    elsewhere.joinpath("deck.md").rename(stage.decks / "deck.md")
    stage.open()
    assert "You are catching up" in " ".join(stage.texts())


def test_a_plan_outlasts_decks_that_are_away_for_now(qtbot: QtBot, stage: Stage) -> None:
    stage.write_deck(deck_of(80))
    answer(stage, days_ago={9: Grade.GOOD}, cards=names(80))
    stage.open()
    screen.button(stage.page, "30 a day").click()
    away = stage.decks.rename(stage.decks.with_name("unmounted"))
    qtbot.waitUntil(lambda: stage.texts()[1] == "No cards yet", timeout=8000)
    away.rename(stage.decks)
    qtbot.waitUntil(lambda: "30 cards for today" in stage.texts(), timeout=8000)


def test_a_leech_is_suspended_and_taken_back(qtbot: QtBot, stage: Stage) -> None:
    stage.write_deck(TWO_TOPICS)
    forgotten = dict.fromkeys(range(20, 2, -2), Grade.AGAIN)
    answer(stage, days_ago=forgotten, cards=["l1"])
    stage.open()
    assert "1 card keeps being forgotten" in stage.texts()
    screen.button(stage.page, "Suspend").click()
    assert stage.notice.startswith("Suspended “What does L1 do?”")
    assert "1 card keeps being forgotten" not in stage.texts()
    stage.press("Ctrl+Z")
    assert stage.where == "Today"
    assert stage.notice == "Undid suspend on “What does L1 do?”"
    assert "1 card keeps being forgotten" in stage.texts()
    assert stage.log()[-2:] == ["suspended", "undone"]


def test_undo_on_today_asks_the_last_card_again(stage: Stage) -> None:
    stage.write_deck(TWO_TOPICS)
    stage.open()
    stage.press("Return", "Space", "3", "Escape", "Escape")
    assert stage.where == "Today"
    stage.press("Ctrl+Z")
    assert (stage.where, stage.card) == ("Review", "When BFS?")
    assert stage.notice == "Undid Good on “When BFS?”"
    stage.press("Escape", "Ctrl+Z")
    assert stage.where == "Today"


@pytest.mark.parametrize("days", [1, 3])
def test_today_says_what_was_done(stage: Stage, days: int) -> None:
    stage.write_deck(TWO_TOPICS)
    answer(stage, days_ago=dict.fromkeys(range(days, 0, -1), Grade.GOOD), cards=["bfs", "l1"])
    stage.open()
    told = f"{2 * days} answers on {days} day{'s' * (days > 1)} in the last 26 weeks"
    assert any(text.startswith(told) for text in stage.texts())


def names(count: int) -> list[str]:
    """Name the cards of a deck without ids, by its prompts' fingerprints."""
    return [f"~{fingerprint('basic', f'Question {n}')}" for n in range(1, count + 1)]
