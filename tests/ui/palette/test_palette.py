"""The palette in the real window: by keys alone."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from flashcards.ui.browse.card_list import CardList
from flashcards.ui.browse.search_field import SearchField
from flashcards.ui.cards.card_view import CardView
from flashcards.ui.palette.dialog import NOTHING, Offer, Palette
from tests.ui import screen
from tests.ui.stage import Stage, deck_of

WAIT_MS = 250


@pytest.fixture
def ready(qtbot: QtBot, stage: Stage) -> Stage:
    stage.write_deck(deck_of(3))
    stage.write_deck("## What does a penalty do?\nIt shrinks.\n", "norms.md")
    stage.open()
    return stage


def asked(stage: Stage, typed: str, *keys: str) -> list[str]:
    """Open the palette, type, press keys, and give what it offered when they were pressed."""
    found: list[str] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog):
            QTimer.singleShot(50, act)
            return
        try:
            (field,) = dialog.findChildren(QLineEdit)
            QTest.keyClicks(field, typed)
            QTest.qWait(WAIT_MS)
            while any("still being read" in text for text in screen.texts(dialog)):
                QTest.qWait(20)
            (view,) = dialog.findChildren(QTreeView)
            model = view.model()
            found.extend(model.index(row, 0).data() for row in range(model.rowCount()))
            found.append(screen.described(field))
            screen.press(dialog, *(keys or ("Escape",)))
        except AssertionError:
            dialog.reject()
            raise

    QTimer.singleShot(100, act)
    stage.shell.activateWindow()  # as a window manager does once a dialog is gone
    stage.press("Ctrl+K")
    return found


def test_it_offers_what_the_page_can_do_and_what_all_can(ready: Stage) -> None:
    offered = asked(ready, "")
    assert offered[-1].endswith(f"1 of {len(offered) - 1}")
    assert {"Start the review", "Quit", "Setting: Theme", "Put your decks in order"} <= set(offered)
    assert "Review norms" in asked(ready, "norms")
    assert "Bury the card until tomorrow" not in offered


def test_an_action_is_done_by_a_few_letters(ready: Stage) -> None:
    asked(ready, "progr", "Return")
    assert ready.where == "Progress"


def test_the_likest_stand_first(ready: Stage) -> None:
    first, second, *_ = asked(ready, "theme")
    assert {first, second} == {"Setting: Theme", "Next theme: system, light, dark"}


def test_a_setting_is_shown_with_the_keys_on_it(ready: Stage) -> None:
    asked(ready, "setting theme", "Return")
    assert ready.where == "Settings"
    focused: QWidget | None = ready.page.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Theme"


def test_arrows_choose_another(ready: Stage) -> None:
    before = ready.program and ready.program.look.choice
    asked(ready, "theme", "Down", "Return")
    assert ready.where == "Today"
    assert ready.program
    assert ready.program.look.choice != before


def test_a_deck_is_reviewed(ready: Stage) -> None:
    asked(ready, "review norms", "Return")
    assert (ready.where, ready.card) == ("Review", "What does a penalty do?")


def test_a_card_is_found_by_its_words_and_shown_among_all_cards(ready: Stage) -> None:
    assert "What does a penalty do?" in asked(ready, "penalty", "Return")
    assert ready.where == "Cards"
    (view,) = ready.page.findChildren(CardView)
    QTest.qWait(WAIT_MS)
    assert screen.described(view) == "What does a penalty do?\nIt shrinks."
    assert isinstance(ready.shell.focusWidget(), CardList)


def test_a_card_is_found_by_its_answer_after_those_that_ask_for_it(
    qtbot: QtBot, ready: Stage
) -> None:
    ready.write_deck("## What comes after?\nQuestion marks.\n", "a.md")
    ready.press("F5")
    qtbot.waitUntil(lambda: ready.notice == "The decks were read again.")
    *found, _ = asked(ready, "question")
    assert found[-4:] == ["Question 1", "Question 2", "Question 3", "What comes after?"]


def test_a_search_that_hides_the_card_gives_way(ready: Stage) -> None:
    ready.press("B")
    (field,) = ready.page.findChildren(SearchField)
    field.setText("question 2")
    asked(ready, "penalty", "Return")
    assert field.text() == ""
    assert chosen(ready) == "What does a penalty do?"
    field.setText("does")
    asked(ready, "shrinks", "Return")
    assert (field.text(), chosen(ready)) == ("does", "What does a penalty do?")


def chosen(stage: Stage) -> str:
    """Read the card that the keys are on."""
    (cards,) = stage.page.findChildren(CardList)
    return str(cards.model().index(cards.current or 0, 0).data())


def test_what_the_search_cannot_understand_finds_no_card(ready: Stage) -> None:
    assert asked(ready, "is:dux") == [NOTHING]


def test_nothing_is_said_to_be_nothing_and_escape_leaves_all_as_it_is(ready: Stage) -> None:
    assert asked(ready, "zzzz", "Return", "Escape") == [NOTHING]
    assert ready.where == "Today"


def test_a_saved_search_is_reviewed_from_here(ready: Stage) -> None:
    (ready.data / "settings.toml").write_text('[searches]\nshrink = "deck:norms"\n', "utf-8")
    ready.close()
    ready.open()
    assert asked(ready, "@shrink", "Return")[0] == "Review @shrink"
    assert ready.card.startswith("What does a penalty do?")


def test_names_have_most_of_the_room_however_long_the_words_beside_them(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1024, 700)
    offers = [Offer("Text", "Ctrl+T", print), Offer("Why?", "a deck " * 60, print)]
    palette = Palette(offers, lambda _typed: (), window)
    screen.show(qtbot, palette)
    (view,) = palette.findChildren(QTreeView)
    assert view.columnWidth(0) >= view.viewport().width() / 2
    QTest.keyClicks(palette.findChildren(QLineEdit)[0], "Text")
    assert view.columnWidth(1) == view.sizeHintForColumn(1)
