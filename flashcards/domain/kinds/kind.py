"""What every card kind offers."""

from collections.abc import Callable
from dataclasses import dataclass

from flashcards.domain.note import Faces, Note
from flashcards.domain.problems import Flaw, Place, Problem

TYPED = "typed"
"""The option of a kind whose answer may be typed."""


@dataclass(frozen=True, slots=True)
class Expansion:
    """The questions a note asks, in order, and what kept others away."""

    faces: tuple[Faces, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """A way to write notes: the class in the heading's braces, and how it becomes questions."""

    name: str
    questions: Callable[[Note], Expansion]
    """What it makes of a note; ``kinds.expand`` is the way in, which adds hint and footnotes."""
    template: str
    """A note of the kind that may be written over: it begins with ``## Question``."""
    options: tuple[str, ...] = ()
    """Further words with a dot that may stand beside the kind's."""
    attributes: tuple[str, ...] = ()
    """Keys with a value that this kind knows beside those of every note."""


def refused(note: Note, flaw: Flaw, **details: object) -> Expansion:
    """Ask nothing, and say why at the note's heading."""
    place = Place(note.file, note.span.line)
    return Expansion((), (flaw.at(place, prompt=note.prompt, **details),))


def to_type(note: Note, text: str) -> str:
    """Give what is to be typed, where the note asks for that."""
    return text if TYPED in note.options else ""


def question(prompt: str, more: str = "") -> str:
    """Set the front of a card: its prompt as a heading, and what belongs to the question."""
    return f"## {prompt}\n\n{more}".rstrip() + "\n"
