"""The Cards page in the real window, on real folders, by the keyboard."""

from collections.abc import Callable
from typing import cast

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QMenu
from pytestqt.qtbot import QtBot

from flashcards.domain.grade import Grade
from flashcards.domain.rotation import Purpose
from flashcards.store.backups import Backups
from flashcards.store.paths import Paths
from flashcards.ui.browse import working
from flashcards.ui.browse.page import BrowsePage
from flashcards.ui.browse.working import WorkingDialog
from flashcards.ui.cards.card_view import CardView
from tests.ui import screen
from tests.ui.stage import Stage, deck_of
from tests.ui.test_today_errands import answer

pytestmark = pytest.mark.qt_log_ignore("does not support raise", "does not support grabbing")

DECK = """---
topic: ml/norms
tags: [core]
---
## What does L1 do? {#l1}
Zero.

## What does L2 do? {#l2 .reversed}
Shrinks.

## Elastic net {#net .cloze tags=rare}
It adds {{L1}} and {{L2}}.
"""


def opened(qtbot: QtBot, stage: Stage, deck: str = DECK) -> BrowsePage:
    stage.write_deck(deck)
    stage.open()
    stage.press("B")
    page = cast(BrowsePage, stage.page)
    qtbot.waitUntil(lambda: bool(listed(page)) or "no cards" in state(page))
    return page


def listed(page: BrowsePage, column: int = 0) -> list[str]:
    model = page.cards.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def state(page: BrowsePage) -> str:
    return next((text for text in screen.texts(page) if text != "Cards"), "")


def typed(words: str) -> None:
    QTest.keyClicks(screen.focused(), words)


def told(qtbot: QtBot, stage: Stage, words: str) -> None:
    """Wait until something is done, and the page has its keys back."""
    qtbot.waitUntil(lambda: stage.notice == words)
    qtbot.waitUntil(stage.page.isEnabled)
    stage.shell.activateWindow()  # as a window manager does once a dialog is gone
    qtbot.waitUntil(stage.shell.isActiveWindow)


def seen(page: BrowsePage) -> str:
    (view,) = page.preview.findChildren(CardView)
    return screen.described(view) if view.isVisible() else ""


def test_all_cards_are_listed_and_escape_leads_back(qtbot: QtBot, stage: Stage) -> None:
    page = opened(qtbot, stage)
    assert (stage.where, state(page)) == ("Cards", "5 cards")
    assert listed(page)[:2] == ["What does L1 do?", "What does L2 do?"]
    assert set(listed(page, 5)) == {"new"}
    stage.press("Escape")
    assert stage.where == "Today"


def test_what_is_typed_is_searched_at_once(qtbot: QtBot, stage: Stage) -> None:
    page = opened(qtbot, stage)
    typed("kind:basic zero")
    assert (listed(page), state(page)) == (["What does L1 do?"], "1 of 5 cards")
    page.field.setText("nowhere")
    assert (listed(page), state(page)) == ([], "No card is found.")
    page.field.setText("tag:cor")
    assert state(page) == "No card has the tag “cor”. Did you mean “core”?"


def test_a_wrong_word_is_underlined_and_the_list_stays(qtbot: QtBot, stage: Stage) -> None:
    page = opened(qtbot, stage)
    page.field.setText("zero")
    before = page.field.grab().toImage()
    page.field.setText("zero topik:ml")
    assert state(page) == "A search does not know “topik”. Did you mean “topic”?"
    assert screen.described(page.field) == state(page)
    assert listed(page) == ["What does L1 do?"]
    assert page.field.grab().toImage() != before


def test_words_are_offered_while_one_types_and_taken_with_enter(qtbot: QtBot, stage: Stage) -> None:
    page = opened(qtbot, stage)
    typed("topic:no")
    assert page.field.offered == ["topic:ml/norms   5 cards"]
    popup = QApplication.activePopupWidget()
    assert popup is not None
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(popup, key)
    assert page.field.text() == "topic:ml/norms "
    assert state(page) == "5 cards"


def test_the_card_that_the_keys_are_on_is_shown_with_its_answer(qtbot: QtBot, stage: Stage) -> None:
    page = opened(qtbot, stage)
    qtbot.waitUntil(lambda: "Zero." in seen(page))
    stage.press("Return", "Down")
    qtbot.waitUntil(lambda: "Shrinks." in seen(page))
    page.field.setText("nowhere")
    qtbot.waitUntil(lambda: "No card is found." in screen.texts(page.preview))


def test_many_are_suspended_at_once_and_one_undo_takes_all_back(qtbot: QtBot, stage: Stage) -> None:
    page = opened(qtbot, stage)
    stage.press("Return", "Ctrl+A", "S")
    told(qtbot, stage, "Suspended 5 cards. Ctrl+Z takes it back.")
    assert stage.log() == ["suspended"] * 5
    assert page.cards.count_selected == 5
    assert state(page) == "5 cards, 5 selected"
    stage.press("Ctrl+Z")
    told(qtbot, stage, "Taken back: Suspended 5 cards. Ctrl+Shift+Z does it again.")
    assert stage.log() == ["suspended"] * 5 + ["undone"] * 5
    stage.press("Ctrl+Y")
    told(qtbot, stage, "Suspended 5 cards again. Ctrl+Z takes it back.")
    stage.press("S")
    told(qtbot, stage, "Resumed 5 cards. Ctrl+Z takes it back.")
    assert stage.log()[10:] == ["undone"] * 5 + ["resumed"] * 5


