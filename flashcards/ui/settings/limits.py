"""Limits of decks and topics: a line for each, and a field that adds another."""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from flashcards.domain.choices import Choice
from flashcards.domain.problems import did_you_mean
from flashcards.domain.tongue import later, tr
from flashcards.domain.values import Allowances
from flashcards.ui.settings.control import Control
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.button import button
from flashcards.ui.widgets.label import label
from flashcards.ui.widgets.stepped import spaced

PAUSE_MS = 500
BEGINS_WITH = {"new": 5}
"""What a limit is at first, until its numbers are chosen."""
ADD = later("Add a deck or a topic: type some of its name")
NONE = -1
_BREAK = "\N{ZERO WIDTH SPACE}"
"""Where a name may go on in the next line, as large letters ask for."""


class Most(QSpinBox):
    """How many a day at most, or nothing; ``settled`` a moment after the last arrow."""

    settled = Signal()

    def __init__(self, name: str, unit: str, most: int) -> None:
        super().__init__()
        spaced(self)
        self.name = name
        self.setRange(NONE, most)
        self.setGroupSeparatorShown(True)
        self.setSuffix(f" {unit}")
        self.setSpecialValueText(tr("{unit}: as the day", unit=unit))
        self.setKeyboardTracking(False)
        self.setCorrectionMode(QAbstractSpinBox.CorrectionMode.CorrectToNearestValue)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.settled)
        self.valueChanged.connect(lambda _: self._pause.start())
        self.editingFinished.connect(self.settled)

    def show_most(self, most: int | None) -> None:
        """Show a number, which is no choice."""
        self._pause.stop()
        with QSignalBlocker(self):
            self.setValue(NONE if most is None else most)


class LimitLine(QWidget):
    """One limit: what it is of, its two numbers, and the way to take it away."""

    changed = Signal()
    unwanted = Signal(str)

    def __init__(self, most: int) -> None:
        super().__init__()
        self.name = ""
        self._said = label("body", wraps=True)
        self._new, self._due = Most("new", tr("new"), most), Most("reviews", tr("due"), most)
        self._remove = button("quiet", tr("Remove"))
        self._remove.clicked.connect(lambda: self.unwanted.emit(self.name))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self._said, 1)
        for box in self.boxes:
            box.settled.connect(self.changed)
            layout.addWidget(box)
        layout.addWidget(self._remove)

    @property
    def boxes(self) -> tuple[Most, Most]:
        """The fields of its numbers."""
        return self._new, self._due

    @property
    def keys(self) -> tuple[QWidget, ...]:
        """What Tab comes to, in order."""
        return (*self.boxes, self._remove)

    @property
    def numbers(self) -> dict[str, int]:
        """The numbers as they are typed; those that are none left out."""
        return {box.name: box.value() for box in self.boxes if box.value() != NONE}

    def show_limit(self, name: str, numbers: Mapping[str, int]) -> None:
        """Show one limit."""
        self.name = name
        self._said.setText(name.replace(":", f":{_BREAK}"))
        for box in self.boxes:
            box.show_most(numbers.get(box.name))
        self._new.setAccessibleName(tr("New cards a day of {name}", name=name))
        self._due.setAccessibleName(tr("Due cards a day of {name}", name=name))
        self._remove.setAccessibleName(tr("Remove the limit of {name}", name=name))


class LimitTable(Control):
    """All limits of decks and topics; ``offer`` says what there may be limits of."""

    wide = True

    def __init__(self, choice: Choice) -> None:
        whole = QWidget()
        self._field, self._lines = QLineEdit(), list[LimitLine]()
        super().__init__(choice, whole)
        whole.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole.setFocusProxy(self._field)
        whole.setAccessibleName("")
        self._subjects: Callable[[], Sequence[str]] = lambda: ()
        self._names = QStringListModel(self)
        self._list: QListView | None = None
        self._prepare_field()
        self._places = QVBoxLayout(whole)
        self._places.setContentsMargins(0, 0, 0, 0)
        self._places.setSpacing(GRID)
        self._places.addWidget(self._field)

    def _prepare_field(self) -> None:
        self._field.setPlaceholderText(tr(ADD))
        self._field.setAccessibleName(tr("Add a limit of a deck or a topic"))
        self._field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._field.installEventFilter(self)
        self._field.returnPressed.connect(lambda: self._add(self._field.text().strip()))

    def _make_chooser(self) -> None:
        """Make the list of names, which the page does not wait for."""
        chooser, self._list = QCompleter(self._names, self._field), QListView()
        chooser.setPopup(self._list)
        self._list.setAccessibleName(tr("Decks and topics"))
        chooser.setFilterMode(Qt.MatchFlag.MatchContains)
        chooser.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        chooser.activated.connect(self._add)
        self._field.setCompleter(chooser)

    def offer(self, subjects: Callable[[], Sequence[str]]) -> None:
        """Say how to learn which decks and topics there are; it is asked when that is needed."""
        self._subjects = subjects

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Know the decks and topics as soon as the keys come here."""
        if watched is self._field and event.type() == QEvent.Type.FocusIn:
            self._names.setStringList(list(self._subjects()))
            if self._list is None:
                self._make_chooser()
        return super().eventFilter(watched, event)

    def _show(self, value: Mapping[str, Mapping[str, int]]) -> None:
        assert isinstance(self.choice.kind, Allowances)
        while len(self._lines) < len(value):
            self._make_line(self.choice.kind.most)
        names = [*value, *[""] * (len(self._lines) - len(value))]
        for line, name in zip(self._lines, names, strict=True):
            line.show_limit(name, value.get(name, {}))
            line.setVisible(bool(name))

    def _make_line(self, most: int) -> None:
        """Make a line above the field; Tab comes to it before the field, too."""
        line = LimitLine(most)
        line.changed.connect(self.take)
        line.unwanted.connect(self._remove)
        for box in line.boxes:
            box.installEventFilter(self)
        self._places.insertWidget(len(self._lines), line)
        self._lines.append(line)
        # The field stands for the whole, which therefore cannot say what comes before the lines.
        first = self.widget.previousInFocusChain() or self.widget
        keys = [widget for each in self._lines for widget in each.keys]
        for before, after in pairwise([first, *keys, self._field]):
            QWidget.setTabOrder(before, after)

    def take(self) -> None:
        """Take over what was typed; a limit without any number is none."""
        shown = self._lines[: len(self.value)]
        self._offer({line.name: line.numbers for line in shown if line.numbers})

    def _add(self, name: str) -> None:
        """Begin a limit, and let its numbers be typed."""
        known = self._names.stringList()
        if self._list:
            self._list.hide()
        if not name:
            return
        if name not in known:
            guess = did_you_mean(name, known) or tr("Choose one of those that are offered.")
            told = tr("No deck or topic is called “{name}”. {guess}", name=name, guess=guess)
            self.doubted.emit(told)
            return
        QTimer.singleShot(0, self._field.clear)  # the chooser writes its word after this
        if name not in self.value:
            self._offer({**self.value, name: dict(BEGINS_WITH)})
        for line in self._lines:
            if line.name == name:
                line.boxes[0].setFocus(Qt.FocusReason.TabFocusReason)
                line.boxes[0].selectAll()

    def _remove(self, name: str) -> None:
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._offer({each: numbers for each, numbers in self.value.items() if each != name})
