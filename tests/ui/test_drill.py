"""From Today's weak topics into a drill, in the real window on real folders."""

import pytest
from pytestqt.qtbot import QtBot

from flashcards.domain.grade import Grade
from tests.ui import screen
from tests.ui.stage import Stage
from tests.ui.test_today_errands import answer

GRAPHS = "".join(
    f"## {name}? {{#{name} topic=coding/graphs}}\nA.\n\n" for name in ("bfs", "dfs", "heap")
)
NEVER = "## l1? {#l1 topic=ml/norms}\nZero.\n"
SEEN = {19: Grade.GOOD, 16: Grade.AGAIN, 3: Grade.GOOD, 2: Grade.GOOD}


def is_weak(stage: Stage) -> bool:
    return any("% weak" in text for text in stage.texts())


@pytest.fixture
def seen(stage: Stage) -> Stage:
    stage.write_deck(GRAPHS + NEVER)
    answer(stage, days_ago=SEEN, cards=["bfs", "dfs", "heap"])
    return stage


def test_the_weakest_topic_is_drilled_by_one_key(qtbot: QtBot, seen: Stage) -> None:
    (seen.data / "settings.toml").write_text('interview = "2026-03-12"\n', "utf-8")
    seen.open()
    assert seen.texts()[0] == "Monday 2 March · interview in 10 days"
    qtbot.waitUntil(lambda: is_weak(seen))
    assert "coding/graphs" in seen.texts()
    seen.press("D")
    assert seen.where == "Review"
    assert "drill" in seen.texts()
    seen.press("Space")
    assert "still 4 days" in seen.texts()
    qtbot.wait(220)
    seen.press("1")
    assert seen.log()[-1] == "reviewed 1"


def test_the_next_start_shows_them_at_once(qtbot: QtBot, seen: Stage) -> None:
    seen.open()
    qtbot.waitUntil(lambda: is_weak(seen))
    seen.close()
    seen.raise_curtain()
    assert is_weak(seen)


def test_with_nothing_learned_there_is_nothing_to_drill(qtbot: QtBot, stage: Stage) -> None:
    stage.write_deck(NEVER)
    stage.open()
    stage.press("Return", "Space", "3")
    screen.button(stage.page, "Back to Today").click()
    qtbot.waitUntil(lambda: any("too early" in text for text in stage.texts()))
    screen.button(stage.page, "I have 15 minutes").click()
    assert stage.notice.startswith("Nothing here was seen before today")


def test_a_log_that_could_not_be_read_once_is_read_again(qtbot: QtBot, seen: Stage) -> None:
    log = seen.data / "flashcards.sqlite"
    seen.open()
    away = log.rename(log.with_name("unmounted"))
    qtbot.waitUntil(lambda: seen.notice != "")
    qtbot.wait(200)
    away.rename(log)
    seen.press("Escape", "Return", "Escape")
    qtbot.waitUntil(lambda: is_weak(seen))
    seen.press("D")
    assert "drill" in seen.texts()
