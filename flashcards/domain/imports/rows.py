"""CSV and its kin: rows with their lines, whatever the separator and the quotes. Never raises."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from flashcards.domain.tongue import later

SEPARATORS = {
    later("tab"): "\t",
    later("comma"): ",",
    later("semicolon"): ";",
    later("pipe"): "|",
    later("colon"): ":",
    later("space"): " ",
}
"""The separators by the names that Anki's headers and our reports give them."""

_GUESSED = ("tab", "semicolon", "comma", "pipe")
_LOOKED_AT = 200
_ALIKE = 0.8


@dataclass(frozen=True, slots=True)
class Row:
    """Cells, and the line that the first of them begins on."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """All rows that hold something; ``unclosed`` is the line of a quote that never ends, or 0.

    ``comments`` are the lines that begin with the mark of one, and are no rows.
    """

    rows: tuple[Row, ...]
    unclosed: int = 0
    comments: tuple[Row, ...] = ()


def split(
    text: str, separator: str, first_line: int = 1, *, quotes: bool = True, comment: str = ""
) -> Rows:
    """Split at a separator of one character; cells may stand in double quotes, as RFC 4180 says.

    A quote that is never closed is text, and so are all that follow; without ``quotes``, all are.
    A line that begins with ``comment``, outside of quotes, is no row.
    """
    reader = _Reader(text, separator, first_line, quotes=quotes, comment=comment)
    rows = tuple(row for row in reader.rows() if any(map(str.strip, row.cells)))
    return Rows(rows, reader.unclosed, tuple(reader.comments))


class _Reader:
    """Walks the text once."""

    def __init__(self, text: str, separator: str, line: int, *, quotes: bool, comment: str) -> None:
        self.text, self.line, self.unclosed, self._quotes = text, line, 0, quotes
        self.comments, self._comment = list[Row](), comment
        self._checked = False
        mark = re.escape(separator)
        blanks = re.escape(" \t".replace(separator, ""))
        self._quoted = re.compile(rf'"((?:[^"]|"")*+)"[{blanks}]*+(?={mark}|\n|\Z)')
        self._plain = re.compile(rf"[^{mark}\n]*")

    def rows(self) -> Iterator[Row]:
        """Yield rows, empty ones too."""
        cells, line, position = list[str](), self.line, 0
        while position <= len(self.text):
            if self._comment and not cells and self.text.startswith(self._comment, position):
                position = self._pass_over(position)
                line = self.line
                continue
            cell, end = self._cell(position)
            cells.append(cell)
            self.line += self.text.count("\n", position, end)
            position = end + 1
            if end == len(self.text) or self.text[end] == "\n":
                yield Row(line, tuple(cells))
                self.line += 1
                cells, line = [], self.line

    def _pass_over(self, start: int) -> int:
        """Keep a comment, and give the place where the next line begins."""
        end = self.text.find("\n", start)
        said = self.text[start : end if end >= 0 else None]
        self.comments.append(Row(self.line, (said,)))
        self.line += 1
        return start + len(said) + 1

    def _cell(self, start: int) -> tuple[str, int]:
        if self._quotes and self.text.startswith('"', start) and not self.unclosed:
            quoted = self._quoted.match(self.text, start)
            if quoted:
                return quoted[1].replace('""', '"'), quoted.end()
            if not self._checked and self.text.count('"', start) % 2:
                self.unclosed = self.line
            self._checked = True
        plain = self._plain.match(self.text, start)
        assert plain is not None, "nothing is a cell, too"
        return plain[0], plain.end()


def guessed(text: str) -> str:
    """Tell which separator parts the most rows alike; a comma where none parts anything."""
    start = _start(text)
    return max(("comma", *_GUESSED), key=lambda name: _likelihood(start, SEPARATORS[name]))


def parts_alike(text: str) -> bool:
    """Whether nearly all of two rows or more have as many cells."""
    share, _ = _likelihood(_start(text), SEPARATORS[guessed(text)])
    return share >= _ALIKE and "\n" in text.strip()


def _start(text: str) -> str:
    return "\n".join(text.split("\n", _LOOKED_AT)[:_LOOKED_AT])


def _likelihood(text: str, separator: str) -> tuple[float, int]:
    """Give the share of rows that have the commonest number of cells, and that number."""
    widths = Counter(len(row.cells) for row in split(text, separator).rows)
    if not widths:
        return 0.0, 0
    width, count = widths.most_common(1)[0]
    return (count / widths.total() if width > 1 else 0.0), width
