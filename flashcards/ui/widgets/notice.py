"""A sentence that the person should read now, over the page, until closed or outdated."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPlainTextEdit, QWidget

from flashcards.domain.errors import FlashcardsError
from flashcards.domain.tongue import tr
from flashcards.ui.theme.tokens import GRID, Sizes
from flashcards.ui.widgets.button import button
from flashcards.ui.widgets.label import label

SHORT_MS = 4000
WIDEST = 560
FROM_FOOT = 7.5
"""Lines of text, so that it stands clear of the grades at every size of text."""


class Notice(QFrame):
    """Shows faults until they are closed or outdated, and small news for a few seconds.

    ``left`` is announced when it goes while the focus is in it: Qt would pass the focus on to
    whatever button comes next, and a key meant for the page would press that.
    """

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.setProperty("role", "card")
        self.setAccessibleName(tr("Notice"))
        self._sentence = label("notice", wraps=True)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = button("quiet", tr("Close"), tr("Close this notice"))
        close.clicked.connect(self._go)
        self._row = layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        layout.addWidget(self._sentence, 1)
        layout.addWidget(close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.clear)
        self._page: QWidget | None = None
        self.hide()

    @property
    def sentence(self) -> str:
        """What is shown, or nothing."""
        return self._sentence.text() if self.isVisible() else ""

    @property
    def waits(self) -> bool:
        """Whether it stays until somebody closes it."""
        return self.isVisible() and not self._timer.isActive()

    def tell(self, sentence: str) -> None:
        """Show small news for a while."""
        self._show(sentence)
        self._timer.start(SHORT_MS)

    def stay_on(self, page: QWidget) -> None:
        """Let the sentence go, too, when another page than this one comes forward."""
        self._page = page

    def leave_for(self, page: QWidget) -> None:
        """Take a sentence away that was about another page."""
        if self._page not in (None, page):
            self.clear()

    def clear(self) -> None:
        """Take the notice away, because the next thing happens, or the person asked."""
        if self.isVisible():
            self._go()

    def warn(self, sentence: str) -> None:
        """Show a fault until the person closes it, or goes on."""
        self._show(sentence)
        self._timer.stop()

    def warn_of(self, error: Exception) -> None:
        """Show what the environment did; any other exception is a bug of ours, and raised."""
        if not isinstance(error, FlashcardsError):
            raise error
        self.warn(str(error))

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Show what the environment did meanwhile, and let the person go on."""
        try:
            yield
        except FlashcardsError as error:
            self.warn(str(error))

    def _go(self) -> None:
        self._timer.stop()
        focused = QApplication.focusWidget()
        self.hide()
        if focused and self.isAncestorOf(focused):
            self.left.emit()

    def _show(self, sentence: str) -> None:
        self._page = None
        self._sentence.setText(sentence)
        self.setAccessibleDescription(sentence)
        self.place()
        self.show()
        self.raise_()

    def place(self) -> None:
        """Stand centred above the window's foot, or below its head where a person writes there."""
        size = QFontInfo(self._sentence.font()).pixelSize() / Sizes().body
        wide = min(round(WIDEST * size), self._window.width() - 4 * GRID)
        self.setFixedWidth(wide)
        tall = self._row.totalHeightForWidth(wide)
        self.resize(wide, tall)
        aside = round(FROM_FOOT * self._sentence.fontMetrics().lineSpacing())
        down = self._window.height() - tall - aside
        line = self._line_written()
        is_covered = line.top() < down + tall and down < line.bottom()
        self.move((self._window.width() - wide) // 2, aside if is_covered else down)

    def _line_written(self) -> QRect:
        """Give the line of the cursor, and one above and below; nothing where nobody writes."""
        field = QApplication.focusWidget()
        if not isinstance(field, QPlainTextEdit) or not self._window.isAncestorOf(field):
            return QRect()
        line = field.cursorRect()
        top = field.viewport().mapTo(self._window, line.topLeft())
        return QRect(top, line.size()).adjusted(0, -line.height(), 0, line.height())
