"""What a card's objects answer themselves, where Qt's own answer would cost a reference to None.

PySide 6.11 loses a reference to None for each of Qt's virtual methods that an object of a Python
class leaves to Qt, once for each object (seen by counting, on Python 3.11: seven for a card). It
takes no memory, but the count would grow with every card, and a loss of ours be lost in it.
"""

from PySide6.QtCore import QEvent, QMetaMethod
from PySide6.QtGui import QPyTextObject, QTextDocument, QTextFormat, QTextObject


class InlineObject(QPyTextObject):
    """What is drawn in a line of text; its subclass says how."""

    def connectNotify(self, _signal: QMetaMethod, /) -> None:
        """Hear, as Qt's own does, that the document's layout watches it."""


class OwnDocument(QTextDocument):
    """A text document that makes its frames, tables and lists just as Qt's does."""

    def event(self, event: QEvent) -> bool:
        """Whatever happens to it is Qt's."""
        return super().event(event)

    def childEvent(self, _event: QEvent, /) -> None:
        """Hear that a frame, a table or a list came or went."""

    def connectNotify(self, _signal: QMetaMethod, /) -> None:
        """Hear that somebody watches it."""

    def disconnectNotify(self, _signal: QMetaMethod, /) -> None:
        """Hear that somebody watches it no more."""

    def createObject(self, format: QTextFormat) -> QTextObject:
        """Make a table, a list or a frame; it is the document's."""
        return super().createObject(format)
