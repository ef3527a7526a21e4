"""What the screens show, as plain frozen values; Today's are in ``day_view``."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.in_words import in_words
from flashcards.domain.note import Card, Part

if TYPE_CHECKING:
    from flashcards.services.memory import MemoryView


@dataclass(frozen=True, slots=True)
class CardView:
    """A card to be asked: its faces as Markdown, and its quiet context."""

    id: CardId
    front: str
    back: str
    prompt: str
    deck: str
    section: str
    topic: str
    kind: str
    source: str
    verified: bool
    filled: bool
    flagged: bool
    is_new: bool
    file: Path
    line: int
    parts: tuple[Part, ...] = ()
    marked: bool = False
    minutes: float = 0
    hint: str = ""
    context: str = ""
    expected: str = ""
    """What the person is to type, as Markdown; empty where nothing is typed."""


@dataclass(frozen=True, slots=True)
class GradeButton:
    """One way to grade: its key, its word, and the interval it will give."""

    grade: Grade
    key: str
    label: str
    interval: str
    repeated: bool
    """Whether the card is asked again today (SM-2, step 7)."""
    moves: bool = True
    """Whether its due day becomes another one."""
    why: str = ""
    """What it gives besides, where its interval is no other than that of a lower grade."""


@dataclass(frozen=True, slots=True)
class SessionView:
    """A session at one moment; ``card`` is None when the day is done."""

    card: CardView | None
    buttons: tuple[GradeButton, ...]
    done: int
    left: int
    minutes_left: int
    drilling: bool
    undo: str
    """What the next undo takes back, in words; empty where there is nothing."""
    redo: str
    why: str = ""
    """Why a drill chose the card, in a sentence or three."""
    renamed: CardId | None = None
    """What the card was called until decks were read again, where that has changed."""


@dataclass(frozen=True, slots=True)
class SummaryView:
    """What a sitting came to, and what tomorrow brings."""

    answers: int
    minutes: int
    learned: int
    recalled: int
    graded: tuple[tuple[str, int], ...]
    """Each grade's word and how often it was given."""
    tomorrow_due: int
    tomorrow_new: int
    tomorrow_minutes: int
    left_today: int
    undo: str
    chosen: bool = False
    """Whether it was a review of one's choice, and all of that is done."""
    waiting: int = 0
    """How many cards the sitting would still ask: it can go on."""


@dataclass(frozen=True, slots=True)
class CardDetails:
    """A card's state and history, in words: pairs of label and text, then one line an event.

    ``memory`` is its forgetting curve, where the log is known and has answers of it.
    """

    title: str
    facts: tuple[tuple[str, str], ...]
    events: tuple[tuple[str, str], ...]
    memory: "MemoryView | None" = None


def view_of(card: Card) -> CardView:
    """Lay a card out for the screen."""
    note = card.note
    return CardView(
        id=card.id,
        front=card.faces.front,
        back=card.faces.back,
        prompt=in_words(card.faces.prompt),
        deck=note.deck_title or note.deck,
        section=note.section,
        topic=note.topic,
        kind=note.kind,
        source=note.source,
        verified=note.verified,
        filled=card.faces.filled,
        flagged=False,
        is_new=True,
        file=Path(note.file),
        line=note.span.line,
        parts=card.faces.parts,
        marked=card.faces.marked,
        minutes=card.faces.minutes,
        hint=card.faces.hint,
        context=card.faces.context,
        expected=card.faces.expected,
    )
