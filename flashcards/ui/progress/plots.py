"""What the page's pictures show, laid out as plots."""

from collections.abc import Callable, Iterable, Sequence
from math import sqrt
from typing import TYPE_CHECKING

from flashcards.domain.clock import Day, date_of
from flashcards.domain.recall.calibration import Verdict
from flashcards.domain.spoken import counted, long_date
from flashcards.domain.topics import Z90
from flashcards.ui.progress.memory import memory_plot
from flashcards.ui.progress.plot import Kind, Mark, Plot

if TYPE_CHECKING:
    from flashcards.domain.progress import DayRow, Share
    from flashcards.services.progress import StatsView

MOST_BARS = 12
DOUBT = "Your answers do not bear the figures out yet: trust the order more than the shares."
_AGO = ("4 Mondays ago", "3 Mondays ago", "2 Mondays ago", "last Monday")
DAYS_APART = 62
"""In a longer period, days are put together by the week."""


def plots(view: "StatsView") -> list[Plot]:
    """Lay out all pictures; one without marks has nothing to show yet."""
    found = [make(view) for make in _ALL]
    return [memory_plot(view.memory), *found] if view.memory else found


def _percent(share: float | None) -> str:
    return "" if share is None else f"{share:.0%}"


def _weak(view: "StatsView") -> Plot:
    rows = view.topics.topics
    marks = [
        Mark(row.topic, row.weakness, _percent(row.weakness), row.low, row.high, row.trend)
        for row in rows
        if row.weakness is not None
    ]
    early = len(rows) - len(marks)
    note = f"{counted(early, 'topic')} cannot be rated yet." * bool(early)
    more = f" {len(marks) - MOST_BARS} more are in the numbers." * (len(marks) > MOST_BARS)
    return Plot(
        "Weak topics",
        f"{counted(sum(row.reviews for row in rows), 'review')}; bars show the share not recalled "
        "today, lines where it likely is (90 %); at the right, the last four weeks",
        Kind.BARS,
        tuple(marks[:MOST_BARS]),
        ("topic", "weak", "from", "to", "reviews", "seen", "cards", "weight", *_AGO),
        tuple(
            (
                row.topic,
                _percent(row.weakness),
                _percent(row.low),
                _percent(row.high),
                str(row.reviews),
                str(row.seen),
                str(row.cards),
                f"{row.weight:g}",
                *(map(_percent, row.trend) if row.trend else [""] * len(_AGO)),
            )
            for row in rows
        ),
        f"{note}{more}{_doubt(view)}".strip(),
    )


def _doubt(view: "StatsView") -> str:
    """Say how far to trust what weakness is computed from."""
    return f" {DOUBT}" * (view.calibration.verdict is Verdict.DOES_NOT)


def _rounds(view: "StatsView") -> Plot:
    rows = view.topics.rounds
    marks = [
        Mark(name, share, f"{share:.0%} {when}")
        for row in rows
        for name, share, when in (
            (row.round or "no round", row.recall, "today"),
            ("", row.recall_at_interview, "then"),
        )
        if share is not None
    ]
    hidden = view.calibration.verdict is Verdict.DOES_NOT
    return Plot(
        "Ready, by round",
        f"predicted recall of {counted(sum(row.seen for row in rows), 'seen card')}, "
        "today and on the day of the interview",
        Kind.BARS,
        tuple(marks),
        ("round", "cards", "seen", "recall today", "at the interview"),
        tuple(
            (
                row.round,
                str(row.cards),
                str(row.seen),
                _percent(row.recall),
                _percent(row.recall_at_interview),
            )
            for row in rows
        ),
        view.topics.note if hidden or marks else "",
    )


def _retention(view: "StatsView") -> Plot:
    shares = (("asked within 3 weeks", view.done.young), ("asked later", view.done.mature))
    marks = [_shared(label, share) for label, share in shares if share.count]
    return Plot(
        "Remembered when due",
        f"{counted(view.done.young.count + view.done.mature.count, 'answer')} to cards that were "
        "due, the first of their day",
        Kind.BARS,
        tuple(marks),
        ("wait", "answers", "right", "share"),
        tuple(
            (label, str(share.count), str(share.right), _percent(share.share))
            for label, share in shares
        ),
    )


def _shared(label: str, share: "Share") -> Mark:
    """Give a share with Wilson's interval (90 %)."""
    n, z = share.count, Z90
    p = share.right / n
    middle, half = p + z * z / (2 * n), z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    low, high = ((middle - half) / (1 + z * z / n), (middle + half) / (1 + z * z / n))
    return Mark(label, p, f"{p:.0%} of {n:,}", low, high)


def _calibration(view: "StatsView") -> Plot:
    found = view.calibration
    return Plot(
        "Does predicted recall come true?",
        f"{counted(found.count, 'prediction')}; bars are what happened, in words what was said",
        Kind.BARS,
        tuple(
            Mark(
                f"{one.low:.0%} to {one.high:.0%}",
                one.observed,
                f"{one.observed:.0%} (said {one.predicted:.0%}) of {one.count:,}",
            )
            for one in found.bins
        ),
        ("from", "to", "predicted", "observed", "answers"),
        tuple(
            (
                _percent(one.low),
                _percent(one.high),
                _percent(one.predicted),
                _percent(one.observed),
                str(one.count),
            )
            for one in found.bins
        ),
        found.verdict.value,
    )


