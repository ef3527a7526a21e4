"""A card that was shown leaves nothing behind, not even a reference to None."""

import gc
import sys

from PySide6.QtGui import QTextDocument, QTextTable
from pytestqt.qtbot import QtBot

from flashcards.ui.cards.card_view import CardView
from flashcards.ui.cards.overridden import OwnDocument
from tests.ui.cards.builders import document_of

TABLE = "<table><tr><td>L1</td></tr></table>"
FRONT = "Which is $x^2$?\n\n| a | b |\n|---|---|\n| 1 | $y$ |\n\n1. one\n2. two\n\n```\nx\n```\n"
MANY = 100


def test_references_to_none_do_not_grow_with_the_cards_shown(qtbot: QtBot) -> None:
    view = CardView()
    qtbot.addWidget(view)

    def show(times: int) -> int:
        for number in range(times):
            view.show_document(document_of(f"{FRONT} {number}", "Because $z$."))
        gc.collect()
        return sys.getrefcount(None)

    before = show(MANY)
    assert show(MANY) - before < MANY


def test_a_documents_tables_are_its_own() -> None:
    document = OwnDocument()
    document.setHtml(TABLE)
    gc.collect()

    (table,) = document.rootFrame().childFrames()
    assert isinstance(table, QTextTable)
    assert table.cellAt(0, 0).firstCursorPosition().block().text() == "L1"


def test_it_reads_as_qts_own_document_does() -> None:
    ours, qts = OwnDocument(), QTextDocument()
    for document in (ours, qts):
        document.setHtml(f"<ol><li>one</li></ol>{TABLE}")
    assert ours.toHtml() == qts.toHtml()


def test_it_still_tells_what_changed(qtbot: QtBot) -> None:
    document = OwnDocument()
    with qtbot.waitSignal(document.contentsChanged):
        document.setPlainText("What is new?")
