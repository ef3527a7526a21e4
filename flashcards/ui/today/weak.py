"""The three weakest topics, each with how sure that is and a drill; and drills over all topics."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from flashcards.domain.queue.scope import MINUTES, Drill
from flashcards.domain.tongue import tr
from flashcards.services.glimpse import SHOWN
from flashcards.ui.shortcuts import name_key
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.button import button
from flashcards.ui.widgets.label import label

if TYPE_CHECKING:
    from flashcards.services.glimpse import WeakTopic, WeakView


class WeakTopics(QFrame):
    """``drill_wanted`` carries a Drill."""

    drill_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(tr("Weak topics"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addWidget(label("strong", tr("Where you are weak")))
        self._told = label("quiet", wraps=True)
        layout.addWidget(self._told)
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(0, 1)
        layout.addLayout(grid)
        self._rows = [_Row(self, grid, place) for place in range(SHOWN)]
        self._anywhere = (
            self._button(
                tr("I have {minutes} minutes", minutes=MINUTES),
                tr("The cards worth most, of all topics"),
                Drill(),
            ),
            self._button(
                tr("Surprise me"), tr("Topics by chance, weak ones likelier"), Drill(by_chance=True)
            ),
        )
        layout.addSpacing(GRID // 2)
        layout.addLayout(self._everywhere())

    def _button(self, text: str, tip: str, drill: Drill) -> QPushButton:
        made = button("plain", text, tip)
        made.clicked.connect(lambda: self.drill_wanted.emit(drill))
        return made

    def _everywhere(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for made in self._anywhere:
            row.addWidget(made)
        row.addStretch(1)
        return row

    def show_weak(self, view: "WeakView | None") -> None:
        """Show the weakest topics; nothing as long as nothing was answered."""
        self.setVisible(view is not None)
        if view is None:
            return
        self._told.setText(view.told)
        self._told.setVisible(bool(view.told))
        for place, row in enumerate(self._rows):
            row.show_topic(view.topics[place] if place < len(view.topics) else None)

    def drill_weakest(self) -> None:
        """Press the first button there is."""
        if self.isVisible():
            shown = [row.drill for row in self._rows if row.drill.isVisible()]
            (shown or [*self._anywhere])[0].click()


class _Row:
    """One topic: its name over what is known of it, and the button."""

    def __init__(self, owner: WeakTopics, grid: QGridLayout, place: int) -> None:
        self._topic = ""
        self._name, self._words = label("body", wraps=True), label("quiet", wraps=True)
        self.drill = button("plain", tr("Drill"))
        if place == 0:
            name_key(self.drill, "drill", text=tr("Drill"))
        self.drill.clicked.connect(lambda: owner.drill_wanted.emit(Drill(self._topic)))
        self._said = QWidget()
        lines = QVBoxLayout(self._said)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        lines.addWidget(self._name)
        lines.addWidget(self._words)
        grid.addWidget(self._said, place, 0)
        grid.addWidget(self.drill, place, 1, Qt.AlignmentFlag.AlignVCenter)

    def show_topic(self, topic: "WeakTopic | None") -> None:
        """Fill the row, or hide it."""
        for widget in (self._said, self.drill):
            widget.setVisible(topic is not None)
        if topic is not None:
            self._topic = topic.topic
            self._name.setText(topic.topic)
            self._words.setText(topic.words)
            self.drill.setAccessibleName(tr("Drill {topic}", topic=topic.topic))
            tip = tr(
                "{minutes} minutes of {topic}: due cards first, then those worth most",
                minutes=MINUTES,
                topic=topic.topic,
            )
            self.drill.setToolTip(tip)
            self.drill.setAccessibleDescription(f"{topic.words}. {tip}")
