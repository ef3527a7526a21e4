"""Every card with its state, and one card's history in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from flashcards.domain.clock import date_of
from flashcards.domain.ids import CardId, note_of
from flashcards.domain.in_words import in_words
from flashcards.domain.note import Card
from flashcards.domain.scheduling.scheduler import Schedule
from flashcards.domain.search.listed import Listed
from flashcards.domain.spoken import day_text, days_text, decimal, due_text
from flashcards.domain.tongue import tr, trn
from flashcards.services.finding import found_rows
from flashcards.services.history import history
from flashcards.services.views import CardDetails

if TYPE_CHECKING:
    from flashcards.services.library import Library
    from flashcards.services.memory import MemoryView
    from flashcards.services.views import GradeButton


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
    library: "Library",
    card: CardId,
    why: str = "",
    memory: "MemoryView | None" = None,
    grades: "Sequence[GradeButton]" = (),
) -> CardDetails:
    """Tell all about a card: where it stands, its schedule, its history.

    ``why`` is what a drill chose it for, ``grades`` what each would come to now.
    """
    found, schedule = library.card(card), library.schedule_of(card)
    today = date_of(library.today())
    titles = {part.key: part.title for part in found.faces.parts} if found else {}
    where = (
        _place(found) if found else [(tr("Deck"), tr("in no deck any more; its history is kept"))]
    )
    drilled = [(tr("Drilled"), why)] if why else []
    return CardDetails(
        title=in_words(found.faces.prompt) if found else card,
        facts=(*drilled, (tr("Card"), card), *where, *_facts(schedule, today), *_foreseen(grades)),
        events=tuple(history(library, card, titles)),
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


def _foreseen(grades: "Sequence[GradeButton]") -> Iterator[tuple[str, str]]:
    """Tell what each grade would come to, and why two of them come to the same day."""
    if grades:
        days = " · ".join(f"{each.label}: {each.interval}" for each in grades)
        same = [f"{each.label}: {each.why}" for each in grades if each.why]
        yield tr("Graded now"), "\n".join([days, *same])
