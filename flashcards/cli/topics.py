"""``flashcards topics``: the weak topics, the weakest first."""

import click

from flashcards.cli.call import Call, opened
from flashcards.cli.output import say, say_json, say_table
from flashcards.cli.sentences import Command
from flashcards.domain.spoken import percent
from flashcards.domain.tongue import tr
from flashcards.services.insight import Insight
from flashcards.services.weak_topics import TopicRow, TopicsView, topics_view


@click.command(cls=Command)
@click.option("--json", "as_json", is_flag=True, help="Print them for other programs.")
@click.pass_obj
def topics(call: Call, as_json: bool) -> None:
    """Rank the topics by weakness and weight, each with how sure that is."""
    with opened(call.doors.open_desk, call.options) as desk:
        insight = Insight(desk.library)
        insight.read(desk.kept)
        view = topics_view(desk.library, insight)
        assert view is not None, "the log was read"
    if as_json:
        say_json([topic_values(row) for row in view.topics])
    else:
        say_topics(view)


def say_topics(view: TopicsView) -> None:
    """Print the topics for a person."""
    if not view.topics:
        say(tr("There are no cards in the decks."))
        return
    say_table(
        ("", tr("topic"), tr("weak"), tr("90%"), tr("reviews"), tr("seen"), tr("weight")),
        [*map(_cells, view.topics)],
    )
    say(f"\n{view.note}")


def _cells(row: TopicRow) -> tuple[str, ...]:
    sure = row.told
    if row.low is not None and row.high is not None:
        sure = tr("{low} to {high}", low=percent(row.low), high=percent(row.high))
    weak = "" if row.weakness is None else percent(row.weakness)
    seen = tr("{seen} of {cards}", seen=row.seen, cards=row.cards)
    return str(row.rank or ""), row.topic, weak, sure, str(row.reviews), seen, f"{row.weight:g}"


def topic_values(row: TopicRow) -> dict[str, object]:
    """Lay a topic out as promised to scripts."""
    return {
        "topic": row.topic,
        "round": row.round,
        "cards": row.cards,
        "seen": row.seen,
        "reviews": row.reviews,
        "weakness": rounded(row.weakness),
        "low": rounded(row.low),
        "high": rounded(row.high),
        "recall": rounded(row.recall),
        "recall_at_interview": rounded(row.recall_at_interview),
        "weight": row.weight,
        "trend": [rounded(share) for share in row.trend],
        "rank": row.rank,
        "told": row.told,
    }


def rounded(share: float | None) -> float | None:
    """Give a share as a person would write it down; None stays None."""
    return None if share is None else round(share, 4)
