"""Scenes of the Write page, and of the dialogs that write a note."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from flashcards.store.paths import shipped
from flashcards.ui.write.editor import DeckEditor
from tests.shots.decks import write_mistakes, write_slips
from tests.shots.stage import Stage


def today_unsaved(stage: Stage, name: str) -> None:
    stage.use_decks(write_mistakes(stage.folder / "decks"))
    stage.open()
    stage.press(Qt.Key.Key_W)
    stage.type_in("Not saved yet.")
    stage.press(Qt.Key.Key_Escape)
    stage.program.shell.notice.clear()
    stage.wait(300)
    stage.shoot(name)


def write(line: int, *keys: tuple[Qt.Key, Qt.KeyboardModifier]) -> Callable[[Stage, str], None]:
    """Make a scene of the Write page, with the cursor in a line."""

    def play(stage: Stage, name: str) -> None:
        stage.use_decks(write_slips(stage.folder / "decks"))
        stage.open()
        stage.press(Qt.Key.Key_W)
        (editor,) = stage.program.shell.findChildren(DeckEditor)
        editor.go_to(line)
        stage.wait(900)
        for key, modifier in keys:
            QTest.keyClick(stage.program.shell.windowHandle(), key, modifier)
        stage.wait(300)
        stage.shoot(name)

    return play


def write_names(stage: Stage, name: str) -> None:
    stage.use_decks(write_slips(stage.folder / "decks"))
    stage.open()
    stage.press(Qt.Key.Key_W)
    stage.press(Qt.Key.Key_End)
    (editor,) = stage.program.shell.findChildren(DeckEditor)
    editor.go_to(25)
    stage.type_in("## Which kind? {.")
    stage.wait(700)
    stage.shoot(name)


def edit_note(stage: Stage, name: str) -> None:
    stage.use_decks(write_slips(stage.folder / "decks"))
    stage.open()
    stage.press(Qt.Key.Key_Return)
    stage.shoot_dialog(name, Qt.Key.Key_E)


def add_note(stage: Stage, name: str) -> None:
    stage.open()
    stage.shoot_dialog(name, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)


def find_everywhere(stage: Stage, name: str) -> None:
    stage.use_decks(shipped("decks"))
    stage.open()
    stage.press(Qt.Key.Key_W)
    control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(stage.program.shell.windowHandle(), Qt.Key.Key_F, control)
    stage.type_in("learning rate")
    stage.wait(900)
    stage.shoot(name)


def merge(stage: Stage, name: str) -> None:
    folder = write_slips(stage.folder / "decks")
    stage.use_decks(folder)
    stage.open()
    stage.press(Qt.Key.Key_W)
    (editor,) = stage.program.shell.findChildren(DeckEditor)
    editor.replace_text(editor.text.replace("exactly", "almost").replace("shrunk", "small"))
    text = (folder / "norms.md").read_text("utf-8")
    changed = text.replace("*exactly* zero", "0").replace("shrunk", "not sparse")
    (folder / "norms.md").write_text(changed, "utf-8")
    stage.shoot_dialog(name, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
