"""What the page's pictures show, laid out as plots."""

from collections.abc import Callable, Iterable, Sequence
from math import sqrt
from typing import TYPE_CHECKING

from flashcards.domain.clock import Day, date_of
from flashcards.domain.recall.calibration import Verdict
from flashcards.domain.spoken import long_date, percent, short_month
from flashcards.domain.tongue import later, number, tr, trc, trn
from flashcards.domain.topics import Z90
from flashcards.ui.progress.memory import memory_plot
from flashcards.ui.progress.plot import Kind, Mark, Plot

if TYPE_CHECKING:
    from flashcards.domain.progress import DayRow, Share
    from flashcards.services.progress import StatsView

MOST_BARS = 12
DOUBT = later("Your answers do not bear the figures out yet: trust the order more than the shares.")
_AGO = (
    later("4 Mondays ago"),
    later("3 Mondays ago"),
    later("2 Mondays ago"),
    later("last Monday"),
)
DAYS_APART = 62
"""In a longer period, days are put together by the week."""


def plots(view: "StatsView") -> list[Plot]:
    """Lay out all pictures; one without marks has nothing to show yet."""
    found = [make(view) for make in _ALL]
    return [memory_plot(view.memory), *found] if view.memory else found


def _percent(share: float | None) -> str:
    return "" if share is None else percent(share)


def _weak(view: "StatsView") -> Plot:
    rows = view.topics.topics
    marks = [
        Mark(row.topic, row.weakness, _percent(row.weakness), row.low, row.high, row.trend)
        for row in rows
        if row.weakness is not None
    ]
    early = len(rows) - len(marks)
    return Plot(
        later("Weak topics"),
        trn(
            "{count} review; bars show the share not recalled today, lines where it likely "
            "is (90 %); at the right, the last four weeks",
            "{count} reviews; bars show the share not recalled today, lines where it "
            "likely is (90 %); at the right, the last four weeks",
            sum(row.reviews for row in rows),
        ),
        Kind.BARS,
        tuple(marks[:MOST_BARS]),
        (
            later("topic"),
            later("weak"),
            later("from"),
            later("to"),
            later("reviews"),
            later("seen"),
            later("cards"),
            later("weight"),
            *_AGO,
        ),
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
        _weak_note(view, early, len(marks) - MOST_BARS),
    )


def _weak_note(view: "StatsView", early: int, more: int) -> str:
    """Say which topics are not shown, and how far to trust what weakness is computed from."""
    notes = []
    if early:
        notes.append(
            trn("{count} topic cannot be rated yet.", "{count} topics cannot be rated yet.", early)
        )
    if more > 0:
        notes.append(tr("{count} more are in the numbers.", count=number(more)))
    if view.calibration.verdict is Verdict.DOES_NOT:
        notes.append(tr(DOUBT))
    return " ".join(notes)


