"""The menus in the real window: what they offer, where they lead, and that they go again."""

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAccessible, QAction, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from pytestqt.qtbot import QtBot

from flashcards.ui.actions import ACTIONS
from flashcards.ui.browse.search_field import SearchField
from flashcards.ui.menus import MENUS, ROLES, TEXT, Menus
from flashcards.ui.shortcuts import use_keys
from flashcards.ui.write.editor import DeckEditor
from tests.ui import screen
from tests.ui.stage import Stage, deck_of

pytestmark = pytest.mark.qt_log_ignore("does not support raise", "does not support grabbing")

ELSEWHERE = {"dismiss", "deeds", "deck-deeds", "leave-summary", "menus"}
"""What no menu offers: ways out that Escape is for, and menus."""


@pytest.fixture
def ready(stage: Stage) -> Stage:
    stage.write_deck(deck_of(5))
    stage.open()
    return stage


def bar(stage: Stage) -> Menus:
    (found,) = stage.shell.findChildren(Menus)
    return found


def offered(stage: Stage, title: str) -> dict[str, bool]:
    """Open the menus, read one of them, and let them go: its words, and what can be done."""
    stage.press("F10")
    menu = menu_of(stage, title)
    menu.aboutToShow.emit()
    found = {each.text(): each.isEnabled() for each in entries(menu)}
    let_go(stage)
    return found


def let_go(stage: Stage) -> None:
    """Press Escape until the menus are gone."""
    while popup := QApplication.activePopupWidget():
        QTest.keyClick(popup, Qt.Key.Key_Escape)
    QApplication.processEvents()
    if bar(stage).isVisible():  # it keeps the keys, so that the arrows lead to another menu
        QTest.keyClick(bar(stage), Qt.Key.Key_Escape)
    for _ in range(3):
        QApplication.processEvents()
    assert not bar(stage).isVisible()


def menu_of(stage: Stage, title: str) -> QMenu:
    found = bar(stage).findChildren(QMenu)
    return next(menu for menu in found if menu.title().replace("&", "") == title)


def entries(menu: QMenu) -> list[QAction]:
    return [each for each in menu.actions() if each.isVisible() and not each.isSeparator()]


def choose(qtbot: QtBot, stage: Stage, title: str, words: str) -> None:
    """Choose an entry as a click does."""
    menu = menu_of(stage, title)
    menu.aboutToShow.emit()
    (entry,) = [each for each in entries(menu) if each.text().startswith(words)]
    entry.trigger()
    qtbot.wait(20)


def test_every_action_stands_in_one_menu() -> None:
    named = [name for _, groups in MENUS for group in groups for name in group if name != TEXT]
    assert len(named) == len(set(named))
    assert {each.name for each in ACTIONS} - {*named} == ELSEWHERE


def test_f10_brings_them_with_the_first_one_open_and_escape_takes_them_away(ready: Stage) -> None:
    ready.press("F10")
    assert bar(ready).isVisible()
    assert bar(ready).activeAction().text() == "&File"
    assert menu_of(ready, "File").isVisible()
    assert menu_of(ready, "File").activeAction().text() == "Add a note to a deck\tCtrl+N"
    let_go(ready)
    assert ready.where == "Today"
    assert screen.focused() is ready.page
    ready.press("F10")
    bar(ready).come()
    assert not bar(ready).isVisible()


def alt(stage: Stage, *between: str) -> None:
    """Press Alt, other keys, and let it go."""
    window = stage.shell.windowHandle()
    QTest.keyPress(window, Qt.Key.Key_Alt)
    if between:
        stage.press(*between)
    QTest.keyRelease(window, Qt.Key.Key_Alt)
    QApplication.processEvents()


def test_alt_alone_brings_them_and_with_another_key_does_not(ready: Stage) -> None:
    alt(ready, "Alt+PgDown")
    assert not ready.shell.findChildren(Menus)
    alt(ready)
    assert bar(ready).isVisible()


