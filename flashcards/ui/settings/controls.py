"""A control for each kind of value that a setting can have."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from flashcards.domain.choices import Choice
from flashcards.domain.spoken import decimal
from flashcards.domain.tongue import number, tr
from flashcards.domain.values import (
    Allowances,
    Bindings,
    Calendar,
    Family,
    Flag,
    Folders,
    Numbers,
    Queries,
    Share,
    Text,
    Whole,
    Words,
)
from flashcards.ui.actions import ACTIONS, GRADES
from flashcards.ui.keymap import all_written, keymap
from flashcards.ui.settings.control import Control
from flashcards.ui.settings.folders import FolderList
from flashcards.ui.settings.fonts import FamilyBox
from flashcards.ui.settings.limits import LimitTable
from flashcards.ui.settings.searches import SearchLines
from flashcards.ui.widgets.lines_field import LinesField
from flashcards.ui.widgets.stepped import spaced

PAUSE_MS = 500
"""So long no arrow is pressed before a number is taken over."""

LINES = 4

_LEADING_AWAY = frozenset((Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape))
_MODIFIERS = frozenset(
    (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)
)


class Tick(Control):
    """Yes or no."""

    def __init__(self, choice: Choice) -> None:
        self._box = QCheckBox()
        super().__init__(choice, self._box)
        self._box.toggled.connect(self._offer)

    def _show(self, value: bool) -> None:
        self._box.setChecked(value)


class Pick(Control):
    """One of a few."""

    def __init__(self, choice: Choice) -> None:
        self._box = QComboBox()
        super().__init__(choice, self._box)
        assert isinstance(choice.kind, Words)
        for word, name in choice.kind.labels.items():
            self._box.addItem(tr(name), word)
        self._box.activated.connect(lambda _: self._offer(self._box.currentData()))

    def _show(self, value: str) -> None:
        self._box.setCurrentIndex(self._box.findData(value))


class _Number(Control):
    """A number: taken over a moment after the last arrow, at once on Enter or Tab."""

    def __init__(self, choice: Choice, box: QSpinBox | QDoubleSpinBox) -> None:
        self._box = spaced(box)
        super().__init__(choice, box)
        box.setKeyboardTracking(False)
        box.setCorrectionMode(QAbstractSpinBox.CorrectionMode.CorrectToNearestValue)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.take)
        box.valueChanged.connect(lambda _: self._pause.start())
        box.editingFinished.connect(self.take)

    def _show(self, value: float) -> None:
        self._pause.stop()
        self._box.setValue(value)  # type: ignore[arg-type]  # an int where the box has ints

    def take(self) -> None:
        """Take over what was typed and not yet taken."""
        self._pause.stop()
        self._offer(self._typed())

    def _typed(self) -> float:
        return self._box.value()


class Count(_Number):
    """A whole number with its unit."""

    def __init__(self, choice: Choice) -> None:
        assert isinstance(choice.kind, Whole)
        box = QSpinBox()
        box.setRange(choice.kind.low, choice.kind.high)
        box.setSingleStep(choice.kind.step)
        box.setGroupSeparatorShown(True)
        box.setSuffix(f" {tr(choice.kind.unit)}" if choice.kind.unit else "")
        box.setSpecialValueText(tr(choice.kind.zero))
        super().__init__(choice, box)


class Part(_Number):
    """A part of one."""

    def __init__(self, choice: Choice) -> None:
        assert isinstance(choice.kind, Share)
        box = QDoubleSpinBox()
        box.setRange(choice.kind.low, choice.kind.high)
        box.setSingleStep(0.01)
        super().__init__(choice, box)

    def _typed(self) -> float:
        return round(self._box.value(), 2)


class Line(Control):
    """A line of text, taken over on Enter or Tab."""

    def __init__(self, choice: Choice) -> None:
        self._field = QLineEdit()
        super().__init__(choice, self._field)
        kind = choice.kind
        self.wide = isinstance(kind, Text)
        self._field.setPlaceholderText(
            tr(kind.empty) if isinstance(kind, Text) else tr("YYYY-MM-DD")
        )
        self._field.setClearButtonEnabled(True)
        self._field.returnPressed.connect(self.take)

    def _show(self, value: str) -> None:
        if self._field.text() != value:
            self._field.setText(value)

    def take(self) -> None:
        """Take over what was typed and not yet taken."""
        self._offer(self._field.text().strip())


class Lines(Control):
    """A table: a name and a number on each line; taken over when the keys go elsewhere."""

    wide = True

    def __init__(self, choice: Choice) -> None:
        self._field = LinesField(LINES)
        super().__init__(choice, self._field)
        self._field.setPlaceholderText("ml/regularization = 2")

    def _show(self, value: Mapping[str, float]) -> None:
        text = "\n".join(f"{name} = {amount:g}" for name, amount in value.items())
        if self._field.toPlainText() != text:
            self._field.setPlainText(text)

    def take(self) -> None:
        """Take over what was typed and not yet taken."""
        found: dict[str, float] = {}
        for place, line in enumerate(self._field.toPlainText().splitlines(), start=1):
            name, _, amount = (part.strip() for part in line.rpartition("="))
            if not line.strip():
                continue
            try:
                found[name.strip("\"'")] = _number(amount)
            except ValueError:
                self.doubted.emit(tr("Line {place} is not a name, “=” and a number.", place=place))
                return
            if not name:
                self.doubted.emit(tr("Line {place} has no name before “=”.", place=place))
                return
        self._offer(found)


class KeyField(QLineEdit):
    """Shows an action's keys; ``pressed`` carries a new one, nothing where it is to be given back.

    Tab and Escape lead away, as everywhere.
    """

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setAccessibleName(tr("Its keys"))
        self.setPlaceholderText(tr("Press a key"))

    def event(self, event: QEvent) -> bool:
        """Have every key before what it usually does."""
        asks = event.type() == QEvent.Type.ShortcutOverride
        if asks and isinstance(event, QKeyEvent) and event.key() not in _LEADING_AWAY:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a key down."""
        if event.key() in _LEADING_AWAY:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.pressed.emit("")
        elif event.key() not in _MODIFIERS:
            pressed = QKeySequence(event.keyCombination())
            self.pressed.emit(pressed.toString(QKeySequence.SequenceFormat.PortableText))


