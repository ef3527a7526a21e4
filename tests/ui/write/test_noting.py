"""A note is edited during a review, and added from anywhere."""

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from flashcards.ui.write.note_dialogs import GIVE_UP, AddDialog, EditDialog
from flashcards.ui.write.page import WritePage
from tests.ui import screen
from tests.ui.stage import Stage

DECK = "---\ntopic: ml\n---\n## What does L1 do?\nIt makes weights sparse.\n\n## Two\nSecond.\n"
_Dialog = TypeVar("_Dialog", EditDialog, AddDialog)


@pytest.fixture
def opened(stage: Stage) -> Stage:
    stage.write_deck(DECK)
    stage.write_deck("## Other {#other}\nx\n", "other.md")
    stage.open()
    return stage


def in_dialog(kind: type[_Dialog], deed: Callable[[_Dialog], object], *, take: bool = True) -> None:
    """Do something with a dialog once it is open, and take what it says."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind) and dialog.isActiveWindow():
            try:
                deed(dialog)
            except BaseException:
                dialog.done(0)  # else the test would wait for it for ever
                raise
            if take:
                dialog.accept()
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(20, look)


def reword(dialog: EditDialog) -> None:
    text = dialog.form.editor.text
    dialog.form.editor.replace_text(text.replace("What does L1 do?", "Which norm?"))


def edit(stage: Stage, qtbot: QtBot, deed: Callable[[EditDialog], object]) -> None:
    in_dialog(EditDialog, deed)
    stage.press("E")
    stage.shell.activateWindow()
    qtbot.waitUntil(stage.shell.isActiveWindow)


def deck(stage: Stage) -> str:
    return (stage.decks / "deck.md").read_text("utf-8")


def test_the_card_goes_on_with_its_new_text_and_its_history(qtbot: QtBot, opened: Stage) -> None:
    opened.press("Return", "Space", "3")
    opened.press("U")
    opened.press("3")
    opened.press("U")
    edit(opened, qtbot, reword)
    qtbot.waitUntil(lambda: opened.card.startswith("Which norm?"), timeout=8000)
    assert "## Which norm? {#l1}\nIt makes weights sparse.\n\n## Two {#two}\n" in deck(opened)
    assert opened.notice == "Saved in deck.md. Undo takes the edit back."
    opened.press("Space", "3")
    assert len(opened.histories()) == 1
    assert opened.card == "Other"


@pytest.mark.parametrize("leave", [("Escape",), ("Space", "3")])
def test_that_undo_takes_the_edit_back_is_said_only_where_it_does(
    qtbot: QtBot, opened: Stage, leave: tuple[str, ...]
) -> None:
    opened.press("Return")
    edit(opened, qtbot, reword)
    assert "Undo takes the edit back." in opened.notice
    opened.press(*leave)
    assert opened.notice == ""


def test_undo_takes_the_edit_back_before_any_answer(qtbot: QtBot, opened: Stage) -> None:
    opened.press("Return")
    edit(opened, qtbot, reword)
    qtbot.waitUntil(lambda: opened.card.startswith("Which norm?"), timeout=8000)
    opened.press("U")
    qtbot.waitUntil(lambda: opened.card.startswith("What does L1 do?"), timeout=8000)
    assert "## What does L1 do? {#l1}\nIt makes" in deck(opened)
    assert opened.log() == []


STEPS = "## How to win? {#win .steps}\n1. Think\n2. Act\n3. Rest\n"


def test_undo_takes_back_what_came_last_the_edit_or_a_mark(qtbot: QtBot, stage: Stage) -> None:
    stage.write_deck(STEPS)
    stage.open()

    def begins(words: str) -> None:
        qtbot.waitUntil(lambda: stage.card.startswith(words), timeout=8000)

    stage.press("Return", "Space")
    screen.button(stage.page, "Missed it").click()
    assert "Undo the mark on “Step 1” (Ctrl+Z)" in undo_of(stage)
    worse = STEPS.replace("win?", "lose?")
    edit(stage, qtbot, lambda dialog: dialog.form.editor.replace_text(worse))
    begins("How to lose?")
    assert "Undo the edit of the note (Ctrl+Z)" in undo_of(stage)
    screen.button(stage.page, "Knew it").click()
    assert "Undo the mark on “Step 2” (Ctrl+Z)" in undo_of(stage)
    stage.press("U", "U")
    begins("How to win?")
    assert "Undo the mark on “Step 1” (Ctrl+Z)" in undo_of(stage)
    assert deck(stage) == STEPS


def undo_of(stage: Stage) -> list[str]:
    return [made.toolTip() for made in screen.buttons(stage.page)]


def test_what_is_wrong_with_the_note_is_told_while_it_is_written(
    qtbot: QtBot, opened: Stage
) -> None:
    told: list[str] = []

    def spoil(dialog: EditDialog) -> None:
        dialog.form.editor.go_to(2)
        dialog.form.editor.insertPlainText("```\n")
        dialog.form.editor.go_to(2)
        qtbot.waitUntil(dialog.form.strip.isVisible)
        told.extend(screen.texts(dialog.form.strip))
        dialog.form.fix()

    opened.press("Return")
    edit(opened, qtbot, spoil)
    assert told[0].startswith("Warning: This fence is never closed")
    assert "## What does L1 do? {#l1}\n```\nIt makes weights sparse.\n```\n" in deck(opened)


def test_a_note_of_another_kind_is_asked_where_its_card_was(qtbot: QtBot, opened: Stage) -> None:
    def gap(dialog: EditDialog) -> None:
        cloze = "## Norms {#l1 .cloze}\nL1 makes weights {{sparse}}, L2 makes them {{small}}."
        dialog.form.editor.replace_text(cloze)

    opened.press("Return")
    edit(opened, qtbot, gap)
    qtbot.waitUntil(lambda: opened.card.startswith("Norms"), timeout=8000)
    assert opened.notice == (
        "Saved in deck.md. Undo takes the edit back. It has other cards now, and “Norms — […]” is"
        " asked in place of the one that is gone."
    )
    opened.press("U")
    qtbot.waitUntil(lambda: opened.card.startswith("What does L1 do?"), timeout=8000)
    assert opened.log() == []


FAULTS = [
    ("os.fsync", OSError(28, "No space left on device"), "no space left on device"),
    ("tempfile.mkstemp", PermissionError(13, "Permission denied"), "permission denied"),
    ("pathlib.Path.replace", OSError(30, "Read-only file system"), "read-only file system"),
]


def take(qtbot: QtBot, dialog: EditDialog | AddDialog, key: str) -> None:
    """Press a key that writes, and wait until that has ended."""
    screen.press(dialog, key)
    qtbot.waitUntil(lambda: not dialog.is_writing, timeout=8000)


def told_by(dialog: EditDialog | AddDialog) -> list[str]:
    return screen.texts(dialog.fault) if dialog.fault.isVisible() else []


def failing(fault: OSError) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise fault

    return fail


@pytest.mark.parametrize(("step", "fault", "words"), FAULTS)
def test_an_edit_that_cannot_be_saved_stays_in_the_form_and_the_old_text_in_the_file(
    qtbot: QtBot,
    opened: Stage,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    fault: OSError,
    words: str,
) -> None:
    told: list[str] = []

    def reword_and_fail(dialog: EditDialog) -> None:
        reword(dialog)
        with monkeypatch.context() as patched:
            patched.setattr(step, failing(fault))
            take(qtbot, dialog, "Ctrl+S")
        told.extend([*told_by(dialog), deck(opened), dialog.text])

    opened.press("Return")
    edit(opened, qtbot, reword_and_fail)
    sentence, then, mine = told
    assert sentence.startswith(f"{opened.decks / 'deck.md'} cannot be written: {words}")
    assert (then, mine) == (DECK, "## Which norm? {#l1}\nIt makes weights sparse.")
    assert "## Which norm? {#l1}\n" in deck(opened)
    qtbot.waitUntil(lambda: opened.card.startswith("Which norm?"), timeout=8000)


def test_undoing_an_edit_can_be_tried_again_after_a_fault(
    qtbot: QtBot, opened: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened.press("Return")
    edit(opened, qtbot, reword)
    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", failing(OSError(28, "No space left on device")))
        opened.press("U")
        qtbot.waitUntil(lambda: "no space left on device" in opened.notice, timeout=8000)
    assert "## Which norm? {#l1}\n" in deck(opened)
    opened.press("U")
    qtbot.waitUntil(lambda: "## What does L1 do? {#l1}\n" in deck(opened), timeout=8000)


@pytest.mark.parametrize(("step", "fault", "words"), FAULTS)
def test_a_note_that_cannot_be_added_stays_in_the_form(
    qtbot: QtBot,
    opened: Stage,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    fault: OSError,
    words: str,
) -> None:
    def fill(dialog: AddDialog) -> None:
        dialog.form.editor.insertPlainText("Mine")
        with monkeypatch.context() as patched:
            patched.setattr(step, failing(fault))
            take(qtbot, dialog, "Ctrl+Return")
        assert words in told_by(dialog)[0]
        assert deck(opened) == DECK

    in_dialog(AddDialog, fill)
    opened.press("Ctrl+N")
    assert deck(opened).endswith("Second.\n\n## Mine {#mine}\nAnswer\n")


def test_a_deck_whose_end_is_open_says_why_it_takes_no_note(qtbot: QtBot, opened: Stage) -> None:
    unclosed = f"{DECK}\n```python\nnever_closed()\n"
    opened.write_deck(unclosed)

    def fill(dialog: AddDialog) -> None:
        dialog.form.editor.insertPlainText("Mine")
        take(qtbot, dialog, "Ctrl+Return")
        assert "something at its end is never closed" in told_by(dialog)[0]
        assert (deck(opened), dialog.text) == (unclosed, "## Mine\nAnswer")
        dialog.choose(str(opened.decks / "other.md"))

    in_dialog(AddDialog, fill)
    opened.press("Ctrl+N")
    other = (opened.decks / "other.md").read_text("utf-8")
    assert other.endswith("\n## Mine {#mine}\nAnswer\n")


def test_a_changed_text_is_given_up_only_when_escape_is_pressed_twice(opened: Stage) -> None:
    told: list[list[str]] = []

    def leave(dialog: AddDialog) -> None:
        dialog.form.editor.insertPlainText("Mine")
        screen.press(dialog, "Escape")
        told.append(told_by(dialog))
        dialog.form.editor.insertPlainText("!")
        told.append(told_by(dialog))
        screen.press(dialog, "Escape")
        told.append(told_by(dialog))
        QTimer.singleShot(0, dialog.reject)

    in_dialog(AddDialog, leave, take=False)
    opened.press("Ctrl+N")
    assert told == [[GIVE_UP], [], [GIVE_UP]]
    assert deck(opened) == DECK


def test_a_note_is_added_to_the_deck_of_choice(qtbot: QtBot, opened: Stage) -> None:
    def fill(dialog: AddDialog) -> None:
        decks, kinds = dialog.findChildren(QComboBox)
        decks.setCurrentText("other")
        kinds.setCurrentText("reversed")
        assert dialog.form.editor.textCursor().selectedText() == "Question"
        dialog.form.editor.insertPlainText("A dead unit")
        qtbot.waitUntil(lambda: "A dead unit" in dialog.form.preview.words)

    in_dialog(AddDialog, fill)
    opened.press("Ctrl+N")
    added = "## Other {#other}\nx\n\n## A dead unit {#dead-unit .reversed}\nTerm\n"
    assert (opened.decks / "other.md").read_text("utf-8") == added
    qtbot.waitUntil(lambda: "5 cards for today" in opened.texts(), timeout=8000)
    assert opened.notice == "Added to other.md."


def add(stage: Stage, qtbot: QtBot) -> None:
    """Ask for a new note, and have the keys again once its dialog is gone."""
    stage.press("Ctrl+N")
    stage.shell.activateWindow()
    qtbot.waitUntil(stage.shell.isActiveWindow)


def offered(stage: Stage, qtbot: QtBot) -> str:
    """Open the form for a new note, read which deck it is for, and leave it."""
    told: list[str] = []

    def read(dialog: AddDialog) -> None:
        told.append(dialog.findChildren(QComboBox)[0].currentText())
        QTimer.singleShot(0, dialog.reject)

    in_dialog(AddDialog, read, take=False)
    add(stage, qtbot)
    return told[0]


def test_the_deck_that_is_in_front_is_offered_for_a_new_note(qtbot: QtBot, opened: Stage) -> None:
    opened.write_deck("## Third {#third}\nx\n", "third.md")
    opened.press("W")
    (page,) = opened.shell.findChildren(WritePage)
    page.deck_wanted.emit(str(opened.decks / "other.md"))
    assert offered(opened, qtbot) == "other"
    opened.press("Escape")
    assert offered(opened, qtbot) == "other"

    def fill(dialog: AddDialog) -> None:
        dialog.choose(str(opened.decks / "deck.md"))
        dialog.form.editor.insertPlainText("Mine")

    in_dialog(AddDialog, fill)
    add(opened, qtbot)
    assert offered(opened, qtbot) == "deck"
    opened.press("Return", "Space", "3")
    assert opened.card == "Other"
    assert offered(opened, qtbot) == "other"


def test_an_edit_of_a_note_that_is_gone_is_no_more_to_be_taken_back(
    qtbot: QtBot, opened: Stage
) -> None:
    opened.press("Return", "Space", "3")
    assert opened.card == "Other"
    edit(opened, qtbot, lambda dialog: dialog.form.editor.replace_text("## Others {#other}\ny"))
    opened.write_deck("## Else {#else}\nz\n", "other.md")
    opened.press("U")
    qtbot.waitUntil(lambda: "is not in other.md any more" in opened.notice, timeout=8000)
    opened.press("U")
    qtbot.waitUntil(lambda: opened.log()[-1] == "undone", timeout=8000)
