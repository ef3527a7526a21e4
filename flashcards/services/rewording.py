"""Notes that read otherwise than the log knew them, and questions in them that were reworded."""

from collections.abc import Container, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from flashcards.domain.collection import Collection
from flashcards.domain.ids import CardId, NoteId, card_id, note_of
from flashcards.domain.log.events import Noted
from flashcards.domain.problems import Problem
from flashcards.domain.rekeying import doubtful, rekeyings
from flashcards.domain.scheduling.scheduler import Schedule
from flashcards.services.decks import Decks, Renamed

if TYPE_CHECKING:
    from flashcards.services.library import Library


class Rewordings:
    """Has the log know each note by its new text, and asks where a question may be one of two."""

    def __init__(self, library: "Library") -> None:
        self._library = library
        self._doubts: dict[NoteId, Sequence[Problem]] = {}
        """Notes that lost a question with a history, and what the person is asked of it."""

    @property
    def problems(self) -> list[Problem]:
        """What the person is asked."""
        return [problem for found in self._doubts.values() for problem in found]

    def begin(self) -> None:
        """Ask anew: the decks are about to be taken over."""
        self._doubts = {}

    def note(self, renamed: Renamed) -> None:
        """Write which notes read otherwise, and which of their siblings were reworded."""
        latest = renamed.known.latest
        named = [entry.named for entry in renamed.entries if entry.name in latest]
        changed = [
            now for each in named if (now := each.noted()).reading != latest[each.id].reading
        ]
        cards, schedules = self._lost(renamed)
        doubts = doubtful(cards, schedules, renamed.known)
        changed = [each for each in changed if not _waits(each, latest[each.note], doubts)]
        self._doubts |= {note: doubts.get(note, ()) for note in cards.notes}
        reworded = rekeyings(cards, schedules, renamed.known)
        concerned = {card_id(fact.note, key) for fact in reworded for key in (fact.old, fact.new)}
        if changed or reworded:
            self._library.settle([*reworded, *changed], concerned)

    def _lost(self, renamed: Renamed) -> tuple[Collection, dict[CardId, Schedule]]:
        """Give the notes that lost a question with a history, and the schedules of their cards."""
        named = {entry.name: entry for entry in renamed.entries if entry.name}
        gone = renamed.catalogue.missing(self._library.schedules.touched)
        lost = {note_of(card) for card in gone} & named.keys()
        if not lost:
            return Collection({}, {}, ()), {}
        cards = {card.id: card for note in lost for card in named[note].cards()}
        notes = {note: named[note].named for note in lost}
        theirs = {
            card: self._library.schedules[card]
            for card in self._library.schedules
            if note_of(card) in lost
        }
        return Collection(cards, notes, ()), theirs

    def note_left_over(self, decks: Decks) -> None:
        """Look at notes that did not change, but have answers to a question they ask no more."""
        lost = {
            note_of(card)
            for card in self._library.catalogue.missing(self._library.schedules.touched)
        }
        if entries := decks.entries_named(lost - self._doubts.keys()):
            known = decks.known_of(entry.name for entry in entries)
            self.note(Renamed(tuple(entries), known, self._library.catalogue))


def _waits(now: Noted, before: Noted, doubts: Container[NoteId]) -> bool:
    """Whether a note's new text is not noted yet, because its old one keeps a question open."""
    return now.note in doubts and replace(now, body=before.body).reading == before.reading
