"""The list of cards: its columns, its order, and what is selected in it."""

from collections.abc import Iterator, Sequence
from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from flashcards.domain.ids import CardId
from flashcards.domain.spoken import due_text
from flashcards.domain.tongue import LANGUAGES, use
from flashcards.services.browsing import COLUMNS, Row
from flashcards.store.catalogues import catalogue
from flashcards.ui.browse.card_list import CardList
from flashcards.ui.browse.menus import view_menu
from flashcards.ui.browse.model import CardsModel
from flashcards.ui.theme.files import load_theme
from flashcards.ui.theme.stylesheet import stylesheet
from tests.ui import screen

DUE = next(place for place, column in enumerate(COLUMNS) if column.name == "due")
_LINE, _PADDING = 2, 8
"""The width of the line round what has the keys, and what stands beside a cell's words."""

TAGS = next(place for place, column in enumerate(COLUMNS) if column.name == "tags")


def rows(slots: Sequence[int]) -> list[Row]:
    cells = tuple(column.title for column in COLUMNS)
    return [Row(CardId(f"c{slot}"), cells, False, False) for slot in slots]


@pytest.fixture
def cards(qtbot: QtBot) -> Iterator[CardList]:
    model = CardsModel(rows)
    made = CardList(model)
    qtbot.addWidget(made)
    made.resize(1400, 400)
    screen.show(qtbot, made)
    model.show_slots(range(100, 0, -1))
    made.setFocus()
    yield made
    made.close()


def click(cards: CardList, column: int) -> tuple[str, bool]:
    cards.horizontalHeader().sectionClicked.emit(column)
    return cards.sort


def test_a_click_sorts_up_then_down_then_as_in_the_decks(qtbot: QtBot, cards: CardList) -> None:
    head = cards.horizontalHeader()
    assert not head.isSortIndicatorShown()
    with qtbot.waitSignal(cards.sorted_anew):
        assert click(cards, DUE) == ("due", False)
    assert head.isSortIndicatorShown()
    assert click(cards, DUE) == ("due", True)
    assert head.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
    assert click(cards, 0) == ("prompt", False)
    assert head.sortIndicatorSection() == 0
    click(cards, 0)
    assert click(cards, 0) == ("", False)
    assert not head.isSortIndicatorShown()


def test_columns_are_put_into_any_order_by_the_menu(cards: CardList) -> None:
    def shown() -> list[str]:
        return [COLUMNS[place].name for place in cards.places_shown()]

    def move(title: str) -> None:
        menu = view_menu(cards, cards)
        next(made for made in menu.actions() if made.text() == f"Move {title}").trigger()
        menu.deleteLater()

    assert shown() == ["prompt", "topic", "due", "interval", "lapses", "grade"]
    for title in ("Last grade", "Last grade", "Topic"):
        move(title)
    assert shown() == ["topic", "prompt", "due", "grade", "interval", "lapses"]
    offered = [made.text() for made in view_menu(cards, cards).actions()]
    assert "Move Topic" not in offered
    cards.setColumnHidden(0, True)
    move("Due")
    assert shown()[:2] == ["due", "topic"]


def test_the_prompts_have_what_room_is_left(cards: CardList) -> None:
    assert cards.horizontalHeader().length() == cards.viewport().width()
    before = cards.columnWidth(0)
    cards.setColumnHidden(TAGS, False)
    cards.fill()
    assert cards.columnWidth(0) < before
    cards.resize(500, 400)
    assert cards.columnWidth(0) >= 40 * cards.fontMetrics().averageCharWidth()


def test_layout_is_kept_and_comes_back(qtbot: QtBot, cards: CardList) -> None:
    cards.setColumnHidden(TAGS, False)
    cards.horizontalHeader().moveSection(DUE, 0)
    kept = cards.layout_kept()
    again = CardList(CardsModel(rows))
    qtbot.addWidget(again)
    again.restore(kept)
    assert not again.isColumnHidden(TAGS)
    assert again.horizontalHeader().visualIndex(DUE) == 0
    assert again.sort == ("", False)
    assert not again.horizontalHeader().isSortIndicatorShown()


def test_rows_are_as_tall_as_the_letters_ask_for(cards: CardList) -> None:
    before = cards.rowHeight(0)
    larger = cards.font()
    larger.setPixelSize(2 * cards.fontInfo().pixelSize())
    cards.setFont(larger)
    assert cards.rowHeight(0) > before
    assert cards.rowHeight(0) >= cards.fontMetrics().height()


def test_what_is_selected_is_given_from_the_top(qtbot: QtBot, cards: CardList) -> None:
    assert (cards.count_selected, cards.selected_slots()) == (0, [])
    with qtbot.waitSignal(cards.chosen):
        cards.go_to(3)
    assert (cards.current, cards.selected_slots()) == (3, [97])
    screen.press(cards, "Shift+Down", "Shift+Down")
    assert (cards.count_selected, cards.selected_slots()) == (3, [97, 96, 95])
    screen.press(cards, "Ctrl+A")
    assert cards.count_selected == 100
    assert cards.selected_slots() == list(range(100, 0, -1))


def test_a_row_that_is_gone_to_is_in_sight(cards: CardList) -> None:
    cards.go_to(90)
    place = cards.visualRect(cards.currentIndex())
    assert cards.viewport().rect().contains(place.center())


def test_tab_leaves_it(cards: CardList) -> None:
    assert not cards.tabKeyNavigation()
    assert screen.read_aloud(cards) == "Cards"


def test_in_every_language_a_column_has_room_for_its_longest_time(qtbot: QtBot) -> None:
    for name in LANGUAGES:
        use(name, catalogue(name))
        made = CardList(CardsModel(rows))
        qtbot.addWidget(made)
        long_ago = due_text(date(2026, 1, 1), date(2026, 2, 24))
        needed = made.fontMetrics().horizontalAdvance(long_ago)
        assert made.columnWidth(DUE) >= needed + 2 * _PADDING, long_ago


def test_the_line_round_the_list_is_drawn_round_its_head_too(cards: CardList) -> None:
    cards.setStyleSheet(stylesheet(load_theme(dark=False)[0]))
    inside = cards.contentsRect()
    for part in (cards.horizontalHeader(), cards.viewport()):
        assert inside.contains(part.geometry())
    assert inside.top() == _LINE


def test_a_hundred_thousand_selected_are_painted_without_a_look_at_each(
    cards: CardList, monkeypatch: pytest.MonkeyPatch
) -> None:
    model, asked, count = cards._cards, list[int](), CardsModel.rowCount
    model.show_slots(range(100_000))

    def counted(this: CardsModel, *parent: QModelIndex) -> int:
        asked.append(1)
        return count(this, *parent)

    monkeypatch.setattr(CardsModel, "rowCount", counted)
    cards.selectAll()
    cards.window().setEnabled(False)
    QApplication.processEvents()
    assert cards.count_selected == 100_000
    assert len(asked) < 10_000
