"""Anki's text export: ``#key:value`` lines, then a note a row, its fields in HTML.

As Anki's manual has it (“Text Files”, “File Headers”).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from flashcards.domain.imports.found import (
    Findings,
    Found,
    Skipped,
    findings,
    lacking,
    one_line,
    shortened,
    unheard,
)
from flashcards.domain.imports.html import markdown, plain
from flashcards.domain.imports.rows import SEPARATORS, Row, guessed, split
from flashcards.domain.tongue import later, tr

_HEAD = re.compile(
    r"#(separator|html|tags|columns|notetype|deck|if matches|(?:notetype|deck|tags|guid) column)"
    r":(.*)"
)
_TAG = re.compile(
    r"</?(?:br|div|b|i|u|p|span|img|ul|ol|li|sub|sup|code|pre|a)\b[^<>]*>|&\w+;", re.I
)
_SOUND = re.compile(r"\[sound:([^\[\]]*)\]")
_GAP = re.compile(r"\{\{c\d{1,4}::")
_GAP_MARK = re.compile(r"(\{\{c\d{1,4}::|\}\})")
_PARAGRAPH = re.compile(r"\n[ \t]*\n")

COMMENT = later("“{text}” is a comment: Anki begins no note's line with #.")
NESTED = later("A gap that stood inside another one became a part of its text.")
_BOTH_WAYS = re.compile("revers|invers|invert|umgekehrt|omgekeerd|deux sens")
_AT_CHOICE = re.compile("option|opcion|opzion|wahlweise")
_TYPED = re.compile("type in|eintippen|saisi|tecle|digit|typ het")
"""What Anki calls its own note types, in the languages that most people have it in."""
_OCCLUDED = re.compile(r"\{\{c\d{1,4}::image-occlusion:")

EXTRA = "extra"
"""The footnote that what stands beside a cloze goes into: it is listed below the answer."""


@dataclass(frozen=True, slots=True)
class _Head:
    """What the lines above the first row say."""

    values: Mapping[str, str]
    lines: int

    def column(self, name: str) -> int:
        """Give the place of a column, counted from 0; -1 where there is none."""
        text = self.values.get(f"{name} column", "").strip()
        return int(text) - 1 if text.isascii() and text.isdigit() else -1

    def cell(self, row: Row, name: str) -> str:
        """Give what stands in a special column, else what the head says of all rows."""
        place = self.column(name)
        if 0 <= place < len(row.cells):
            return row.cells[place].strip()
        return "" if name == "guid" else self.values.get(name, "").strip()

    def fields(self, row: Row) -> list[str]:
        """Give a row's fields: what stands in none of the special columns."""
        special = {self.column(name) for name in ("notetype", "deck", "tags", "guid")}
        return [cell for place, cell in enumerate(row.cells) if place not in special]


def has_head(text: str) -> bool:
    """Whether a text begins as Anki's exports do."""
    return _HEAD.fullmatch(text.partition("\n")[0].rstrip()) is not None


def read(text: str) -> Findings:
    """Find the notes."""
    head = _head(text)
    body = "\n".join(text.split("\n")[head.lines :])
    separator = _separator(head.values.get("separator", ""), body)
    table = split(body, separator, head.lines + 1, comment="#" if head.lines else "")
    said = head.values.get("html", "").strip().lower()
    is_html = said == "true" if said else _TAG.search(body) is not None
    remarks = [
        tr(
            "The quotation mark on line {line} is never closed: it is text.",
            line=table.unclosed,
        )
    ]
    made = [_note(row, head, is_html) for row in table.rows]
    made += [Skipped(row.line, tr(COMMENT, text=shortened(row.cells[0]))) for row in table.comments]
    return findings(made, remarks=remarks if table.unclosed else ())


def _head(text: str) -> _Head:
    values: dict[str, str] = {}
    lines = text.split("\n")
    for number, line in enumerate(lines):
        found = _HEAD.fullmatch(line)
        if not found:
            return _Head(values, number)
        values[found[1]] = found[2]
    return _Head(values, len(lines))


