"""What this program is, and where it keeps what one writes and answers."""

import platform

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QWidget

from flashcards import __version__
from flashcards.domain.tongue import tr
from flashcards.ui.dialogs.frame import column
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.button import button
from flashcards.ui.widgets.label import label


class AboutDialog(QDialog):
    """Shows versions, the licence and the data folder, until Escape; all of it can be copied."""

    def __init__(self, data: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About Flashcards"))
        layout = column(self, 2 * GRID)
        layout.addWidget(label("heading", f"Flashcards {__version__}"))
        for words in (
            tr("Spaced repetition on Markdown decks: your files, your log, a calm window."),
            tr("Your settings, your log and its backups are in {folder}.", folder=data),
            tr("Free software under the MIT licence. Nothing is sent anywhere."),
            f"Python {platform.python_version()} · Qt {qVersion()} · {platform.system()}",
        ):
            line = label("body", words, wraps=True)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            layout.addWidget(line)
        close = button("quiet", tr("Close"), tr("Close (Escape)"))
        close.clicked.connect(self.accept)
        layout.addWidget(close)
        self.setFixedWidth(60 * GRID)
