"""Past reviews as CSV: one row an answer, with the columns card, time, grade, duration_ms.

Where an answer was marked step by step, ``parts`` counts the steps, and ``missed`` has the keys of
those that were not known, with spaces between them. ``shift`` is by how many days its due day was
moved (fuzz, load balance); ``early`` is 1 where a drill asked before the card was due.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from flashcards.domain.clock import Moment, datetime_of, moment_of
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.log.events import Reviewed
from flashcards.domain.problems import did_you_mean
from flashcards.domain.tongue import tr

COLUMNS = ("card", "time", "grade", "duration_ms", "parts", "missed", "shift", "early")
NEEDED, USUAL = COLUMNS[:3], COLUMNS[:4]
YEARS = range(1970, 9999)
"""A moment at either end of the calendar could not be written in every time zone."""

PastReview = tuple[Moment, Reviewed]
"""When a card was answered, and how."""

_GRADE = re.compile("[0-5]")
_DURATION = re.compile(r"[0-9]{0,12}")
_PARTS = re.compile(r"[0-9]{0,4}")
_EARLY = {"": False, "0": False, "1": True}
_SHIFT = re.compile(r"-?[0-9]{1,6}|")


@dataclass(frozen=True, slots=True)
class CsvFault:
    """Why a file cannot be taken over, and the line (from 1) that says so."""

    line: int
    sentence: str


class _Malformed(Exception):  # noqa: N818  # never leaves this module
    """One field or row is wrong; its text is the sentence."""


def read_reviews(content: bytes) -> list[PastReview] | CsvFault:
    """Read a whole file, or say what is wrong with its first bad line. Blank lines are skipped."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return CsvFault(line, tr("A byte here is not UTF-8; save the file as UTF-8."))
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    reviews: list[PastReview] = []
    columns: dict[str, int] = {}
    while True:
        try:
            row = next(rows, None)
            if row is None:
                break
            if row and not columns:
                columns = _columns(row)
            elif row:
                reviews.append(_review(row, columns))
        except csv.Error as error:
            return CsvFault(line, tr("This is not CSV: {error}.", error=error))
        except _Malformed as error:
            return CsvFault(line, str(error))
        line = rows.line_num + 1
    if columns:
        return reviews
    return CsvFault(1, tr("The file is empty. {expected}", expected=_expected()))


def write_reviews(reviews: Iterable[PastReview]) -> str:
    """Write reviews so that ``read_reviews`` gives them back: milliseconds and offset kept.

    The columns about steps are there where an answer was marked so, the shift where there is one.
    """
    told = list(reviews)
    columns = list(USUAL)
    columns += ["parts", "missed"] if any(fact.parts for _, fact in told) else []
    columns += ["shift"] if any(fact.shift for _, fact in told) else []
    columns += ["early"] if any(fact.early for _, fact in told) else []
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(columns)
    for at, fact in told:
        time = datetime_of(at).isoformat(timespec="milliseconds")
        missed = " ".join(fact.missed)
        row = (fact.card, time, int(fact.grade), fact.duration_ms, fact.parts, missed)
        values = dict(zip(COLUMNS, (*row, fact.shift, int(fact.early)), strict=True))
        rows.writerow([values[name] for name in columns])
    return text.getvalue()


def _expected() -> str:
    more = tr(" and ").join((", ".join(COLUMNS[3:-1]), COLUMNS[-1]))
    return tr(
        "Its first line names the columns: {needed} and, if you like, {more}.",
        needed=",".join(NEEDED),
        more=more,
    )


def _columns(row: Sequence[str]) -> dict[str, int]:
    """Find the columns by their names, whatever their order."""
    names = [name.strip().lower() for name in row]
    for name in names:
        if name not in COLUMNS:
            guess = did_you_mean(name, COLUMNS) or _expected()
            raise _Malformed(
                tr("There is no column called {value}. {guess}", value=_shown(name), guess=guess)
            )
        if names.count(name) > 1:
            raise _Malformed(tr("The column “{name}” is there twice; keep one of them.", name=name))
    for name in NEEDED:
        if name not in names:
            raise _Malformed(
                tr("The column “{name}” is missing. {expected}", name=name, expected=_expected())
            )
    return {name: place for place, name in enumerate(names)}


def _review(row: Sequence[str], columns: dict[str, int]) -> PastReview:
    """Read one row."""
    if len(row) != len(columns):
        raise _Malformed(
            tr(
                "Fields in this row: {row}, and in the first line: {columns}.",
                row=len(row),
                columns=len(columns),
            )
        )
    fields = dict(zip(columns, _trimmed(row), strict=True))
    if not fields["card"]:
        raise _Malformed(tr("This row names no card; write the card's id in the column “card”."))
    if not _GRADE.fullmatch(fields["grade"]):
        raise _Malformed(
            tr("{value} is no grade; it is a number from 0 to 5.", value=_shown(fields["grade"]))
        )
    duration = fields.get("duration_ms", "")
    if not _DURATION.fullmatch(duration):
        raise _Malformed(
            tr("{value} is no duration; it is a number of milliseconds.", value=_shown(duration))
        )
    card, grade = CardId(fields["card"]), Grade(int(fields["grade"]))
    shift = fields.get("shift", "")
    if not _SHIFT.fullmatch(shift):
        raise _Malformed(
            tr("{value} is no shift; it is a number of days, such as -2.", value=_shown(shift))
        )
    early = fields.get("early", "")
    if early not in _EARLY:
        raise _Malformed(
            tr("{value} is neither 1 (given before the card was due) nor 0.", value=_shown(early))
        )
    more = (*_marks(fields), int(shift or 0), _EARLY[early])
    return _moment(fields["time"]), Reviewed(card, grade, int(duration or 0), *more)


def _marks(fields: Mapping[str, str]) -> tuple[int, tuple[str, ...]]:
    """Read how many steps were marked, and which of them were missed."""
    parts, missed = fields.get("parts", ""), tuple(fields.get("missed", "").split())
    if not _PARTS.fullmatch(parts):
        raise _Malformed(
            tr("{value} is no number of steps; it is a number below 10,000.", value=_shown(parts))
        )
    if len(missed) > int(parts or 0):
        sentence = tr(
            "Steps missed in this row: {missed}, of those in “parts”: {parts}.",
            missed=len(missed),
            parts=parts or 0,
        )
        raise _Malformed(sentence)
    return int(parts or 0), missed


def _trimmed(row: Iterable[str]) -> Iterator[str]:
    return (field.strip() for field in row)


def _moment(text: str) -> Moment:
    """Read an ISO 8601 time that says how far it is from UTC."""
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        example = "2026-03-01T08:30:00+01:00"
        raise _Malformed(
            tr("{value} is no time; write it like {example}.", value=_shown(text), example=example)
        ) from None
    if when.utcoffset() is None:
        raise _Malformed(
            tr(
                "{value} does not say its offset from UTC; add one, as in +01:00.",
                value=_shown(text),
            )
        )
    if when.year not in YEARS:
        raise _Malformed(
            tr(
                "{value} is outside the years {first} to {last}.",
                value=_shown(text),
                first=YEARS[0],
                last=YEARS[-1],
            )
        )
    return moment_of(when)


def _shown(text: str) -> str:
    """Quote what was read, cut to what a sentence can hold."""
    return f"“{text[:40]}…”" if len(text) > 40 else f"“{text}”"