def test_before_several_cards_are_changed_or_that_is_taken_back_the_log_is_backed_up(
    qtbot: QtBot, stage: Stage
) -> None:
    (stage.data / "settings.toml").write_text("backups = false\n", "utf-8")
    opened(qtbot, stage)
    stage.press("Return", "F")
    assert purposes(stage) == []
    stage.press("Shift+Down", "S")
    told(qtbot, stage, "Suspended 2 cards. Ctrl+Z takes it back.")
    assert purposes(stage) == [Purpose.BULK]
    stage.press("Ctrl+Z")
    told(qtbot, stage, "Taken back: Suspended 2 cards. Ctrl+Shift+Z does it again.")
    assert purposes(stage) == [Purpose.BULK, Purpose.BULK]


def purposes(stage: Stage) -> list[Purpose]:
    return [backup.purpose for backup in Backups(Paths(stage.data).database).all()]


@pytest.mark.parametrize(("key", "kind"), [("B", "buried"), ("F", "flagged"), ("S", "suspended")])
def test_each_key_does_what_it_does_in_a_review(
    qtbot: QtBot, stage: Stage, key: str, kind: str
) -> None:
    opened(qtbot, stage)
    stage.press("Return", "Down", key)
    assert stage.log() == [kind]
    stage.press("U")
    assert stage.log() == [kind, "undone"]
    stage.press("U")
    assert stage.notice == "There is nothing to undo."


def test_answered_cards_are_sorted_by_any_column(qtbot: QtBot, stage: Stage) -> None:
    stage.write_deck(DECK)
    answer(stage, days_ago={40: Grade.EASY}, cards=["l2"])
    answer(stage, days_ago={9: Grade.AGAIN}, cards=["net/l1"])
    page = opened(qtbot, stage)
    page.cards.sort_by("due", down=False)
    assert listed(page, 5)[2:] == ["new", "new", "new"]
    assert "ago" in listed(page, 5)[0]
    first = listed(page)[0]
    page.cards.sort_by("due", down=True)
    assert listed(page)[1] == first
    head = page.cards.horizontalHeader()
    for order in ("up", "down", "as in the decks"):
        head.sectionClicked.emit(10)
        assert (page.cards.sort == ("", False)) == (order == "as in the decks")


def test_a_chosen_day_is_set(qtbot: QtBot, stage: Stage) -> None:
    opened(qtbot, stage)
    stage.press("Return")
    answered_by(lambda dialog: dialog.accept(), lambda: stage.press("Ctrl+Shift+D"))
    assert stage.log() == ["due"]


