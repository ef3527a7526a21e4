"""Begin a deck: its title, from which its file's name comes, and the folder it lies in."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QWidget

from flashcards.domain.imports.gather import described
from flashcards.domain.tongue import tr
from flashcards.services.shelving import file_titled
from flashcards.ui.dialogs.frame import Choice, column, decision
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.label import label


class NewDeckDialog(QDialog):
    """``file`` and ``head`` are what was chosen, when it is accepted."""

    def __init__(self, roots: Sequence[Path], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("New deck"))
        self.file, self.head = Path(), ""
        self._title, self._folder, self._told = QLineEdit(), QComboBox(), label("quiet", wraps=True)
        self._title.setAccessibleName(tr("Title of the new deck"))
        self._title.setPlaceholderText(tr("Title"))
        self._folder.setAccessibleName(tr("Folder of the new deck"))
        folders = [root if root.is_dir() else root.parent for root in roots]
        self._folder.addItems([str(folder) for folder in dict.fromkeys(folders)])
        self._lay_out()
        self._title.textChanged.connect(lambda _: self._tell())
        self._folder.currentTextChanged.connect(lambda _: self._tell())
        self._tell()
        self._title.setFocus()

    def _lay_out(self) -> None:
        layout = column(self, 2 * GRID)
        layout.addWidget(label("heading", tr("New deck")))
        layout.addWidget(self._title)
        layout.addWidget(self._folder)
        self._folder.setVisible(self._folder.count() > 1)
        layout.addWidget(self._told)
        take = Choice(tr("Begin"), tr("Begin the deck"))
        layout.addLayout(decision(self, take, Choice(tr("Cancel"), tr("Begin none"))))
        self.setMinimumWidth(50 * GRID)

    def _tell(self) -> None:
        """Keep what was chosen, and say which file that makes."""
        title = self._title.text().strip()
        self.file = file_titled(Path(self._folder.currentText()), title)
        self.head = f"{described({'title': title})}\n"
        named = bool(title)
        words = (
            tr("{file} is written when you save.", file=self.file)
            if named
            else tr("Its file is named after it.")
        )
        self._told.setText(words)

    def accept(self) -> None:
        """Take a title whose file is not there yet."""
        if not self._title.text().strip():
            self._title.setFocus()
        elif self.file.exists():
            self._told.setText(tr("{file} is there already: choose another title.", file=self.file))
        else:
            super().accept()
