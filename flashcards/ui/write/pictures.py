"""A picture that was pasted or dropped into a deck's text, put beside the deck."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from flashcards.services.writing import Texts


def put_beside(deck: Path, picture: QImage | str, texts: "Texts") -> str:
    """Keep an image, or copy an image file, and give its name. Raises a FlashcardsError."""
    if isinstance(picture, QImage):
        return texts.add_image(deck, _png(picture))
    return texts.take_image(deck, Path(picture))


def _png(image: QImage) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # its stub wants bytes for the format
    return bytes(content.data())