def answered_by(answer_it: Callable[[QDialog], object], then: Callable[[], object]) -> None:
    """Answer the dialog that something opens."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        answer_it(dialog)

    QTimer.singleShot(100, look)
    then()


def test_history_tells_every_event_in_words(qtbot: QtBot, stage: Stage) -> None:
    opened(qtbot, stage)
    stage.press("Return", "F")
    heard: list[str] = []

    def read(dialog: QDialog) -> None:
        heard.extend(screen.texts(dialog))
        dialog.reject()

    answered_by(read, lambda: stage.press("I"))
    assert {"What does L1 do?", "flagged"} <= set(heard)


def test_study_these_asks_what_is_found(qtbot: QtBot, stage: Stage) -> None:
    page = opened(qtbot, stage)
    page.field.setText("kind:cloze")
    stage.press("Ctrl+Return")
    assert stage.where == "Review"
    assert "Elastic net" in stage.card or "It adds" in stage.card


def test_a_deck_that_is_saved_shows_in_the_list(qtbot: QtBot, stage: Stage) -> None:
    page = opened(qtbot, stage)
    stage.press("Return", "Down")
    stage.write_deck("## New here {#new}\nYes.\n", "another.md")
    qtbot.waitUntil(lambda: "New here" in listed(page), timeout=5000)
    assert page.cards.current is not None


def test_without_decks_it_says_what_to_do(qtbot: QtBot, stage: Stage) -> None:
    page = opened(qtbot, stage, deck="Nothing here.\n")
    assert state(page) == "There are no cards yet. Write a deck, and they show here."


def test_columns_and_their_order_are_kept(qtbot: QtBot, stage: Stage) -> None:
    page = opened(qtbot, stage)
    assert page.cards.isColumnHidden(4)
    page.cards.setColumnHidden(4, False)
    page.cards.horizontalHeader().moveSection(4, 0)
    stage.close()
    stage.open()
    stage.press("B")
    again = cast(BrowsePage, stage.page)
    assert not again.cards.isColumnHidden(4)
    assert again.cards.horizontalHeader().visualIndex(4) == 0


def test_menus_offer_the_same_with_keys(qtbot: QtBot, stage: Stage) -> None:
    page = opened(qtbot, stage)
    stage.press("Return", "Ctrl+M")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [made.text() for made in menu.actions() if made.text()]
    assert texts[:3] == [
        "Show the card's history\tI",
        "Edit the note in its deck\tE",
        "Suspend them, or resume them\tS",
    ]
    next(made for made in menu.actions() if made.text() == texts[2]).trigger()
    assert stage.log() == ["suspended"]
    menu.hide()
    stage.press("Ctrl+L")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    by = {made.text(): made for made in menu.actions()}
    by["Show Deck"].trigger()
    by["Prompt"].trigger()
    assert not page.cards.isColumnHidden(1)
    assert listed(page) == sorted(listed(page), key=str.casefold)
    menu.hide()


def test_what_takes_long_shows_how_far_it_is(
    qtbot: QtBot, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(working, "_PATIENCE_MS", 0)
    page = opened(qtbot, stage, deck_of(300))
    stage.press("Return", "Ctrl+A", "F")
    qtbot.waitUntil(lambda: len(stage.log()) == 300, timeout=10_000)
    qtbot.waitUntil(page.isEnabled)
    assert stage.notice.startswith("Flagged 300 cards.")
    assert page.cards.count_selected == 300


def test_what_is_cancelled_has_changed_nothing(
    qtbot: QtBot, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(qtbot, stage, deck_of(200))
    monkeypatch.setattr(working, "_PATIENCE_MS", 0)
    stage.press("Return", "Ctrl+A")
    showing = working.Working._step

    def slowly(this: working.Working) -> None:
        QTest.qSleep(5)
        showing(this)

    monkeypatch.setattr(working.Working, "_step", slowly)
    stage.press("F")
    dialogs: list[WorkingDialog] = []

    def found() -> bool:
        dialogs[:] = page.window().findChildren(WorkingDialog)
        return bool(dialogs)

    qtbot.waitUntil(found)
    dialogs[0].reject()
    qtbot.waitUntil(page.isEnabled)
    assert stage.notice == "Stopped. Nothing was changed."
    assert stage.log() == []


def look_back(qtbot: QtBot, page: BrowsePage) -> None:
    """Give the keys to the list again, as a window system does after a dialog."""
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow)
    page.cards.setFocus()


def test_notes_are_tagged_in_their_decks_and_one_undo_takes_that_back(
    qtbot: QtBot, stage: Stage
) -> None:
    page = opened(qtbot, stage)
    stage.press("Return", "Ctrl+A")

    def write(dialog: QDialog) -> None:
        typed("exam")
        dialog.accept()

    answered_by(write, lambda: stage.press("T"))
    told(qtbot, stage, "Tagged 3 notes. Ctrl+Z takes it back.")
    tagged = (stage.decks / "deck.md").read_text("utf-8")
    assert "{#l1 tags=exam}" in tagged
    assert '{#net .cloze tags="rare exam"}' in tagged
    page.field.setText("tag:exam")
    assert state(page) == "5 cards"
    look_back(qtbot, page)
    stage.press("U")
    told(qtbot, stage, "Taken back: Tagged 3 notes. Ctrl+Shift+Z does it again.")
    assert (stage.decks / "deck.md").read_text("utf-8") == DECK
    assert state(page) == "No card has the tag “exam”."


def test_what_cannot_be_a_tag_is_said(qtbot: QtBot, stage: Stage) -> None:
    opened(qtbot, stage)
    heard: list[str] = []

    def write(dialog: QDialog) -> None:
        typed("a,b")
        dialog.accept()
        heard.extend(screen.texts(dialog))
        dialog.reject()

    stage.press("Return")
    answered_by(write, lambda: stage.press("T"))
    assert any("“a,b” cannot be a tag" in text for text in heard)
    assert (stage.decks / "deck.md").read_text("utf-8") == DECK


def test_a_note_moves_to_another_deck_with_its_history(qtbot: QtBot, stage: Stage) -> None:
    stage.write_deck("## Elsewhere {#else}\nYes.\n", "other.md")
    stage.write_deck(DECK)
    answer(stage, days_ago={9: Grade.GOOD}, cards=["l1"])
    page = opened(qtbot, stage)

    def choose(dialog: QDialog) -> None:
        (box,) = dialog.findChildren(QComboBox)
        box.setCurrentText("other")
        dialog.accept()

    stage.press("Return")
    answered_by(choose, lambda: stage.press("M"))
    told(qtbot, stage, "Moved 1 note to other. Ctrl+Z takes it back.")
    assert "#l1" in (stage.decks / "other.md").read_text("utf-8")
    page.field.setText("deck:other reviews=1")
    assert listed(page) == ["What does L1 do?"]
    look_back(qtbot, page)
    stage.press("Ctrl+Z")
    told(qtbot, stage, "Taken back: Moved 1 note to other. Ctrl+Shift+Z does it again.")
    assert (stage.decks / "deck.md").read_text("utf-8") == DECK
