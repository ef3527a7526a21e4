"""``flashcards report``: what was studied, what got better, what is weak, what is due."""

from collections.abc import Callable, Iterator
from datetime import date
from html import escape

import click

from flashcards.cli.call import Call, opened
from flashcards.cli.output import pour, say_json
from flashcards.cli.parameters import study_day
from flashcards.cli.sentences import Command
from flashcards.cli.stats import done_values
from flashcards.cli.topics import rounded, topic_values
from flashcards.domain.clock import date_of, day_of
from flashcards.domain.spoken import long_date, percent
from flashcards.domain.tongue import tr, trn
from flashcards.services.insight import Insight
from flashcards.services.report import Report
from flashcards.services.report import report as report_of
from flashcards.services.weak_topics import interval_words

WEAKEST = 5

Section = tuple[str, list[str]]
"""A heading, and its sentences."""


@click.command(cls=Command)
@click.option("--since", metavar="DATE", callback=study_day, help="The first day; a week if none.")
@click.option(
    "--format", "style", type=click.Choice(["md", "html", "json"]), default="md", help="How."
)
@click.pass_obj
def report(call: Call, since: date | None, style: str) -> None:
    """Write a note about the last days: studied, better, weak, due."""
    with opened(call.doors.open_desk, call.options) as desk:
        insight = Insight(desk.library)
        insight.read(desk.kept)
        told = report_of(desk.library, insight, day_of(since) if since else None)
    if style == "json":
        say_json(_values(told))
    else:
        pour(_WRITTEN[style](_title(told), [*_sections(told)]))


def _title(told: Report) -> str:
    return tr(
        "{first} to {last}",
        first=long_date(date_of(told.since)),
        last=long_date(date_of(told.today)),
    )


def _sections(told: Report) -> Iterator[Section]:
    yield tr("Studied"), list(_studied(told))
    for heading, better in ((tr("Better"), True), (tr("Worse"), False)):
        moved = [one for one in told.moved if one.better is better]
        if moved:
            yield (
                heading,
                [
                    tr(
                        "{topic}: {before} weak, now {now}.",
                        topic=one.topic,
                        before=percent(one.before),
                        now=percent(one.now),
                    )
                    for one in moved
                ],
            )
    weak = [row for row in told.topics.topics if row.rank][:WEAKEST]
    lines = [f"{row.topic}: {interval_words(row)}." for row in weak]
    yield tr("Weak"), [*(lines or [tr("It is too early to tell.")]), told.topics.note]
    yield tr("Due"), [_due(told)]


def _studied(told: Report) -> Iterator[str]:
    done = told.done
    if not done.answers:
        yield tr("Nothing was answered.")
        return
    minutes = trn("{count} minute", "{count} minutes", round(done.minutes))
    days = trn("on {count} day", "on {count} days", len(done.days))
    yield trn(
        "{count} answer {days}, {minutes}; {learned} cards were new.",
        "{count} answers {days}, {minutes}; {learned} cards were new.",
        done.answers,
        days=days,
        minutes=minutes,
        learned=done.learned,
    )
    for words, share in ((tr("less than three weeks"), done.young), (tr("longer"), done.mature)):
        if share.share is not None:
            yield tr(
                "Remembered after a wait of {words}: {share} of {count}.",
                words=words,
                share=percent(share.share),
                count=share.count,
            )


def _due(told: Report) -> str:
    due = told.standing
    week = sum(due.due[1:8])
    return tr(
        "{overdue} overdue, {due} today, {week} in the week after.",
        overdue=due.overdue,
        due=due.due[0],
        week=week,
    )


def _as_markdown(title: str, sections: list[Section]) -> str:
    parts = [f"# {title}\n"]
    for heading, lines in sections:
        parts += [f"\n## {heading}\n\n", *(f"- {line}\n" for line in lines)]
    return "".join(parts)


def _as_html(title: str, sections: list[Section]) -> str:
    parts = [f"<!doctype html>\n<meta charset=utf-8>\n<title>{title}</title>\n<h1>{title}</h1>\n"]
    for heading, lines in sections:
        rows = "".join(f"<li>{escape(line)}</li>\n" for line in lines)
        parts.append(f"<h2>{heading}</h2>\n<ul>\n{rows}</ul>\n")
    return "".join(parts)


_WRITTEN: dict[str, Callable[[str, list[Section]], str]] = {"md": _as_markdown, "html": _as_html}


def _values(told: Report) -> dict[str, object]:
    """Lay the note out as promised to scripts."""
    return {
        "since": date_of(told.since).isoformat(),
        "date": date_of(told.today).isoformat(),
        **done_values(told.done),
        "moved": [
            {"topic": one.topic, "before": rounded(one.before), "now": rounded(one.now)}
            for one in told.moved
        ],
        "topics": [topic_values(row) for row in told.topics.topics],
        "overdue": told.standing.overdue,
        "forecast": list(told.standing.due),
    }
