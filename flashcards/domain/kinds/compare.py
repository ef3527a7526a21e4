"""compare: a table of aspects by things; each row asks for one aspect of all of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from flashcards.domain.kinds.kind import Expansion, Kind, question, refused
from flashcards.domain.note import Faces, Note
from flashcards.domain.problems import (
    DUPLICATE_ASPECT,
    EMPTY_ASPECT,
    NO_TABLE,
    UNEVEN_ROW,
    Place,
    Problem,
)
from flashcards.domain.slug import slug

_RULE = re.compile(r":?-+:?")
_CELL_END = re.compile(r"\\.|`[^`]*`|\$[^$]*\$|(\|)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Table:
    """A pipe table: its header cells, its rows with their line in the body, the text below."""

    header: list[str]
    rows: list[tuple[int, list[str]]]
    rest: str


def cells(line: str) -> list[str]:
    """Split a row at its pipes; those in code, in math or behind a backslash are text."""
    bare = line.strip()
    bare = bare[1:] if bare.startswith("|") else bare
    ends = [match.start() for match in _CELL_END.finditer(bare) if match[1]]
    starts = [0, *(end + 1 for end in ends)]
    parts = [bare[a:b].strip() for a, b in zip(starts, [*ends, len(bare)], strict=True)]
    return parts[:-1] if len(parts) > 1 and not parts[-1] else parts


def first_table(body: str) -> Table | None:
    """Find the first pipe table of a text."""
    lines = body.split("\n")
    for number in range(len(lines) - 1):
        if "|" in lines[number] and _is_rule(lines[number + 1]):
            last = number + 2
            while last < len(lines) and lines[last].strip():
                last += 1
            rows = [(place, cells(lines[place])) for place in range(number + 2, last)]
            rest = "\n".join(lines[:number] + lines[last:]).strip("\n")
            return Table(cells(lines[number]), rows, rest)
    return None


def _is_rule(line: str) -> bool:
    """Whether a line parts a table's header from its rows."""
    return "|" in line and all(_RULE.fullmatch(cell) for cell in cells(line))


def _expand(note: Note) -> Expansion:
    table = first_table(note.body)
    if table is None or len(table.header) < 3 or not table.rows:
        return refused(note, NO_TABLE)
    problems: list[Problem] = []
    faces = tuple(_rows(note, table, problems))
    return Expansion(faces, tuple(problems))


def _rows(note: Note, table: Table, problems: list[Problem]) -> Iterator[Faces]:
    """Yield one question a row; a row that cannot be asked is reported."""
    width, seen = len(table.header), set[str]()
    for line, row in table.rows:
        place = Place(note.file, note.body_line + line)
        aspect, key = row[0], slug(row[0])
        if len(row) != width:
            problems.append(UNEVEN_ROW.at(place, found=len(row), expected=width))
        if not aspect:
            problems.append(EMPTY_ASPECT.at(place))
        elif key in seen:
            problems.append(DUPLICATE_ASPECT.at(place, aspect=aspect))
        else:
            seen.add(key)
            prompt = f"{note.prompt} — {aspect.rstrip('?')}?"
            yield Faces(key, prompt, question(prompt), _answer(table, row[1:width]))


def _answer(table: Table, answers: list[str]) -> str:
    """Set the answer: the things side by side, and what the author wrote around the table."""
    columns = table.header[1:]
    answers = answers + [""] * (len(columns) - len(answers))
    lines = [_row(columns), _row(["---"] * len(columns)), _row(answers)]
    return "\n".join(lines) + (f"\n\n{table.rest}" if table.rest else "")


def _row(parts: list[str]) -> str:
    return "| " + " | ".join(parts) + " |"


COMPARE = Kind("compare", _expand)
