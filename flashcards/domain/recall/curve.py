"""A card's forgetting curve: the recall to expect on every day, from its first answer on."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from flashcards.domain.clock import Day
from flashcards.domain.grade import Grade
from flashcards.domain.ledger import Row
from flashcards.domain.recall.evidence import Trace, traced
from flashcards.domain.recall.outlook import Outlook

MOST_POINTS = 60
"""So many points at most lie between two answers."""


class Point(NamedTuple):
    """The recall to expect on a day; ``grade`` is that of the answer that was given then."""

    day: Day
    recall: float
    grade: Grade | None = None


def curve(answers: Iterable[Row], outlook: Outlook, topic: str, until: Day) -> list[Point]:
    """Follow a card's recall, as all that is known today tells it, to a day after its last answer.

    Each answer that counted has two points: what was to be expected of it, and what came after it.
    """
    found, trace = list[Point](), None
    for row in answers:
        if trace is not None and row.day <= trace.day:
            continue
        if trace is not None:
            found += _fading(outlook, trace, topic, row.day)
            found[-1] = found[-1]._replace(grade=row.grade)
        trace = traced(trace, row.grade, row.day)
        found.append(Point(row.day, 1.0, row.grade if not found else None))
    return found + (list(_fading(outlook, trace, topic, until)) if trace else [])


def _fading(outlook: Outlook, trace: Trace, topic: str, until: Day) -> Iterator[Point]:
    """Give some days after an answer, the last one always, and today."""
    step = max(1, -(-(until - trace.day) // MOST_POINTS))
    days = {*range(trace.day + step, until, step), until}
    if trace.day < outlook.today < until:
        days.add(outlook.today)
    for day in sorted(days):
        yield Point(Day(day), outlook.recall(trace, topic, Day(day)))
