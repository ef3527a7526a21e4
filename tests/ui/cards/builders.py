"""Documents for tests, from Markdown."""

from pathlib import Path

from flashcards.render.faces import render
from flashcards.ui.cards.document import CardDocument, front_document, revealed_document
from flashcards.ui.theme.files import load_theme
from tests.render.stub import Boxes

THEME = load_theme(False)[0]


def document_of(front: str, back: str | None = None, folder: Path | None = None) -> CardDocument:
    """The question alone, or question and answer."""
    question = render(front, Boxes())
    if back is None:
        return front_document(question, THEME, 1.0, folder)
    return revealed_document(question, render(back, Boxes()), THEME, 1.0, folder)
