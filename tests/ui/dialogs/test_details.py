"""A card's history, from a real answer to the words on the screen."""

import re

import pytest
from PySide6.QtWidgets import QApplication, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from flashcards.domain.grade import Grade
from flashcards.services.cards import card_details
from flashcards.services.insight import Insight
from flashcards.services.memory import memory_view
from flashcards.services.session import Session
from flashcards.ui.dialogs.details import DetailsDialog
from tests.ui.conftest import OpenDeck
from tests.ui.screen import button, show, tab_round, texts


@pytest.fixture
def dialog(qtbot: QtBot, window: QWidget, open_deck: OpenDeck) -> DetailsDialog:
    """Show a card that was answered and flagged."""
    desk = open_deck("## What does L1 do?\nZeroes.\n")
    session = Session(desk.library)
    card = session.flag().view.card
    assert card is not None
    session.answer(Grade.GOOD, 3_000)
    made = DetailsDialog(card_details(desk.library, card.id), window)
    show(qtbot, made)
    return made


def test_the_dialog_tells_where_a_card_stands(dialog: DetailsDialog) -> None:
    found = texts(dialog)
    assert found[0] == "What does L1 do?"
    facts = dict(zip(found[1::2], found[2::2], strict=True))
    assert facts["Due"] == "tomorrow (2026-03-03)"
    assert (facts["Interval"], facts["Ease"], facts["Flag"]) == ("1 day", "2.50", "flagged")


def test_the_history_begins_with_the_latest(dialog: DetailsDialog) -> None:
    (table,) = dialog.findChildren(QTableWidget)
    cells = [[table.item(row, column) for column in (0, 1)] for row in range(table.rowCount())]
    rows = [[cell.text() for cell in row if cell] for row in cells]
    assert [row[1] for row in rows] == ["Good (4) after 3 s", "Flagged"]
    assert re.fullmatch(r"2026-03-0[23] \d\d:\d\d", rows[0][0]), "a study day ends at four"


def test_the_curve_is_drawn_and_its_numbers_copied(
    qtbot: QtBot, window: QWidget, open_deck: OpenDeck
) -> None:
    desk = open_deck("## What does L1 do?\nZeroes.\n")
    session = Session(desk.library)
    card = session.view().card
    assert card is not None
    session.answer(Grade.GOOD, 3_000)
    insight = Insight(desk.library)
    insight.read()
    memory = memory_view(desk.library, insight, card.id)
    made = DetailsDialog(card_details(desk.library, card.id, memory=memory), window)
    show(qtbot, made)
    assert "How well it is remembered" in texts(made)
    button(made, "Copy").click()
    assert texts(made)[-1] == "The numbers of “How well it is remembered” are on the clipboard."
    header, first, last = QApplication.clipboard().text().splitlines()
    assert (header, first) == ("day\trecall to expect\tgrade", "2026-03-02\t\tGood")
    assert last.startswith("2026-04-01\t")


def test_tab_leaves_the_table(dialog: DetailsDialog) -> None:
    assert button(dialog, "Close") in tab_round(dialog)