class KeyTable(Control):
    """The keys of one action at a time."""

    wide = True

    def __init__(self, choice: Choice) -> None:
        self._box, self._field, both = QComboBox(), KeyField(), QWidget()
        super().__init__(choice, both)
        both.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        both.setFocusProxy(self._box)
        both.setAccessibleName("")
        self._box.installEventFilter(self)
        self._box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._box.setAccessibleName(tr("Action"))
        short = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self._box.setSizeAdjustPolicy(short)
        for each in (*ACTIONS, *GRADES):
            self._box.addItem(f"{tr(each.where)}: {each.label}", each.name)
        self._box.currentIndexChanged.connect(lambda _: self._tell())
        self._field.pressed.connect(self._press)
        layout = QHBoxLayout(both)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._box, 1)
        layout.addWidget(self._field, 1)

    def _show(self, _value: Mapping[str, object]) -> None:
        self._tell()

    def _tell(self) -> None:
        self._field.setText(all_written(keymap().keys(self._box.currentData())))

    def _press(self, key: str) -> None:
        """Give the action a key, unless it is another one's."""
        name = self._box.currentData()
        others = {each: keys for each, keys in self.value.items() if each != name}
        chosen = others | ({name: key} if key else {})
        faults = keymap().faults(chosen)
        if faults:
            self.doubted.emit("\n".join(f"{one.message} {one.hint}" for one in faults))
        else:
            self._offer(chosen)


def _number(text: str) -> float:
    """Read a number, a whole one as such."""
    value = float(text)
    return int(value) if value.is_integer() else value


_CONTROLS: Mapping[type, Callable[[Choice], Control]] = {
    Flag: Tick,
    Words: Pick,
    Whole: Count,
    Share: Part,
    Text: Line,
    Calendar: Line,
    Numbers: Lines,
    Bindings: KeyTable,
    Allowances: LimitTable,
    Queries: SearchLines,
    Family: FamilyBox,
    Folders: FolderList,
}


def control_for(choice: Choice) -> Control:
    """Make the control that a setting asks for."""
    return _CONTROLS[type(choice.kind)](choice)


def told(choice: Choice, value: Any) -> str:  # noqa: ANN401  # each kind has its own
    """Say a value as its control shows it."""
    kind = choice.kind
    if isinstance(kind, Words):
        return tr(kind.labels[value])
    if isinstance(kind, Whole):
        if kind.zero and not value:
            return tr(kind.zero)
        return f"{number(value)} {tr(kind.unit)}".strip()
    if isinstance(kind, Bindings):
        return tr("the usual keys")
    if isinstance(kind, Flag):
        return tr("on") if value else tr("off")
    return decimal(value, 2) if isinstance(value, float) else str(value or "") or tr("nothing")
