"""Choose the day on which a card is asked next."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QDialog, QToolButton, QWidget

from flashcards.domain.spoken import due_text, long_date
from flashcards.domain.tongue import language, tr, trc
from flashcards.ui.dialogs.frame import Choice, column, decision
from flashcards.ui.theme.icons import icon
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.label import label

LATEST = timedelta(days=3650)


class DueDayDialog(QDialog):
    """Asks for a day, from today on; ``day`` is what was chosen when it is accepted."""

    def __init__(self, prompt: str, today: date, due: date | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Choose a day"))
        self._today = today
        self._field, self._words = QDateEdit(), label("quiet")
        self._field.setCalendarPopup(True)
        self._field.setLocale(QLocale(language()))
        _calm(self._field.calendarWidget())
        # as the sentence below it says the day
        self._field.setDisplayFormat(trc("date in a field", "d MMMM yyyy"))
        self._field.setAccessibleName(tr("The day on which the card is asked"))
        self._field.setDateRange(_qdate(today), _qdate(today + LATEST))
        self._field.dateChanged.connect(lambda _: self._tell())
        self._field.setDate(_qdate(max(today, due or today)))
        self._lay_out(prompt)
        self._tell()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _lay_out(self, prompt: str) -> None:
        layout = column(self, 2 * GRID)
        layout.addWidget(label("heading", tr("Ask this card on")))
        layout.addWidget(label("body", prompt, wraps=True))
        layout.addWidget(self._field)
        layout.addWidget(self._words)
        take = Choice(tr("Ask then"), tr("Ask the card on this day"))
        layout.addLayout(decision(self, take, Choice(tr("Cancel"), tr("Leave it as it is"))))

    def _tell(self) -> None:
        """Keep the day in the field, and say when that is."""
        chosen = self._field.date()
        self.day = date(chosen.year(), chosen.month(), chosen.day())
        when = due_text(self.day, self._today)
        self._words.setText(
            tr(
                "{date}, {when}. Its interval stays as it is.",
                date=long_date(self.day),
                when=when,
            )
        )


def _calm(month: QCalendarWidget) -> None:
    """Show a month in the theme's colours: Qt's own red of the weekends is not legible on dark."""
    month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        month.setWeekdayTextFormat(day, QTextCharFormat())
    for way, drawn in (("prev", "back"), ("next", "forward")):
        turns = month.findChild(QToolButton, f"qt_calendar_{way}month")
        if turns:  # its name is Qt's own business
            turns.setIcon(icon(drawn))


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
