"""The Progress page: a period and a search above, the pictures below."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from flashcards.domain.tongue import later, tr, trn
from flashcards.services.progress import PERIODS, YEAR, Lens
from flashcards.ui.progress.chart import Chart
from flashcards.ui.progress.memory import TITLE
from flashcards.ui.progress.plots import plots
from flashcards.ui.shortcuts import bind, name_key
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.button import button
from flashcards.ui.widgets.column import column
from flashcards.ui.widgets.label import label

if TYPE_CHECKING:
    from flashcards.services.progress import StatsView

PAUSE_MS = 200
WIDE = 860
READING = later("Your log is being read. This takes a moment, once.")
NEVER = later("Nothing was answered yet. After your first reviews you see here what they come to.")
EARLY = later("Only {reviews} so far: most of what is below says little yet.")
FEW = 20


class ProgressPage(QWidget):
    """``asked`` carries the Lens to look through; ``told`` a sentence for the person."""

    asked = Signal(object)
    left = Signal()
    told = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Progress"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._back = button("quiet", tr("Today"))
        name_key(self._back, "back", words=tr("Back to Today"))
        self._period, self._query = QComboBox(), QLineEdit()
        for name, days in PERIODS.items():
            self._period.addItem(tr(name), days)
        self._period.setCurrentIndex(self._period.findData(YEAR))
        self._period.setAccessibleName(tr("How far back"))
        self._query.setPlaceholderText(tr("topic:ml   deck:papers   tag:core   any words"))
        self._query.setAccessibleName(tr("Only the cards that this search finds"))
        self._query.setClearButtonEnabled(True)
        self._state = label("lead", wraps=True)
        self._charts: dict[str, Chart] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        choices = QHBoxLayout()
        choices.setSpacing(GRID)
        choices.addWidget(self._period)
        choices.addWidget(self._query, 1)
        choices.addWidget(self._back)
        filled = column(self, WIDE)
        filled.addWidget(label("title", tr("Progress")))
        filled.addSpacing(2 * GRID)
        filled.addLayout(choices)
        filled.addSpacing(2 * GRID)
        filled.addWidget(self._state)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(2 * GRID)
        filled.addSpacing(2 * GRID)
        filled.addLayout(self._cards)
        filled.addStretch(1)

    def _connect(self) -> None:
        self._pause.timeout.connect(self.ask)
        self._query.textChanged.connect(lambda _: self._pause.start())
        self._period.currentTextChanged.connect(lambda _: self.ask())
        self._back.clicked.connect(self.left)
        self._keys = bind(self, "back", self.left.emit)

    @property
    def lens(self) -> Lens:
        """What is looked at."""
        return Lens(self._query.text().strip(), self._period.currentData())

    def ask(self) -> None:
        """Ask for the numbers as they are now."""
        self._pause.stop()
        self.asked.emit(self.lens)

    def show_waiting(self) -> None:
        """Say that the numbers come in a moment."""
        self._say(tr(READING))
        self._show_charts(())

    def tell(self, sentence: str) -> None:
        """Say what is wrong with a search, or that it takes a moment; the pictures stay."""
        self._say(sentence)

    def show_view(self, view: "StatsView") -> None:
        """Show the numbers; with few answers, say how little they mean."""
        if not view.seen and not view.year.answers:
            none_of_these = tr("None of these cards was answered yet.")
            self._say(none_of_these if view.lens.query else tr(NEVER))
            self._show_charts(())
            return
        reviews = sum(row.reviews for row in view.topics.topics)
        said = trn("{count} review", "{count} reviews", reviews)
        self._say(tr(EARLY, reviews=said) if reviews < FEW else view.fits)
        made = [(self._chart(plot.name), plot) for plot in plots(view)]
        for chart, plot in made:
            chart.show_plot(plot)
        self._show_charts([chart for chart, _ in made])

    def _chart(self, name: str) -> Chart:
        """Find a picture's place; a card's curve has the first, also if it is shown late."""
        for each in (TITLE, name):
            if each not in self._charts:
                self._charts[each] = chart = Chart()
                chart.told.connect(self.told)
                self._cards.addWidget(chart)
        return self._charts[name]

    def _show_charts(self, shown: Sequence[Chart]) -> None:
        for chart in self._charts.values():
            chart.setVisible(chart in shown)

    def _say(self, sentence: str) -> None:
        self._state.setText(sentence)
        self._state.setVisible(bool(sentence))

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keys, and show how things are now."""
        super().showEvent(event)
        self.setFocus()
        self.ask()
