"""The baseline of a card: a text browser that is given plain HTML on each key."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QTextBrowser


class BareCards(QTextBrowser):
    """Stands beside our window; tells ``seen`` after each paint event."""

    def __init__(self, seen: Callable[[], None]) -> None:
        super().__init__()
        self._seen, self._html = seen, ""
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setGeometry(1300, 0, 1024, 600)
        self.show()

    def offer(self, text: str) -> None:
        """Take the next card's words: paragraphs only, no tables, boxes or formulas."""
        self._html = "".join(f"<p>{escape(line)}</p>" for line in text.splitlines())

    def keyPressEvent(self, _event: QKeyEvent) -> None:  # noqa: N802  # Qt's override
        self.setHtml(self._html)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's override
        super().paintEvent(event)
        self._seen()
