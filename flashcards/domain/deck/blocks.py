"""Find a Markdown text's headings and thematic breaks, as CommonMark's block structure has them.

Only the structure that decides what is a heading is followed: quotes, list items, fences, HTML
blocks, indented code and paragraphs (https://spec.commonmark.org/0.31.2/#appendix-a-parsing-strategy).
The tests compare it with markdown-it on generated text.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import NamedTuple


class Line(NamedTuple):
    """One line: its number from 1, its offsets (``end`` before the line ending), its text."""

    number: int
    start: int
    end: int
    next: int
    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """An ATX heading outside of every container."""

    level: int
    text: str
    line: Line


@dataclass(frozen=True, slots=True)
class Fence:
    """An open fence: its mark, its length, where it began."""

    mark: str
    length: int
    line: Line

    def ends_with(self, rest: str) -> bool:
        """Whether a line of the same container closes it."""
        bare = rest.strip(" ")
        return len(bare) >= self.length and not bare.strip(self.mark) and _indent(rest) <= 3


@dataclass(frozen=True, slots=True)
class Html:
    """An open HTML block: what ends it (None: a blank line), where it began."""

    until: re.Pattern[str] | None
    line: Line

    def ends_with(self, rest: str) -> bool:
        """Whether a line of the same container is its last."""
        return bool(self.until.search(rest)) if self.until else not rest.strip(" ")


@dataclass(slots=True)
class Outline:
    """What a text's top level is made of, in the text's order."""

    headings: list[Heading] = field(default_factory=list)
    """Of the levels 1 and 2; those of deeper levels are ``subheadings``."""
    subheadings: list[Heading] = field(default_factory=list)
    breaks: list[Line] = field(default_factory=list)
    setext: list[Line] = field(default_factory=list)
    unspaced: list[Line] = field(default_factory=list)
    indented: list[Line] = field(default_factory=list)
    unclosed: "Fence | Html | None" = None


class Leaf(Enum):
    """The open leaf block, where it is neither a fence nor an HTML block."""

    NONE = auto()
    PARAGRAPH = auto()


DEEPEST = 32
"""Marks of quotes and lists nested deeper than this are text: no line may cost its square."""

QUOTE = 0
"""A quote among the open containers; a list item is the column its content begins at."""

_LINE = re.compile(r"([^\r\n]*)(\r\n|\n|\r|\Z)")
_ATX = re.compile(r"(#{1,6})(?:[ \t]+(.*))?$")
_UNSPACED = re.compile(r"##(?![# ]|$)")
_SPACED = re.compile(r"##? ")
_FENCE = re.compile(r"(`{3,})[^`]*$|(~{3,})")
_BREAK = re.compile(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_SETEXT = re.compile(r"(?:=+|-+)[ \t]*$")
_ITEM = re.compile(r"([-+*]|(\d{1,9})[.)])(?=([ \t]+|$))")
_HTML_UNTIL = (
    (re.compile(r"<(?:script|pre|style|textarea)(?:[\s>]|$)", re.I),
     re.compile(r"</(?:script|pre|style|textarea)>", re.I)),
    (re.compile(r"<!--"), re.compile(r"-->")),
    (re.compile(r"<\?"), re.compile(r"\?>")),
    (re.compile(r"<![A-Za-z]"), re.compile(r">")),
    (re.compile(r"<!\[CDATA\["), re.compile(r"\]\]>")),
)  # fmt: skip
_HTML_BLOCK = re.compile(
    r"</?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|"
    r"details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|"
    r"head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|"
    r"option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)"
    r"(?:[\s>]|/>|$)",
    re.I,
)
_ATTRIBUTE = r"\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:[^\s\"'=<>`]+|'[^']*'|\"[^\"]*\"))?"
_HTML_TAG = re.compile(rf"(?:<[A-Za-z][\w-]*(?:{_ATTRIBUTE})*\s*/?>|</[A-Za-z][\w-]*\s*>)\s*$")
_CONTAINER_MARKS = frozenset(">-+*0123456789")
_LEAF_MARKS = frozenset("#`~<=-*_")
_MARKS = _CONTAINER_MARKS | _LEAF_MARKS | frozenset(" \t")
"""What a line that is more than text begins with."""


def lines_of(text: str) -> Iterator[Line]:
    """Split at CommonMark's line endings (LF, CRLF, CR) and at no other character."""
    if "\r" not in text:
        yield from _plain_lines(text)
        return
    start = 0
    for number, match in enumerate(_LINE.finditer(text), start=1):
        inside, ending = match.groups()
        end = start + len(inside)
        if inside or ending:
            yield Line(number, start, end, end + len(ending), inside)
        start = end + len(ending)


