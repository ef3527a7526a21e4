"""The page's menus: what to do with cards, and how to list them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from flashcards.domain.tongue import tr
from flashcards.services.browsing import COLUMNS
from flashcards.ui.actions import action
from flashcards.ui.browse.card_list import CardList
from flashcards.ui.shortcuts import shown_key

DEEDS = (
    ("card-history", "edit-card"),
    ("suspend-cards", "bury-cards", "flag-cards"),
    ("due-cards", "reset-cards"),
    ("tag-cards", "move-cards"),
    ("undo-cards", "redo-cards"),
)
"""Actions of the table, in groups."""


def deeds_menu(
    parent: QWidget, wanted: Callable[[str], object], able: Callable[[str], bool]
) -> QMenu:
    """Offer all that can be done, each with its key."""
    menu = QMenu(tr("What to do with the selected cards"), parent)
    for group in DEEDS:
        for name in group:
            made = menu.addAction(f"{action(name).label}\t{shown_key(name)}")
            made.setEnabled(able(name))
            made.triggered.connect(lambda _=False, name=name: wanted(name))
        menu.addSeparator()
    return menu


def view_menu(parent: QWidget, cards: CardList) -> QMenu:
    """Offer to sort by a column, which columns are seen, and where they stand."""
    menu = QMenu(tr("Order and columns"), parent)
    menu.addSection(tr("Sort by"))
    group = QActionGroup(menu)
    titles = [
        ("", tr("The decks’ order")),
        *((column.name, tr(column.title)) for column in COLUMNS),
    ]
    for name, title in titles:
        again = bool(name) and cards.sort == (name, False)
        made = _choice(menu, title, chosen=cards.sort[0] == name)
        group.addAction(made)
        made.triggered.connect(partial(cards.sort_by, name, down=again))
    menu.addSection(tr("Columns"))
    for place, column in enumerate(COLUMNS):
        words = tr("Show {column}", column=tr(column.title))
        made = _choice(menu, words, chosen=not cards.isColumnHidden(place))
        made.setEnabled(place > 0)
        made.toggled.connect(partial(_show_column, cards, place))
    menu.addSection(tr("Move a column to the left"))
    for place in cards.places_shown()[1:]:
        words = tr("Move {column}", column=tr(COLUMNS[place].title))
        menu.addAction(words).triggered.connect(partial(_move_column, cards, place))
    return menu


def _move_column(cards: CardList, place: int, _checked: bool = False) -> None:
    cards.move_left(place)


def _show_column(cards: CardList, place: int, shown: bool) -> None:
    cards.setColumnHidden(place, not shown)
    cards.fill()


def _choice(menu: QMenu, text: str, *, chosen: bool) -> QAction:
    made = menu.addAction(text)
    made.setCheckable(True)
    made.setChecked(chosen)
    return made
