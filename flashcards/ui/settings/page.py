"""The Settings page: every choice with its sentence, found by words, in force at once."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from flashcards.domain.choices import CHOICES
from flashcards.domain.tongue import later, tr
from flashcards.ui.settings.facts import FACTS, FactRow
from flashcards.ui.settings.folders import FolderList
from flashcards.ui.settings.limits import LimitTable
from flashcards.ui.settings.row import Row
from flashcards.ui.shortcuts import bind, name_key
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.button import button
from flashcards.ui.widgets.column import column
from flashcards.ui.widgets.label import hairline, label

if TYPE_CHECKING:
    from flashcards.domain.problems import Problem
    from flashcards.domain.settings import Settings

NONE = later("No setting is about that. Try another word, such as “interval” or “theme”.")

AT_ONCE = 2
"""So many sections fill the window."""

PAUSE_MS = 40
"""So long the window has to itself between one section that nobody sees yet and the next."""


class SettingsPage(QWidget):
    """``chosen`` carries a setting's name and its new value, ``folder_wanted`` one to be opened.

    ``subjects`` gives the decks and topics that there may be limits of.
    """

    chosen = Signal(str, object)
    file_wanted = Signal()
    deed_wanted = Signal(str)
    folder_wanted = Signal(str)
    left = Signal()

    def __init__(self, subjects: Callable[[], Sequence[str]] = tuple) -> None:
        super().__init__()
        self._subjects = subjects
        self.setAccessibleName(tr("Settings"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._search = QLineEdit()
        self._search.setPlaceholderText(tr("Find a setting"))
        self._search.setAccessibleName(tr("Find a setting"))
        self._search.textChanged.connect(self._find)
        self._file = button("quiet", tr("Open the file"), tr("Edit your settings as text"))
        self._file.clicked.connect(self.file_wanted)
        self._back = button("quiet", tr("Today"))
        name_key(self._back, "back", words=tr("Back to Today"))
        self._back.clicked.connect(self.left)
        self._state = label("quiet", wraps=True)
        self._problems = label("late", wraps=True)
        self._none = label("lead", tr(NONE), wraps=True)
        self._none.hide()
        self._shown: Settings | None = None
        self._rows: dict[str, Row] = {}
        self._facts: list[FactRow] = []
        self._told: Mapping[str, str] = {}
        self._sections: list[_Section] = []
        self._waiting = [
            (name, tuple(some)) for name, some in groupby(CHOICES, lambda choice: choice.section)
        ]
        self._more = QTimer(self)
        self._more.setInterval(PAUSE_MS)
        self._more.timeout.connect(self._make_more)
        self._lay_out()
        for _ in range(AT_ONCE):
            self._make_section()
        bind(self, "back", self.left.emit)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(GRID)
        first.addWidget(self._search, 1)
        first.addWidget(self._file)
        first.addWidget(self._back)
        filled = column(self)
        filled.addWidget(label("title", tr("Settings")))
        filled.addSpacing(2 * GRID)
        filled.addLayout(first)
        filled.addSpacing(GRID)
        filled.addWidget(self._state)
        filled.addSpacing(GRID // 2)
        filled.addWidget(self._problems)
        filled.addSpacing(GRID)
        filled.addWidget(self._none)
        self._places = QVBoxLayout()
        filled.addLayout(self._places)
        filled.addStretch(1)

    def _make_section(self) -> None:
        """Make the next section; below the first ones nobody sees yet that they are missing."""
        name, choices = self._waiting.pop(0)
        rows = [Row(choice) for choice in choices]
        for row in rows:
            chosen = partial(self.chosen.emit, row.choice.name)
            row.control.chosen.connect(chosen)
            if isinstance(row.control, LimitTable):
                row.control.offer(self._subjects)
            if isinstance(row.control, FolderList):
                row.control.opened.connect(self.folder_wanted)
            if self._shown:
                row.show_value(getattr(self._shown, row.choice.name))
        self._rows |= {row.choice.name: row for row in rows}
        facts = [FactRow(fact) for fact in FACTS if fact.section == name]
        for fact in facts:
            fact.wanted.connect(self.deed_wanted)
            fact.show_fact(self._told.get(fact.fact.name, ""))
        self._facts += facts
        self._sections.append(_Section(name, [*rows, *facts]))
        self._places.addWidget(self._sections[-1])

    def _make_more(self) -> None:
        """Make the other sections one by one, between one event and the next."""
        if self._waiting:
            self._make_section()
        else:
            self._more.stop()

    def _make_all(self) -> None:
        while self._waiting:
            self._make_section()

    def show_settings(
        self, settings: "Settings", file: str, problems: "Iterable[Problem]" = ()
    ) -> None:
        """Show what is in force, where it is kept, and what is wrong there."""
        self._shown = settings
        for name, row in self._rows.items():
            row.show_value(getattr(settings, name))
        self._state.setText(tr("What you choose holds at once. It is kept in {file}.", file=file))
        told = "\n".join(
            tr("Line {line}: {told}", line=one.place.line, told=f"{one.message} {one.hint}")
            for one in problems
        )
        self._problems.setText(told)
        self._problems.setVisible(bool(told))

    def show_facts(self, told: Mapping[str, str]) -> None:
        """Show what there is to know beside the choices, by the facts' names."""
        self._told = told
        for row in self._facts:
            row.show_fact(told.get(row.fact.name, ""))

    def go_to(self, name: str) -> None:
        """Bring one setting into sight, with the keys on it."""
        self._make_all()
        self._search.clear()
        self._rows[name].control.widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take(self) -> None:
        """Take over what was typed and not yet taken."""
        for row in self._rows.values():
            row.control.take()

    def _find(self, text: str) -> None:
        self._make_all()
        self._search.setClearButtonEnabled(True)  # not before: it draws an icon
        words = text.casefold().split()
        found = [section.show_those_that_say(words) for section in self._sections]
        self._none.setVisible(not any(found))

    def showEvent(self, event: QShowEvent) -> None:
        """Let typing search at once."""
        super().showEvent(event)
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()
        self._more.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Lose nothing that was typed; what nobody looks at is not made any further."""
        self._more.stop()
        self.take()
        super().hideEvent(event)


class _Section(QWidget):
    """A heading, and the settings below it."""

    def __init__(self, name: str, rows: "Sequence[Row | FactRow]") -> None:
        super().__init__()
        self._rows = rows
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2 * GRID, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(label("heading", tr(name)))
        layout.addSpacing(GRID)
        layout.addWidget(hairline())
        for row in rows:
            layout.addWidget(row)

    def show_those_that_say(self, words: list[str]) -> bool:
        """Hide the settings that are about something else; say whether any is left."""
        for row in self._rows:
            row.setVisible(row.says(words))
        left = any(row.says(words) for row in self._rows)
        self.setVisible(left)
        return left
