"""The deck folders on the Settings page: a list that one adds to, takes from, and opens one of."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from flashcards.domain.choices import Choice
from flashcards.domain.settings import SHIPPED, folders_as, folders_in
from flashcards.domain.tongue import later, tr
from flashcards.domain.values import Folders
from flashcards.store.paths import deck_folders
from flashcards.ui.settings.control import Control
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.button import button
from flashcards.ui.widgets.label import label

LINES = 3
NONE = later("None yet: {then}.")


class FolderList(Control):
    """``value`` is a folder as it was written, or a list of them; ``opened`` carries one."""

    opened = Signal(str)
    wide = True

    def __init__(self, choice: Choice) -> None:
        whole = QWidget()
        self._list, self._none = QListWidget(), label("quiet", wraps=True)
        super().__init__(choice, whole)
        whole.setAccessibleName("")
        whole.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        assert isinstance(choice.kind, Folders)
        self._none.setText(tr(NONE, then=tr(choice.kind.empty)))
        self._list.setAccessibleName(tr(choice.label))
        self._list.setAccessibleDescription(tr(choice.help))
        self._list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._list.installEventFilter(self)
        self._list.itemSelectionChanged.connect(self._tell)
        self._list.itemActivated.connect(lambda _: self._open())
        self._add = self._made(
            tr("Add a folder…"), tr("Read another folder of decks, too (Insert)")
        )
        self._look = self._made(tr("Open"), tr("Show the folder where files are shown (Enter)"))
        self._remove = self._made(
            tr("Remove"), tr("Read it no longer; its files stay where they are (Delete)")
        )
        self._add.clicked.connect(self._ask)
        self._look.clicked.connect(self._open)
        self._remove.clicked.connect(self._take_away)
        self._lay_out(whole)

    def _made(self, words: str, tip: str) -> QPushButton:
        return button("quiet", words, tip)

    def _lay_out(self, whole: QWidget) -> None:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for made in (self._add, self._look, self._remove):
            row.addWidget(made)
        row.addStretch(1)
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self._none)
        layout.addWidget(self._list)
        layout.addLayout(row)

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders in force, as they are written."""
        return folders_in(self.value)

    def _show(self, value: str | Sequence[str]) -> None:
        current = self._list.currentRow()
        self._list.clear()
        self._list.addItems([said(folder) for folder in folders_in(value)])
        self._list.setCurrentRow(min(max(current, 0), self._list.count() - 1))
        self._list.setVisible(bool(self.folders))
        self._none.setVisible(not self.folders)
        # Tab would stop for ever in front of one that stands for what is hidden.
        self.widget.setFocusProxy(self._list if self.folders else self._add)
        lines = min(LINES, self._list.count()) * (self._list.sizeHintForRow(0) or 0)
        self._list.setFixedHeight(lines + 2 * self._list.frameWidth())
        self._tell()

    def _tell(self) -> None:
        """Let only that be pressed which there is something for."""
        self._look.setEnabled(self._list.currentRow() >= 0)
        self._remove.setEnabled(self._list.currentRow() >= 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Do with keys what the buttons do."""
        if watched is self._list and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent), "such an event is one"
            deed = {Qt.Key.Key_Delete: self._take_away, Qt.Key.Key_Insert: self._ask}
            if event.key() in deed:
                deed[Qt.Key(event.key())]()
                return True
        return super().eventFilter(watched, event)

    def _ask(self) -> None:
        """Let the person point at a folder."""
        found = QFileDialog.getExistingDirectory(self.widget, tr("Which folder has your decks?"))
        if found and found not in self.folders:
            self._offer(folders_as((*self.folders, found)))

    def _open(self) -> None:
        row = self._list.currentRow()
        if 0 <= row < len(self.folders):
            self.opened.emit(self.folders[row])

    def _take_away(self) -> None:
        row = self._list.currentRow()
        if 0 <= row < len(self.folders):
            self._list.setFocus()  # the button may be gone with the last folder
            self._offer(folders_as((*self.folders[:row], *self.folders[row + 1 :])))


def said(folder: str) -> str:
    """Say which folder it is, and where there is none, that."""
    if folder == SHIPPED:
        return tr("The decks that came along")
    (path,) = deck_folders((), (folder,))
    missing = not path.exists()
    return tr("{folder} (not there)", folder=folder) if missing else folder
