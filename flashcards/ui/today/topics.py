"""The day by topic: how many are due and new."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout

from flashcards.domain.tongue import number, tr, trc, trn
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.button import button
from flashcards.ui.widgets.label import hairline, label

if TYPE_CHECKING:
    from flashcards.domain.queue.plan import TopicPlan

MOST = 12
"""More topics than this are summed up in a last line."""


class TopicTable(QFrame):
    """Rows are made once and reused; ``wanted`` carries the topic to review alone."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(tr("Today by topic"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(2 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        outer.setSpacing(GRID)
        head = QVBoxLayout()
        head.setContentsMargins(GRID, 0, 0, 0)  # above the names; their rings take what is beside
        head.setSpacing(GRID)
        head.addLayout(self._head())
        head.addWidget(hairline())
        outer.addLayout(head)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(3 * GRID)
        self._grid.setVerticalSpacing(GRID)
        self._grid.setColumnStretch(0, 1)
        outer.addLayout(self._grid)
        self._rows = [_Row(self, self._grid, number) for number in range(MOST)]
        self._rest = label("quiet")
        self._rest.setIndent(GRID)
        outer.addWidget(self._rest)

    @staticmethod
    def _head() -> QGridLayout:
        head = QGridLayout()
        head.setHorizontalSpacing(3 * GRID)
        head.setColumnStretch(0, 1)
        for place, text in enumerate((tr("By topic"), trc("column", "due"), trc("column", "new"))):
            made = label("quiet", text)
            if place:
                made.setMinimumWidth(5 * GRID)
                made.setAlignment(Qt.AlignmentFlag.AlignRight)
            head.addWidget(made, 0, place)
        return head

    def show_topics(self, topics: "Sequence[TopicPlan]") -> None:
        """Show the largest topics; none hides the table."""
        self.setVisible(bool(topics))
        for place, row in enumerate(self._rows):
            row.show_topic(topics[place] if place < len(topics) else None)
        more = len(topics) - MOST
        self._rest.setVisible(more > 0)
        self._rest.setText(
            tr("and one more topic")
            if more == 1
            else trn("and {count} more topic", "and {count} more topics", more)
        )


class _Row:
    """One line of the grid."""

    def __init__(self, owner: TopicTable, grid: QGridLayout, number: int) -> None:
        self._topic = ""
        self._name, self._due, self._new = button("link", ""), label("number"), label("number")
        self._name.clicked.connect(lambda: owner.wanted.emit(self._topic))
        grid.addWidget(self._name, number, 0, Qt.AlignmentFlag.AlignLeft)
        for place, widget in enumerate((self._due, self._new), start=1):
            grid.addWidget(widget, number, place)
        for number_label in (self._due, self._new):
            number_label.setMinimumWidth(5 * GRID)
            number_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def show_topic(self, topic: "TopicPlan | None") -> None:
        """Fill the line, or hide it."""
        for widget in (self._name, self._due, self._new):
            widget.setVisible(topic is not None)
        if topic is None:
            return
        self._topic = topic.topic
        self._name.setText(topic.topic)
        self._name.setAccessibleName(tr("Review {topic} alone", topic=topic.topic))
        self._name.setToolTip(tr("Review {topic} alone", topic=topic.topic))
        self._due.setText(number(topic.due) if topic.due else "–")
        self._new.setText(number(topic.new) if topic.new else "–")
        self._due.setAccessibleName(tr("{topic}: {due} due", topic=topic.topic, due=topic.due))
        self._new.setAccessibleName(tr("{topic}: {new} new", topic=topic.topic, new=topic.new))
