"""The widget that shows a card: a column of text that scrolls, selects, copies and opens links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QRectF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QPainter
from PySide6.QtWidgets import QAbstractSlider, QFrame, QTextBrowser, QTextEdit

from flashcards.domain.tongue import tr
from flashcards.ui.cards.boxes import paint_boxes
from flashcards.ui.cards.document import CardDocument, text_option
from flashcards.ui.cards.sideways import Sideways
from flashcards.ui.cards.words import selected_text
from flashcards.ui.widgets.ring import Ring

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QFocusEvent,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
        QWheelEvent,
    )
    from PySide6.QtWidgets import QWidget

_Step = QAbstractSlider.SliderAction
_SCROLLING = {
    Qt.Key.Key_Up: _Step.SliderSingleStepSub,
    Qt.Key.Key_Down: _Step.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: _Step.SliderPageStepSub,
    Qt.Key.Key_PageDown: _Step.SliderPageStepAdd,
    Qt.Key.Key_Home: _Step.SliderToMinimum,
    Qt.Key.Key_End: _Step.SliderToMaximum,
}
_SELECTING = frozenset((*_SCROLLING, Qt.Key.Key_Left, Qt.Key.Key_Right))
_FOLLOWING = frozenset((Qt.Key.Key_Return, Qt.Key.Key_Enter))
_OPENED = frozenset(("http", "https", "mailto"))
_AIR = 24
"""Pixels kept free beside the column in a narrow window."""


class CardView(QTextBrowser):
    """Shows card documents; keys it has no use for go on to the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card: CardDocument | None = None
        self._wanted = 0
        self._sideways, self._ring = Sideways(self), Ring(self)
        self.setProperty("role", "card-text")
        self.setAccessibleName(tr("Card"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setWordWrapMode(text_option().wrapMode())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.anchorClicked.connect(self._open_link)
        across = self.horizontalScrollBar()  # only boxes scroll sideways, each in its own place
        across.rangeChanged.connect(lambda: across.setRange(0, 0))

    def prepare(self, document: CardDocument) -> CardDocument:
        """Lay a document out for this view ahead of time, so that showing it takes no time."""
        document.lay_out(self._column(document.column_width()))
        document.warm()
        return document

    def show_document(self, document: CardDocument) -> None:
        """Show a card, from its top, or from what is new where that would be out of sight."""
        before, self._card = self._card, self.prepare(document)
        self._sideways.show(document)
        self._wanted = document.column_width()
        self._centre()
        self._set_column(self._column(self._wanted))
        self._give(document, before)
        self.setCursorWidth(
            0
        )  # no caret blinks in a text that is only read; Qt keeps it a document
        self.setAccessibleDescription(document.words)
        self._scroll_to_answer(document)

    def _give(self, document: CardDocument, before: CardDocument | None) -> None:
        """Let Qt show a document; it is the view's own until another one takes its place.

        PySide6 6.11 keeps every document for good that ``setDocument`` was given, and every one
        that ``document()`` gave back; Qt's property does the same and keeps none.
        """
        if document is before:
            return
        document.setParent(self)
        self.setProperty("document", document)
        if before is not None:
            before.setParent(None)

    @property
    def tall(self) -> float:
        """How tall all of the card is, in pixels."""
        return self._card.size().height() if self._card else 0.0

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copying gives formulas as they are written."""
        data = QMimeData()
        if self._card is not None:
            data.setText(selected_text(self.textCursor(), self._card.formulas))
        return data

    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Scroll, copy and follow a focused link; everything else is the page's."""
        if e.modifiers() == Qt.KeyboardModifier.NoModifier and e.key() in _SCROLLING:
            self.verticalScrollBar().triggerAction(_SCROLLING[Qt.Key(e.key())])
        elif e.modifiers() == Qt.KeyboardModifier.NoModifier and self._sideways.key(e.key()):
            e.accept()
        elif self._uses(e):
            super().keyPressEvent(e)
            self._sideways.follow(QRectF(self.cursorRect()))
        else:
            e.ignore()

    def resizeEvent(self, e: QResizeEvent) -> None:
        """Keep the column in the middle, and lay it out anew when it must be narrower."""
        super().resizeEvent(e)
        self._ring.fit()
        if self._card is None:
            return
        column = self._column(self._wanted)
        self._centre()
        self._set_column(column)  # first: Qt sets the old one again when its scroll bars change
        self._card.lay_out(column)

    def focusInEvent(self, e: QFocusEvent) -> None:
        """Show that Tab has come."""
        super().focusInEvent(e)
        self._ring.follow(e)

    def focusOutEvent(self, e: QFocusEvent) -> None:
        """Show that it has gone."""
        super().focusOutEvent(e)
        self._ring.follow(e)

    def paintEvent(self, e: QPaintEvent) -> None:
        """Boxes first, the text above them, and over it the seen part of what is too wide."""
        if self._card is None:
            super().paintEvent(e)
            return
        down = self.verticalScrollBar().value()
        visible = QRectF(e.rect()).translated(0, down)
        painter = QPainter(self.viewport())
        painter.translate(0, -down)
        paint_boxes(painter, self._card, visible)
        painter.end()
        super().paintEvent(e)
        if self._card.wide:
            painter = QPainter(self.viewport())
            painter.translate(0, -down)
            self._sideways.paint(painter, visible)
            painter.end()

    def wheelEvent(self, e: QWheelEvent) -> None:
        """Sideways over what is too wide; else the card scrolls."""
        if not self._sideways.wheel(e):
            super().wheelEvent(e)

    def mousePressEvent(self, ev: QMouseEvent) -> None:
        """Where a wide box was moved, its text is under the pointer elsewhere than Qt thinks."""
        if event := self._sideways.mouse(ev):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, ev: QMouseEvent) -> None:
        """Likewise."""
        if event := self._sideways.mouse(ev):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, ev: QMouseEvent) -> None:
        """Likewise."""
        if event := self._sideways.mouse(ev):
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, e: QMouseEvent) -> None:
        """Likewise."""
        if event := self._sideways.mouse(e):
            super().mouseDoubleClickEvent(event)

    def _uses(self, e: QKeyEvent) -> bool:
        follows = e.key() in _FOLLOWING and bool(self.textCursor().charFormat().anchorHref())
        copies = e.matches(QKeySequence.StandardKey.Copy)
        selects_all = e.matches(QKeySequence.StandardKey.SelectAll)
        shift = bool(e.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        return follows or copies or selects_all or (shift and e.key() in _SELECTING)

    def _column(self, wanted: int) -> int:
        return max(160, min(wanted, self.width() - 2 * _AIR))

    def _set_column(self, column: int) -> None:
        if column != self.lineWrapColumnOrWidth():  # Qt lays out again even for the same width
            self.setLineWrapColumnOrWidth(column)

    def _centre(self) -> None:
        """Margins that centre the column, whether or not the scroll bar shows."""
        side = max(_AIR, (self.width() - self._column(self._wanted)) // 2)
        bar = self.verticalScrollBar().sizeHint().width()
        margins = self.viewportMargins()
        if margins.left() != side:
            self.setViewportMargins(side, 0, max(0, side - bar), 0)

    def _scroll_to_answer(self, document: CardDocument) -> None:
        """Show the card's top, its answer where that is too far down, or its newest part."""
        top, newest = document.answer_top, document.newest_top
        bar = self.verticalScrollBar()
        if newest is not None:
            bar.setValue(int(newest) - _AIR)  # or as far as it goes: then all of it is in sight
            return
        hidden = top is not None and top > self.viewport().height() * 0.6
        bar.setValue(int(top) if top is not None and hidden else 0)

    def _open_link(self, url: QUrl) -> None:
        if url.scheme() in _OPENED:
            QDesktopServices.openUrl(url)
