"""Notes that read otherwise than the log knew them, and questions in them that were reworded."""

from collections.abc import Collection, Container, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from flashcards.domain.collection import Collection as Cards
from flashcards.domain.ids import CardId, NoteId, card_id, note_of
from flashcards.domain.log.events import Noted
from flashcards.domain.problems import Problem
from flashcards.domain.rekeying import doubtful, rekeyings
from flashcards.domain.scheduling.scheduler import Schedule
from flashcards.services.naming import Renamed, Takeover

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

    def note(self, made: Takeover) -> None:
        """Write which notes read otherwise, and which of their siblings were reworded."""
        self._doubts = {}
        if made.news:
            self._note(made.news.renamed, made.news.changed)
        if made.left_over.entries:
            self._note(made.left_over, made.left_over.changed())

    def plain(self, made: Takeover) -> list[Noted]:
        """Give what is to be told of notes with all their questions: it depends on nothing else."""
        if made.news is None:
            return []
        gone = made.news.renamed.catalogue.missing(self._library.schedules.touched)
        lost = {note_of(card) for card in gone}
        return [each for each in made.news.changed if each.note not in lost]

    def _note(self, renamed: Renamed, changed: Collection[Noted]) -> None:
        latest = renamed.known.latest
        cards, schedules = self._lost(renamed)
        doubts = doubtful(cards, schedules, renamed.known)
        changed = [each for each in changed if not _waits(each, latest[each.note], doubts)]
        self._doubts |= {note: doubts.get(note, ()) for note in cards.notes}
        reworded = rekeyings(cards, schedules, renamed.known)
        concerned = {card_id(fact.note, key) for fact in reworded for key in (fact.old, fact.new)}
        if changed or reworded:
            self._library.settle([*reworded, *changed], concerned)

    def _lost(self, renamed: Renamed) -> tuple[Cards, dict[CardId, Schedule]]:
        """Give the notes that lost a question with a history, and the schedules of their cards."""
        schedules = self._library.schedules
        gone = renamed.catalogue.missing(schedules.touched)
        lost = {note_of(card) for card in gone}
        named = {entry.name: entry for entry in renamed.entries if entry.name in lost}
        cards = {card.id: card for entry in named.values() for card in entry.cards()}
        notes = {name: entry.named for name, entry in named.items()}
        own = {card for card in gone if note_of(card) in named} | cards.keys()
        theirs = {card: schedules[card] for card in own if card in schedules}
        return Cards(cards, notes, ()), theirs


def _waits(now: Noted, before: Noted, doubts: Container[NoteId]) -> bool:
    """Whether a note's new text is not noted yet, because its old one keeps a question open."""
    return now.note in doubts and replace(now, body=before.body).reading == before.reading
