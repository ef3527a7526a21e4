"""How a text is read: what was seen of it, and may be said otherwise."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QVBoxLayout, QWidget

from flashcards.domain.imports.encoding import ENCODINGS
from flashcards.domain.imports.formats import FORMATS, format_named
from flashcards.domain.imports.imported import AS_IT_SEEMS, Reading
from flashcards.domain.imports.rows import SEPARATORS
from flashcards.domain.imports.table import Wish
from flashcards.domain.tongue import later, tr
from flashcards.ui.bringing.columns_part import ColumnsPart
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.choice import narrow
from flashcards.ui.widgets.label import label

if TYPE_CHECKING:
    from flashcards.domain.imports.imported import Import

_SEPARATORS = {
    "tab": later("tabs"),
    "comma": later("commas"),
    "semicolon": later("semicolons"),
    "pipe": later("upright bars"),
    "colon": later("colons"),
    "space": later("blanks"),
}
assert set(_SEPARATORS) == set(SEPARATORS), "every separator can be chosen"


class ReadingPart(QWidget):
    """``asked`` says that the person wants the text read otherwise."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._format, self._encoding, self._separator = QComboBox(), QComboBox(), QComboBox()
        _fill(self._format, ((each.name, tr(each.told)) for each in FORMATS))
        _fill(self._encoding, ((name, name) for name in ENCODINGS))
        _fill(self._separator, ((name, tr(words)) for name, words in _SEPARATORS.items()))
        self._quotes = QCheckBox(tr("Cells may stand in quotation marks"))
        self._header = QCheckBox(tr("The first row names the columns"))
        self.columns = ColumnsPart(self._header)
        self._is_said, self._columns_said = False, False
        self._parted = label("quiet", tr("Parted by"))
        self._lay_out()
        for choice in (self._format, self._encoding, self._separator):
            choice.activated.connect(self._say)
        for check in (self._quotes, self._header):
            check.clicked.connect(self._say)
        self._quotes.setChecked(True)
        self.columns.asked.connect(self._say_columns)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID // 2)
        titles = (label("quiet", tr("Read as")), label("quiet", tr("Encoding")), self._parted)
        choices = (self._format, self._encoding, self._separator)
        for place, (title, choice) in enumerate(zip(titles, choices, strict=True)):
            grid.addWidget(title, place, 0)
            grid.addWidget(choice, place, 1)
            choice.setAccessibleName(title.text())
            title.setBuddy(narrow(choice))
        grid.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(grid)
        for widget in (self._quotes, self._header, self.columns):
            layout.addWidget(widget)

    def begin(self) -> None:
        """Take a new text: what it is has to be seen anew."""
        self._is_said = self._columns_said = False
        self._quotes.setChecked(True)
        self.columns.forget()

    def show_import(self, one: "Import") -> None:
        """Show how the text was read."""
        _show(self._format, one.format.name)
        _show(self._encoding, one.account.encoding)
        for widget in (self._parted, self._separator, self._quotes, self._header, self.columns):
            widget.setVisible(one.table is not None)
        if one.table is None:
            return
        _show(self._separator, one.table.separator)
        if one.table.columns is not None:
            self._header.setChecked(bool(one.table.header))
        self.columns.show_table(one.table)

    @property
    def asks_nothing(self) -> bool:
        """Whether the person left out the column that asks."""
        return self._columns_said and not self.columns.columns["prompt"]

    @property
    def reading(self) -> Reading:
        """How the person wants it read; all that was not said is to be seen."""
        if not (self._is_said or self._columns_said):
            return AS_IT_SEEMS
        columns = self.columns.columns if self._columns_said else {}
        separator, quotes = str(self._separator.currentData()), self._quotes.isChecked()
        table = Wish(columns, separator, quotes, self._header.isChecked())
        chosen = format_named(str(self._format.currentData()))
        return Reading(chosen, str(self._encoding.currentData()), table)

    def _say(self, *_: object) -> None:
        """Take what is chosen; other columns may come of it, so these are seen anew."""
        self._is_said, self._columns_said = True, False
        self.columns.forget()
        self.asked.emit()

    def _say_columns(self) -> None:
        self._columns_said = True
        self.asked.emit()


def _fill(choice: QComboBox, words: Iterable[tuple[str, str]]) -> None:
    for name, text in words:
        choice.addItem(text[:1].upper() + text[1:], name)


def _show(choice: QComboBox, name: str) -> None:
    with QSignalBlocker(choice):
        choice.setCurrentIndex(choice.findData(name))