def _forecast(view: "StatsView") -> Plot:
    due = view.standing.due
    days = [Day(view.today + ahead) for ahead in range(len(due))]
    marks = _columns((_short(day), count, "card") for day, count in zip(days, due, strict=True))
    late = f"{counted(view.standing.overdue, 'card')} overdue besides." * bool(
        view.standing.overdue
    )
    return _counted(
        "Due in the next 30 days", counted(sum(due), "card"), marks, ("day", "due"), late
    )


def _year(view: "StatsView") -> Plot:
    counts = {row.day: row.answers for row in view.year.days}
    days = [Day(day) for day in range(view.year.first, view.year.last + 1)]
    marks = [
        Mark(
            date_of(day).isoformat(),
            counts.get(day, 0),
            f"{long_date(date_of(day))}: {counted(counts.get(day, 0), 'answer')}",
        )
        for day in days
    ]
    sample = f"{counted(view.year.answers, 'answer')} on {counted(len(counts), 'day')}"
    rows = tuple((mark.label, str(mark.value)) for mark in marks if mark.value)
    shown = tuple(marks) if counts else ()
    return Plot("The last year", sample, Kind.SQUARES, shown, ("day", "answers"), rows)


def _time(view: "StatsView") -> Plot:
    marks = _by_time(view, lambda row: row.duration_ms / 60_000, "minute")
    return _counted("Time", counted(round(view.done.minutes), "minute"), marks, ("from", "minutes"))


def _learned(view: "StatsView") -> Plot:
    marks = _by_time(view, lambda row: row.learned, "new card")
    seen = f"{view.seen:,} of {counted(view.cards, 'card')} seen by now"
    return _counted(
        "Learned", f"{view.done.learned:,} in this time; {seen}", marks, ("from", "new")
    )


def _grades(view: "StatsView") -> Plot:
    mix = [(f"{grade.label} {int(grade)}", count, "answer") for grade, count in view.done.grades]
    return _counted(
        "Grades", counted(view.done.answers, "answer"), _columns(mix), ("grade", "answers")
    )


def _hours(view: "StatsView") -> Plot:
    marks = [
        Mark(
            f"{hour}", share.count, f"{hour}:00: {counted(share.count, 'answer')}, {_right(share)}"
        )
        for hour, share in enumerate(view.done.hours)
    ]
    rows = tuple(
        (f"{hour}:00", str(share.count), _percent(share.share))
        for hour, share in enumerate(view.done.hours)
    )
    shown = tuple(marks) if view.done.answers else ()
    sample = counted(view.done.answers, "answer")
    header = ("hour", "answers", "right")
    return Plot("Hours of the day", sample, Kind.COLUMNS, shown, header, rows)


def _right(share: "Share") -> str:
    return f"{_percent(share.share)} right" if share.count else "nothing to be right"


def _intervals(view: "StatsView") -> Plot:
    marks = _columns((words, count, "card") for words, count in view.standing.intervals)
    return _counted("Intervals", counted(view.standing.cards, "card"), marks, ("interval", "cards"))


def _eases(view: "StatsView") -> Plot:
    marks = _columns((words, count, "card") for words, count in view.standing.eases)
    return _counted("Ease", counted(view.standing.cards, "card"), marks, ("from", "cards"))


def _columns(values: Iterable[tuple[str, float, str]]) -> list[Mark]:
    return [
        Mark(label, value, f"{label}: {counted(round(value), noun)}")
        for label, value, noun in values
    ]


def _counted(
    title: str, sample: str, marks: Sequence[Mark], header: tuple[str, ...], note: str = ""
) -> Plot:
    """Make columns; where all are empty there is nothing to show."""
    rows = tuple((mark.label, f"{mark.value:.0f}") for mark in marks)
    shown = tuple(marks) if any(mark.value for mark in marks) else ()
    return Plot(title, sample, Kind.COLUMNS, shown, header, rows, note)


def _by_time(view: "StatsView", value: "Callable[[DayRow], float]", noun: str) -> list[Mark]:
    """Add up a period's days, or its weeks where it is long."""
    first, last = view.done.first, view.done.last
    step = 1 if last - first < DAYS_APART else 7
    sums = dict.fromkeys(range(first, last + 1, step), 0.0)
    for row in view.done.days:
        sums[first + (row.day - first) // step * step] += value(row)
    return _columns((_short(Day(day)), amount, noun) for day, amount in sums.items())


def _short(day: Day) -> str:
    when = date_of(day)
    return f"{when.day} {when:%b}"


_ALL: tuple[Callable[["StatsView"], Plot], ...] = (
    _weak,
    _rounds,
    _retention,
    _forecast,
    _year,
    _time,
    _learned,
    _grades,
    _hours,
    _intervals,
    _eases,
    _calibration,
)
