"""No line begins with the punctuation, or the ending, that follows a formula."""

import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from flashcards.ui.cards.card_view import CardView
from flashcards.ui.cards.document import CardDocument
from flashcards.ui.cards.formula import OBJECT_CHARACTER
from flashcards.ui.cards.tail import tail_in
from tests.ui.cards.builders import document_of
from tests.ui.cards.test_formula import drawn, ink_rows

TEXT = "Here $a$, and *$b$*; then ($c$), “$d$”… the $n$th of $k$-means, $x$’s and **$y$**."


def line_beginnings(document: CardDocument) -> set[str]:
    """Collect the two characters before each line that is not the first, and its own first."""
    block = document.firstBlock()
    layout, text = block.layout(), block.text()
    starts = [layout.lineAt(number).textStart() for number in range(1, layout.lineCount())]
    return {text[start - 2 : start + 1] for start in starts}


@pytest.mark.parametrize(
    ("following", "tail"),
    [
        (", and", ","),
        ("”), he", "”),"),
        ("th of", "th"),
        ("’s own", "’s"),
        ("-means", "-"),
        (" and", ""),
        ("those", ""),
        ("x", ""),
    ],
)
def test_what_belongs_to_a_formula(following: str, tail: str) -> None:
    assert tail_in(following) == tail


def test_at_no_width_a_line_begins_with_it(qtbot: QtBot) -> None:
    document, seen = document_of(TEXT), set[str]()
    for width in range(160, 700):
        document.lay_out(width)
        seen |= line_beginnings(document)
    assert len(seen) > 8
    broken = {start[1:] for start in seen if start[1] == OBJECT_CHARACTER}
    assert broken <= {f"{OBJECT_CHARACTER}-"}  # which is drawn before the break


def test_it_stays_in_the_text(qtbot: QtBot) -> None:
    document = document_of(TEXT)
    assert document.words == TEXT.replace("*", "")
    view = CardView()
    qtbot.addWidget(view)
    view.show_document(document)
    cursor = QTextCursor(document)
    cursor.setPosition(5)
    cursor.setPosition(7, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    assert view.createMimeDataFromSelection().text() == "$a$,"


def test_it_is_drawn_where_it_would_stand(qtbot: QtBot) -> None:
    glued, apart = (drawn(document_of(text), 4) for text in ("a $b$, c", "a $b$\u200b, c"))
    comma, own = (ink_rows(image, 120, 200) for image in (glued, apart))
    assert comma == pytest.approx(own, abs=2)


def test_a_column_has_room_for_it(qtbot: QtBot) -> None:
    table = "| one | two |\n|---|---|\n| {} | b |"
    widths = []
    for cell in ("$x$", "$x$,,,,"):
        document = document_of(table.format(cell))
        document.lay_out(600)
        widths.append(document._tables[0].rows[1][0].natural)
    assert widths[1] > widths[0] + 5
