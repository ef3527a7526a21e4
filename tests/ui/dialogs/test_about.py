"""The About dialog: its words, and a data folder however long its path is."""

from pathlib import Path

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from flashcards.ui.dialogs.about import AboutDialog


def folder_line(dialog: AboutDialog) -> QLabel:
    (line,) = [each for each in dialog.findChildren(QLabel) if "backups are in" in each.text()]
    return line


def test_a_short_path_is_copied_as_it_is(qtbot: QtBot, window: QWidget) -> None:
    dialog = AboutDialog(str(Path("home") / "ada"), window)
    qtbot.addWidget(dialog)
    told = f"Your settings, your log and its backups are in {Path('home') / 'ada'}."
    assert folder_line(dialog).text() == told


def test_a_path_wider_than_the_dialog_goes_on_in_the_next_line(
    qtbot: QtBot, window: QWidget
) -> None:
    path = str(Path(*["a-folder"] * 20))
    dialog = AboutDialog(path, window)
    qtbot.addWidget(dialog)
    dialog.show()
    line = folder_line(dialog)
    assert path in line.text().replace("\N{ZERO WIDTH SPACE}", "")
    assert line.sizeHint().width() <= line.width()
    assert line.minimumSizeHint().width() <= line.width()
