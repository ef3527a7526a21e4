"""Numbers and times as a person says them."""

from datetime import date
from math import ceil


def days_text(days: int) -> str:
    """Say an interval as a button has room for: ``6 days``, ``1.5 months``, ``2 years``."""
    if days < 31:
        return counted(days, "day")
    if days < 365:
        return _rounded(days / 30.44, "month")
    return _rounded(days / 365.25, "year")


def _rounded(amount: float, unit: str) -> str:
    text = f"{amount:.1f}".removesuffix(".0") if amount < 10 else f"{amount:.0f}"
    return f"{text} {unit}" if text == "1" else f"{text} {unit}s"


def counted(count: int, noun: str) -> str:
    """Say a number of things: ``1 card``, ``3 cards``, ``no cards``."""
    words = "no" if count == 0 else f"{count:,}"
    return f"{words} {noun}" if count == 1 else f"{words} {noun}s"


def minutes_text(minutes: float) -> str:
    """Say a short time: ``2 minutes``, ``1.5 minutes``; never rounded down to a whole minute."""
    text = f"{ceil(round(minutes * 10, 6)) / 10:.1f}".removesuffix(".0")
    return "1 minute" if text == "1" else f"{text} minutes"


def clock_text(seconds: float) -> str:
    """Say a stretch of time as a clock does: ``1:48``."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"


def telling_text(seconds: float, minutes: float, *, told: bool) -> str:
    """Say how long a story has been told, or was told, and by how much it is too long."""
    limit, spoken = round(minutes * 60), clock_text(seconds)
    words = f"told in {spoken}" if told else f"{spoken} of {clock_text(limit)}"
    over = int(seconds) - limit
    return f"{words}, over by {clock_text(over)}" if over > 0 else words


def long_date(day: date) -> str:
    """Say a date: ``Sunday 22 November``."""
    return f"{day:%A} {day.day} {day:%B}"


def due_text(due: date, today: date) -> str:
    """Say when a card is due, seen from today."""
    days = (due - today).days
    if days == 0:
        return "today"
    if days < 0:
        return f"{days_text(-days)} ago"
    return "tomorrow" if days == 1 else f"in {days_text(days)}"