def test_alt_is_forgotten_where_the_window_is_left(ready: Stage) -> None:
    window = ready.shell.windowHandle()
    QTest.keyPress(window, Qt.Key.Key_Alt)
    QApplication.sendEvent(ready.shell, QEvent(QEvent.Type.WindowDeactivate))
    QTest.keyRelease(window, Qt.Key.Key_Alt)
    assert not ready.shell.findChildren(Menus)


def test_a_held_alt_or_one_with_shift_is_none(ready: Stage) -> None:
    down, no = QEvent.Type.KeyPress, Qt.KeyboardModifier.NoModifier
    up = QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_Alt, no)
    held = QKeyEvent(down, Qt.Key.Key_Alt, no, "", True)
    shifted = QKeyEvent(down, Qt.Key.Key_Alt, Qt.KeyboardModifier.ShiftModifier)
    for event in (held, shifted):
        QApplication.sendEvent(ready.page, event)
        QApplication.sendEvent(ready.page, up)
        assert not ready.shell.findChildren(Menus)


def test_they_offer_what_the_page_in_front_can_do(ready: Stage) -> None:
    on_today = offered(ready, "Review")
    assert list(on_today) == [
        "Start the review\tEnter",
        "Choose what to review\t/",
        "Drill the weakest topic\tD",
    ]
    ready.press("Return")
    on_review = offered(ready, "Review")
    assert {"Flag the card\tF", "Show the hint\tH"} <= on_review.keys()
    assert not {*on_today} & {*on_review}


def test_an_entry_does_what_its_key_does_once_they_are_gone(qtbot: QtBot, ready: Stage) -> None:
    ready.press("F10")
    choose(qtbot, ready, "Review", "Start the review")
    assert (ready.where, bar(ready).isVisible()) == ("Review", False)
    ready.press("F10")
    choose(qtbot, ready, "Review", "Flag the card")
    assert ready.log() == ["flagged"]


def test_an_entry_is_what_was_chosen_wherever_tab_is(qtbot: QtBot, ready: Stage) -> None:
    screen.button(ready.page, "Write").setFocus(Qt.FocusReason.TabFocusReason)
    ready.press("F10")
    choose(qtbot, ready, "Review", "Start the review")
    assert ready.where == "Review"


def test_undo_says_what_it_would_take_back(qtbot: QtBot, ready: Stage) -> None:
    assert offered(ready, "Edit")["Undo the last step\tCtrl+Z"] is False
    ready.press("Return", "F")
    words = next(iter(offered(ready, "Edit")))
    assert words == "Undo flag on “Question 1”\tCtrl+Z"
    ready.press("F10")
    choose(qtbot, ready, "Edit", "Undo flag")
    undo, redo, *_ = offered(ready, "Edit").items()
    assert undo == ("Undo\tCtrl+Z", False)
    assert redo == ("Redo flag on “Question 1”\tCtrl+Shift+Z", True)


def test_undo_on_today_and_in_the_list_say_it_too(qtbot: QtBot, ready: Stage) -> None:
    ready.press("Return", "Space")
    QTest.qWait(220)
    ready.press("3", "Escape")
    assert next(iter(offered(ready, "Edit"))) == "Undo Good on “Question 1”\tCtrl+Z"
    QTest.qWait(520)
    ready.press("Escape")
    assert next(iter(offered(ready, "Edit"))) == "Undo Good on “Question 1”\tCtrl+Z"
    ready.press("B", "Return", "F")
    qtbot.waitUntil(lambda: "Flagged" in ready.notice)
    words = list(offered(ready, "Edit"))
    assert words[0] == "Undo: Flagged 1 card\tCtrl+Z"
    ready.press("U")
    qtbot.waitUntil(lambda: "Taken back" in ready.notice)
    assert "Redo: Flagged 1 card\tCtrl+Shift+Z" in offered(ready, "Edit")


