"""The pages in `pages/` as pictures that are alike on every machine, and how far two are apart.

The letters are those of a font that a package brings (ziafont's DejaVu Sans), under a name no
machine has, so that neither its weights nor its version come from elsewhere.  After a change of
looks that is meant, ``python -m tests.ui.cards.golden`` draws the pictures anew; look at each.
"""

import os
from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontDatabase, QImage
from PySide6.QtWidgets import QApplication

from flashcards.render.faces import render
from flashcards.render.formula_cache import FormulaCache
from flashcards.ui.cards.card_view import CardView
from flashcards.ui.cards.document import revealed_document
from flashcards.ui.theme.files import load_theme
from flashcards.ui.theme.stylesheet import stylesheet
from flashcards.ui.theme.tokens import Fonts, Theme

PAGES = Path(__file__).parent / "pages"
GOLDEN = PAGES / "golden"
NAMES = tuple(sorted(path.stem for path in PAGES.glob("*.md")))
WIDTH = 760
TILE = 16
"""Pixels of the screen: the pictures are compared by the mean colour of squares of this size."""
TOLERANCE = 12
"""Of 255.  A missing fraction bar, rule or word is more; a line two pixels lower is less."""


@cache
def font_family() -> str:
    """The package's font under a name of our own."""
    data = (files("ziafont") / "fonts" / "DejaVuSans.ttf").read_bytes()
    for encoding in ("utf-16-be", "ascii"):
        data = data.replace("DejaVu Sans".encode(encoding), "Golden Sans".encode(encoding))
    known = QFontDatabase.addApplicationFontFromData(data)
    return QFontDatabase.applicationFontFamilies(known)[0]


def golden_theme(dark: bool) -> Theme:
    """A shipped theme in the package's font."""
    family = (font_family(),)
    return replace(load_theme(dark)[0], fonts=Fonts(text=family, code=family))


def picture_of(name: str, folder: Path, *, dark: bool = False) -> QImage:
    """One page as a card in its view, at half the size; `folder` is for its images."""
    _write_images(folder)
    theme = golden_theme(dark)
    view = CardView()
    view.setStyleSheet(stylesheet(theme))
    view.resize(WIDTH, 400)
    view.ensurePolished()
    formulas = FormulaCache(None)
    text = (PAGES / f"{name}.md").read_text("utf-8")
    card = revealed_document(render(name, formulas), render(text, formulas), theme, 1.0, folder)
    view.show_document(card)
    view.resize(WIDTH, round(card.size().height()))
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    view.deleteLater()
    return _scaled(image, WIDTH // 2, round(WIDTH / 2 * image.height() / image.width()))


def difference(one: QImage, other: QImage) -> tuple[int, tuple[int, int]]:
    """The greatest difference of a channel's mean over a square, and where, in pixels."""
    height = min(one.height(), other.height())
    size = (one.width() * 2 // TILE, height * 2 // TILE)
    first, second = (
        _scaled(image.copy(0, 0, image.width(), height), *size) for image in (one, other)
    )
    return max(
        (_apart(first.pixel(x, y), second.pixel(x, y)), (x * TILE, y * TILE))
        for x in range(size[0])
        for y in range(size[1])
    )


def _apart(one: int, other: int) -> int:
    return max(abs((one >> shift & 255) - (other >> shift & 255)) for shift in (0, 8, 16))


def _scaled(image: QImage, width: int, height: int) -> QImage:
    smooth = Qt.TransformationMode.SmoothTransformation
    return image.scaled(width, height, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)


def _write_images(folder: Path) -> None:
    for name, width, height in (("small", 24, 16), ("tall", 120, 300), ("wide", 1600, 200)):
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(QColor("teal"))
        image.save(str(folder / f"{name}.png"))
    (folder / "diagram.svg").write_bytes((PAGES / "diagram.svg").read_bytes())


def main() -> None:
    """Draw every golden picture anew."""
    os.environ["FONTCONFIG_FILE"] = str(Path(__file__).parents[2] / "fonts.conf")
    application = QApplication(["golden", "-platform", "offscreen"])
    GOLDEN.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        for name in NAMES:
            picture_of(name, Path(folder)).save(str(GOLDEN / f"{name}.png"))
        picture_of("text", Path(folder), dark=True).save(str(GOLDEN / "text-dark.png"))
    application.quit()


if __name__ == "__main__":
    main()
