"""What a deck holds outside of its notes, where that is nothing, or was meant as a note."""

from collections.abc import Iterator, Sequence

from flashcards.domain.deck.attributes import Attributes, split_heading
from flashcards.domain.deck.blocks import Heading
from flashcards.domain.problems import (
    EMPTY_DECK,
    OUTSIDE_NOTE,
    SECTION_WITH_TEXT,
    Flaw,
    Place,
    Problem,
)

_QUESTION_MARKS = ("?", "？", "؟")


def nothing_asked(text: str, start: int, headings: Sequence[Heading]) -> Flaw:
    """Say what is wrong with a deck without a note; its head ends at ``start``."""
    starts = [start, *(heading.line.next for heading in headings)]
    ends = [*(heading.line.start for heading in headings), len(text)]
    is_bare = all(_blank(text, a, b) for a, b in zip(starts, ends, strict=True))
    return EMPTY_DECK if is_bare else OUTSIDE_NOTE


def sections_with_text(text: str, file: str, headings: Sequence[Heading]) -> Iterator[Problem]:
    """Report sections that look meant as notes: a question or attributes, text, and no note.

    What stands above a deck's first note introduces it, and may ask what it likes.
    """
    notes = [place for place, heading in enumerate(headings) if heading.level == 2]
    first = notes[0] if notes else 0
    below = headings[first:]
    for heading, after in zip(below, [*below[1:], None], strict=False):
        is_last = after is None or after.level == 1
        end = after.line.start if after else len(text)
        if heading.level == 1 and is_last and not _blank(text, heading.line.next, end):
            title, attributes = split_heading(heading.text)
            if attributes != Attributes() or title.endswith(_QUESTION_MARKS):
                place = Place(file, heading.line.number)
                yield SECTION_WITH_TEXT.at(place, title=title)


def _blank(text: str, start: int, end: int) -> bool:
    return not text[start:end].strip()
