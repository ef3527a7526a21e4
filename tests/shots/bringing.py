"""Notes brought in from elsewhere, and decks put in order."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from tests.shots.stage import Stage

TABLE = """Term,Meaning,Chapter,Page
Epoch,One pass over the training data,Training,12
Batch,"The examples of one step, together",Training,13
Recall,"True positives, over all that are positive",Measuring,40
Drift,"What the model sees is no longer what it learned from",Serving,88
Shard,One part of a table that is spread over machines,Serving,91
Canary,A small share of the traffic that tries a new version,Serving,95
Orphan,
"""


def importing(stage: Stage, name: str) -> None:
    """Before anything is chosen; then a table that was copied."""
    stage.open()
    stage.wait(800)
    stage.press_with_control(Qt.Key.Key_I)
    _shoot(stage, f"{name}-empty")
    stage.program.shell.activateWindow()  # as a window manager does once a dialog is gone
    QApplication.clipboard().setText(TABLE)
    stage.press_with_control(Qt.Key.Key_V)
    _shoot(stage, name)


def decks(stage: Stage, name: str) -> None:
    """The shipped decks in their folders, and what is asked before one is put elsewhere."""
    stage.choose('decks = "shipped"')
    stage.open()
    stage.wait(800)
    stage.press_with_control(Qt.Key.Key_D)
    stage.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    stage.shoot(name)
    stage.shoot_dialog(f"{name}-rename", Qt.Key.Key_F2)
    stage.shoot_dialog(f"{name}-delete", Qt.Key.Key_Delete)


def _shoot(stage: Stage, name: str) -> None:
    """Photograph the dialog in front, and close it."""
    stage.wait(700)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    stage.shoot(name, dialog)
    dialog.reject()
    stage.wait(50)
