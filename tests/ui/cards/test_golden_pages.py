"""Every construct, drawn, is as it was when somebody looked at it (`golden.py` says how)."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from flashcards.render.dollars import lift
from flashcards.ui.cards import columns
from flashcards.ui.cards.outline import painter_path
from tests.ui.cards.golden import GOLDEN, NAMES, PAGES, TOLERANCE, difference, picture_of

LOOKS = [(name, False) for name in NAMES] + [("text", True)]


def golden(name: str, dark: bool = False) -> QImage:
    image = QImage(str(GOLDEN / f"{name}{'-dark' if dark else ''}.png"))
    assert not image.isNull(), "python -m tests.ui.cards.golden draws it"
    return image


@pytest.mark.parametrize(("name", "dark"), LOOKS)
def test_a_page_looks_as_it_did(qtbot: QtBot, tmp_path: Path, name: str, dark: bool) -> None:
    drawn, known = picture_of(name, tmp_path, dark=dark), golden(name, dark)
    drawn.save(str(tmp_path / "drawn.png"))
    found, place = difference(drawn, known)
    assert abs(drawn.height() - known.height()) <= 4, f"see {tmp_path}/drawn.png"
    assert found <= TOLERANCE, f"at {place}, see {tmp_path}/drawn.png"


def test_there_are_sixty_formulas_at_least() -> None:
    pages = [path.read_text("utf-8") for path in PAGES.glob("*.md")]
    assert len({formula.tex for page in pages for formula in lift(page)[1]}) >= 60


def test_a_fraction_bar_that_is_missing_is_seen(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without_bars(outline: str) -> object:
        """Drop every shape of four straight lines."""
        shapes = [f"M{shape}" for shape in outline.split("M")[1:]]
        return painter_path(" ".join(s for s in shapes if "Q" in s or s.count("L") != 3))

    monkeypatch.setattr("flashcards.ui.cards.formula.painter_path", without_bars)
    assert difference(picture_of("formulas", tmp_path), golden("formulas"))[0] > TOLERANCE


def test_columns_of_other_widths_are_seen(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(columns, "allocate", lambda least, *_: [90.0] * len(least))
    assert difference(picture_of("tables", tmp_path), golden("tables"))[0] > TOLERANCE


def test_a_word_that_is_missing_is_seen_and_a_small_shift_is_not(qtbot: QtBot) -> None:
    known = golden("text")
    shifted = QImage(known)
    shifted.fill(known.pixelColor(0, 0))
    painter = QPainter(shifted)
    painter.drawImage(0, 1, known)
    painter.end()
    assert 0 < difference(known, shifted)[0] <= 2 * TOLERANCE
    wiped = QImage(known)
    painter = QPainter(wiped)
    painter.fillRect(90, 80, 40, 12, QColor(known.pixelColor(0, 0)))
    painter.end()
    assert difference(known, wiped)[0] > 2 * TOLERANCE
