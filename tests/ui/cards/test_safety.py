"""The document that is really shown asks for nothing but images inside the deck's folder."""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from flashcards.render.faces import render
from flashcards.render.sanitize import inside_deck
from flashcards.ui.cards.document import CardDocument, revealed_document
from tests.render import test_safety
from tests.render.attacks import ATTACKS
from tests.render.stub import Boxes
from tests.ui.cards.builders import THEME

COMMONMARK = Path(test_safety.__file__).parent / "commonmark" / "examples.json"
EXAMPLES = [example["markdown"] for example in json.loads(COMMONMARK.read_text("utf-8"))]


@pytest.fixture
def asked_for(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Write down what documents ask for."""
    names: list[str] = []
    load = CardDocument.loadResource

    def note(document: CardDocument, kind: int, name: QUrl | str) -> object:
        names.append(QUrl(name).toString())
        return load(document, kind, name)

    monkeypatch.setattr(CardDocument, "loadResource", note)
    return names


def show(texts: Iterable[str], folder: Path) -> None:
    for text in texts:
        rendered = render(text, Boxes())
        revealed_document(rendered, rendered, THEME, 1.0, folder).lay_out(600)


@pytest.mark.parametrize("texts", [ATTACKS, EXAMPLES], ids=["attacks", "commonmark"])
def test_nothing_outside_of_the_folder_is_asked_for(
    qtbot: QtBot, asked_for: list[str], tmp_path: Path, texts: list[str]
) -> None:
    show(["![a](a.png)", *texts], tmp_path)
    assert asked_for[0] == "a.png"
    assert [name for name in asked_for if inside_deck(name) is None] == []


def test_nor_anywhere_else_on_a_card(qtbot: QtBot, asked_for: list[str], tmp_path: Path) -> None:
    for deck in test_safety.PLACES.values():
        for attack in ATTACKS[::7]:
            line = attack.replace("\n", " ")
            filled = deck.replace(test_safety.LINE, line).replace(test_safety.TEXT, attack)
            show(filter(None, test_safety.shown(filled)), tmp_path)
    assert [name for name in asked_for if inside_deck(name) is None] == []
