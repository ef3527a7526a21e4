"""cloze: a text with gaps. ``{{text}}``, ``{{text::hint}}``, and Anki's ``{{c1::text::hint}}``.

Each unnumbered deletion is a card of its own; deletions with equal numbers are hidden together.
Inside code and math only the numbered form is a deletion, because TeX and templates use double
braces themselves.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from flashcards.domain.deck.literal import Stretch, literal_stretches, within
from flashcards.domain.kinds.kind import Expansion, Kind, refused
from flashcards.domain.marks import CLOSE, OPEN
from flashcards.domain.note import Faces, Note
from flashcards.domain.problems import NO_DELETION, UNCLOSED_DELETION, Place, Problem
from flashcards.domain.slug import slug

GAP = "…"
_NUMBERED = re.compile(r"c(\d{1,4})::")
_BRACES = re.compile(r"\\[{}\\]|[{}]|\n[ \t]*\n")


@dataclass(frozen=True, slots=True)
class Deletion:
    """One gap: where it stands in the body, what it hides, what it shows instead."""

    start: int
    end: int
    text: str
    hint: str
    number: str


def _expand(note: Note) -> Expansion:
    problems: list[Problem] = []
    deletions = list(_deletions(note, problems))
    if not deletions:
        return Expansion((), (*problems, *refused(note, NO_DELETION).problems))
    faces = tuple(_faces(note, deletions))
    return Expansion(faces, tuple(problems))


def _faces(note: Note, deletions: list[Deletion]) -> Iterator[Faces]:
    """Yield a question for each key, in the order the keys first stand in the text."""
    gaps: dict[str, list[int]] = {}
    for place, key in enumerate(_keys(deletions)):
        gaps.setdefault(key, []).append(place)
    text, stretches = _without_braces(note.body, deletions)
    for key, places in gaps.items():
        hidden = [(stretches[place], _shown(deletions[place])) for place in places]
        yield Faces(
            key,
            f"{note.prompt} — {hidden[0][1]}",
            f"### {note.prompt}\n\n{_marked(text, hidden, gaps=True)}\n",
            _marked(text, hidden, gaps=False),
        )


def _shown(deletion: Deletion) -> str:
    """Say what stands in the gap, on the card and in a list of cards."""
    return f"[{deletion.hint or GAP}]"


def _keys(deletions: list[Deletion]) -> list[str]:
    """Name each deletion: ``c1`` where it has a number, else by what it hides."""
    taken = {f"c{deletion.number}" for deletion in deletions if deletion.number}
    numbers: dict[str, int] = {}
    return [_key(deletion, taken, numbers) for deletion in deletions]


def _key(deletion: Deletion, taken: set[str], numbers: dict[str, int]) -> str:
    """Name one deletion; a text that was hidden before gets the next free number."""
    if deletion.number:
        return f"c{deletion.number}"
    name = key = slug(deletion.text)
    numbers[name] = numbers.get(name, 0) + 1
    if numbers[name] > 1:
        key = f"{name}-{numbers[name]}"
    while key in taken:
        numbers[name] += 1
        key = f"{name}-{numbers[name]}"
    taken.add(key)
    return key


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


def _deletions(note: Note, problems: list[Problem]) -> Iterator[Deletion]:
    """Yield the deletions outside of one another, in the text's order."""
    body, literal = note.body, literal_stretches(note.body)
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
            yield _deletion(body, start, position)
        elif not unclosed:
            unclosed += 1
            problems.append(UNCLOSED_DELETION.at(_place(note, start)))


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


def _place(note: Note, offset: int) -> Place:
    """Give the file's line and column of an offset in the body."""
    line = note.body_line + note.body.count("\n", 0, offset)
    return Place(note.file, line, offset - note.body.rfind("\n", 0, offset))


CLOZE = Kind("cloze", _expand)
