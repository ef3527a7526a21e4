"""What stood in a form when the program was killed is offered back; what was given up is not."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from flashcards.domain.clock import Moment
from flashcards.services.form_text import ADDED, FormText, everything_left
from flashcards.services.writing import Paper
from flashcards.store.deck_files import read_yaml
from flashcards.store.deck_texts import DeckTexts
from flashcards.store.unsaved import UnsavedFiles
from flashcards.ui.today.unsaved import UnsavedList
from flashcards.ui.write.note_dialogs import AddDialog, EditDialog, NoteDialog
from tests.ui import screen
from tests.ui.stage import Stage
from tests.ui.write.test_noting import in_dialog

DECK = "## One? {#one}\nFirst.\n\n## Two?\nSecond.\n"
NEW = "## New?\nMine."


@pytest.fixture
def paper(stage: Stage) -> Paper:
    stage.write_deck(DECK)
    stage.write_deck("## Other {#other}\nx\n", "other.md")
    unsaved = UnsavedFiles(stage.data / "unsaved")
    return Paper(DeckTexts(), unsaved, lambda: Moment(7, 60), read_yaml)


def deck(stage: Stage) -> Path:
    return stage.decks / "deck.md"


def rows(stage: Stage) -> list[str]:
    (shown,) = stage.page.findChildren(UnsavedList)
    return screen.texts(shown)[2:] if shown.isVisible() else []


def go_on(stage: Stage) -> None:
    (shown,) = stage.page.findChildren(UnsavedList)
    screen.button(shown, "Go on").click()


def test_a_new_note_is_kept_while_it_is_written_and_forgotten_once_it_is_added(
    qtbot: QtBot, stage: Stage, paper: Paper
) -> None:
    stage.open()

    def write(dialog: AddDialog) -> None:
        dialog.form.editor.replace_text(NEW)
        qtbot.waitUntil(lambda: [left.text for left in everything_left(paper)] == [NEW])

    in_dialog(AddDialog, write)
    stage.press("Ctrl+N")
    assert "## New? {#new}\nMine.\n" in deck(stage).read_text("utf-8")
    assert (everything_left(paper), paper.unsaved.all()) == ([], [])


def test_a_new_note_that_a_crash_closed_is_offered_on_today_and_added_to_its_deck(
    qtbot: QtBot, stage: Stage, paper: Paper
) -> None:
    FormText(paper, Path()).keep(stage.decks / "other.md", "## Question\n", NEW)
    stage.open()
    assert rows(stage) == ["other.md: a new note that you wrote until 01:00 on 1 January"]
    told = list[str]()
    in_dialog(AddDialog, lambda dialog: told.extend(screen.texts(dialog.fault)))
    go_on(stage)
    assert told == [
        "This text was not saved: it is what you wrote until 01:00 on 1 January. Undo shows what"
        " was before."
    ]
    text = (stage.decks / "other.md").read_text("utf-8")
    assert text == "## Other {#other}\nx\n\n## New? {#new}\nMine.\n"
    qtbot.waitUntil(lambda: rows(stage) == [])


def test_it_is_there_by_its_key_too_and_gone_once_it_was_given_up(
    qtbot: QtBot, stage: Stage, paper: Paper
) -> None:
    FormText(paper, Path()).keep(deck(stage), "## Question\n", NEW)
    stage.open()
    seen = list[str]()

    def give_up(dialog: AddDialog) -> None:
        seen.append(dialog.text)
        dialog.reject()
        dialog.reject()

    for _ in range(2):
        in_dialog(AddDialog, give_up, take=False)
        stage.press("Ctrl+N")
        stage.shell.activateWindow()
        qtbot.waitUntil(stage.shell.isActiveWindow)
    assert seen[0] == NEW
    assert seen[1].startswith("## ")
    assert seen[1] != NEW
    assert everything_left(paper) == []


def test_an_edit_that_a_crash_closed_goes_on_from_today(
    qtbot: QtBot, stage: Stage, paper: Paper
) -> None:
    base = "## One? {#one}\nFirst."
    FormText(paper, deck(stage), "one").keep(deck(stage), base, f"{base} Mine.")
    stage.open()
    assert rows(stage) == ["deck.md: a note that you edited until 01:00 on 1 January"]
    in_dialog(EditDialog, lambda _: None)
    go_on(stage)
    assert deck(stage).read_text("utf-8").startswith(f"{base} Mine.\n\n## Two?")
    assert stage.notice == "Saved in deck.md. Undo takes the edit back."
    qtbot.waitUntil(lambda: not rows(stage))


def test_an_edit_goes_on_by_its_key_and_what_others_wrote_since_is_merged(
    qtbot: QtBot, stage: Stage, paper: Paper
) -> None:
    base = "## One? {#one}\nFirst.\nLast."
    FormText(paper, deck(stage), "one").keep(deck(stage), base, base.replace("One?", "Uno?"))
    deck(stage).write_text(f"{base.replace('Last.', 'Theirs.')}\n", "utf-8")
    stage.open()
    in_dialog(EditDialog, lambda _: None)
    stage.press("Return", "E")
    merged = "## Uno? {#one}\nFirst.\nTheirs.\n"
    qtbot.waitUntil(lambda: deck(stage).read_text("utf-8") == merged)
    assert everything_left(paper) == []


def test_an_edited_note_without_an_id_is_known_again(
    qtbot: QtBot, stage: Stage, paper: Paper
) -> None:
    stage.write_deck("## Two?\nSecond.\n")
    stage.open()
    kept = list[tuple[str, str]]()

    def write_and_be_killed(dialog: EditDialog) -> None:
        dialog.form.editor.replace_text(dialog.text.replace("Second.", "Mine."))
        qtbot.waitUntil(lambda: bool(everything_left(paper)))
        kept.append((everything_left(paper)[0].key, paper.unsaved.all()[0]))
        dialog.reject()
        dialog.reject()

    stage.press("Return")
    in_dialog(EditDialog, write_and_be_killed, take=False)
    stage.press("E")
    stage.close()
    paper.unsaved.write(*kept[0])
    stage.open()
    in_dialog(EditDialog, lambda _: None)
    go_on(stage)
    assert deck(stage).read_text("utf-8") == "## Two? {#two}\nMine.\n"


def test_where_its_note_is_gone_the_text_is_offered_as_a_new_one(
    stage: Stage, paper: Paper
) -> None:
    base = "## Gone? {#gone}\nx"
    FormText(paper, deck(stage), "gone").keep(deck(stage), base, f"{base} Mine.")
    stage.open()
    in_dialog(AddDialog, lambda _: None)
    go_on(stage)
    assert deck(stage).read_text("utf-8").endswith("\n## Gone? {#gone}\nx Mine.\n")
    assert everything_left(paper) == []


@pytest.mark.parametrize("note", ["", "one"])
def test_what_a_crash_left_after_it_was_written_is_not_offered(
    stage: Stage, paper: Paper, note: str
) -> None:
    text = "## One? {#one}\nFirst." if note else "## Two?\nSecond."
    form = FormText(paper, deck(stage), note)
    form.keep(deck(stage), "## Question\n", text)
    assert (form.left(), everything_left(paper)) == (None, [])
    deck(stage).write_bytes(b"\xff")
    assert [left.key for left in everything_left(paper)] == [form.key]
    assert form.key == (f"{deck(stage)}#one" if note else ADDED)


def test_it_is_discarded_on_today_after_a_question(
    qtbot: QtBot, stage: Stage, paper: Paper
) -> None:
    FormText(paper, Path()).keep(deck(stage), "## Question\n", NEW)
    stage.open()
    (shown,) = stage.page.findChildren(UnsavedList)

    def agree() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog and not isinstance(dialog, NoteDialog):
            screen.button(dialog, "Discard").click()
        else:
            QTimer.singleShot(20, agree)

    QTimer.singleShot(20, agree)
    screen.button(shown, "Discard").click()
    qtbot.waitUntil(lambda: rows(stage) == [])
    assert paper.unsaved.all() == []


def test_what_cannot_be_kept_is_told_in_the_form(
    stage: Stage, paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.open()
    told = list[str]()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    def write(dialog: AddDialog) -> None:
        dialog.form.editor.replace_text(NEW)
        with monkeypatch.context() as patched:
            patched.setattr("os.fsync", full)
            dialog._keep()
        told.extend(screen.texts(dialog.fault))
        dialog.reject()
        dialog.reject()

    in_dialog(AddDialog, write, take=False)
    stage.press("Ctrl+N")
    assert told[0] == (
        "What you write cannot be kept safe from a crash: no space left on device. "
        "Save it, or free some room."
    )
