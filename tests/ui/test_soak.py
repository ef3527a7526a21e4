"""A long sitting makes no widget, and loses no reference."""

import gc
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

from flashcards.ui.cards.document import CardDocument
from flashcards.ui.review.documents import KEPT_DOCUMENTS
from tests.ui.stage import Stage, deck_of


def widgets() -> int:
    return len(QApplication.allWidgets())


def documents() -> int:
    """Count the card documents that somebody still holds."""
    gc.collect()
    return sum(isinstance(made, CardDocument) for made in gc.get_objects())


def references_to_none() -> int:
    """Count them without what earlier tests left to be collected."""
    gc.collect()
    return sys.getrefcount(None)


def test_four_hundred_answers_leave_no_widget_and_no_document_behind(stage: Stage) -> None:
    (stage.data / "settings.toml").write_text("new_per_day = 500\n", "utf-8")
    stage.write_deck(deck_of(410))
    stage.open()
    stage.press("Return", "Space", "3")
    made, nones, others = widgets(), references_to_none(), documents()
    for _ in range(399):
        stage.press("Space", "3")
    assert len(stage.log()) == 400
    assert widgets() == made
    assert references_to_none() > nones - 100
    assert documents() <= others + KEPT_DOCUMENTS + 1


@pytest.fixture
def impatient() -> Iterator[None]:
    """Close every dialog as soon as it blocks the window."""
    timer = QTimer()
    timer.timeout.connect(close_dialog)
    timer.start(10)
    yield
    timer.stop()


def close_dialog() -> None:
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QDialog):
        dialog.reject()


@pytest.mark.usefixtures("impatient")
def test_dialogs_are_gone_when_they_are_closed(stage: Stage) -> None:
    stage.write_deck(deck_of(3))
    stage.open()
    stage.press("Return", "?", "I")
    made = widgets()
    stage.press("?", "I", "?", "I")
    assert widgets() == made
