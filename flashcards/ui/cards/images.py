"""Images of a card: read from the deck's folder only, and no wider than the column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import (
    QImage,
    QImageReader,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextImageFormat,
)

from flashcards.render.sanitize import inside_deck
from flashcards.ui.cards.fragments import blocks, fragments

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

MAX_BYTES = 20_000_000
_FORMATS = frozenset((".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp"))
_NATURAL = QTextFormat.Property.UserProperty.value + 3


def no_image() -> QImage:
    """One transparent pixel: what a refused image is."""
    image = QImage(1, 1, QImage.Format.Format_ARGB32)
    image.fill(0)
    return image


def load_image(folder: Path | None, name: str) -> QImage | None:
    """The image of that name in the folder; None when it is elsewhere, missing or no picture."""
    path = path_inside(folder, name, _FORMATS, MAX_BYTES)
    if path is None:
        return None
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    image = reader.read()
    return None if image.isNull() else image


def path_inside(
    folder: Path | None, name: str, suffixes: Collection[str], most: int
) -> Path | None:
    """The file of that name in the folder, links followed; None when it leads elsewhere.

    `most` is how many bytes it may have.
    """
    relative = inside_deck(name)
    if folder is None or relative is None:
        return None
    try:
        path = (folder / relative).resolve()
        within = path.is_relative_to(folder.resolve()) and path.suffix.lower() in suffixes
        return path if within and path.stat().st_size <= most else None
    except (OSError, ValueError):
        return None


def words_of(format: QTextImageFormat) -> str:
    """What the deck says of an image: its words, else its name."""
    return str(format.property(QTextFormat.Property.ImageAltText.value) or format.name())


def fit_images(document: QTextDocument, width: int) -> None:
    """Scale every image down to `width` pixels, or back to its own size when there is room."""
    for start, end, format in image_fragments(document):
        natural = format.property(_NATURAL) or format.width() or _width(document, format)
        wanted = min(float(natural), float(width))
        if wanted == format.width():
            continue
        format.setProperty(_NATURAL, float(natural))
        format.setWidth(wanted)
        format.clearProperty(QTextFormat.Property.ImageHeight.value)
        cursor = QTextCursor(document)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(format)


def image_fragments(document: QTextDocument) -> list[tuple[int, int, QTextImageFormat]]:
    """Where each image stands: its first position, the one after it, and its format."""
    return [
        (each.position(), each.position() + each.length(), each.charFormat().toImageFormat())
        for block in blocks(document)
        for each in fragments(block)
        if each.charFormat().isImageFormat()
    ]


def _width(document: QTextDocument, format: QTextImageFormat) -> int:
    image = document.resource(QTextDocument.ResourceType.ImageResource.value, QUrl(format.name()))
    return image.width() if isinstance(image, QImage) else 1