def test_a_field_has_its_own_undo_and_what_every_field_has(qtbot: QtBot, ready: Stage) -> None:
    ready.press("B")
    (field,) = ready.page.findChildren(SearchField)
    field.setFocus()
    QTest.keyClicks(field, "deck")
    there = offered(ready, "Edit")
    assert [words for words in there if words.startswith("Undo")] == ["Undo typing\tCtrl+Z"]
    assert (there["Undo typing\tCtrl+Z"], there["Cut\tCtrl+X"]) == (True, False)
    ready.press("F10")
    choose(qtbot, ready, "Edit", "Select all")
    assert (field.selectedText(), screen.focused()) == ("deck", field)
    ready.press("F10")
    choose(qtbot, ready, "Edit", "Cut")
    assert (field.text(), QApplication.clipboard().text()) == ("", "deck")
    ready.press("F10")
    choose(qtbot, ready, "Edit", "Undo typing")
    assert field.text() == "deck"


def test_in_a_deck_they_write_save_and_undo(qtbot: QtBot, ready: Stage) -> None:
    ready.press("W")
    (editor,) = ready.page.findChildren(DeckEditor)
    editor.setFocus()
    before = editor.text
    editor.insertPlainText("More. ")
    assert offered(ready, "Edit")["Copy\tCtrl+C"] is False
    ready.press("F10")
    choose(qtbot, ready, "Edit", "Undo typing")
    assert editor.text == before
    assert {"Save the deck\tCtrl+S", "New deck\tCtrl+Alt+N"} <= offered(ready, "File").keys()


def test_they_name_the_keys_in_force(ready: Stage) -> None:
    assert "Quit\tCtrl+Q" in offered(ready, "File")
    use_keys({"quit": "F4", "about": "Shift+F1"})
    assert "Quit\tF4" in offered(ready, "File")
    assert offered(ready, "Help") == {"Show all keys\t?": True, "About Flashcards\tShift+F1": True}


def test_roles_tell_systems_what_belongs_into_their_own_menu(ready: Stage) -> None:
    ready.press("F10")
    roles = {
        each.text().partition("\t")[0]: each.menuRole()
        for menu in bar(ready).findChildren(QMenu)
        for each in menu.actions()
        if each.menuRole() in ROLES.values()
    }
    assert roles == {
        "Quit": QAction.MenuRole.QuitRole,
        "Settings": QAction.MenuRole.PreferencesRole,
        "About Flashcards": QAction.MenuRole.AboutRole,
    }


def test_a_screen_reader_finds_the_bar_its_menus_and_their_entries(ready: Stage) -> None:
    ready.press("F10")
    interface = QAccessible.queryAccessibleInterface(bar(ready))
    assert interface.role() == QAccessible.Role.MenuBar
    assert interface.text(QAccessible.Text.Name) == "Menus"
    names = [
        interface.child(place).text(QAccessible.Text.Name)
        for place in range(interface.childCount())
    ]
    assert names == ["File", "Edit", "View", "Review", "Help"]
    menu = QAccessible.queryAccessibleInterface(menu_of(ready, "File"))
    first = menu.child(0)
    assert first.text(QAccessible.Text.Name).startswith("Add a note to a deck")
    assert first.role() == QAccessible.Role.MenuItem


def test_a_long_question_is_cut_and_its_ampersand_is_no_letter_to_press(stage: Stage) -> None:
    stage.write_deck(f"## R&D: {'what ' * 30}?\nNothing.\n")
    stage.open()
    stage.press("Return", "F")
    words = next(iter(offered(stage, "Edit"))).partition("\t")[0]
    assert words.startswith("Undo flag on “R&&D: what")
    assert words.endswith("…")
    assert len(words) < 90


def test_no_two_letters_of_the_bar_are_the_same() -> None:
    letters = [title[title.index("&") + 1].casefold() for title, _ in MENUS]
    assert len(letters) == len(set(letters))


def test_nothing_of_them_is_there_before_they_are_asked_for(stage: Stage) -> None:
    stage.write_deck(deck_of(1))
    program = stage.raise_curtain()
    assert not program.shell.findChildren(Menus)


def test_about_names_version_and_folder(qtbot: QtBot, ready: Stage) -> None:
    ready.press("F10")
    told: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            told.extend(screen.texts(dialog))
            dialog.reject()
        else:
            QTimer.singleShot(50, look)

    look()
    choose(qtbot, ready, "Help", "About")
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].startswith("Flashcards 0.")
    assert any(str(ready.data) in words.replace("\u200b", "") for words in told)
