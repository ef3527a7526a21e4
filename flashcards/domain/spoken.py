"""Numbers and times as a person says them."""

from datetime import date, datetime
from math import ceil

from flashcards.domain.tongue import both, later, tr, trc, trn

_WEEKDAYS = (
    later("Monday"),
    later("Tuesday"),
    later("Wednesday"),
    later("Thursday"),
    later("Friday"),
    later("Saturday"),
    later("Sunday"),
)
_MONTHS = (
    later("January"),
    later("February"),
    later("March"),
    later("April"),
    later("May"),
    later("June"),
    later("July"),
    later("August"),
    later("September"),
    later("October"),
    later("November"),
    later("December"),
)


_LONG = (
    both("{count} day", "{count} days"),
    both("{count} month", "{count} months"),
    both("{count} year", "{count} years"),
)
_AGO = (
    both("{count} day ago", "{count} days ago"),
    both("{count} month ago", "{count} months ago"),
    both("{count} year ago", "{count} years ago"),
)
_AHEAD = (
    both("in {count} day", "in {count} days"),
    both("in {count} month", "in {count} months"),
    both("in {count} year", "in {count} years"),
)


def percent(share: float) -> str:
    """Say a share of one: ``40%``."""
    return trc("percentage", "{number}%", number=f"{share:.0%}"[:-1])


def decimal(value: float, places: int) -> str:
    """Write a number with its decimals: ``1,234.5``."""
    whole, point, rest = f"{value:,.{places}f}".partition(".")
    grouped = whole.replace(",", trc("between thousands", ","))
    return grouped + trc("decimal point", ".") + rest if point else grouped


def days_text(days: int) -> str:
    """Say an interval as a button has room for: ``6 days``, ``1.5 months``, ``2 years``."""
    return _span(days, _LONG)


def _span(days: int, forms: tuple[tuple[str, str], ...]) -> str:
    """Say a stretch of time in its largest unit, in the forms that a sentence has for each."""
    if days < 31:
        return trn(*forms[0], days)
    text = _rounded(days / 30.44 if days < 365 else days / 365.25)
    return trn(*forms[1 if days < 365 else 2], _form(text), count=text)


def _rounded(amount: float) -> str:
    """Write a number with a decimal where it is small and not whole."""
    is_whole = amount >= 10 or f"{amount:.1f}".endswith(".0")
    return decimal(amount, 0 if is_whole else 1)


def _form(text: str) -> int:
    """Give a number of which one speaks as of a rounded one: of one, or of many."""
    return 1 if text == "1" else 2


def minutes_text(minutes: float) -> str:
    """Say a short time: ``2 minutes``, ``1.5 minutes``; never rounded down to a whole minute."""
    tenths = ceil(round(minutes * 10, 6))
    text = decimal(tenths / 10, 1 if tenths % 10 else 0)
    return trn("{count} minute", "{count} minutes", _form(text), count=text)


def clock_text(seconds: float) -> str:
    """Say a stretch of time as a clock does: ``1:48``."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"


def telling_text(seconds: float, minutes: float, *, told: bool) -> str:
    """Say how long a story has been told, or was told, and by how much it is too long."""
    limit, spoken = round(minutes * 60), clock_text(seconds)
    words = tr("{time} of {limit}", time=spoken, limit=clock_text(limit))
    if told:
        words = tr("told in {time}", time=spoken)
    over = int(seconds) - limit
    return tr("{words}, over by {time}", words=words, time=clock_text(over)) if over > 0 else words


def weekday(day: date) -> str:
    """Name a day of the week: ``Sunday``."""
    return tr(_WEEKDAYS[day.weekday()])


def month(day: date) -> str:
    """Name a date's month: ``November``."""
    return tr(_MONTHS[day.month - 1])


def short_month(day: date) -> str:
    """Name a date's month where room is short: ``Nov``."""
    return month(day)[:3]


def long_date(day: date) -> str:
    """Say a date: ``Sunday 22 November``."""
    details = {"weekday": weekday(day), "day": day.day, "month": month(day)}
    return trc("date", "{weekday} {day} {month}", **details)


def day_and_month(day: date) -> str:
    """Say a date of this year: ``22 November``."""
    return trc("date", "{day} {month}", day=day.day, month=month(day))


def time_text(when: datetime) -> str:
    """Say the time of day: ``09:30``."""
    return trc("time", "{hour}:{minute}", hour=f"{when:%H}", minute=f"{when:%M}")


def day_text(day: date) -> str:
    """Write a date in figures, as a table has room for it: ``2026-11-22``."""
    details = {"year": f"{day.year:04}", "month": f"{day.month:02}", "day": f"{day.day:02}"}
    return trc("date", "{year}-{month}-{day}", **details)


def moment_text(when: datetime) -> str:
    """Write a date and the time: ``2026-11-22 09:30``."""
    return trc("date and time", "{day} {time}", day=day_text(when), time=time_text(when))


def due_text(due: date, today: date) -> str:
    """Say when a card is due, seen from today."""
    days = (due - today).days
    if days == 0:
        return tr("today")
    if days < 0:
        return _span(-days, _AGO)
    return tr("tomorrow") if days == 1 else _span(days, _AHEAD)
