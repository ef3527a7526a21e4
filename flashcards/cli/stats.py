"""``flashcards stats``: everything the Progress page shows."""

import click

from flashcards.cli.call import Call, opened
from flashcards.cli.output import say, say_json
from flashcards.cli.sentences import QueryCommand
from flashcards.cli.topics import rounded, say_topics, topic_values
from flashcards.domain.clock import date_of
from flashcards.domain.progress import Done, Share, Standing
from flashcards.domain.recall.calibration import Calibration
from flashcards.domain.spoken import percent
from flashcards.domain.tongue import tr, trn
from flashcards.services.insight import Insight
from flashcards.services.progress import YEAR, Lens, StatsView, stats_view


@click.command(cls=QueryCommand)
@click.argument("query", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print them for other programs.")
@click.pass_obj
def stats(call: Call, query: tuple[str, ...], as_json: bool) -> None:
    """Count the last year's answers, what they came to, and what is due; of QUERY's cards alone."""
    with opened(call.doors.open_desk, call.options) as desk:
        insight = Insight(desk.library)
        insight.read(desk.kept)
        view = stats_view(desk.library, insight, Lens(" ".join(query), YEAR))
        assert view is not None, "the log was read"
    if as_json:
        say_json(_values(view))
    else:
        _say(view)


def _say(view: StatsView) -> None:
    """Print the numbers for a person."""
    done, due = view.done, view.standing
    say(
        trn(
            "{seen} of {count} card seen.",
            "{seen} of {count} cards seen.",
            view.cards,
            seen=view.seen,
        )
    )
    if done.answers:
        days, minutes = (
            trn("on {count} day", "on {count} days", len(done.days)),
            trn("{count} minute", "{count} minutes", round(done.minutes)),
        )
        say(
            trn(
                "{count} answer {days} of the last year, {minutes}.",
                "{count} answers {days} of the last year, {minutes}.",
                done.answers,
                days=days,
                minutes=minutes,
            )
        )
    for words, share in ((tr("less than three weeks"), done.young), (tr("longer"), done.mature)):
        if share.share is not None:
            say(
                tr(
                    "Remembered after a wait of {words}: {share} of {count}.",
                    words=words,
                    share=percent(share.share),
                    count=share.count,
                )
            )
    ahead = sum(due.due[1:8])
    say(
        tr(
            "Due: {overdue} overdue, {due} today, {ahead} in the week after.",
            overdue=due.overdue,
            due=due.due[0],
            ahead=ahead,
        )
    )
    say(f"{view.fits}\n" if view.fits else "")
    say_topics(view.topics)


def _values(view: StatsView) -> dict[str, object]:
    """Lay everything out as promised to scripts."""
    return {
        "date": date_of(view.today).isoformat(),
        "since": date_of(view.done.first).isoformat(),
        "cards": view.cards,
        "seen": view.seen,
        "fits": view.fits,
        "topics": [topic_values(row) for row in view.topics.topics],
        "rounds": [
            {
                "round": row.round,
                "cards": row.cards,
                "seen": row.seen,
                "recall": rounded(row.recall),
                "recall_at_interview": rounded(row.recall_at_interview),
            }
            for row in view.topics.rounds
        ],
        **done_values(view.done),
        **_standing(view.standing),
        "calibration": _calibration(view.calibration),
    }


def done_values(done: Done) -> dict[str, object]:
    """Lay a period out."""
    return {
        "answers": done.answers,
        "learned": done.learned,
        "minutes": round(done.minutes, 1),
        "retention": {"young": _share(done.young), "mature": _share(done.mature)},
        "grades": {str(int(grade)): count for grade, count in done.grades},
        "hours": [_share(share) for share in done.hours],
        "days": [
            {
                "date": date_of(row.day).isoformat(),
                "answers": row.answers,
                "learned": row.learned,
                "minutes": round(row.duration_ms / 60_000, 1),
            }
            for row in done.days
        ],
    }


def _standing(found: Standing) -> dict[str, object]:
    return {
        "overdue": found.overdue,
        "forecast": list(found.due),
        "intervals": dict(found.intervals),
        "eases": dict(found.eases),
    }


def _share(share: Share) -> dict[str, object]:
    return {"answers": share.count, "right": share.right, "share": rounded(share.share)}


def _calibration(found: Calibration) -> dict[str, object]:
    scores = (("predicted", found.ours), ("average", found.overall), ("own_average", found.own))
    return {
        "verdict": found.verdict.value,
        "answers": found.count,
        "scores": {
            name: {"log_loss": rounded(score.log_loss), "rmse": rounded(score.rmse)}
            for name, score in scores
            if score
        },
        "bins": [
            {
                "low": bin_.low,
                "high": bin_.high,
                "answers": bin_.count,
                "predicted": rounded(bin_.predicted),
                "observed": rounded(bin_.observed),
            }
            for bin_ in found.bins
        ],
    }