def _separator(named: str, body: str) -> str:
    """Take the separator that the head names, by its word or by itself."""
    if named in SEPARATORS.values():
        return named
    return SEPARATORS.get(named.strip().lower()) or SEPARATORS[guessed(body)]


def _note(row: Row, head: _Head, is_html: bool) -> Found | Skipped:
    kind_name, deck = head.cell(row, "notetype"), head.cell(row, "deck")
    raw = head.fields(row)
    sounds = [name for cell in raw for name in _SOUND.findall(cell)]
    written = markdown if is_html else plain
    fields = [written(_SOUND.sub("", cell)) for cell in raw]
    if "occlusion" in kind_name.lower() or any(map(_OCCLUDED.search, raw)):
        return Skipped(
            row.line, tr("An image occlusion is a picture with masks, which no text can be.")
        )
    made = _cloze(row, fields) if any(map(_GAP.search, fields)) else _basic(row, fields, kind_name)
    if isinstance(made, Skipped):
        return made
    tags = f"{head.cell(row, 'tags')} {head.values.get('tags', '')}".replace("::", "/").split()
    return Found(
        made.line,
        made.prompt,
        made.body,
        made.kind,
        question=made.question,
        options=made.options,
        tags=tuple(dict.fromkeys(tags)),
        section=_section(deck),
        remarks=(*made.remarks, *map(unheard, sounds)),
    )


def _section(deck: str) -> str:
    """Write a deck's path as a heading; Anki's first deck says nothing."""
    return "" if deck.casefold() == "default" else one_line(deck.replace("::", " › "))


def _cloze(row: Row, fields: list[str]) -> Found:
    place = next(place for place, text in enumerate(fields) if _GAP.search(text))
    beside = [text for other, text in enumerate(fields) if other != place and text.strip()]
    body, nested = _flat(fields[place])
    if beside:
        extra = "\n\n".join(beside).replace("\n", "\n    ")
        body = f"{body}\n\n[^{EXTRA}]: {extra}"
    return Found(row.line, "", body, "cloze", remarks=(tr(NESTED),) if nested else ())


def _flat(text: str) -> tuple[str, bool]:
    """Keep each gap in one paragraph, and say if any stood in another: that one is its text."""
    nested = False
    open_gaps: list[list[str]] = [[]]
    for piece in _GAP_MARK.split(text):
        if _GAP.match(piece):
            open_gaps.append([piece])
        elif piece == "}}" and len(open_gaps) > 1:
            head, *inside = open_gaps.pop()
            said = _PARAGRAPH.sub("\\\\\n\\\\\n", "".join(inside))
            is_inner = len(open_gaps) > 1
            nested = nested or is_inner
            whole = said.partition("::")[0] if is_inner else f"{head}{said}}}}}"
            open_gaps[-1].append(whole)
        else:
            open_gaps[-1].append(piece)
    return "".join(part for gap in open_gaps for part in gap), nested


def _basic(row: Row, fields: list[str], kind_name: str) -> Found | Skipped:
    lowered = kind_name.lower()
    both_ways = _BOTH_WAYS.search(lowered) is not None
    if both_ways and _AT_CHOICE.search(lowered):
        both_ways = any(map(str.strip, fields[2:3]))
        fields = fields[:2] + fields[3:]
    question, *rest = fields or [""]
    answer = "\n\n".join(text for text in rest if text.strip())
    if not answer or not question.strip():
        name = shortened(question or answer) or tr("This row")
        return lacking(row.line, name, answer=bool(question.strip()))
    options = ("typed",) if _TYPED.search(lowered) else ()
    prompt, more = _prompt(question)
    kind = "reversed" if both_ways else "basic"
    return Found(row.line, prompt, answer, kind, question=more, options=options)


def _prompt(question: str) -> tuple[str, str]:
    """Part a question's first line from the rest."""
    first, _, rest = question.strip("\n").partition("\n")
    return first.rstrip("\\").strip(), rest.strip("\n")
