"""Cells from a spreadsheet's clipboard as a Markdown table."""

from flashcards.domain.deck.literal import literal_stretches, within
from flashcards.domain.imports.rows import SEPARATORS, split

LONGEST = 10_000
"""A longer cell is of no table that a person reads."""


def table_of(text: str) -> str:
    """Write rows of cells with tabs between them as a table; nothing where it is no such text.

    Code that is indented by tabs is no table: its first column is empty.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    rows = [row.cells for row in split(plain, SEPARATORS["tab"]).rows]
    width = max((len(row) for row in rows), default=0)
    if width < 2 or len(rows) < 2 or any(len(row) != width for row in rows):
        return ""
    if not any(row[0].strip() for row in rows) or _longest(rows) > LONGEST:
        return ""
    head, *below = rows
    cells = [[_cell(cell, " ") for cell in head]]
    cells += [[_cell(row[0], " "), *(_cell(cell, "<br>") for cell in row[1:])] for row in below]
    widths = [max(3, *(len(row[place]) for row in cells)) for place in range(width)]
    lines = [
        "| " + " | ".join(cell.ljust(wide) for cell, wide in zip(row, widths, strict=True)) + " |"
        for row in cells
    ]
    rule = "|" + "|".join("-" * (wide + 2) for wide in widths) + "|"
    return "\n".join([lines[0], rule, *lines[1:]]) + "\n"


def _longest(rows: list[tuple[str, ...]]) -> int:
    return max(len(cell) for row in rows for cell in row)


def _cell(text: str, between: str) -> str:
    """Keep a cell on one line, and its bars from parting it; code and math need nothing."""
    lines = (" ".join(line.split()) for line in text.split("\n"))
    bare = between.join(filter(None, lines))
    literal = literal_stretches(bare)
    parts = (
        f"\\{letter}" if letter == "|" and not _kept(bare, place, literal) else letter
        for place, letter in enumerate(bare)
    )
    return "".join(parts)


def _kept(text: str, place: int, literal: list[tuple[int, int]]) -> bool:
    return within(literal, place) or text[place - 1 : place] == "\\"
