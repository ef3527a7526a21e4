"""CSV and TSV: which column is what, and a note for each row. Cells are read as Markdown."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from flashcards.domain.imports.found import (
    Findings,
    Found,
    Skipped,
    findings,
    lacking,
    one_line,
    shortened,
)
from flashcards.domain.imports.rows import SEPARATORS, Row, guessed, split
from flashcards.domain.kinds import kind_named, kind_names
from flashcards.domain.problems import did_you_mean
from flashcards.domain.tongue import later, tr, trn

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "prompt": ("prompt", "question", "front", "term", "word", "q", "text",
               "frage", "vorderseite", "begriff", "wort", "vokabel"),
    "answer": ("answer", "back", "definition", "meaning", "translation", "a",
               "antwort", "rückseite", "bedeutung", "übersetzung", "erklärung"),
    "kind": ("kind", "type", "notetype", "note type"),
    "tags": ("tags", "tag", "labels", "stichwörter", "schlagwörter", "schlagworte"),
    "section": ("section", "deck", "chapter", "category", "abschnitt", "kapitel", "kategorie"),
    "topic": ("topic", "thema"),
    "source": ("source", "reference", "url", "quelle"),
    "hint": ("hint", "hinweis"),
}  # fmt: skip
"""What a column may be, and the names in a table's first row that say so."""

