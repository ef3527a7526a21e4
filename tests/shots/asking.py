"""Scenes of what is asked and offered: dialogs, menus and lists that come in front of a page."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDateEdit, QDialog, QToolTip, QWidget

from flashcards.domain.tongue import trn
from flashcards.store.paths import shipped
from flashcards.ui.browse.working import WorkingDialog
from tests.bench.data import give_months
from tests.shots.bringing import TABLE
from tests.shots.decks import write_slips
from tests.shots.stage import Stage

_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = _CONTROL | Qt.KeyboardModifier.ShiftModifier
_ALT = _CONTROL | Qt.KeyboardModifier.AltModifier


def in_cards(stage: Stage, name: str) -> None:
    """What the Cards page offers, and what it asks before a search is saved."""
    stage.choose('[searches]\n"weak graphs" = "topic:coding lapses>3"\ndue = "is:due"')
    give_months(stage.data, shipped("decks"), 30)
    stage.open()
    stage.wait(800)
    stage.press(Qt.Key.Key_B)
    stage.type_in("is:due")
    stage.press(Qt.Key.Key_Return)
    stage.shoot_menu(f"{name}-deeds", Qt.Key.Key_M, _CONTROL)
    stage.shoot_menu(f"{name}-columns", Qt.Key.Key_L, _CONTROL)
    stage.shoot_menu(f"{name}-searches", Qt.Key.Key_O, _CONTROL)
    stage.shoot_dialog(f"{name}-save", Qt.Key.Key_S, _CONTROL)
    working = WorkingDialog(trn("{count} card", "{count} cards", 860), 860, stage.program.shell)
    working.show_done(520)
    working.open()
    stage.wait(100)
    stage.shoot(f"{name}-working", working)
    working.reject()


def in_decks(stage: Stage, name: str) -> None:
    """What the Decks page offers, and where a deck may go."""
    stage.choose('decks = "shipped"')
    stage.open()
    stage.wait(800)
    stage.press_with_control(Qt.Key.Key_D)
    stage.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    stage.shoot_menu(f"{name}-deeds", Qt.Key.Key_M, _CONTROL)
    stage.shoot_dialog(f"{name}-move", Qt.Key.Key_M)
    stage.shoot_dialog(f"{name}-new", Qt.Key.Key_N)
    stage.shoot_dialog(f"{name}-home", Qt.Key.Key_H, _CONTROL)


def in_write(stage: Stage, name: str) -> None:
    """What a note may be, and how a deck begins."""
    stage.use_decks(write_slips(stage.folder / "decks"))
    stage.open()
    stage.press(Qt.Key.Key_W)
    stage.shoot_menu(f"{name}-kinds", Qt.Key.Key_N, _SHIFT)
    stage.shoot_dialog(f"{name}-new-deck", Qt.Key.Key_N, _ALT)


def imported(stage: Stage, name: str) -> None:
    """What an import came to."""
    stage.use_decks(write_slips(stage.folder / "decks"))
    stage.open()
    stage.wait(800)
    QApplication.clipboard().setText(TABLE)

    def bring(dialog: QDialog) -> None:
        stage.wait(700)
        QTest.keyClicks(dialog.focusWidget(), "Terms")
        stage.wait(700)
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
        stage.until(lambda: QApplication.activeModalWidget() not in (None, dialog))
        stage.wait(100)
        outcome = QApplication.activeModalWidget()
        assert isinstance(outcome, QDialog)
        stage.shoot(name, outcome)
        outcome.reject()

    stage.shoot_dialog(name, Qt.Key.Key_V, _CONTROL, bring)


def calendar(stage: Stage, name: str) -> None:
    """The month of a day that is chosen."""

    def unfold(dialog: QDialog) -> None:
        (field,) = dialog.findChildren(QDateEdit)
        arrow = QPoint(field.width() - 12, field.height() // 2)
        QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=arrow)
        stage.until(lambda: QApplication.activePopupWidget() is not None)
        popup = QApplication.activePopupWidget()
        assert popup is not None
        stage.shoot(name, popup)
        popup.close()

    stage.open()
    stage.press(Qt.Key.Key_Return)
    stage.shoot_dialog(name, Qt.Key.Key_D, _SHIFT, unfold)


def tips(stage: Stage, name: str) -> None:
    """What a button says of itself, with its key."""
    stage.open()
    stage.wait(800)
    theme = next(
        button
        for button in stage.program.shell.findChildren(QAbstractButton)
        if button.toolTip() and button.isVisible()
    )
    middle = theme.rect().center()
    asked = QHelpEvent(QEvent.Type.ToolTip, middle, theme.mapToGlobal(middle))
    QApplication.sendEvent(theme, asked)
    stage.until(lambda: bool(_tips()))
    stage.wait(300)
    stage.shoot(name, _tips()[0])
    QToolTip.hideText()


def _tips() -> list[QWidget]:
    shown = QApplication.topLevelWidgets()
    return [each for each in shown if each.isVisible() and each.inherits("QTipLabel")]


def salvage(stage: Stage, name: str) -> None:
    """A log that is damaged, and what can be saved of it."""
    give_months(stage.data, shipped("decks"), 10)
    log = stage.data / "flashcards.sqlite"
    whole = log.read_bytes()
    log.write_bytes(whole[: len(whole) // 2] + b"\0" * 4096 + whole[len(whole) // 2 + 4096 :])
    log.write_bytes(b"no database" + log.read_bytes()[11:])
    stage.open(loaded=False)
    stage.until(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    stage.wait(100)
    stage.shoot(name, dialog)
    dialog.reject()
