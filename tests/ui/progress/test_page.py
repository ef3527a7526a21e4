"""The Progress page in the real window, on real folders."""

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from flashcards.domain.grade import Grade
from tests.ui import screen
from tests.ui.stage import Stage
from tests.ui.test_drill import GRAPHS, NEVER
from tests.ui.test_today_errands import answer


def opened(qtbot: QtBot, stage: Stage, days: int = 8) -> Stage:
    stage.write_deck(GRAPHS + NEVER)
    if days:
        grades = dict.fromkeys(range(3 * days, 0, -3), Grade.GOOD)
        answer(stage, days_ago=grades, cards=["bfs", "dfs", "heap"])
    stage.open()
    stage.press("G")
    assert stage.where == "Progress"
    qtbot.waitUntil(lambda: not any("being read" in text for text in stage.texts()))
    return stage


def test_one_key_shows_it_and_escape_leads_back(qtbot: QtBot, stage: Stage) -> None:
    opened(qtbot, stage)
    for title in ("Weak topics", "The last year", "Grades", "24 answers"):
        assert title in stage.texts()
    stage.press("Escape")
    assert stage.where == "Today"
    stage.press("Ctrl+P")
    assert stage.where == "Progress"


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (0, "Nothing was answered yet. After your first reviews you see here what they come to."),
        (1, "Only 3 reviews so far: most of what is below says little yet."),
    ],
)
def test_little_is_said_to_be_little(qtbot: QtBot, stage: Stage, days: int, told: str) -> None:
    opened(qtbot, stage, days)
    assert stage.texts()[1] == told
    assert ("Weak topics" in stage.texts()) == bool(days)


def test_a_search_and_a_period_change_all_at_once(qtbot: QtBot, stage: Stage) -> None:
    opened(qtbot, stage)
    (query,) = [box for box in stage.page.findChildren(QLineEdit) if box.isVisible()]
    QTest.keyClicks(query, "bfs")
    qtbot.waitUntil(lambda: "8 answers" in stage.texts())
    assert stage.texts()[1] == "How well it is remembered"
    query.setFocus()
    screen.press(stage.shell, "Tab", "Tab")
    assert screen.read_aloud(screen.focused()) == "Numbers: How well it is remembered"
    query.setText("is:nothing")
    qtbot.waitUntil(lambda: any("“is:nothing”" in text for text in stage.texts()))
    query.setText("l1?")
    qtbot.waitUntil(lambda: "None of these cards was answered yet." in stage.texts())
    query.clear()
    (period,) = stage.page.findChildren(QComboBox)
    period.setCurrentText("4 weeks")
    qtbot.waitUntil(lambda: "24 answers" in stage.texts())


def test_a_picture_is_saved_where_the_person_says(
    qtbot: QtBot, stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(qtbot, stage)
    file = tmp_path / "weak.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    save = [made for made in screen.buttons(stage.page) if made.text() == "Save…"]
    save[0].click()
    assert stage.notice == f"Saved {file}."
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "x/y"), ""))
    save[0].click()
    assert "was not saved" in stage.notice
