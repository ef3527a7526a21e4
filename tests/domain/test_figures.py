"""Numbers, dates and times, in English and as another language writes them."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest

from flashcards.domain.grade import Grade
from flashcards.domain.spoken import (
    day_and_month,
    day_text,
    days_text,
    decimal,
    due_text,
    long_date,
    minutes_text,
    moment_text,
    percent,
    short_month,
    telling_text,
    time_text,
    weekday,
)
from flashcards.domain.tongue import number, use

DAY = date(2026, 11, 2)
MOMENT = datetime(2026, 11, 2, 9, 5)

GERMAN = {
    "between thousands: ,": ".",
    "decimal point: .": ",",
    "percentage: {number}%": "{number} %",
    "how many: no": "keine",
    "date: {weekday} {day} {month}": "{weekday}, {day}. {month}",
    "date: {day} {month}": "{day}. {month}",
    "date: {year}-{month}-{day}": "{day}.{month}.{year}",
    "time: {hour}:{minute}": "{hour}:{minute} Uhr",
    "date and time: {day} {time}": "{day}, {time}",
    "Monday": "Montag",
    "November": "November",
    "today": "heute",
    "tomorrow": "morgen",
    "{count} day": "{count} Tag",
    "{count} days": "{count} Tage",
    "{count} months": "{count} Monate",
    "in {count} days": "in {count} Tagen",
    "{count} months ago": "vor {count} Monaten",
    "{count} minutes": "{count} Minuten",
    "told in {time}": "erzählt in {time}",
    "{words}, over by {time}": "{words}, {time} zu lang",
    "Again": "Nochmal",
    "Good": "Gut",
}


class German:
    """As much German as these tests need; tests/words tests the one that ships."""

    def gettext(self, message: str) -> str:
        return GERMAN.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return GERMAN.get(f"{context}: {message}", message)


@pytest.fixture
def german() -> Iterator[None]:
    """Speak German in a test."""
    use("de", German())
    yield
    use("en", None)


def test_numbers_in_english() -> None:
    assert [number(0), number(999), number(1234567)] == ["0", "999", "1,234,567"]
    assert [decimal(2.5, 2), decimal(1234.5, 0), decimal(-0.5, 1)] == ["2.50", "1,234", "-0.5"]
    assert [percent(0), percent(0.406), percent(1)] == ["0%", "41%", "100%"]


@pytest.mark.usefixtures("german")
def test_numbers_in_german() -> None:
    assert [number(0), number(999), number(1234567)] == ["0", "999", "1.234.567"]
    assert [decimal(2.5, 2), decimal(1234.5, 0), decimal(-0.5, 1)] == ["2,50", "1.234", "-0,5"]
    assert [percent(0), percent(0.406), percent(1)] == ["0 %", "41 %", "100 %"]


def test_dates_and_times_in_english() -> None:
    assert long_date(DAY) == "Monday 2 November"
    assert day_and_month(DAY) == "2 November"
    assert day_text(DAY) == "2026-11-02"
    assert moment_text(MOMENT) == "2026-11-02 09:05"
    assert [time_text(MOMENT), weekday(DAY), short_month(DAY)] == ["09:05", "Monday", "Nov"]


@pytest.mark.usefixtures("german")
def test_dates_and_times_in_german() -> None:
    assert long_date(DAY) == "Montag, 2. November"
    assert day_and_month(DAY) == "2. November"
    assert day_text(DAY) == "02.11.2026"
    assert moment_text(MOMENT) == "02.11.2026, 09:05 Uhr"


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("days", "text"),
    [
        (0, "keine Tage"),
        (1, "1 Tag"),
        (30, "30 Tage"),
        (46, "1,5 Monate"),
        (304, "10 Monate"),
    ],
)
def test_an_interval_in_german(days: int, text: str) -> None:
    assert days_text(days) == text


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("days", "text"),
    [(0, "heute"), (1, "morgen"), (6, "in 6 Tagen"), (-46, "vor 1,5 Monaten")],
)
def test_a_due_day_in_german_has_a_case_of_its_own(days: int, text: str) -> None:
    assert due_text(DAY + timedelta(days), DAY) == text


@pytest.mark.parametrize(
    ("minutes", "text"),
    [(1, "1 minute"), (2, "2 minutes"), (1.21, "1.3 minutes"), (1.999, "2 minutes")],
)
def test_minutes_are_never_rounded_down(minutes: float, text: str) -> None:
    assert minutes_text(minutes) == text


@pytest.mark.usefixtures("german")
def test_times_that_take_long_in_german() -> None:
    assert minutes_text(1.5) == "1,5 Minuten"
    assert telling_text(132, 2, told=True) == "erzählt in 2:12, 0:12 zu lang"


@pytest.mark.usefixtures("german")
def test_a_grade_has_a_word_and_stays_a_number() -> None:
    assert [grade.label for grade in (Grade.AGAIN, Grade.GOOD)] == ["Nochmal", "Gut"]
    assert Grade.GOOD.name == "GOOD"
