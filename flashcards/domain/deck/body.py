"""A note's body as it is checked: what of it is seen, and where in the file that stands."""

import re
from bisect import bisect_right
from collections.abc import Callable

from flashcards.domain.deck.literal import Stretch, comments, literal_stretches
from flashcards.domain.note import Note
from flashcards.domain.problems import Place

_LINE_END = re.compile("\n")
_NOT_LINE_END = re.compile("[^\n]")


def places_in(note: Note) -> Callable[[int], Place]:
    """Give what turns an offset of the body into a place in the file."""
    starts = [0, *(end.end() for end in _LINE_END.finditer(note.body))]

    def place(offset: int) -> Place:
        line = bisect_right(starts, offset) - 1
        return Place(note.file, note.body_line + line, offset - starts[line] + 1)

    return place


def seen(text: str) -> str:
    """Blank what is code or a comment; every other character keeps its offset."""
    code = [stretch for stretch in literal_stretches(text) if text[stretch[0]] != "$"]
    text = _blanked(text, code)
    return _blanked(text, comments(text))


def _blanked(text: str, stretches: list[Stretch]) -> str:
    parts, position = list[str](), 0
    for start, end in stretches:
        parts += [text[position:start], _NOT_LINE_END.sub(" ", text[start:end])]
        position = end
    return "".join([*parts, text[position:]])
