"""What is asked before a deck is put elsewhere: its name, or a folder, with what comes of it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QWidget

from flashcards.domain.tongue import tr
from flashcards.ui.dialogs.frame import Choice, column, decision
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.choice import narrow
from flashcards.ui.widgets.label import label

_WIDTH = 60 * GRID


class NameDialog(QDialog):
    """Asks for words; ``told`` says what comes of them, and ``words`` are those accepted."""

    def __init__(
        self, question: str, words: str, told: Callable[[str], str], take: Choice, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(question)
        self._field, self._told_of = QLineEdit(words), told
        self._told = label("quiet", wraps=True)
        self._field.setAccessibleName(question)
        layout = column(self, 2 * GRID)
        layout.addWidget(label("heading", question, wraps=True))
        layout.addWidget(self._field)
        layout.addWidget(self._told)
        leave = Choice(tr("Cancel"), tr("Leave all as it is"))
        layout.addLayout(decision(self, take, leave))
        self.setMinimumWidth(_WIDTH)
        self._field.textChanged.connect(self._tell)
        self._field.selectAll()
        self._field.setFocus()
        self._tell()

    @property
    def words(self) -> str:
        """What is typed."""
        return " ".join(self._field.text().split())

    def _tell(self, *_: object) -> None:
        self._told.setText(self._told_of(self.words))

    def accept(self) -> None:
        """Take words, where there are some."""
        if self.words:
            super().accept()
        else:
            self._field.setFocus()


class FolderDialog(QDialog):
    """Asks for one of some folders; the first of them has all others, and a new one by its name."""

    def __init__(
        self, question: str, folders: Sequence[Path], told: str, take: Choice, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(question)
        self._folders, self._box = folders, narrow(QComboBox())
        self._box.setEditable(True)
        self._box.addItems([str(folder) for folder in folders])
        self._box.setAccessibleName(tr("The folder"))
        layout = column(self, 2 * GRID)
        layout.addWidget(label("heading", question, wraps=True))
        layout.addWidget(self._box)
        layout.addWidget(label("quiet", told, wraps=True))
        leave = Choice(tr("Cancel"), tr("Leave all as it is"))
        layout.addLayout(decision(self, take, leave))
        self.setMinimumWidth(_WIDTH)
        self._box.setFocus()

    @property
    def folder(self) -> Path:
        """The folder; a relative one is below the first."""
        return self._folders[0] / Path(self._box.currentText().strip()).expanduser()
