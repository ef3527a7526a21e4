"""A sentence over the page: small news goes by itself, a fault stays until it is closed."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from flashcards.domain.errors import FlashcardsError
from flashcards.ui.widgets.notice import Notice
from tests.ui.screen import button, described, show


@pytest.fixture
def notice(qtbot: QtBot) -> Notice:
    window = QWidget()
    window.resize(800, 600)
    qtbot.addWidget(window)
    made = Notice(window)
    show(qtbot, window)
    return made


def test_a_notice_says_nothing_at_first(notice: Notice) -> None:
    assert notice.sentence == ""


def test_a_fault_stays_until_it_is_closed(notice: Notice) -> None:
    notice.tell("Buried until tomorrow.")
    notice.warn("The disk is full.")
    assert (notice.sentence, notice.waits) == ("The disk is full.", True)
    button(notice, "Close").click()
    assert notice.sentence == ""


def test_a_notice_goes_when_the_next_thing_happens(notice: Notice) -> None:
    notice.tell("Buried until tomorrow.")
    assert notice.sentence == "Buried until tomorrow."
    notice.clear()
    assert notice.sentence == ""


def test_news_goes_by_itself(notice: Notice) -> None:
    notice.tell("Buried until tomorrow.")
    (timer,) = notice.findChildren(QTimer)
    assert 2_000 < timer.remainingTime() < 5_000
    timer.timeout.emit()
    assert notice.sentence == ""


def test_a_screen_reader_has_the_sentence(notice: Notice) -> None:
    notice.warn("The disk is full.")
    assert described(notice) == "The disk is full."


@pytest.mark.parametrize("width", [720, 1_400])
def test_a_long_sentence_is_in_sight_whole(notice: Notice, width: int) -> None:
    notice.window().resize(width, 600)
    notice.warn("Another program is writing to this database. " * 6)
    assert notice.window().rect().contains(notice.geometry())
    (words,) = notice.findChildren(QLabel)
    assert words.height() >= words.heightForWidth(words.width())


def test_what_the_environment_did_is_shown_and_a_bug_of_ours_raised(notice: Notice) -> None:
    notice.warn_of(FlashcardsError("The disk is full."))
    assert (notice.sentence, notice.waits) == ("The disk is full.", True)
    with pytest.raises(KeyError):
        notice.warn_of(KeyError("a bug"))


def test_what_it_did_meanwhile_is_shown_too(notice: Notice) -> None:
    def fail() -> None:
        raise FlashcardsError("The disk is full again.")

    with notice.telling():
        fail()
    assert notice.sentence == "The disk is full again."


def test_a_notice_stands_clear_of_the_line_that_is_being_written(notice: Notice) -> None:
    field = QPlainTextEdit("line\n" * 60, notice.window())
    field.resize(800, 600)
    field.show()
    field.setFocus()
    field.verticalScrollBar().setValue(0)
    notice.tell("Saved.")
    assert notice.geometry().top() > 300
    below = notice.geometry().center()
    field.setTextCursor(field.cursorForPosition(below))
    notice.tell("Saved.")
    assert notice.geometry().bottom() < 300
    assert not notice.geometry().contains(below)
