"""steps: a numbered list that is told one step at a time; each step is marked hit or missed."""

import re
from collections.abc import Iterator, Sequence

from flashcards.domain.deck.standing import Outer, Standing, standings
from flashcards.domain.kinds.kind import Expansion, Kind, question, refused
from flashcards.domain.note import Faces, Note, Part
from flashcards.domain.problems import EMPTY_STEP, NO_STEPS, SINGLE_STEP, Place, Problem
from flashcards.domain.slug import distinct, slug
from flashcards.domain.tongue import tr

_NUMBER = re.compile(r" {0,3}\d{1,9}([.)])")
_BREAK = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$", re.MULTILINE)


def _expand(note: Note) -> Expansion:
    lines = _steps(note.body)
    problems = list(_empty(note, lines))
    texts = [text for text in map(_text, lines) if text]
    if not texts:
        return Expansion((), (*problems, *refused(note, NO_STEPS).problems))
    if len(texts) == 1:
        problems.append(SINGLE_STEP.at(Place(note.file, note.span.line)))
    start, end = lines[0][0].line.start, lines[-1][-1].line.next
    above, below = note.body[:start].strip("\n"), note.body[end:].strip("\n")
    asked, told = _split(note, start) if note.breaks else (above, "")
    gap = "\n\n" if any("\n\n" in text for text in texts) else "\n"
    answer = (told, gap.join(_listed(texts)), below)
    faces = Faces(
        "",
        note.prompt,
        question(note.prompt, asked),
        "\n\n".join(filter(None, answer)),
        parts=tuple(_parts(texts, told, below)),
        marked=True,
    )
    return Expansion((faces,), tuple(problems))


def _split(note: Note, start: int) -> tuple[str, str]:
    """Part what stands above the list at its first thematic break: question, and answer."""
    first = note.breaks[0]
    if first >= start:
        return note.body[:start].strip("\n"), ""
    line_end = note.body.index("\n", first)
    return note.body[:first].strip("\n"), note.body[line_end:start].strip("\n")


def _steps(body: str) -> list[list[Standing]]:
    """Find the first numbered list at the margin: the lines of each of its entries."""
    steps: list[list[Standing]] = []
    mark = ""
    for standing in standings(body):
        number = _NUMBER.match(standing.line.text) if standing.begins else None
        if number and standing.outer is Outer.ITEM and mark in ("", number[1]):
            mark = number[1]
            steps.append([standing])
        elif steps and standing.outer is Outer.ITEM and not standing.begins:
            steps[-1].append(standing)
        elif steps:
            break
    return steps


def _text(lines: Sequence[Standing]) -> str:
    """Give a step's own text, as it stands behind its number."""
    column = lines[0].column
    first = lines[0].line.text.expandtabs(4)[column:]
    more = (_outdented(each.line.text.expandtabs(4), column) for each in lines[1:])
    return "\n".join([first, *more]).strip()


def _outdented(text: str, column: int) -> str:
    indent = len(text) - len(text.lstrip(" "))
    return text[min(indent, column) :]


def _empty(note: Note, steps: list[list[Standing]]) -> Iterator[Problem]:
    for lines in steps:
        if not _text(lines):
            yield EMPTY_STEP.at(Place(note.file, note.body_line + lines[0].line.number - 1))


def _listed(texts: list[str]) -> Iterator[str]:
    """Number the steps anew, each with its lines indented as far as its number is wide."""
    for number, text in enumerate(texts, start=1):
        mark = f"{number}. "
        lines = text.split("\n")
        more = [f"{' ' * len(mark)}{line}" if line else "" for line in lines[1:]]
        yield "\n".join([mark + lines[0], *more])


def _parts(texts: list[str], told: str, below: str) -> Iterator[Part]:
    """Yield the steps, each named by its first line.

    What stands around the list goes with the first step and, after a break, with the last.
    """
    keys = distinct(slug(text.partition("\n")[0]) for text in texts)
    for number, (key, text) in enumerate(zip(keys, texts, strict=True), start=1):
        above = told if number == 1 else ""
        after = _set_apart(below) if number == len(texts) else ""
        yield Part(
            key, tr("Step {number}", number=number), "\n\n".join(filter(None, (above, text, after)))
        )


def _set_apart(below: str) -> str:
    """Put a break before what stands below the list, lest it be read as part of the last step."""
    return below if not below or _BREAK.match(below) else f"***\n\n{below}"


TEMPLATE = """## Question {.steps}
1. First
2. Second
3. Third
"""

STEPS = Kind("steps", _expand, TEMPLATE)
