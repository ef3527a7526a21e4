"""A card's history in words: what was done with it, and what became of its note's text."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from flashcards.domain.clock import date_of, datetime_of
from flashcards.domain.ids import CardId, NoteId, key_of, note_of
from flashcards.domain.in_words import in_words
from flashcards.domain.log.events import (
    Adopted,
    Buried,
    CardFact,
    Distinguished,
    Doubted,
    DueSet,
    Event,
    EventKey,
    Flagged,
    Merged,
    Noted,
    Rekeyed,
    Reset,
    Resumed,
    Reviewed,
    Suspended,
    Unflagged,
)
from flashcards.domain.log.merge import merged
from flashcards.domain.log.replay import cancelled
from flashcards.domain.spoken import day_text, decimal, moment_text
from flashcards.domain.tongue import later, tr

if TYPE_CHECKING:
    from flashcards.services.library import Library


def history(
    library: "Library", card: CardId, titles: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Tell each event with its moment, the latest first; what was undone says so.

    ``titles`` are those of the card's steps, by their keys.
    """
    note = note_of(card)
    of_note = merged(library.log.histories_with({note}), library.log.decisions())
    events = merged(library.events_of(card), of_note)
    dead = cancelled(events)
    deeds = {event.key: _deed(event, titles) for event in events}
    deeds |= dict(_edits(of_note, note, key_of(card)))
    for event in reversed(events):
        if told := deeds[event.key]:
            undone = tr(" (undone)") if event.key in dead else ""
            yield moment_text(datetime_of(event.at)), f"{told}{undone}"


def _deed(event: Event, titles: Mapping[str, str]) -> str:
    """Tell what was done with the card; nothing of an event that is about notes."""
    fact = event.fact
    if isinstance(fact, Reviewed):
        return _answer(fact, titles)
    if isinstance(fact, DueSet):
        return tr("Due day set to {day}", day=day_text(date_of(fact.due)))
    return tr(_DEEDS[type(fact)]) if isinstance(fact, CardFact) else ""


def _answer(fact: Reviewed, titles: Mapping[str, str]) -> str:
    seconds = (
        tr(" after {seconds} s", seconds=decimal(fact.duration_ms / 1000, 0))
        if fact.duration_ms
        else ""
    )
    missed = " · ".join(titles.get(key, key) for key in fact.missed)
    told = tr(", missed: {missed}", missed=missed) * bool(missed)
    ahead = tr(", before it was due") * fact.early
    return f"{fact.grade.label} ({int(fact.grade)}){seconds}{ahead}{told}"


def _edits(events: Iterable[Event], note: NoteId, key: str) -> Iterator[tuple[EventKey, str]]:
    """Tell what became of a note; how it read at first is no change."""
    before: Noted | None = None
    for event in events:
        match event.fact:
            case Merged() as fact if note in (fact.note, fact.other):
                yield event.key, tr("One with a note that was “{prompt}”", prompt=_prompt(fact))
            case Noted() as fact if fact.note == note:
                if before:
                    yield event.key, _edit(before, fact)
                before = fact
            case Distinguished() as fact if note in (fact.note, fact.other):
                yield event.key, tr("Told apart from another note")
            case Doubted() as fact if note in (fact.note, fact.other):
                yield event.key, tr("Perhaps reworded as another note: you were asked")
            case Rekeyed() as fact if fact.note == note and key in (fact.old, fact.new):
                yield event.key, tr("Reworded: “{old}” is “{new}” now", old=fact.old, new=fact.new)


def _edit(before: Noted, now: Noted) -> str:
    """Tell how a note reads now."""
    if isinstance(now, Adopted):
        return tr("Its note was reworded, and known again: “{prompt}”", prompt=_prompt(now))
    if now.fingerprint != before.fingerprint:
        return tr("Its note was reworded: “{prompt}”", prompt=_prompt(now))
    if now.deck != before.deck:
        return tr("Its note was moved to {deck}", deck=now.deck)
    return tr("Its note was edited")


def _prompt(noted: Noted) -> str:
    return in_words(noted.prompt)


_DEEDS: dict[type, str] = {
    Suspended: later("Suspended"),
    Resumed: later("Resumed"),
    Buried: later("Buried"),
    Flagged: later("Flagged"),
    Unflagged: later("Unflagged"),
    Reset: later("Reset"),
}
