"""Every card with its state, and one card's history in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from flashcards.domain.clock import date_of, datetime_of
from flashcards.domain.ids import CardId, note_of
from flashcards.domain.in_words import in_words
from flashcards.domain.log.events import (
    Buried,
    CardFact,
    DueSet,
    Event,
    Flagged,
    Reset,
    Resumed,
    Reviewed,
    Suspended,
    Unflagged,
)
from flashcards.domain.log.replay import cancelled
from flashcards.domain.note import Card
from flashcards.domain.scheduling.scheduler import Schedule
from flashcards.domain.search.listed import Listed
from flashcards.domain.spoken import day_text, days_text, decimal, due_text, moment_text
from flashcards.domain.tongue import later, tr, trn
from flashcards.services.finding import found_rows
from flashcards.services.views import CardDetails

if TYPE_CHECKING:
    from flashcards.services.library import Library
    from flashcards.services.memory import MemoryView


@dataclass(frozen=True, slots=True)
class CardRow:
    """One card with its state; ``ease`` is a factor, ``interval`` in days."""

    id: CardId
    note: str
    deck: str
    kind: str
    topic: str
    prompt: str
    due: date | None
    interval: int
    ease: float
    repetitions: int
    lapses: int
    reviews: int
    suspended: bool


def find_cards(library: "Library", query: str = "") -> list[CardRow]:
    """List the cards a query finds, in deck order. Raises QueryError."""
    return [_row(card, schedule) for card, schedule in found_rows(library, query)]


def _row(card: Listed, schedule: Schedule) -> CardRow:
    return CardRow(
        id=card.id,
        note=note_of(card.id),
        deck=card.note.deck,
        kind=card.note.kind,
        topic=card.note.topic,
        prompt=card.prompt,
        due=None if schedule.due is None else date_of(schedule.due),
        interval=schedule.interval,
        ease=schedule.ease / 100,
        repetitions=schedule.repetitions,
        lapses=schedule.lapses,
        reviews=schedule.reviews,
        suspended=schedule.suspended,
    )


def card_details(
    library: "Library", card: CardId, why: str = "", memory: "MemoryView | None" = None
) -> CardDetails:
    """Tell all about a card: where it stands, its schedule, its history.

    ``why`` is what a drill chose it for.
    """
    found, schedule = library.card(card), library.schedule_of(card)
    events, today = library.events_of(card), date_of(library.today())
    titles = {part.key: part.title for part in found.faces.parts} if found else {}
    where = (
        _place(found) if found else [(tr("Deck"), tr("in no deck any more; its history is kept"))]
    )
    drilled = [(tr("Drilled"), why)] if why else []
    return CardDetails(
        title=in_words(found.faces.prompt) if found else card,
        facts=(*drilled, (tr("Card"), card), *where, *_facts(schedule, today)),
        events=tuple(_history(events, titles)),
        memory=memory,
    )


def _place(card: Card) -> list[tuple[str, str]]:
    """Tell where a card stands."""
    deck = tr("{deck}, line {line}", deck=card.note.deck, line=card.note.span.line)
    return [(tr("Deck"), deck), (tr("Topic"), card.note.topic), (tr("Kind"), card.note.kind)]


def _facts(schedule: Schedule, today: date) -> Iterator[tuple[str, str]]:
    if schedule.due is None:
        yield tr("Due"), tr("new")
    else:
        due = date_of(schedule.due)
        yield tr("Due"), f"{due_text(due, today)} ({day_text(due)})"
        yield tr("Interval"), days_text(schedule.interval)
    yield tr("Ease"), decimal(schedule.ease / 100, 2)
    yield (
        tr("Reviews"),
        ", ".join(
            (
                trn("{count} review", "{count} reviews", schedule.reviews),
                trn("{count} lapse", "{count} lapses", schedule.lapses),
            )
        ),
    )
    if schedule.suspended:
        yield tr("State"), tr("suspended")
    if schedule.flagged:
        yield tr("Flag"), tr("flagged")


def _history(events: list[Event], titles: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Tell each event with its moment, the latest first; what was undone says so."""
    dead = cancelled(events)
    for event in reversed(events):
        if not isinstance(event.fact, CardFact):
            continue
        when = moment_text(datetime_of(event.at))
        undone = tr(" (undone)") if event.key in dead else ""
        yield when, f"{_deed(event, titles)}{undone}"


def _deed(event: Event, titles: Mapping[str, str]) -> str:
    fact = event.fact
    if isinstance(fact, Reviewed):
        seconds = (
            tr(" after {seconds} s", seconds=decimal(fact.duration_ms / 1000, 0))
            if fact.duration_ms
            else ""
        )
        missed = " · ".join(titles.get(key, key) for key in fact.missed)
        told = tr(", missed: {missed}", missed=missed) * bool(missed)
        ahead = tr(", before it was due") * fact.early
        return f"{fact.grade.label} ({int(fact.grade)}){seconds}{ahead}{told}"
    if isinstance(fact, DueSet):
        return tr("Due day set to {day}", day=day_text(date_of(fact.due)))
    return tr(_DEEDS[type(fact)])


_DEEDS: dict[type, str] = {
    Suspended: later("Suspended"),
    Resumed: later("Resumed"),
    Buried: later("Buried"),
    Flagged: later("Flagged"),
    Unflagged: later("Unflagged"),
    Reset: later("Reset"),
}
