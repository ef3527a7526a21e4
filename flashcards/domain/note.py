"""What was written (notes) and what is asked (cards)."""

from dataclasses import dataclass, field

from flashcards.domain.ids import CardId, DeckId, NoteId


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a file: character offsets, and the line (from 1) it begins on."""

    start: int
    end: int
    line: int


@dataclass(frozen=True, slots=True)
class Note:
    """One level-2 heading and its body, with all that its deck says about it.

    The body's lines end in LF, whatever the file's do.
    """

    deck: DeckId
    file: str
    span: Span
    body_line: int
    kind: str
    prompt: str
    body: str
    explicit_id: str = ""
    section: str = ""
    topic: str = ""
    round: str = ""
    tags: tuple[str, ...] = ()
    source: str = ""
    verified: bool = True
    deck_title: str = ""
    breaks: tuple[int, ...] = ()
    """Offsets in ``body`` of its thematic breaks."""


@dataclass(frozen=True, slots=True)
class Faces:
    """One question a note asks, as Markdown; ``key`` tells siblings apart within their note."""

    key: str
    prompt: str
    front: str
    back: str
    filled: bool = False
    """Whether the back is the front with its gap filled, so that it stands in its place."""


@dataclass(frozen=True, slots=True)
class Card:
    """Faces with a name: the unit that is scheduled."""

    id: CardId
    note_id: NoteId
    note: Note = field(repr=False)
    faces: Faces = field(repr=False)
