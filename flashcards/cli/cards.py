"""``flashcards cards``: every card with its state."""

import click

from flashcards.cli.call import Call, opened
from flashcards.cli.output import capitalised, say, say_json, say_table
from flashcards.cli.sentences import QueryCommand
from flashcards.domain.spoken import day_text, decimal
from flashcards.domain.tongue import tr, trn
from flashcards.services.cards import CardRow, find_cards
from flashcards.services.finding import unknown_to


@click.command(cls=QueryCommand)
@click.argument("query", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print them for other programs.")
@click.pass_obj
def cards(call: Call, query: tuple[str, ...], as_json: bool) -> None:
    """List every card with its state, or those that QUERY finds.

    QUERY is words that must all occur, and conditions: topic:ml, deck:, kind:, round:, tag:;
    is:due, new, suspended, buried, flagged, leech, orphan; due<=7d, interval>30d, ease<2.0,
    lapses>3, reviews:, grade:0..2, added:30d, reviewed:7d; "exact words", -not, (a or b).
    """
    with opened(call.doors.open_desk, call.options) as desk:
        rows = find_cards(desk.library, " ".join(query))
        remark = "" if rows else unknown_to(desk.library, " ".join(query))
    if as_json:
        say_json([_values(row) for row in rows])
        return
    if rows:
        say_table(
            (tr("due"), tr("days"), tr("ease"), tr("card"), tr("prompt")),
            [_cells(row) for row in rows],
        )
        say()
    count = capitalised(trn("{count} card.", "{count} cards.", len(rows)))
    say(f"{count} {remark}".rstrip())


def _values(row: CardRow) -> dict[str, object]:
    """Lay a card out as promised to scripts."""
    return {
        "id": row.id,
        "note": row.note,
        "deck": row.deck,
        "kind": row.kind,
        "topic": row.topic,
        "prompt": row.prompt,
        "due": row.due and row.due.isoformat(),
        "interval": row.interval,
        "ease": round(row.ease, 2),
        "repetitions": row.repetitions,
        "lapses": row.lapses,
        "reviews": row.reviews,
        "suspended": row.suspended,
    }


def _cells(row: CardRow) -> tuple[str | int, ...]:
    state = tr("suspended") if row.suspended else day_text(row.due) if row.due else tr("new")
    return state, row.interval, decimal(row.ease, 2), row.id, row.prompt
