"""Text size, backups and where the data is, on the Settings page."""

from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from flashcards.domain.grade import Grade
from tests.ui import screen
from tests.ui.settings.test_page import control, kept, on, opened
from tests.ui.stage import Stage, deck_of
from tests.ui.test_today_errands import answer, names


def backups(stage: Stage) -> list[str]:
    return sorted(path.name for path in (stage.data / "backups").glob("*.sqlite"))


def test_the_size_of_the_text_is_a_choice_like_any_other(stage: Stage) -> None:
    opened(stage)
    on(stage, "Text size")
    stage.press("Up", "Up", "Tab")
    assert stage.program
    assert (stage.program.look.zoom, kept(stage)) == (1.2, {"zoom": 120})
    stage.press("Ctrl+-")
    assert control(stage, "Text size").property("value") == 110
    assert kept(stage) == {"zoom": 110}


def test_the_page_tells_where_data_and_backups_are(stage: Stage) -> None:
    opened(stage)
    stage.wait_for("Where your data is")
    assert str(stage.data) in stage.texts()
    assert f"{stage.data / 'backups'}\nThere is no backup yet." in stage.texts()


def test_a_backup_is_made_when_one_asks(qtbot: QtBot, stage: Stage) -> None:
    opened(stage)
    stage.wait_for("Where your data is")
    screen.button(stage.page, "Back up now").click()
    qtbot.waitUntil(lambda: stage.notice.startswith("Backed up to "))
    assert [name.partition("-")[2] for name in backups(stage)] == ["asked.sqlite"]
    assert any("made because you asked." in text for text in stage.texts())


def test_a_backup_that_cannot_be_written_is_told(qtbot: QtBot, stage: Stage) -> None:
    stage.data.mkdir(exist_ok=True)
    (stage.data / "backups").write_text("in the way", "utf-8")
    opened(stage)
    stage.wait_for("Where your data is")
    screen.button(stage.page, "Back up now").click()
    qtbot.waitUntil(lambda: "cannot be written" in stage.notice)


@pytest.mark.parametrize(("chosen", "made"), [("", 1), ("backups = false\n", 0)])
def test_no_backup_is_made_by_itself_where_that_is_not_wanted(
    stage: Stage, chosen: str, made: int
) -> None:
    stage.write_deck(deck_of(3))
    answer(stage, days_ago={2: Grade.GOOD}, cards=names(3))
    (stage.data / "settings.toml").write_text(chosen, "utf-8")
    stage.open()
    stage.close()
    assert len(backups(stage)) == made


def test_a_folder_is_opened_or_named(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = list[Path]()
    opens = [True, False]

    def shown(url: object) -> bool:
        seen.append(Path(url.toLocalFile()))  # type: ignore[attr-defined]  # a QUrl
        return opens.pop(0)

    monkeypatch.setattr(QDesktopServices, "openUrl", shown)
    opened(stage)
    stage.wait_for("Where your data is")
    for made in screen.buttons(stage.page):
        if made.text() == "Open the folder":
            made.click()
    assert seen == [stage.data / "backups", stage.data]
    assert stage.notice == f"Nothing here opens folders; it is {stage.data}."


def test_they_are_found_by_words_too(stage: Stage) -> None:
    opened(stage)
    QTest.keyClicks(screen.focused(), "FLASHCARDS_DATA")
    assert "Where your data is" in stage.texts()
    assert "Where your backups are" not in stage.texts()