def _plain_lines(text: str) -> Iterator[Line]:
    """Split at LF, as most decks end their lines."""
    start, last = 0, len(text)
    for number, inside in enumerate(text.split("\n"), start=1):
        end = start + len(inside)
        if end < last:
            yield Line(number, start, end, end + 1, inside)
        elif inside or number == 1:
            yield Line(number, start, end, end, inside)
        start = end + 1


def outline(lines: Iterable[Line], start: int = 0) -> Outline:
    """Read the block structure of a text's lines from offset ``start``, in linear time."""
    scanner = Scanner()
    for line in lines:
        if line.start >= start:
            scanner.feed(line)
    return scanner.finished()


class Scanner:
    """CommonMark's first phase: the open containers, and the leaf block the last line is in."""

    def __init__(self) -> None:
        self.found = Outline()
        self.containers: list[int] = []
        self.leaf: Leaf | Fence | Html = Leaf.NONE
        self.item_is_empty = False

    def finished(self) -> Outline:
        """Close what is open."""
        if not isinstance(self.leaf, Leaf) and not self.containers:
            self.found.unclosed = self.leaf
        return self.found

    def feed(self, line: Line) -> None:
        """Take in one more line."""
        text = line.text
        if not self.containers and isinstance(self.leaf, Leaf) and text[:1] not in _MARKS:
            self.leaf = Leaf.PARAGRAPH if text else Leaf.NONE  # most lines of most decks
            return
        rest, column, matched = self._matched(text.expandtabs(4) if "\t" in text else text)
        everything = matched == len(self.containers)
        if not isinstance(self.leaf, Leaf):
            if everything:
                self.leaf = Leaf.NONE if self.leaf.ends_with(rest) else self.leaf
                return
            self._close(matched)
        rest, opened = self._open_containers(rest, column, matched)
        self._take_leaf(line, rest, matched + opened, everything or opened > 0)

    def _matched(self, rest: str) -> tuple[str, int, int]:
        """Walk the open containers: what is left of the line, its column, how many go on."""
        column = matched = 0
        for container in self.containers:
            indent = _indent(rest)
            if container == QUOTE:
                if indent > 3 or rest[indent : indent + 1] != ">":
                    break
                width = indent + 1 + (rest[indent + 1 : indent + 2] == " ")
            elif indent == len(rest):
                if self.item_is_empty and matched == len(self.containers) - 1:
                    break
                width = indent
            elif indent >= container - column:
                width = container - column
            else:
                break
            rest, column, matched = rest[width:], column + width, matched + 1
        return rest, column, matched

    def _open_containers(self, rest: str, column: int, matched: int) -> tuple[str, int]:
        """Open the quotes and items that begin on this line: what is left, and how many."""
        opened = 0
        while True:
            indent = _indent(rest)
            bare = rest[indent:]
            if indent > 3 or bare[:1] not in _CONTAINER_MARKS or matched + opened == DEEPEST:
                return rest, opened
            if bare[0] == ">":
                width, column_of_content = indent + 1 + (bare[1:2] == " "), QUOTE
            else:
                marker = self._item_width(bare, matched + opened)
                if not marker:
                    return rest, opened
                width = indent + marker
                column_of_content = column + width
            self._close(matched + opened)
            self.containers.append(column_of_content)
            rest, column, opened = rest[width:], column + width, opened + 1
            self.item_is_empty = column_of_content != QUOTE and not rest.strip(" ")

    def _item_width(self, bare: str, matched: int) -> int:
        """Give the width of a list marker with its space, or 0 where the line is something else."""
        match = _ITEM.match(bare)
        if not match or _BREAK.match(bare):
            return 0
        empty = not bare[match.end() :].strip(" ")
        if self.leaf is Leaf.PARAGRAPH and matched == len(self.containers):
            interrupts = not empty and match[2] in (None, "1")
            if not interrupts or _SETEXT.match(bare):
                return 0
        return match.end() + (1 if empty or len(match[3]) > 4 else len(match[3]))

    def _take_leaf(self, line: Line, rest: str, matched: int, everything: bool) -> None:
        """Decide what the line is, now that its containers are known."""
        indent = _indent(rest)
        bare = rest.strip(" ")
        if not bare:
            self._close(matched)
            return
        if indent <= 3 and self._take_marked(line, bare, matched, everything):
            self.item_is_empty = False
            return
        if bare[0] == "#" and not matched:
            self._take_slip(line, bare, indent)
        if self.leaf is not Leaf.PARAGRAPH:  # else its next line, lazy or not
            self._close(matched)
            self.leaf = Leaf.NONE if indent > 3 else Leaf.PARAGRAPH
            self.item_is_empty = False

    def _take_slip(self, line: Line, bare: str, indent: int) -> None:
        """Remember text outside of every container that looks meant as a heading."""
        if indent <= 3 and _UNSPACED.match(bare):
            self.found.unspaced.append(line)
        elif indent > 3 and self.leaf is Leaf.PARAGRAPH and _SPACED.match(bare):
            self.found.indented.append(line)

    def _take_marked(self, line: Line, bare: str, matched: int, everything: bool) -> bool:
        """Take the line as a leaf block that a mark announces; False where it is plain text."""
        if bare[0] not in _LEAF_MARKS:
            return False
        after: Leaf | Fence | Html = Leaf.NONE
        if bare[0] == "#" and (heading := _ATX.match(bare)):
            self._close(matched)
            if not self.containers:
                level = len(heading[1])
                found = self.found.headings if level <= 2 else self.found.subheadings
                found.append(Heading(level, _unclosed(heading[2] or ""), line))
        elif bare[0] in "`~" and (fence := _FENCE.match(bare)):
            mark = fence[1] or fence[2]
            after = Fence(mark[0], len(mark), line)
        elif bare[0] == "<" and (html := self._html(bare, line)):
            after = Leaf.NONE if html.ends_with(bare) else html
        elif self.leaf is Leaf.PARAGRAPH and everything and _SETEXT.match(bare):
            if not self.containers:
                self.found.setext.append(line)
        elif _BREAK.match(bare):
            self._close(matched)
            if not self.containers:
                self.found.breaks.append(line)
        else:
            return False
        self._close(matched)
        self.leaf = after
        return True

    def _html(self, bare: str, line: Line) -> "Html | None":
        """Tell which kind of HTML block begins here, by what ends it."""
        for begin, end in _HTML_UNTIL:
            if begin.match(bare):
                return Html(end, line)
        if _HTML_BLOCK.match(bare):
            return Html(None, line)
        if self.leaf is not Leaf.PARAGRAPH and _HTML_TAG.match(bare):
            return Html(None, line)
        return None

    def _close(self, matched: int) -> None:
        """Close the containers that do not go on, and the leaf in them."""
        del self.containers[matched:]
        self.leaf = Leaf.NONE


def _unclosed(heading: str) -> str:
    """Take the closing sequence off an ATX heading's text: ``one ##`` is ``one``."""
    bare = heading.rstrip("#")
    return heading if bare and bare[-1] not in " \t" else bare.rstrip(" \t")


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))
