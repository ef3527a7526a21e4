"""star: a story told aloud against a clock; the answer is shown one section at a time."""

import re

from flashcards.domain.kinds.fields import read_fields
from flashcards.domain.kinds.kind import Expansion, Kind, question, refused
from flashcards.domain.kinds.telling import advice
from flashcards.domain.note import Faces, Note, Part
from flashcards.domain.problems import NO_FIELDS, WRONG_VALUE, Place, Problem
from flashcards.domain.spoken import minutes_text
from flashcards.domain.tongue import tr

NAMES = ("Situation", "Task", "Action", "Result", "Reflection")
NEEDED = NAMES[:4]
MINUTES = 2.0
"""How long a story takes at most, where it does not say."""

_MINUTES = re.compile(r"\d{1,2}(?:\.\d)?")


def _expand(note: Note) -> Expansion:
    found = read_fields(note, NAMES, NEEDED)
    problems = list(found.problems)
    minutes = _minutes(note, problems)
    if not found.fields:
        none = refused(note, NO_FIELDS, kind=note.kind, known=", ".join(NAMES))
        return Expansion((), (*problems, *none.problems))
    problems += advice(note, found, minutes)
    aloud = tr("Tell it aloud, in {minutes} at most.", minutes=minutes_text(minutes))
    faces = Faces(
        "",
        note.prompt,
        question(note.prompt, "\n\n".join(filter(None, (found.above, aloud)))),
        "\n\n".join(f"### {field.name}\n\n{field.text}" for field in found.fields),
        parts=tuple(Part(field.key, field.name, field.text) for field in found.fields),
        minutes=minutes,
        context=_context(note),
    )
    return Expansion((faces,), tuple(problems))


def _minutes(note: Note, problems: list[Problem]) -> float:
    """Read how long the story may take."""
    written = note.value("minutes")
    if not written:
        return MINUTES
    if _MINUTES.fullmatch(written) and float(written) > 0:
        return float(written)
    place = Place(note.file, note.span.line)
    problems.append(
        WRONG_VALUE.at(
            place, key="minutes", value=written, expected=tr("a number such as 2 or 1.5")
        )
    )
    return MINUTES


def _context(note: Note) -> str:
    """Name the values that the story shows."""
    values = filter(None, (value.strip() for value in note.value("values").split(",")))
    return " · ".join(values)


TEMPLATE = """## Question {.star values="Act as One" minutes=2}
### Situation
Where and when it was, and who was there.

### Task
What I was asked to do, and what was at stake.

### Action
What I did, step by step, and why I did it so.

### Result
What came of it, in numbers: 3 weeks instead of 10.

### Reflection
What I would do otherwise today.
"""

STAR = Kind("star", _expand, TEMPLATE, attributes=("values", "minutes"))
