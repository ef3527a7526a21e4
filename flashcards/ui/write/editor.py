"""The field that a deck is written in."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QRect, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QToolTip

from flashcards.domain.deck.change import differences
from flashcards.domain.deck.fix import correction, edited
from flashcards.domain.deck.tokens import is_markdown
from flashcards.domain.imports.cells import table_of
from flashcards.domain.tongue import tr
from flashcards.ui.widgets.label import tip
from flashcards.ui.widgets.ring import Ring
from flashcards.ui.write.colouring import Colouring
from flashcards.ui.write.completing import Completing
from flashcards.ui.write.gutter import Gutter
from flashcards.ui.write.marks import Mark, marks_of, selections, worst
from flashcards.ui.write.units import units

if TYPE_CHECKING:
    from flashcards.domain.problems import Problem
    from flashcards.ui.theme.tokens import Theme

_KEPT = re.compile(r"[ \t]*(?:>[ \t]?)*")
"""What a new line begins with, because the one above it does."""

_ADDRESS = re.compile(r"https?://\S+")

_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg")


class DeckEditor(QPlainTextEdit):
    """``edited`` tells that the text is another one; colours and underlines do not count.

    ``tabled`` says that cells were pasted, which are a table now.

    ``pictured`` carries an image that was pasted or dropped: a QImage, or a file's path.
    """

    edited = Signal()
    pictured = Signal(object)
    tabled = Signal()

    def __init__(self, theme: "Theme") -> None:
        super().__init__()
        self.setProperty("role", "writing")
        self.setAccessibleName(tr("The deck's text"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self._theme = theme
        self.marks: list[Mark] = []
        self._revision = self.document().revision()
        self._gutter, self._ring = Gutter(self, self, theme), Ring(self)
        self.colouring = Colouring(self.document(), theme)
        self.completing = Completing(self)
        self.textChanged.connect(self._changed)
        self.blockCountChanged.connect(lambda _: self._fit())
        self.updateRequest.connect(self._follow)
        self.cursorPositionChanged.connect(self._gutter.update)
        self._fit()

    def set_look(self, theme: "Theme") -> None:
        """Draw with other colours, or with letters of another size."""
        self._theme = theme
        self.colouring.set_theme(theme)
        self._gutter.set_theme(theme)
        self._underline()
        self._fit()

    # --- the text ------------------------------------------------------------------------------

    @property
    def text(self) -> str:
        """The text, its lines ending in LF; every other character is as it was written."""
        return self.document().toRawText().replace("\u2029", "\n")

    def begin(self, text: str) -> None:
        """Show a text; what was done to another one cannot be undone."""
        self.marks = []
        self._underline()
        self.setPlainText(text)
        self.document().setModified(False)
        self._revision = self.document().revision()
        self.edited.emit()

    def replace_text(self, text: str) -> None:
        """Show another version: only what differs is replaced, which can be undone."""
        before, edit = self.text, QTextCursor(self.document())
        here = position = 0
        edit.beginEditBlock()  # one step to undo
        for start, end, new in differences(before, text):
            position += units(before[here:start])
            edit.setPosition(position)
            edit.setPosition(position + units(before[start:end]), QTextCursor.MoveMode.KeepAnchor)
            edit.insertText(new)
            here, position = end, position + units(new)
        edit.endEditBlock()

    def lines(self) -> int:
        """Count the lines."""
        return self.blockCount()

    def line(self) -> int:
        """Tell which line the cursor is in, from 1."""
        return self.textCursor().blockNumber() + 1

    def go_to(self, line: int, column: int = 1) -> None:
        """Put the cursor into a line, and that line into sight."""
        block = self.document().findBlockByNumber(max(0, min(line, self.lines()) - 1))
        cursor = QTextCursor(block)
        before = units(block.text()[: column - 1])
        cursor.setPosition(block.position() + before)
        self.setTextCursor(cursor)
        self.centerCursor()

    def _changed(self) -> None:
        """Tell of a change once; Qt tells also when letters only take another colour."""
        revision = self.document().revision()
        if revision != self._revision:
            self._revision = revision
            self.edited.emit()

    # --- problems ------------------------------------------------------------------------------

    def show_problems(self, problems: "Sequence[Problem]") -> None:
        """Underline what is wrong with the text as it is now."""
        self.marks = marks_of(self.document(), problems)
        self._underline()

    def _underline(self) -> None:
        self.setExtraSelections(list(selections(self.marks, self._theme)))
        self._gutter.marks = worst(self.marks)
        self._gutter.update()

    def problems_at(self, line: int) -> "list[Problem]":
        """Give what is wrong with a line."""
        block = self.document().findBlockByNumber(line - 1)
        here = range(block.position(), block.position() + block.length())
        return [mark.problem for mark in self.marks if mark.stretch.selectionStart() in here]

    def fix_line(self) -> bool:
        """Correct the first problem of the cursor's line that has one right answer, if one has."""
        text = self.text
        for problem in self.problems_at(self.line()):
            if edit := correction(text, problem):
                self.replace_text(edited(text, [edit]))
                return True
        return False

    def next_problem(self, step: int = 1) -> None:
        """Go to the next line with a problem, or with -1 to the one before; round at the end."""
        lines = sorted({mark.line for mark in self.marks})
        here = self.line()
        if step > 0:
            beyond = [line for line in lines if line > here] or lines
        else:
            beyond = [line for line in reversed(lines) if line < here] or lines[::-1]
        if beyond:
            mark = next(mark for mark in self.marks if mark.line == beyond[0])
            block = self.document().findBlock(mark.stretch.selectionStart())
            self.go_to(beyond[0], mark.stretch.selectionStart() - block.position() + 1)

    def event(self, event: QEvent) -> bool:
        """Tell in a tip what is wrong where the pointer is; keep the offer's keys from others."""
        if event.type() == QEvent.Type.ShortcutOverride and self.completing.isVisible():
            event.accept()
            return True
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            point = self.viewport().mapFromGlobal(event.globalPos())
            found = self.problems_at(self.cursorForPosition(point).blockNumber() + 1)
            words = "\n".join(f"{each.message} {each.hint}" for each in found)
            QToolTip.showText(event.globalPos(), tip(words), self)
            return True
        return super().event(event)

    # --- keys ----------------------------------------------------------------------------------

    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Type; a new line begins as the one above it does."""
        if self.completing.takes(e):
            return
        if e.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not e.modifiers():
            self._new_line()
        else:
            super().keyPressEvent(e)
        if e.text() or e.key() == Qt.Key.Key_Backspace:
            self.completing.typed()

    def _new_line(self) -> None:
        cursor = self.textCursor()
        line = cursor.block().text()[: cursor.positionInBlock()]
        kept = _KEPT.match(line)
        cursor.insertText("\n" + (kept[0] if kept and line.strip(" \t>") else ""))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    # --- pasting and dropping ------------------------------------------------------------------

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take images, too; other files are the window's to take."""
        if any(map(QUrl.isLocalFile, source.urls())) and not _pictures(source):
            return False
        return source.hasImage() or bool(_pictures(source)) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste cells as a table, an image as a link to it, and everything else as plain text.

        Of what comes as words and as a picture of them, as from a spreadsheet, the words are meant.
        """
        text = source.text()
        if files := _pictures(source):
            for file in files:
                self.pictured.emit(file)
        elif source.hasImage() and (not text.strip() or _ADDRESS.fullmatch(text.strip())):
            self.pictured.emit(source.imageData())
        elif table := table_of(text) if self._is_in_markdown() else "":
            before = "" if not self.textCursor().positionInBlock() else "\n"
            self.insertPlainText(f"{before}{table}")
            self.tabled.emit()
        else:
            self.insertPlainText(text)

    def _is_in_markdown(self) -> bool:
        """Whether what stands here is neither code nor front matter."""
        block = self.document().findBlock(self.textCursor().selectionStart())
        return is_markdown(block.previous().userState())

    # --- the strip beside it -------------------------------------------------------------------

    def lines_in_sight(self) -> Iterator[tuple[int, QRectF]]:
        """Give the lines on the screen, from 1, with the place of each."""
        block, tall = self.firstVisibleBlock(), self.viewport().height()
        place = self.blockBoundingGeometry(block).translated(self.contentOffset())
        while block.isValid() and place.top() <= tall:
            yield block.blockNumber() + 1, place
            block = block.next()
            place = self.blockBoundingGeometry(block).translated(self.contentOffset())

    def _fit(self) -> None:
        """Keep the strip as wide as its numbers."""
        wide = self._gutter.wide()
        if self.viewportMargins().left() != wide:
            self.setViewportMargins(wide, 0, 0, 0)
        inside = self.contentsRect()
        self._gutter.setGeometry(QRect(inside.left(), inside.top(), wide, inside.height()))

    def _follow(self, rect: QRect, down: int) -> None:
        """Scroll and draw the strip with the text."""
        if down:
            self._gutter.scroll(0, down)
        else:
            self._gutter.update(0, rect.y(), self._gutter.width(), rect.height())

    def resizeEvent(self, e: QResizeEvent) -> None:
        """Keep the strip and the ring in their places, and the cursor in sight where it was."""
        super().resizeEvent(e)
        self._fit()
        self._ring.fit()
        cursor = self.cursorRect()
        if cursor.top() >= 0 and cursor.bottom() <= e.oldSize().height():
            self.ensureCursorVisible()
        self.completing.follow()

    def changeEvent(self, e: QEvent) -> None:
        """Make room for larger numbers."""
        super().changeEvent(e)
        if e.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._gutter.setFont(self.font())
            self._fit()

    def focusInEvent(self, e: QFocusEvent) -> None:
        """Show that Tab has come."""
        super().focusInEvent(e)
        self._ring.follow(e)

    def focusOutEvent(self, e: QFocusEvent) -> None:
        """Show that it has gone."""
        super().focusOutEvent(e)
        self._ring.follow(e)
        self.completing.hide()


def _pictures(source: QMimeData) -> list[str]:
    files = (url.toLocalFile() for url in source.urls() if QUrl(url).isLocalFile())
    return [file for file in files if file.lower().endswith(_PICTURES)]
