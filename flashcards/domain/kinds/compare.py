"""compare: a table of aspects by things; each row asks for one aspect of all of them.

With ``.columns`` each column asks for all aspects of one thing instead; ``.summary`` adds a card
that asks for the whole table. Their keys hold a colon, which no row's has.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from flashcards.domain.kinds.kind import Expansion, Kind, question, refused
from flashcards.domain.note import Faces, Note
from flashcards.domain.problems import (
    DUPLICATE_ASPECT,
    DUPLICATE_COLUMN,
    EMPTY_ASPECT,
    EMPTY_COLUMN,
    NO_TABLE,
    UNEVEN_ROW,
    Place,
    Problem,
)
from flashcards.domain.slug import slug
from flashcards.domain.tongue import tr

COLUMNS = "columns"
SUMMARY = "summary"
WHOLE = "whole:table"

_RULE = re.compile(r":?-+:?")
_CELL_END = re.compile(r"\\.|`[^`]*`|\$[^$]*\$|(\|)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Table:
    """A pipe table: its lines in the body, its header cells, its rows, the text around it."""

    line: int
    header: list[str]
    rows: list[tuple[int, list[str]]]
    rest: str


class Row(NamedTuple):
    """A row that can be asked: as many answers as there are things to compare."""

    key: str
    aspect: str
    answers: list[str]


class Column(NamedTuple):
    """A column that can be asked: a thing, and the place of its answers."""

    key: str
    name: str
    number: int


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
            return Table(number, cells(lines[number]), rows, rest)
    return None


def _is_rule(line: str) -> bool:
    """Whether a line parts a table's header from its rows."""
    return "|" in line and all(_RULE.fullmatch(cell) for cell in cells(line))


def _expand(note: Note) -> Expansion:
    table = first_table(note.body)
    if table is None or len(table.header) < 3 or not table.rows:
        return refused(note, NO_TABLE)
    problems: list[Problem] = []
    rows = list(_rows(note, table, problems))
    columns = list(_columns(note, table, problems)) if COLUMNS in note.options else []
    faces: list[Faces] = []
    if COLUMNS in note.options:
        faces += [_column_card(note, table, rows, column) for column in columns if rows]
    else:
        faces += [_row_card(note, table, row) for row in rows]
    if SUMMARY in note.options and rows:
        faces.append(_summary_card(note, table, rows))
    return Expansion(tuple(faces), tuple(problems))


def _rows(note: Note, table: Table, problems: list[Problem]) -> Iterator[Row]:
    """Yield the rows that can be asked; one that cannot is reported."""
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
            yield Row(key, aspect, [*row[1:width], *[""] * (width - len(row))])


def _columns(note: Note, table: Table, problems: list[Problem]) -> Iterator[Column]:
    """Yield the columns that can be asked; one that cannot is reported."""
    place, seen = Place(note.file, note.body_line + table.line), set[str]()
    for number, name in enumerate(table.header[1:]):
        key = slug(name)
        if not name:
            problems.append(EMPTY_COLUMN.at(place))
        elif key in seen:
            problems.append(DUPLICATE_COLUMN.at(place, column=name))
        else:
            seen.add(key)
            yield Column(f"column:{key}", name, number)


def _row_card(note: Note, table: Table, row: Row) -> Faces:
    """Ask for one aspect of all things: they stand side by side in the answer."""
    prompt = f"{note.prompt} — {row.aspect.rstrip('?')}?"
    answer = _written(table.header[1:], [row.answers])
    return Faces(row.key, prompt, question(prompt), _with_rest(answer, table))


def _column_card(note: Note, table: Table, rows: list[Row], column: Column) -> Faces:
    """Ask for all aspects of one thing; the question lists them."""
    prompt = tr("{prompt} — what is true of {name}?", prompt=note.prompt, name=column.name)
    aspects = "\n".join(f"- {row.aspect}" for row in rows)
    cells_of = [[row.aspect, row.answers[column.number]] for row in rows]
    answer = _written([table.header[0], column.name], cells_of)
    return Faces(column.key, prompt, question(prompt, aspects), _with_rest(answer, table))


def _summary_card(note: Note, table: Table, rows: list[Row]) -> Faces:
    """Ask for the whole table: the question shows it without its answers."""
    prompt = tr("{prompt} — the whole table?", prompt=note.prompt)
    blank = [[row.aspect, *("" for _ in row.answers)] for row in rows]
    full = [[row.aspect, *row.answers] for row in rows]
    front = question(prompt, _written(table.header, blank))
    return Faces(WHOLE, prompt, front, _with_rest(_written(table.header, full), table))


def _written(header: list[str], rows: list[list[str]]) -> str:
    """Write a table."""
    return "\n".join(_row(cells) for cells in (header, ["---"] * len(header), *rows))


def _with_rest(answer: str, table: Table) -> str:
    """Add what the author wrote around the table."""
    return answer + (f"\n\n{table.rest}" if table.rest else "")


def _row(parts: list[str]) -> str:
    return "| " + " | ".join(parts) + " |"


TEMPLATE = """## Question {.compare}
|               | One  | Other |
|---------------|------|-------|
| First aspect  | this | that  |
| Second aspect | this | that  |

What holds for both.
"""

COMPARE = Kind("compare", _expand, TEMPLATE, options=(COLUMNS, SUMMARY))
