"""PySide6 6.12.0 on Python 3.11 lost a reference to None with every void call, and aborted."""

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


def test_void_calls_leave_the_references_to_none_alone(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(1_000):
        label.update()
        label.setText("a")
    assert abs(sys.getrefcount(None) - before) < 100
