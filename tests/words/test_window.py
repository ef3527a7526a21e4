"""Every page and dialog in the pseudo-language: all is translated, and nothing is cut.

The scenes are those of ``tests/ui/test_every_page``; what a person wrote (decks, files) stays.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui import screen
from tests.ui.stage import Stage
from tests.ui.test_every_page import (
    BROKEN,
    DECK,
    SCENES,
    Scene,
    cut_text,
    on_stage,
    play,
    spoken_tree,
)
from tests.words.pseudo import accented, bare_words

pytestmark = [pytest.mark.usefixtures("pseudo_spoken"), pytest.mark.slow]

_WORD = re.compile(r"[^\W\d_]{2,}")
KEYS = {  # Qt says them in the language that stands for the pseudo-language here
    *("Ctrl", "Alt", "Shift", "Space", "Enter", "Return", "Esc", "Escape", "Backspace", "Tab"),
    *("Del", "Up", "Down", "PgUp", "PgDown"),
    *("Strg", "Umschalt", "Leertaste", "Eingabe", "Rücktaste", "Entf", "Links", "Rechts"),
    *("Bild", "aufwärts", "abwärts"),
}
OF_DECKS = {*_WORD.findall(f"{DECK} {BROKEN}"), "Question", "Answer", "Term", "Meaning"}
OURS = {
    *("Flashcards", "SM", "FSRS", "CSV", "TSV", "PNG", "SVG", "UTF", "TeX", "Anki"),
    *("Deutsch", "English", "Hashcards", "Windows", "YYYY", "MM", "DD", "ml", "regularization"),
    *("Mac", "Roman", "JIS", "GB"),
    *("basic", "reversed", "cloze", "compare", "steps", "paper", "star"),
}
FILES = {"deck", "long", "md", "toml", "settings", "decks", "data", "backups"}
MONTHS = {QLocale("de").standaloneMonthName(month) for month in range(1, 13)}
"""Qt says them in the language that stands for the pseudo-language here, as it does keys."""
KNOWN = KEYS | MONTHS | OF_DECKS | OURS | FILES


class Abroad(Stage):
    """The program in the pseudo-language: what is waited for is its accented words."""

    def wait_for(self, words: str) -> None:
        super().wait_for(words if words in DECK else accented(words))


@pytest.fixture
def abroad(qtbot: QtBot, tmp_path: Path) -> Iterator[Abroad]:
    """Give folders for a program that speaks the pseudo-language."""
    made = Abroad(qtbot, tmp_path)
    yield made
    made.close()


@pytest.fixture(params=SCENES, ids=lambda scene: scene.name)
def scene(request: pytest.FixtureRequest) -> Scene:
    found: Scene = request.param
    return found


def bare_texts(window: QWidget, folder: Path) -> set[str]:
    """Collect the texts in sight, or read aloud, with words in no brackets and not the person's."""
    said = {*screen.texts(window), *(made.text() for made in screen.buttons(window))}
    said |= {text for text in spoken_tree(window) if text}
    said |= {text for made in window.findChildren(QWidget) for text in beside(made)}
    plain = (re.sub(r"<[^>]*>|&\w+;", " ", text.replace(str(folder), "")) for text in said)
    return {text for text in plain if set(bare_words(text)) - KNOWN}


def beside(made: QWidget) -> Iterator[str]:
    """Give what a control says besides its name: when pointed at, when empty, when unfolded."""
    yield made.toolTip()
    if isinstance(made, QLineEdit | QPlainTextEdit):
        yield made.placeholderText()
    if isinstance(made, QComboBox):
        yield from (made.itemText(place) for place in range(made.count()))
    if isinstance(made, QHeaderView) and made.orientation() == Qt.Orientation.Horizontal:
        yield from (
            str(made.model().headerData(n, made.orientation())) for n in range(made.count())
        )
    if isinstance(made, QMenu):
        yield from (action.text().partition("\t")[0] for action in made.actions())


def test_all_words_are_translated(abroad: Abroad, scene: Scene, tmp_path: Path) -> None:
    found: set[str] = set()
    play(abroad, scene)
    on_stage(abroad, scene, lambda window: found.update(bare_texts(window, tmp_path)))
    assert sorted(found) == []


def test_longer_words_have_room(abroad: Abroad, scene: Scene) -> None:
    play(abroad, scene)
    on_stage(abroad, scene, whole)


def whole(window: QWidget) -> None:
    """Compare the room that words have with the room they ask for."""
    QApplication.processEvents()
    if not isinstance(window, QDialog):
        assert (window.width(), window.height()) == (1024, 700)
    cut = [cut_text(made) for made in window.findChildren(QWidget) if made.isVisible()]
    assert list(filter(None, cut)) == []
    beyond = [made.text() for made in screen.buttons(window) if is_beyond(made, window)]
    assert beyond == []


def is_beyond(made: QWidget, window: QWidget) -> bool:
    return made.mapTo(window, made.rect().bottomRight()).x() >= window.width()