_NAMED = {"prompt", "answer"}
_SEPARATOR = re.compile(r'"?sep=(.)"?(?=\n)', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each part of a note stands, counted from 0."""

    columns: Mapping[str, int]
    header: tuple[str, ...] = ()

    def cell(self, row: Row, part: str) -> str:
        """Give a row's part; empty where it has none."""
        place = self.columns.get(part)
        return row.cells[place].strip() if place is not None and place < len(row.cells) else ""

    @property
    def left_out(self) -> list[str]:
        """Name the columns that are not used."""
        used = set(self.columns.values())
        return [name for place, name in enumerate(self.header) if place not in used and name]


@dataclass(frozen=True, slots=True)
class Wish:
    """What the person says of a table: each part's column, by name or number from 1.

    A part of no column (an empty text) is left out. ``header`` says whether the first row names
    the columns; None leaves that to be seen.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    separator: str = ""
    quotes: bool = True
    header: bool | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it was read: its rows, and which column is what, or why that cannot be said."""

    separator: str
    rows: tuple[Row, ...]
    unclosed: int
    layout: Layout | str

    @property
    def header(self) -> tuple[str, ...]:
        """The columns' names, where the first row has them."""
        return () if isinstance(self.layout, str) else self.layout.header

    @property
    def columns(self) -> Mapping[str, int] | None:
        """Where each part of a note stands; None where that cannot be said."""
        return None if isinstance(self.layout, str) else self.layout.columns

    @property
    def width(self) -> int:
        """How many columns its widest row has."""
        return max((len(row.cells) for row in self.rows), default=0)


def read(text: str, wish: Wish | None = None) -> Findings:
    """Make a note of each row. Without a header, the first column asks and the second answers."""
    return findings_in(table_in(text, wish or Wish()))


def has_header(text: str) -> bool:
    """Whether the first row names the column that asks and the one that answers."""
    head = table_in(text.partition("\n")[0], Wish())
    return bool(head.header) and (head.columns or {}).keys() >= _NAMED


def table_in(text: str, wish: Wish) -> Table:
    """Split a text into rows, and tell which column is what; Excel may name the separator above."""
    said = _SEPARATOR.match(text)
    named = next((name for name, mark in SEPARATORS.items() if said and mark == said[1]), "")
    text = text[said.end(1) :].lstrip('"') if said and named else text
    separator = wish.separator or named or guessed(text)
    found = split(text, SEPARATORS[separator], quotes=wish.quotes)
    return Table(separator, found.rows, found.unclosed, layout_of(found.rows, wish))


def findings_in(table: Table) -> Findings:
    """Make a note of each row."""
    layout = table.layout
    if isinstance(layout, str):
        return Findings(skipped=(Skipped(1, layout),))
    rows = table.rows[1:] if layout.header else table.rows
    remarks = [_told(layout, table.separator)]
    if layout.left_out:
        remarks.append(tr("Columns left out: {names}.", names=", ".join(layout.left_out)))
    if table.unclosed:
        remarks.append(
            tr(
                "The quotation mark on line {line} is never closed: it is text.",
                line=table.unclosed,
            )
        )
    return findings(_made(rows, layout), remarks=remarks)


_PARTS = {
    "prompt": later("prompt"),
    "answer": later("answer"),
    "kind": later("kind"),
    "tags": later("tags"),
    "section": later("section"),
    "topic": later("topic"),
    "source": later("source"),
    "hint": later("hint"),
}
"""What the parts of a note are called in a sentence."""


def _told(layout: Layout, separator: str) -> str:
    """Say how the table was read."""
    names = layout.header
    parts = [
        tr("{part} from “{column}”", part=tr(_PARTS[part]), column=names[place])
        if place < len(names)
        else tr("{part} from column {number}", part=tr(_PARTS[part]), number=place + 1)
        for part, place in layout.columns.items()
    ]
    return tr("Separated by {separator}; {parts}.", separator=tr(separator), parts=", ".join(parts))


def layout_of(rows: Sequence[Row], wish: Wish) -> Layout | str:
    """Tell which column is what, or why that cannot be said."""
    if not rows:
        return tr("There is no row in this table.")
    first = tuple(map(one_line, rows[0].cells))
    by_name = _named(first)
    seen = "prompt" in by_name or _names(first, wish)
    header = first if (seen if wish.header is None else wish.header) else ()
    columns = dict(by_name) if header and by_name else {"prompt": 0, "answer": 1}
    if "answer" not in columns and not any("{{" in cell for row in rows[1:] for cell in row.cells):
        columns |= _next_free(columns, len(header))
    width = max(len(row.cells) for row in rows)
    for part, column in wish.columns.items():
        if not column:
            columns.pop(part, None)
            continue
        place = _place(column, header)
        if part not in COLUMNS or place is None or place >= width:
            return _unknown(part, column, header, width)
        columns = {other: taken for other, taken in columns.items() if taken != place}
        columns[part] = place
    if "prompt" not in columns:
        return tr("No column asks: say which with --columns prompt=1,answer=2.")
    return Layout(columns, header)


def _next_free(columns: Mapping[str, int], width: int) -> dict[str, int]:
    """Take the next column behind the one that asks for its answer, where no name says so."""
    asks = columns.get("prompt", width)
    free = (place for place in range(asks + 1, width) if place not in columns.values())
    place = next(free, None)
    return {} if place is None else {"answer": place}


def _named(first: Sequence[str]) -> dict[str, int]:
    """Recognise a header's names; the first column that is a part is it."""
    found: dict[str, int] = {}
    for place, name in enumerate(first):
        part = next((part for part, names in COLUMNS.items() if name.casefold() in names), "")
        if part:
            found.setdefault(part, place)
    return found


def _names(first: Sequence[str], wish: Wish) -> bool:
    """Whether the person calls a column by a name in the first row."""
    lowered = [name.casefold() for name in first]
    return any(column.casefold() in lowered for column in wish.columns.values())


def _place(column: str, header: Sequence[str]) -> int | None:
    lowered = [name.casefold() for name in header]
    if column.casefold() in lowered:
        return lowered.index(column.casefold())
    return int(column) - 1 if column.isascii() and column.isdigit() and int(column) else None


def _unknown(part: str, column: str, header: Sequence[str], width: int) -> str:
    if part not in COLUMNS:
        guess = did_you_mean(part, COLUMNS) or tr(
            "A column is one of: {names}.", names=", ".join(COLUMNS)
        )
        return tr("A note has no part called “{part}”. {guess}", part=part, guess=guess)
    known = ", ".join(name for name in header if name)
    have = (
        tr("The first row has: {known}.", known=known)
        if known
        else trn("It has {count} column.", "It has {count} columns, counted from 1.", width)
    )
    return tr(
        "The table has no column “{column}” for {part}. {have}", column=column, part=part, have=have
    )


def _made(rows: Sequence[Row], layout: Layout) -> Iterator[Found | Skipped]:
    for row in rows:
        yield _note(row, layout)


def _note(row: Row, layout: Layout) -> Found | Skipped:
    prompt, answer = layout.cell(row, "prompt"), layout.cell(row, "answer")
    kind, options = _kind(layout.cell(row, "kind"), prompt, answer)
    if kind_named(kind) is None:
        known = did_you_mean(kind, kind_names()) or tr(
            "Known kinds: {known}.", known=", ".join(kind_names())
        )
        return Skipped(
            row.line,
            tr("There is no kind of note called “{kind}”. {known}", kind=kind, known=known),
        )
    if kind == "cloze" and not answer:
        prompt, answer = "", prompt
    if not answer or not (prompt or kind == "cloze"):
        return lacking(row.line, shortened(prompt or answer), answer=bool(prompt))
    first, _, more = prompt.partition("\n")
    return Found(
        row.line,
        one_line(first),
        answer,
        kind,
        question=more,
        options=options,
        tags=tuple(layout.cell(row, "tags").replace(",", " ").split()),
        section=one_line(layout.cell(row, "section")),
        topic=layout.cell(row, "topic"),
        source=layout.cell(row, "source"),
        hint=layout.cell(row, "hint"),
    )


def _kind(named: str, prompt: str, answer: str) -> tuple[str, tuple[str, ...]]:
    """Read ``basic.typed`` as a heading would have it; a text with gaps alone is a cloze note."""
    kind, *options = named.lower().lstrip(".").split(".") if named else [""]
    is_cloze = not answer and "{{" in prompt
    return kind or ("cloze" if is_cloze else "basic"), tuple(options)
