"""Cells from a spreadsheet as a Markdown table."""

import csv
from io import StringIO

from flashcards.domain.deck.literal import literal_stretches, within


def table_of(text: str) -> str:
    """Write rows of cells with tabs between them as a table; nothing where it is no such text."""
    try:
        rows = list(csv.reader(StringIO(text.strip("\r\n"), newline=""), delimiter="\t"))
    except csv.Error:
        return ""
    width = max((len(row) for row in rows), default=0)
    if width < 2 or len(rows) < 2 or any(len(row) != width for row in rows):
        return ""
    cells = [[_cell(cell) for cell in row] for row in rows]
    widths = [max(3, *(len(row[place]) for row in cells)) for place in range(width)]
    lines = [
        "| " + " | ".join(cell.ljust(wide) for cell, wide in zip(row, widths, strict=True)) + " |"
        for row in cells
    ]
    rule = "|" + "|".join("-" * (wide + 2) for wide in widths) + "|"
    return "\n".join([lines[0], rule, *lines[1:]]) + "\n"


def _cell(text: str) -> str:
    """Keep a cell on one line, and its bars from parting it; code and math need nothing."""
    bare = " ".join(text.split())
    literal = literal_stretches(bare)
    parts = (
        f"\\{letter}" if letter == "|" and not _kept(bare, place, literal) else letter
        for place, letter in enumerate(bare)
    )
    return "".join(parts)


def _kept(text: str, place: int, literal: list[tuple[int, int]]) -> bool:
    return within(literal, place) or text[place - 1 : place] == "\\"
