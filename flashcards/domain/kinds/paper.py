"""paper: what to know of a paper, field by field; one question a field."""

import re
from collections.abc import Iterator

from flashcards.domain.kinds.fields import Field, read_fields
from flashcards.domain.kinds.kind import Expansion, Kind, question, refused
from flashcards.domain.note import Faces, Note
from flashcards.domain.problems import NO_FIELDS
from flashcards.domain.tongue import later, tr

QUESTIONS = {
    "Problem": later("what problem does it solve?"),
    "Idea": later("what is its key idea?"),
    "Model": later("how is the model built?"),
    "Data": later("what data does it learn from?"),
    "Loss": later("what loss does it minimise?"),
    "Serving": later("how is it served?"),
    "Results": later("what did it achieve?"),
    "Limits": later("what are its limits?"),
    "Follow-ups": later("what came after it, or could?"),
}
"""What is asked of each field."""

NEEDED = ("Problem", "Idea", "Results")
"""What an interviewer asks of every paper; the other fields are there where they say something."""

_LINK = re.compile(r"https?://(?:www\.)?([^\s<>()/]+)[^\s<>()]*")


def _expand(note: Note) -> Expansion:
    found = read_fields(note, tuple(QUESTIONS), NEEDED)
    if not found.fields:
        known = ", ".join(QUESTIONS)
        none = refused(note, NO_FIELDS, kind=note.kind, known=known)
        return Expansion((), (*found.problems, *none.problems))
    return Expansion(tuple(_faces(note, found.fields, found.above)), found.problems)


def _faces(note: Note, fields: tuple[Field, ...], above: str) -> Iterator[Faces]:
    context = _context(note)
    for field in fields:
        asked = tr(QUESTIONS[field.name]) if field.known else f"{field.name.rstrip('?')}?"
        prompt = f"{note.prompt} — {asked}"
        back = f"{field.text}\n\n{above}" if above else field.text
        yield Faces(field.key, prompt, question(prompt), back, context=context)


def _context(note: Note) -> str:
    """Say where and when the paper appeared, and where it can be read."""
    when = " ".join(filter(None, (note.value("venue"), note.value("year"))))
    link = note.value("link")
    address = _LINK.fullmatch(link)
    shown = f"[{address[1]}]({link})" if address else link
    return " · ".join(filter(None, (when, shown)))


TEMPLATE = """## Question {.paper venue=KDD year=2020 link=https://example.org/paper}
### Problem
What could not be done before, and whom that cost what.

### Idea
What makes it possible, in one sentence.

### Model
What goes in, what comes out, and what is in between.

### Data
What it learns from, and what a label is.

### Loss
What it minimises.

### Serving
What runs when a request comes, and how long that takes.

### Results
What got better, against which baseline.

### Limits
Where it does not work.

### Follow-ups
What came after it.
"""

PAPER = Kind("paper", _expand, TEMPLATE, attributes=("venue", "year", "link"))
