"""What is done once the keys rest."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from flashcards.ui.widgets.pause import pause


def test_however_often_it_is_started_the_deed_is_done_once_after_the_last(qtbot: QtBot) -> None:
    owner, done = QObject(), list[str]()
    timer = pause(owner, 20, lambda: done.append("kept"))
    assert done == []
    timer.start()
    timer.start()
    qtbot.waitUntil(lambda: done == ["kept"])
    assert not timer.isActive()
    qtbot.wait(60)
    assert done == ["kept"]
