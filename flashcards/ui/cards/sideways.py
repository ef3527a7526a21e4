"""Moves what is wider than the column: by wheel, thumb, keys, and along with a selection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QTextFormat,
)

from flashcards.ui.cards.boxes import paint_boxes
from flashcards.ui.cards.wide import STEP, paint_hints

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QTextBrowser

    from flashcards.ui.cards.document import CardDocument
    from flashcards.ui.cards.wide import WideBox

_NOTCH = 120
_LEFT = Qt.MouseButton.LeftButton


class Sideways:
    """Points and rectangles that come in are the viewport's."""

    def __init__(self, view: QTextBrowser) -> None:
        self._view = view
        self._document: CardDocument | None = None
        self._held: WideBox | None = None
        self._selecting: WideBox | None = None
        self._grip = 0.0

    def show(self, document: CardDocument) -> None:
        """Look after another document's boxes."""
        self._document = document
        self._held = self._selecting = None

    def key(self, key: int) -> bool:
        """Left and Right move all that is in sight; whether there was anything to move."""
        by = {Qt.Key.Key_Left: -STEP, Qt.Key.Key_Right: STEP}.get(Qt.Key(key), 0)
        port = QRectF(self._view.viewport().rect()).translated(0, self._down)
        seen = [box for box in self._boxes if box.rect.intersects(port)] if by else []
        for box in seen:
            box.scroll(by)
        self._view.viewport().update()
        return bool(seen)

    def wheel(self, event: QWheelEvent) -> bool:
        """Whether a turn of the wheel (with Shift, or sideways) moved the box under it."""
        box = self._at(event.position())
        angle = event.angleDelta()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        turn = angle.x() or (angle.y() if shift else 0)
        if box is None or abs(turn) <= abs(0 if shift else angle.y()):
            return False
        by = -event.pixelDelta().x() or -turn * STEP / _NOTCH
        if box.scroll(by):
            self._view.viewport().update()
        return True

    def mouse(self, event: QMouseEvent) -> QMouseEvent | None:
        """The event as the text under the pointer has it; None when the thumb took it."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self._press(event)
        if self._held is not None:
            self._drag(event)
            return None
        box = self._selecting or self._at(event.position())
        if self._selecting and event.buttons() & _LEFT:
            self._pull(self._selecting, event.position().x())
        if event.type() == QEvent.Type.MouseButtonRelease:
            self._selecting = None
        if box is None or not box.is_table:
            return event
        point = event.position() + QPointF(box.offset, 0)
        return QMouseEvent(
            event.type(),
            point,
            event.globalPosition(),
            event.button(),
            event.buttons(),
            event.modifiers(),
        )

    def follow(self, caret: QRectF) -> None:
        """Bring the end of a selection that keys made into sight."""
        centre = QPointF(caret.center().x(), caret.center().y() + self._down)
        for box in self._boxes:
            if box.is_table and box.rect.top() < centre.y() < box.rect.bottom():
                beyond = centre.x() - box.offset
                if not box.rect.left() + STEP / 2 <= beyond <= box.rect.right() - STEP / 2:
                    box.scroll(beyond - box.rect.center().x())

    def paint(self, painter: QPainter, visible: QRectF) -> None:
        """Paint the seen part of each wide box over what the text painted there."""
        for box in self._boxes:
            if self._document and box.rect.adjusted(0, 0, 0, STEP).intersects(visible):
                if box.is_table:
                    self._paint_table(painter, self._document, box)
                paint_hints(painter, box, self._document.theme)

    @property
    def _boxes(self) -> list[WideBox]:
        return self._document.wide if self._document else []

    @property
    def _down(self) -> int:
        return self._view.verticalScrollBar().value()

    def _at(self, point: QPointF) -> WideBox | None:
        there = point + QPointF(0, self._down)
        return next((box for box in self._boxes if box.rect.contains(there)), None)

    def _press(self, event: QMouseEvent) -> None:
        there = event.position() + QPointF(0, self._down)
        self._held = next((box for box in self._boxes if box.on_thumb(there)), None)
        self._grip = event.position().x()
        self._selecting = None if self._held else self._at(event.position())

    def _drag(self, event: QMouseEvent) -> None:
        if self._held and self._held.drag(event.position().x() - self._grip):
            self._view.viewport().update()
        self._grip = event.position().x()
        if event.type() == QEvent.Type.MouseButtonRelease:
            self._held = None

    def _pull(self, box: WideBox, x: float) -> None:
        """A selection that leaves the box takes the text along."""
        beyond = max(0.0, x - box.rect.right()) + min(0.0, x - box.rect.left())
        if beyond and box.scroll(max(-STEP, min(STEP, beyond)) / 4):
            self._view.viewport().update()

    def _paint_table(self, painter: QPainter, document: CardDocument, box: WideBox) -> None:
        spilt = QRectF(box.rect)
        spilt.setRight(max(spilt.right(), self._view.viewport().width()))
        painter.fillRect(spilt, QColor(document.theme.colours.surface))
        paint_boxes(painter, document, box.rect)
        painter.save()
        shape = QPainterPath()
        radius = document.theme.sizes.radius
        shape.addRoundedRect(box.rect.adjusted(1, 1, -1, -1), radius, radius)
        painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
        painter.translate(-box.offset, 0)
        context = self._context()
        context.clip = box.rect.translated(box.offset, 0)
        document.documentLayout().draw(painter, context)
        painter.restore()

    def _context(self) -> QAbstractTextDocumentLayout.PaintContext:
        """How the view itself paints: its colours, and what is selected."""
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = self._view.palette()
        context.palette = palette
        cursor = self._view.textCursor()
        if cursor.hasSelection():
            chosen = QAbstractTextDocumentLayout.Selection()
            chosen.cursor = cursor
            format = chosen.format
            format.setBackground(palette.highlight())
            format.setProperty(QTextFormat.Property.ForegroundBrush, palette.highlightedText())
            chosen.format = format
            context.selections = [chosen]
        return context
