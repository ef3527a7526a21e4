"""The window: a header, the pages, a place for notices. It knows no service."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from flashcards.domain.tongue import later, tr
from flashcards.ui.actions import action
from flashcards.ui.shortcuts import bind, name_key
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.alt_tap import AltTap
from flashcards.ui.widgets.button import button
from flashcards.ui.widgets.label import label
from flashcards.ui.widgets.notice import Notice

SMALLEST = (720, 520)
USUAL = (1024, 700)
_THEMES = {
    "system": later("Theme: system"),
    "light": later("Theme: light"),
    "dark": later("Theme: dark"),
}
_ZOOMS = ("zoom-in", "zoom-out", "zoom-reset")
_OTHERS = ("menus", "keys", "about", "quit")
_INTENTS = ("add", "import", "reload", *_ZOOMS, "theme", "palette", "settings", *_OTHERS)


class Shell(QWidget):
    """``painted`` is announced once, when the first frame is on its way to the screen.

    ``dropped`` carries the paths of files that were dropped on the window.
    """

    painted = Signal()
    wanted = Signal(str)
    closing = Signal()
    dropped = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Flashcards")
        self.setAccessibleName("Flashcards")
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(*SMALLEST)
        self.resize(*USUAL)
        self.setAcceptDrops(True)
        self.may_close: Callable[[], bool] = lambda: True
        self._painted = False
        self.notice = Notice(self)
        self._theme = self._header_button("theme", tr("Theme"))
        self._head, self._pages = self._header(), QStackedWidget()
        self.notice.left.connect(self._focus_page)
        self._lay_out()
        context = Qt.ShortcutContext.WindowShortcut
        for name in _INTENTS:
            bind(self, name, partial(self.wanted.emit, name), context)
        self._alt = AltTap(self)
        self._alt.tapped.connect(partial(self.wanted.emit, "menus"))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self._pages, 1)

    def _header(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 0)
        row.addWidget(label("strong", "Flashcards"))
        row.addStretch(1)
        row.addWidget(self._theme)
        row.addWidget(self._header_button("keys", tr("Keys")))
        return head

    def _header_button(self, name: str, text: str) -> QPushButton:
        made = button("quiet", text)
        name_key(made, name, words=action(name).label)
        made.clicked.connect(lambda: self.wanted.emit(name))
        return made

    def show_theme(self, choice: str) -> None:
        """Say which theme is in force."""
        self._theme.setText(tr(_THEMES[choice]))

    def add_page(self, page: QWidget) -> None:
        """Put a page into the window; it stays for good."""
        self._pages.addWidget(page)

    def show_page(self, page: QWidget, *, header: bool = True) -> None:
        """Bring a page forward."""
        self.notice.leave_for(page)
        self._head.setVisible(header)
        self._pages.setCurrentWidget(page)

    def _focus_page(self) -> None:
        if self.page:
            self.page.setFocus()

    @property
    def page(self) -> QWidget | None:
        """The page in front."""
        return self._pages.currentWidget()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Announce the first paint, after it is done."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See a key that nobody else wanted."""
        self._alt.watch(event)
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the notice in its place over the page, which never moves for it."""
        super().resizeEvent(event)
        if self.notice.isVisible():
            self.notice.place()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if _files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand them on."""
        event.acceptProposedAction()
        self.dropped.emit(_files(event))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let others keep what they must, if the person does not stay for it."""
        if not self.may_close():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)


def _files(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
