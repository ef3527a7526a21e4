"""A screen reader has the card's words, its formulas as TeX, its pictures as their words."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot

from flashcards.ui.cards.card_view import CardView
from tests.ui.cards.builders import document_of

QUESTION = r"What is $\nabla_w L$?"
ANSWER = r"""
> For the log loss: $$X^\top(p - y)$$

| Term | Shape |
|------|-------|
| $Xw$ | $n$   |

- [x] done
- `code`

![a loss curve](none.png)
"""


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[CardView]:
    made = CardView()
    qtbot.addWidget(made)
    made.show()
    made.show_document(document_of(QUESTION, ANSWER))
    yield made
    made.setDocument(document_of(""))


def read(view: CardView) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(view)


def test_it_has_a_name_a_role_and_all_its_words(view: CardView) -> None:
    card = read(view)
    assert card.text(QAccessible.Text.Name) == "Card"
    assert card.role() == QAccessible.Role.StaticText
    words = card.text(QAccessible.Text.Description)
    for part in (
        r"What is $\nabla_w L$?",
        r"$$X^\top(p - y)$$",
        "Term\tShape",
        "$Xw$\t$n$",
        "☑ done",
        "code",
        "a loss curve",
    ):
        assert part in words
    assert "\ufffc" not in words


def test_what_is_wide_is_read_to_its_end(view: CardView) -> None:
    view.show_document(document_of(f"```\n{'word ' * 80}end\n```"))
    assert read(view).text(QAccessible.Text.Description).endswith("word end")


def test_its_text_can_be_walked_through(view: CardView) -> None:
    text = read(view).textInterface()
    assert text.characterCount() == view.document().characterCount() - 1
    assert "What is" in text.text(0, 20)
