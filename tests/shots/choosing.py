"""Scenes of the Settings page and the palette."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from flashcards.store.paths import shipped
from flashcards.ui.menus import Menus
from tests.bench.data import give_months
from tests.shots.stage import Stage


def settings(stage: Stage, name: str) -> None:
    stage.choose("fuzz = true")
    stage.choose("rolover_hour = 5")
    stage.choose('decks = ["shipped", "~/decks-of-mine"]')
    stage.choose(
        '[limits]\n"topic:ml" = { new = 5, reviews = 40 }\n"topic:behavioral" = { new = 0 }'
    )
    stage.choose('[searches]\ncore = "tag:core -is:suspended"')
    stage.choose('[weights]\n"ml/regularization" = 2\nsystem-design = 1.5')
    stage.open()
    stage.wait(800)
    stage.press_with_control(Qt.Key.Key_Comma)
    stage.wait(200)
    stage.shoot(name)
    stage.program.shell.resize(1024, 2600)
    stage.wait(200)
    stage.shoot(f"{name}-tall")


def settings_found(stage: Stage, name: str) -> None:
    stage.open()
    stage.wait(800)
    stage.press_with_control(Qt.Key.Key_Comma)
    stage.type_in("interval")
    stage.press(*[Qt.Key.Key_Tab] * 3)
    stage.shoot(name)


def settings_scheduler(stage: Stage, name: str) -> None:
    give_months(stage.data, shipped("decks"))
    stage.open()
    stage.wait(800)
    stage.press_with_control(Qt.Key.Key_Comma)
    stage.type_in("scheduler")
    stage.press(*[Qt.Key.Key_Tab] * 3, Qt.Key.Key_Down)
    stage.wait(1500)
    stage.shoot(name, QApplication.activeModalWidget())


def menus(stage: Stage, name: str) -> None:
    stage.open()
    stage.wait(800)
    stage.press(Qt.Key.Key_Return, Qt.Key.Key_F, Qt.Key.Key_F10)
    (bar,) = stage.program.shell.findChildren(Menus)
    for place, entry in enumerate(bar.actions(), start=1):
        bar.setActiveAction(entry)
        stage.wait(100)
        menu = QApplication.activePopupWidget()
        if menu is not None:
            stage.shoot(f"{name}-{place}", menu)
    stage.shoot(name)
    while popup := QApplication.activePopupWidget():
        popup.close()


def about(stage: Stage, name: str) -> None:
    stage.choose('[keys]\nabout = "F12"')
    stage.open()
    stage.shoot_dialog(name, Qt.Key.Key_F12)


def palette(stage: Stage, name: str) -> None:
    stage.open()
    stage.wait(800)

    def find(dialog: QDialog) -> None:
        QTest.keyClicks(dialog.focusWidget(), "re")
        stage.wait(400)
        stage.shoot(name, dialog)

    stage.shoot_dialog(name, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier, find)
