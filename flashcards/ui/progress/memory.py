"""A card's forgetting curve as a plot: its points to draw, its answers as a table."""

from typing import TYPE_CHECKING

from flashcards.domain.clock import Day, date_of
from flashcards.domain.recall.calibration import Verdict
from flashcards.domain.spoken import long_date, percent
from flashcards.domain.tongue import later, tr, trn
from flashcards.ui.progress.plot import Kind, Mark, Plot

if TYPE_CHECKING:
    from flashcards.domain.recall.curve import Point
    from flashcards.services.memory import MemoryView

TITLE = later("How well it is remembered")


def memory_plot(view: "MemoryView") -> Plot:
    """Lay the curve out."""
    answers = [point for point in view.points if point.grade is not None]
    known = [*answers, *_named(view, view.today), *view.points[-1:]]
    return Plot(
        TITLE,
        trn(
            "{count} answer: a dot where it was right, a ring where it was wrong; the line "
            "is the recall to expect, the thin end of it the next 30 days",
            "{count} answers: a dot where it was right, a ring where it was wrong; the "
            "line is the recall to expect, the thin end of it the next 30 days",
            len(answers),
        ),
        Kind.CURVE,
        tuple(_mark(point, view.today) for point in view.points),
        (later("day"), later("recall to expect"), later("grade")),
        tuple(_row(point, first=point is view.points[0]) for point in known),
        tr(view.verdict.value) if view.verdict is not Verdict.BEATS else "",
    )


def _named(view: "MemoryView", day: Day) -> "list[Point]":
    """Give the point of a day that is no answer's."""
    return [point for point in view.points if point.day == day and point.grade is None][:1]


def _mark(point: "Point", today: Day) -> Mark:
    when, day = long_date(date_of(point.day)), date_of(point.day).isoformat()
    told, dot = tr("{when}: {recall} to expect", when=when, recall=percent(point.recall)), None
    if point.grade is not None:
        told, dot = f"{told}, {point.grade.label}", point.grade.recalled
    return Mark(day, point.recall, told, dot=dot, ahead=point.day > today)


def _row(point: "Point", *, first: bool) -> tuple[str, str, str]:
    expected = "" if first else percent(point.recall)
    label = "" if point.grade is None else point.grade.label
    return date_of(point.day).isoformat(), expected, label
