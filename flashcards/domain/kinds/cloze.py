"""cloze: a text with gaps. ``{{text}}``, ``{{text::hint}}``, and Anki's ``{{c1::text::hint}}``.

Each unnumbered deletion is a card of its own; deletions with equal numbers are hidden together.
Inside code and math only the numbered form is a deletion, because TeX and templates use double
braces themselves.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from flashcards.domain.deck.literal import Stretch, literal_stretches, within
from flashcards.domain.kinds.kind import TYPED, Expansion, Kind, refused, to_type
from flashcards.domain.marks import CLOSE, OPEN
from flashcards.domain.note import Faces, Note
from flashcards.domain.problems import (
    EMPTY_DELETION,
    NO_DELETION,
    SINGLE_BRACES,
    SINGLE_COLON,
    UNCLOSED_DELETION,
    Flaw,
    Place,
    Problem,
)
from flashcards.domain.slug import distinct, slug

GAP = "…"
_NUMBERED = re.compile(r"c(\d{1,4})::")
_SLIP = re.compile(r"(?P<brace>(?<![{\\])\{c\d{1,4}::)|(?<!\\)\{\{c\d{1,4}:(?!:)")
_BRACES = re.compile(r"\\[{}\\]|[{}]|\n[ \t]*\n")

Fault = tuple[int, Flaw]
"""An offset in the body, and what is wrong there."""


@dataclass(frozen=True, slots=True)
class Deletion:
    """One gap: where it stands in the body, what it hides, what it shows instead."""

    start: int
    end: int
    text: str
    hint: str
    number: str


def _expand(note: Note) -> Expansion:
    literal = literal_stretches(note.body)
    faults = list(_slips(note.body, literal))
    deletions = list(_deletions(note.body, literal, faults))
    problems = tuple(_problems(note, faults))
    if not deletions:
        return Expansion((), (*problems, *refused(note, NO_DELETION).problems))
    return Expansion(tuple(_faces(note, deletions)), problems)


def _faces(note: Note, deletions: list[Deletion]) -> Iterator[Faces]:
    """Yield a question for each key, in the order the keys first stand in the text."""
    gaps: dict[str, list[int]] = {}
    for place, key in enumerate(_keys(deletions)):
        gaps.setdefault(key, []).append(place)
    text, stretches = _without_braces(note.body, deletions)
    for key, places in gaps.items():
        hidden = [(stretches[place], _shown(deletions[place])) for place in places]
        asked = ", ".join(deletions[place].text for place in places)
        yield Faces(
            key,
            f"{note.prompt} — {hidden[0][1]}",
            f"### {note.prompt}\n\n{_marked(text, hidden, gaps=True)}\n",
            _marked(text, hidden, gaps=False),
            filled=True,
            expected=to_type(note, asked),
        )


def _shown(deletion: Deletion) -> str:
    """Say what stands in the gap, on the card and in a list of cards."""
    return f"[{deletion.hint or GAP}]"


def _keys(deletions: list[Deletion]) -> list[str]:
    """Name each deletion: ``c1`` where it has a number, else by what it hides."""
    numbered = [f"c{deletion.number}" for deletion in deletions if deletion.number]
    hidden = (slug(deletion.text) for deletion in deletions if not deletion.number)
    free = distinct(hidden, numbered)
    return [f"c{each.number}" if each.number else next(free) for each in deletions]


def _without_braces(body: str, deletions: list[Deletion]) -> tuple[str, list[Stretch]]:
    """Write the body as it reads in full, and tell where in it each deletion's text stands."""
    parts, stretches = list[str](), list[Stretch]()
    position = length = 0
    for deletion in deletions:
        parts += [body[position : deletion.start], deletion.text]
        start = length + deletion.start - position
        length, position = start + len(deletion.text), deletion.end
        stretches.append((start, length))
    return "".join([*parts, body[position:]]), stretches


def _marked(text: str, hidden: list[tuple[Stretch, str]], *, gaps: bool) -> str:
    """Mark the stretches that are asked for; as gaps, they show their hints only."""
    parts, position = list[str](), 0
    for (start, end), hint in hidden:
        parts += [text[position:start], OPEN, hint if gaps else text[start:end], CLOSE]
        position = end
    return "".join([*parts, text[position:]]).strip("\n")


def _slips(body: str, literal: list[Stretch]) -> Iterator[Fault]:
    """Yield what looks meant as a numbered deletion, in math too, but not in code."""
    code = [stretch for stretch in literal if body[stretch[0]] != "$"]
    for slip in _SLIP.finditer(body):
        if not within(code, slip.start()):
            yield slip.start(), SINGLE_BRACES if slip["brace"] else SINGLE_COLON


def _deletions(body: str, literal: list[Stretch], faults: list[Fault]) -> Iterator[Deletion]:
    """Yield the deletions outside of one another, in the text's order."""
    pairs = _pairs(body)
    position = unclosed = 0
    while (start := body.find("{{", position)) >= 0:
        end = pairs.get(start)
        closed = end is not None and pairs.get(start + 1) == end - 1
        position = start + 1
        if within(literal, start) and not (closed and _NUMBERED.match(body, start + 2)):
            continue
        if end is not None and closed:
            position = end + 1
            deletion = _deletion(body, start, position)
            if deletion.text.strip():
                yield deletion
            else:
                faults.append((start, EMPTY_DELETION))
        elif not unclosed:
            unclosed += 1
            faults.append((start, UNCLOSED_DELETION))


def _pairs(body: str) -> dict[int, int]:
    """Match each brace with the one that closes it in its paragraph; escaped ones are text."""
    pairs: dict[int, int] = {}
    open_braces: list[int] = []
    for brace in _BRACES.finditer(body):
        if brace[0] == "{":
            open_braces.append(brace.start())
        elif brace[0] == "}" and open_braces:
            pairs[open_braces.pop()] = brace.start()
        elif brace[0][0] == "\n":
            open_braces.clear()
    return pairs


def _deletion(body: str, start: int, end: int) -> Deletion:
    """Read what stands between the double braces."""
    inside = body[start + 2 : end - 2]
    number = _NUMBERED.match(inside)
    text, _, hint = (inside[number.end() :] if number else inside).partition("::")
    return Deletion(start, end, text, hint.strip(), number[1] if number else "")


def _problems(note: Note, faults: list[Fault]) -> Iterator[Problem]:
    """Report the faults at their line and column in the file."""
    ends = [-1, *(end.start() for end in re.finditer("\n", note.body))] if faults else []
    for offset, flaw in faults:
        line = bisect_left(ends, offset) - 1
        yield flaw.at(Place(note.file, note.body_line + line, offset - ends[line]))


TEMPLATE = """## Question {.cloze}
A sentence that hides {{one word}} and {{another::hint}}.
"""

CLOZE = Kind("cloze", _expand, TEMPLATE, options=(TYPED,))
