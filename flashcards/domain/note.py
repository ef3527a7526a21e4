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
    options: tuple[str, ...] = ()
    """Further words with a dot in the heading's braces that its kind knows (``columns``)."""
    values: tuple[tuple[str, str], ...] = ()
    """Attributes of its kind (``minutes``, ``year``), as they are written."""
    hint: str = ""
    """What ``> hint:`` says, as Markdown."""

    def value(self, key: str) -> str:
        """Give an attribute of the note's kind; empty where it is not written."""
        return next((value for name, value in self.values if name == key), "")


@dataclass(frozen=True, slots=True)
class Part:
    """One step or section of an answer that is revealed by itself: Markdown below its title."""

    key: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Faces:
    """One question a note asks, as Markdown; ``key`` tells siblings apart within their note."""

    key: str
    prompt: str
    front: str
    back: str
    filled: bool = False
    """Whether the back is the front with its gap filled, so that it stands in its place."""
    parts: tuple[Part, ...] = ()
    """The answer piece by piece, where it is revealed so; ``back`` is the whole all the same."""
    marked: bool = False
    """Whether the person says of each part if it was known."""
    minutes: float = 0
    """How long the answer is told aloud at most; 0 where no clock runs."""
    hint: str = ""
    """Markdown that helps before the answer is shown, on request."""
    context: str = ""
    """A quiet line below the prompt, as Markdown (venue, year and link of a paper)."""
    expected: str = ""
    """What is to be typed, as Markdown; empty where the answer is thought or told."""


@dataclass(frozen=True, slots=True)
class Card:
    """Faces with a name: the unit that is scheduled."""

    id: CardId
    note_id: NoteId
    note: Note = field(repr=False)
    faces: Faces = field(repr=False)
