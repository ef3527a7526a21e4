"""The Today page: one obvious key starts the review; below it, what it is made of."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from flashcards.domain.clock import date_of
from flashcards.domain.spoken import long_date
from flashcards.domain.tongue import number, tr
from flashcards.services.leeches import NO_LEECHES
from flashcards.ui.shortcuts import bind, name_key, press_focused_or
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.today.backlog import BacklogCard
from flashcards.ui.today.heat_map import HeatMap
from flashcards.ui.today.home import HomeRow
from flashcards.ui.today.leeches import LeechList
from flashcards.ui.today.limit import LimitBar
from flashcards.ui.today.problems import ProblemList
from flashcards.ui.today.topics import TopicTable
from flashcards.ui.today.unsaved import UnsavedList
from flashcards.ui.today.weak import WeakTopics
from flashcards.ui.today.words import first_words, headline, subline, waiting_words
from flashcards.ui.widgets.button import button
from flashcards.ui.widgets.column import column
from flashcards.ui.widgets.figure import Figure
from flashcards.ui.widgets.label import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flashcards.services.day_view import TodayView
    from flashcards.services.scope import ScopeView
    from flashcards.services.writing import Left


class TodayPage(QWidget):
    """Shows a TodayView; ``shown`` is announced each time the page comes into sight.

    What it shows first is said by whoever makes it: ``show_view``, or ``show_waiting``.
    """

    start_wanted = Signal()
    retry_wanted = Signal()
    write_wanted = Signal(str, int)
    form_wanted = Signal(object)
    discard_wanted = Signal(object)
    edit_wanted = Signal(str, int)
    suspend_wanted = Signal(str)
    undo_wanted = Signal()
    decision_wanted = Signal(str, str, str)
    dismiss_wanted = Signal()
    scope_asked = Signal(str, int)
    scope_wanted = Signal(str, int)
    topic_wanted = Signal(str)
    catch_up_wanted = Signal(int)
    drill_wanted = Signal(object)
    home_wanted = Signal(str)
    page_wanted = Signal(str)
    paste_wanted = Signal()
    shown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Today"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._date, self._headline = label("quiet"), label("title", wraps=True)
        self._subline = label("lead", wraps=True)
        self._start = button("primary", "")
        name_key(self._start, "start", words=tr("Start"), text=tr("Start review"))
        self._start.setAccessibleName(tr("Start review"))
        self._choose = _way("choose", tr("Choose…"), tr("Choose what to review"))
        self._all = _way("cards", tr("Cards"), tr("All your cards"))
        self._progress = _way("progress", tr("Progress"), tr("What it comes to"))
        self._write = _way("write", tr("Write"), tr("Write your decks"))
        self._decks = _way("decks", tr("Decks"), tr("Put your decks in order"))
        self._retry = button("plain", tr("Try again"), tr("Try to open the data folder again"))
        self._figures = tuple(map(Figure, waiting_words()))
        self._numbers = self._row(*self._figures, spacing=6 * GRID)
        self._buttons = self._row(self._start, self._choose, self._retry, spacing=GRID)
        self._ways = self._row(
            self._all, self._progress, self._write, self._decks, spacing=GRID, above=GRID
        )
        self._topics, self._problems = TopicTable(), ProblemList()
        self.limit, self._backlog = LimitBar(), BacklogCard()
        self._leeches, self._map, self._weak = LeechList(), HeatMap(), WeakTopics()
        self._home, self._unsaved = HomeRow(), UnsavedList()
        self._connect()
        self._lay_out()
        self._keys = bind(self, "start", press_focused_or(self, self._begin))
        self._keys += bind(self, "dismiss", self._dismiss)
        self._keys += bind(self, "undo-here", self.undo_wanted.emit)
        self._keys += bind(self, "choose", self._seek)
        self._keys += bind(self, "cards", lambda: self.page_wanted.emit("cards"))
        self._keys += bind(self, "progress", lambda: self.page_wanted.emit("progress"))
        self._keys += bind(self, "write", lambda: self.page_wanted.emit("write"))
        self._keys += bind(self, "decks", lambda: self.page_wanted.emit("decks"))
        self._keys += bind(self, "paste", self.paste_wanted.emit)
        self._keys += bind(self, "drill", self._weak.drill_weakest)

    def _connect(self) -> None:
        for part in (self._problems, self._leeches, self._unsaved):
            part.write_wanted.connect(self.write_wanted)
        self._unsaved.form_wanted.connect(self.form_wanted)
        self._unsaved.discard_wanted.connect(self.discard_wanted)
        self._problems.edit_wanted.connect(self.edit_wanted)
        self._problems.decision_wanted.connect(self.decision_wanted)
        self._leeches.suspend_wanted.connect(self.suspend_wanted)
        self._start.clicked.connect(self.start_wanted)
        self._retry.clicked.connect(self.retry_wanted)
        self._choose.clicked.connect(self._open_limit)
        self._topics.wanted.connect(self.topic_wanted)
        self._backlog.chosen.connect(self.catch_up_wanted)
        self.limit.asked.connect(self.scope_asked)
        self.limit.start_wanted.connect(self.scope_wanted)
        self.limit.left.connect(self.setFocus)
        self._all.clicked.connect(lambda: self.page_wanted.emit("cards"))
        self._progress.clicked.connect(lambda: self.page_wanted.emit("progress"))
        self._write.clicked.connect(lambda: self.page_wanted.emit("write"))
        self._decks.clicked.connect(lambda: self.page_wanted.emit("decks"))
        self._weak.drill_wanted.connect(self.drill_wanted)
        self._home.chosen.connect(self.home_wanted)

    def _lay_out(self) -> None:
        filled = column(self)
        filled.addWidget(self._date)
        filled.addSpacing(GRID // 2)
        filled.addWidget(self._headline)
        filled.addSpacing(GRID // 2)
        filled.addWidget(self._subline)
        filled.addWidget(self._numbers)
        filled.addWidget(self._buttons)
        filled.addWidget(self._ways)
        filled.addSpacing(4 * GRID)
        filled.addLayout(self._cards())
        filled.addStretch(1)

    @staticmethod
    def _row(*widgets: QWidget, spacing: int, above: int = 3 * GRID) -> QWidget:
        """Make a row that takes its distance from what is above along when it is hidden."""
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, above, 0, 0)
        layout.setSpacing(spacing)
        for widget in widgets:
            layout.addWidget(widget)
        layout.addStretch(1)
        return row

    def _cards(self) -> QVBoxLayout:
        cards = QVBoxLayout()
        cards.setSpacing(2 * GRID)
        cards.addWidget(self.limit)
        cards.addWidget(self._home)
        cards.addWidget(self._unsaved)
        cards.addWidget(self._problems)
        cards.addWidget(self._backlog)
        cards.addWidget(self._weak)
        cards.addWidget(self._topics)
        cards.addWidget(self._leeches)
        cards.addWidget(self._map)
        return cards

    def show_waiting(self) -> None:
        """Show the page before the decks are read; Enter begins as soon as they are."""
        self._set_texts("", tr("Good day") if not self._date.text() else self._headline.text(), "")
        self._show_parts(figures=True, start=True, retry=False)
        for figure, caption in zip(self._figures, waiting_words(), strict=True):
            figure.show_number("–", caption)
        self._show_cards()

    def show_view(self, view: "TodayView") -> None:
        """Show what the day holds."""
        plan = view.plan
        when = " · ".join(filter(None, (long_date(date_of(plan.day)), view.countdown)))
        self._set_texts(when, headline(view), subline(view))
        self._show_parts(figures=plan.cards > 0, start=plan.cards > 0, retry=False)
        if view.activity and view.activity.total:
            self._progress.show()
        self._all.setVisible(view.cards > 0)
        numbers = (plan.due, plan.new, plan.minutes)
        for figure, count, words in zip(self._figures, numbers, first_words(plan), strict=True):
            figure.show_number(number(count), words)
        self._show_cards(view)
        if self.limit.isVisible():
            self.scope_asked.emit(*self.limit.chosen)

    def show_fault(self, sentence: str) -> None:
        """Show why there is nothing to review."""
        self._set_texts("", tr("Your data could not be opened"), sentence)
        self._show_parts(figures=False, start=False, retry=True)
        self._show_cards()

    def show_scope(self, view: "ScopeView") -> None:
        """Say what the choice that is being typed comes to."""
        self.limit.show_found(view.sentence, startable=view.startable)

    def show_home(self, folder: str) -> None:
        """Ask whether the decks should live in a folder; without one, ask nothing."""
        self._home.show_offer(folder)

    def show_left(self, left: "Sequence[Left]") -> None:
        """Tell of texts that were not saved."""
        self._unsaved.show_left(left)

    def _show_cards(self, view: "TodayView | None" = None) -> None:
        """Fill what stands below the button; without a view there is nothing to show."""
        self._topics.show_topics(view.plan.topics if view else ())
        self._problems.show_problems(view.problems if view else ())
        self._backlog.show_backlog(view.backlog if view else None)
        self._leeches.show_leeches(view.leeches if view else NO_LEECHES)
        self._map.show_activity(view.activity if view else None)
        self._weak.show_weak(view.weak if view else None)

    def _begin(self) -> None:
        """Start what is being chosen, else the day."""
        if self.limit.has_focus():
            self.limit.go()
        else:
            self._start.click()

    def _dismiss(self) -> None:
        """Close what is open: the choice, else a notice."""
        if self.limit.isVisible():
            self.limit.leave()
        else:
            self.dismiss_wanted.emit()

    def _open_limit(self) -> None:
        """Offer to choose, where there is something to choose from; the same key closes it."""
        if self.limit.isVisible():
            self.limit.leave()
        elif self._choose.isVisible():
            self.limit.show()

    def _seek(self) -> None:
        """Go to the choice by its key; what was left open is not closed by the wish to type."""
        if self.limit.isVisible() and not self.limit.has_focus():
            self.limit.take_focus()
        else:
            self._open_limit()

    def _set_texts(self, when: str, head: str, sub: str) -> None:
        self._date.setText(when)
        self._headline.setText(head)
        self._subline.setText(sub)
        self._subline.setVisible(bool(sub))

    def _show_parts(self, *, figures: bool, start: bool, retry: bool) -> None:
        self._numbers.setVisible(figures)
        self._buttons.setVisible(start or retry)
        self._start.setVisible(start)
        self._choose.setVisible(start)
        if not start:
            self.limit.hide()
        self._retry.setVisible(retry)
        self._ways.setVisible(not retry)
        self._all.setVisible(start)
        self._progress.setVisible(start)
        self._write.setVisible(not retry)

    def showEvent(self, event: QShowEvent) -> None:
        """Announce that the page is seen, so that a stale one is refreshed."""
        super().showEvent(event)
        self.setFocus()
        self.shown.emit()


def _way(name: str, text: str, words: str) -> QPushButton:
    """Make a quiet button that names its key."""
    made = button("quiet", text)
    name_key(made, name, words=words)
    return made
