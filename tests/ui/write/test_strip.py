"""What is wrong in a line is read whole, however large the letters and narrow the column."""

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from flashcards.domain.problems import Place, Problem, Severity
from flashcards.ui.theme.files import load_theme
from flashcards.ui.theme.stylesheet import stylesheet
from flashcards.ui.write.strip import ProblemStrip
from tests.ui import screen

LONG = "Das wurde als Text gelesen: In einer Überschrift folgt auf die Rauten ein Leerzeichen."
HINT = "Schreib ## und ein Leerzeichen für eine Notiz oder \\## für Text."
PROBLEM = Problem(Place("deck.md", 3), Severity.WARNING, "heading-space", LONG, HINT)


@pytest.mark.parametrize("zoom", [1.0, 1.75])
def test_no_line_of_it_is_cut(qtbot: QtBot, zoom: float) -> None:
    column = QWidget()
    qtbot.addWidget(column)
    column.setStyleSheet(stylesheet(load_theme(dark=False)[0], zoom))
    editor, strip = QPlainTextEdit(), ProblemStrip()
    lines = QVBoxLayout(column)
    lines.addWidget(editor, 1)
    lines.addWidget(strip)
    column.resize(395, 530)
    screen.show(qtbot, column)
    strip.show_problems([PROBLEM])
    said = strip.findChildren(QLabel)
    qtbot.waitUntil(
        lambda: all(each.height() >= each.heightForWidth(each.width()) for each in said)
    )
    assert editor.height() > strip.height() / 4
