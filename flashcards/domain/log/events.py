"""What can happen. Facts are appended and never change their meaning; new ones are new classes."""

from dataclasses import dataclass
from typing import NamedTuple

from flashcards.domain.clock import Day, Moment
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId, DeviceId, NoteId


class EventKey(NamedTuple):
    """An event's name: its device, and its number there, counted from 1."""

    device: DeviceId
    sequence: int


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A card was answered. ``duration_ms`` is the time from question to grade.

    Where the answer was shown step by step, ``parts`` counts the steps that were marked, and
    ``missed`` has the keys of those that were not known. ``shift`` is by how many days the due
    day was moved from the one that the scheduler gives (fuzz, load balance). An ``early`` answer,
    given in a drill before the card was due, tells of memory and leaves the schedule as it is.
    """

    card: CardId
    grade: Grade
    duration_ms: int = 0
    parts: int = 0
    missed: tuple[str, ...] = ()
    shift: int = 0
    early: bool = False


@dataclass(frozen=True, slots=True)
class Undone:
    """An event counts no longer. Undoing an ``Undone`` brings the event back (redo)."""

    target: EventKey


@dataclass(frozen=True, slots=True)
class Suspended:
    """The card is not asked until it is resumed."""

    card: CardId


@dataclass(frozen=True, slots=True)
class Resumed:
    """A suspended card is asked again."""

    card: CardId


@dataclass(frozen=True, slots=True)
class Buried:
    """The card is put off until the next study day."""

    card: CardId


@dataclass(frozen=True, slots=True)
class Flagged:
    """The person marked the card."""

    card: CardId


@dataclass(frozen=True, slots=True)
class Unflagged:
    """The mark is gone."""

    card: CardId


@dataclass(frozen=True, slots=True)
class Reset:
    """The card is learned anew: what its answers came to counts no longer."""

    card: CardId


@dataclass(frozen=True, slots=True)
class DueSet:
    """The person chose the day on which the card is asked next; nothing else changes."""

    card: CardId
    due: Day


@dataclass(frozen=True, slots=True)
class Noted:
    """How a note with history reads: what it is recognised by after its text has changed."""

    note: NoteId
    explicit_id: str
    fingerprint: str
    deck: str
    kind: str
    prompt: str
    body: str = ""

    @property
    def reading(self) -> tuple[str, ...]:
        """Everything but which note it is."""
        return (self.explicit_id, self.fingerprint, self.deck, self.kind, self.prompt, self.body)

    @property
    def own_name(self) -> NoteId:
        """What the note is called where nothing is known of it."""
        return own_name(self.explicit_id, self.fingerprint)


def own_name(explicit_id: str, fingerprint: str) -> NoteId:
    """Name a note by what stands in its deck alone."""
    return NoteId(explicit_id or f"~{fingerprint}")


@dataclass(frozen=True, slots=True)
class Adopted(Noted):
    """A note that was edited beyond recognition by id and prompt, found again by its likeness."""


_NOBODY = NoteId("")


@dataclass(frozen=True, slots=True)
class Merged(Noted):
    """The person said that ``other``, which reads so, is this note.

    What happens to the cards of ``other``, at any time, counts for this note's.
    """

    other: NoteId = _NOBODY


@dataclass(frozen=True, slots=True)
class Distinguished:
    """The person said that ``other``, a note or a text's own name, is not this note."""

    note: NoteId
    other: NoteId


@dataclass(frozen=True, slots=True)
class Doubted:
    """When ``other`` got a history of its own, it might have been this vanished note reworded."""

    note: NoteId
    other: NoteId


@dataclass(frozen=True, slots=True)
class Rekeyed:
    """A sibling was reworded: what happened to ``note/old`` until now counts for ``note/new``."""

    note: NoteId
    old: str
    new: str


CardFact = Reviewed | Suspended | Resumed | Buried | Flagged | Unflagged | Reset | DueSet
NoteFact = Noted | Distinguished | Doubted | Rekeyed
Fact = CardFact | NoteFact | Undone


@dataclass(frozen=True, slots=True)
class Event:
    """A fact with its name and its moment."""

    key: EventKey
    at: Moment
    fact: Fact