def _rounds(view: "StatsView") -> Plot:
    rows = view.topics.rounds
    marks = [
        Mark(name, share, said)
        for row in rows
        for name, share, said in (
            (
                row.round or tr("no round"),
                row.recall,
                tr("{share} today", share=_percent(row.recall)),
            ),
            (
                "",
                row.recall_at_interview,
                tr("{share} then", share=_percent(row.recall_at_interview)),
            ),
        )
        if share is not None
    ]
    hidden = view.calibration.verdict is Verdict.DOES_NOT
    return Plot(
        later("Ready, by round"),
        trn(
            "predicted recall of {count} seen card, today and on the day of the interview",
            "predicted recall of {count} seen cards, today and on the day of the interview",
            sum(row.seen for row in rows),
        ),
        Kind.BARS,
        tuple(marks),
        (
            later("round"),
            later("cards"),
            later("seen"),
            later("recall today"),
            later("at the interview"),
        ),
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
    shares = ((tr("asked within 3 weeks"), view.done.young), (tr("asked later"), view.done.mature))
    marks = [_shared(label, share) for label, share in shares if share.count]
    return Plot(
        later("Remembered when due"),
        trn(
            "{count} answer to cards that were due, the first of their day",
            "{count} answers to cards that were due, the first of their day",
            view.done.young.count + view.done.mature.count,
        ),
        Kind.BARS,
        tuple(marks),
        (later("wait"), later("answers"), later("right"), later("share")),
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
    return Mark(label, p, tr("{share} of {count}", share=_percent(p), count=number(n)), low, high)


def _calibration(view: "StatsView") -> Plot:
    found = view.calibration
    return Plot(
        later("Does predicted recall come true?"),
        trn(
            "{count} prediction; bars are what happened, in words what was said",
            "{count} predictions; bars are what happened, in words what was said",
            found.count,
        ),
        Kind.BARS,
        tuple(
            Mark(
                tr("{low} to {high}", low=_percent(one.low), high=_percent(one.high)),
                one.observed,
                tr(
                    "{observed} (said {predicted}) of {count}",
                    observed=_percent(one.observed),
                    predicted=_percent(one.predicted),
                    count=number(one.count),
                ),
            )
            for one in found.bins
        ),
        (later("from"), later("to"), later("predicted"), later("observed"), later("answers")),
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
        tr(found.verdict.value),
    )


def _forecast(view: "StatsView") -> Plot:
    due = view.standing.due
    days = [Day(view.today + ahead) for ahead in range(len(due))]
    short = [_short(day) for day in days]
    marks = _columns(zip(short, due, strict=True), _cards)
    late = trn(
        "{count} card overdue besides.", "{count} cards overdue besides.", view.standing.overdue
    )
    return _counted(
        later("Due in the next 30 days"),
        _cards(sum(due)),
        marks,
        (later("day"), later("due")),
        late if view.standing.overdue else "",
    )


def _year(view: "StatsView") -> Plot:
    counts = {row.day: row.answers for row in view.year.days}
    days = [Day(day) for day in range(view.year.first, view.year.last + 1)]
    marks = [
        Mark(
            date_of(day).isoformat(),
            counts.get(day, 0),
            f"{long_date(date_of(day))}: {_answers(counts.get(day, 0))}",
        )
        for day in days
    ]
    sample = trn(
        "{count} answer on {days}",
        "{count} answers on {days}",
        view.year.answers,
        days=trn("{count} day", "{count} days", len(counts)),
    )
    rows = tuple((mark.label, str(mark.value)) for mark in marks if mark.value)
    shown = tuple(marks) if counts else ()
    return Plot(
        later("The last year"), sample, Kind.SQUARES, shown, (later("day"), later("answers")), rows
    )


def _time(view: "StatsView") -> Plot:
    marks = _by_time(view, lambda row: row.duration_ms / 60_000, _minutes)
    return _counted(
        later("Time"),
        _minutes(round(view.done.minutes)),
        marks,
        (later("from"), later("minutes")),
    )


def _learned(view: "StatsView") -> Plot:
    marks = _by_time(view, lambda row: row.learned, _new_cards)
    seen = trn(
        "{seen} of {count} card seen by now",
        "{seen} of {count} cards seen by now",
        view.cards,
        seen=number(view.seen),
    )
    return _counted(
        later("Learned"),
        tr("{learned} in this time; {seen}", learned=number(view.done.learned), seen=seen),
        marks,
        (later("from"), later("new")),
    )


def _grades(view: "StatsView") -> Plot:
    mix = [(f"{grade.label} {int(grade)}", count) for grade, count in view.done.grades]
    return _counted(
        later("Grades"),
        _answers(view.done.answers),
        _columns(mix, _answers),
        (later("grade"), later("answers")),
    )


def _hours(view: "StatsView") -> Plot:
    marks = [
        Mark(f"{hour}", share.count, f"{hour}:00: {_answers(share.count)}, {_right(share)}")
        for hour, share in enumerate(view.done.hours)
    ]
    rows = tuple(
        (f"{hour}:00", str(share.count), _percent(share.share))
        for hour, share in enumerate(view.done.hours)
    )
    shown = tuple(marks) if view.done.answers else ()
    sample = _answers(view.done.answers)
    header = (later("hour"), later("answers"), later("right"))
    return Plot(later("Hours of the day"), sample, Kind.COLUMNS, shown, header, rows)


def _right(share: "Share") -> str:
    if not share.count:
        return tr("nothing to be right")
    return tr("{share} right", share=_percent(share.share))


def _intervals(view: "StatsView") -> Plot:
    marks, header = _columns(view.standing.intervals, _cards), (later("interval"), later("cards"))
    return _counted(later("Intervals"), _cards(view.standing.cards), marks, header)


def _eases(view: "StatsView") -> Plot:
    marks, header = _columns(view.standing.eases, _cards), (later("from"), later("cards"))
    return _counted(later("Ease"), _cards(view.standing.cards), marks, header)


def _cards(count: int) -> str:
    return trn("{count} card", "{count} cards", count)


def _new_cards(count: int) -> str:
    return trn("{count} new card", "{count} new cards", count)


def _answers(count: int) -> str:
    return trn("{count} answer", "{count} answers", count)


def _minutes(count: int) -> str:
    return trn("{count} minute", "{count} minutes", count)


def _columns(values: Iterable[tuple[str, float]], said: Callable[[int], str]) -> list[Mark]:
    """Make a column of each value, which ``said`` puts into words."""
    return [Mark(label, value, f"{label}: {said(round(value))}") for label, value in values]


def _counted(
    title: str, sample: str, marks: Sequence[Mark], header: tuple[str, ...], note: str = ""
) -> Plot:
    """Make columns; where all are empty there is nothing to show."""
    rows = tuple((mark.label, f"{mark.value:.0f}") for mark in marks)
    shown = tuple(marks) if any(mark.value for mark in marks) else ()
    return Plot(title, sample, Kind.COLUMNS, shown, header, rows, note)


def _by_time(
    view: "StatsView", value: "Callable[[DayRow], float]", said: Callable[[int], str]
) -> list[Mark]:
    """Add up a period's days, or its weeks where it is long."""
    first, last = view.done.first, view.done.last
    step = 1 if last - first < DAYS_APART else 7
    sums = dict.fromkeys(range(first, last + 1, step), 0.0)
    for row in view.done.days:
        sums[first + (row.day - first) // step * step] += value(row)
    return _columns(((_short(Day(day)), amount) for day, amount in sums.items()), said)


def _short(day: Day) -> str:
    when = date_of(day)
    return trc("date", "{day} {month}", day=when.day, month=short_month(when))


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
