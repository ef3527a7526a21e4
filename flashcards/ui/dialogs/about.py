"""What this program is, and where it keeps what one writes and answers."""

import platform

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from flashcards import __version__
from flashcards.domain.tongue import tr
from flashcards.ui.dialogs.frame import column
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.button import button
from flashcards.ui.widgets.label import label
from flashcards.ui.widgets.scrolled import Scrolled, fit_to_screen

_WIDTH = 56 * GRID


class AboutDialog(QDialog):
    """Shows versions, the licence and the data folder, until Escape; all of it can be copied."""

    def __init__(self, data: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About Flashcards"))
        layout = column(self, 2 * GRID)
        inside = QWidget()
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(GRID)
        head = label("heading", tr("Flashcards {version}", version=__version__))
        head.ensurePolished()
        lines.addWidget(head)
        for words in (
            tr("Spaced repetition on Markdown decks: your files, your log, a calm window."),
            tr("Your settings, your log and its backups are in {folder}.", folder=data),
            tr("Free software under the MIT licence. Nothing is sent anywhere."),
            tr(
                "Python {python}, Qt {qt}, {system}",
                python=platform.python_version(),
                qt=qVersion(),
                system=platform.system(),
            ),
        ):
            line = label("body", words, wraps=True)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            line.ensurePolished()  # in its letters it is as tall as it will be
            if line.fontMetrics().horizontalAdvance(data) > _WIDTH:
                line.setText(words.replace(data, _foldable(data)))
            lines.addWidget(line)
        inside.setFixedWidth(_WIDTH)
        inside.setFixedHeight(lines.heightForWidth(_WIDTH))
        layout.addWidget(Scrolled(tr("About Flashcards"), inside))
        close = button("quiet", tr("Close"), tr("Close (Escape)"))
        close.clicked.connect(self.accept)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignLeft)
        fit_to_screen(self)


def _foldable(path: str) -> str:
    """Let a path that is wider than its line go on in the next one; copied, it keeps the marks."""
    return "\N{ZERO WIDTH SPACE}".join(path)
