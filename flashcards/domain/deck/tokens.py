"""What a deck's text is made of, line by line: for colours in an editor, where each key counts.

A line needs the state that the line above it ended in, and no more. The full block structure
(``blocks``) decides what a note is; this is quicker, and wrong only where a heading stands inside a
list or a quote.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from flashcards.domain.deck.attributes import read


class Token(NamedTuple):
    """A stretch of one line, and what it is; see ``SORTS``."""

    start: int
    length: int
    sort: str


SORTS = (
    "note",
    "section",
    "field",
    "braces",
    "name",
    "kind",
    "key",
    "front",
    "code",
    "math",
    "tex",
    "cloze",
    "strong",
    "emphasis",
    "link",
    "quote",
    "mark",
    "comment",
)

START = -1
"""The state before the first line."""

TEXT, FRONT, COMMENT, MATH = 0, 1, 2, 3
_BACKTICKS, _TILDES = 1_000, 100_000
"""In a fence: its length, and one of these."""

NOTE, SECTION = 1 << 20, 1 << 21
"""Added to the state of a heading's own line."""

LONGEST = 2_000
"""Of a longer line only so many characters are looked at."""

_STATE = NOTE - 1
_HEADING = re.compile(r"(#{1,6})(?:[ \t]+|$)")
_FENCE = re.compile(r" {0,3}(`{3,})[^`]*$| {0,3}(~{3,})")
_BRACES = re.compile(r"(?:^|[ \t])\{:?([^{}]*)\}[ \t#]*$")
_ATTRIBUTE = re.compile(
    r"(?P<key>[A-Za-z][\w-]*)=(?:\"[^\"]*\"|'[^']*'|[^\s}]*)|(?P<name>#[^\s=}]+)|(?P<kind>\.[^\s=}]+)"
)
_COMMAND = re.compile(r"\\(?:[A-Za-z]+|.)")
_BULLET = re.compile(r"[ \t]*(?:[-+*]|\d{1,9}[.)])(?=[ \t])")
_QUOTE = re.compile(r"[ \t]*(?:>[ \t]?)+(?:hint:)?")
_RULE = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
_KEY = re.compile(r"[ \t]*[\w-]+(?=[ \t]*:(?:[ \t]|$))")
_INLINE = re.compile(
    r"""(?P<escape>\\.)
    |(?P<code>(?P<ticks>`+)(?:.*?[^`])?(?P=ticks)(?!`))
    |(?P<math>\$\$(?:[^$\\]|\\.)+\$\$|\$(?=[^\s$])(?:[^$\\]|\\.)*?(?<=\S)\$(?!\d))
    |(?P<cloze>\{\{(?:[^{}]|\{[^{}]*\})+\}\})
    |(?P<comment><!--.*?-->)
    |(?P<link>!?\[[^\]\n]*\]\([^)\n]*\)|\[\^[^\]\s]+\]|<https?:[^>\s]*>)
    |(?P<strong>\*\*(?=\S)(?:[^*\\]|\\.)+\*\*|__(?=\S)[^_]+__)
    |(?P<emphasis>\*(?=\S)(?:[^*\\]|\\.)+\*|(?<!\w)_(?=\S)[^_]+_(?!\w))
    |(?P<mark>\|)""",
    re.VERBOSE,
)
_SPECIAL = re.compile(r"[\\`$\[{<*_|]")


def tokens(line: str, before: int) -> tuple[list[Token], int]:
    """Tell what a line is made of, and the state that it ends in."""
    state = TEXT if before == START else before & _STATE
    if before == START and line.rstrip() == "---":
        return [Token(0, len(line), "front")], FRONT
    if state == FRONT:
        return _front(line)
    if state >= _BACKTICKS:
        return [Token(0, len(line), "code")], TEXT if _closes(line, state) else state
    if state in (COMMENT, MATH) and line.strip(" \t"):
        mark, sort = ("-->", "comment") if state == COMMENT else ("$$", "math")
        commands = _commands(line, 0, min(len(line), LONGEST)) if state == MATH else ()
        return [Token(0, len(line), sort), *commands], TEXT if mark in line else state
    return _text(line, COMMENT if state == COMMENT else TEXT)


def is_markdown(before: int) -> bool:
    """Whether the line below one that ended in a state is neither front matter nor code."""
    return before == START or before & _STATE == TEXT


def _front(line: str) -> tuple[list[Token], int]:
    if line.rstrip() in ("---", "..."):
        return [Token(0, len(line), "front")], TEXT
    key = _KEY.match(line)
    return [Token(0, key.end(), "key")] if key else [], FRONT


def _closes(line: str, state: int) -> bool:
    mark, length = ("~", state - _TILDES) if state >= _TILDES else ("`", state - _BACKTICKS)
    bare = line.strip(" ")
    return len(bare) >= length and not bare.strip(mark)


def _text(line: str, state: int) -> tuple[list[Token], int]:
    """Read a line that is in no block of several lines, or begins one."""
    if heading := _HEADING.match(line):
        return _heading(line, len(heading[1]))
    if fence := _FENCE.match(line):
        mark = fence[1] or fence[2]
        length = min(len(mark), 99_000)
        return [Token(0, len(line), "code")], length + (_BACKTICKS if fence[1] else _TILDES)
    if line.lstrip().startswith("<!--") and "-->" not in line:
        return [Token(0, len(line), "comment")], COMMENT
    if line.lstrip().startswith("$$") and line.count("$$") == 1:
        return [Token(0, len(line), "math")], MATH
    return list(_line(line)), state


def _line(line: str) -> Iterator[Token]:
    if _RULE.match(line):
        yield Token(0, len(line), "mark")
        return
    if mark := _QUOTE.match(line):
        yield Token(0, mark.end(), "quote")
    elif mark := _BULLET.match(line):
        yield Token(0, mark.end(), "mark")
    yield from _inline(line, mark.end() if mark else 0, min(len(line), LONGEST))


def _inline(line: str, start: int, end: int) -> Iterator[Token]:
    if not _SPECIAL.search(line, start, end):
        return
    for found in _INLINE.finditer(line, start, end):
        sort = found.lastgroup
        if sort and sort != "escape":
            yield Token(found.start(), found.end() - found.start(), sort)
        if sort == "math":
            yield from _commands(line, found.start(), found.end())


def _commands(line: str, start: int, end: int) -> Iterator[Token]:
    r"""Find TeX's own words in a formula, as \frac."""
    for found in _COMMAND.finditer(line, start, end):
        yield Token(found.start(), len(found[0]), "tex")


def _heading(line: str, level: int) -> tuple[list[Token], int]:
    sort = ("section", "note")[level - 1] if level < 3 else "field"
    state = (SECTION, NOTE)[level - 1] if level < 3 else TEXT
    braces = _BRACES.search(line)
    end = len(line)
    attributes: list[Token] = []
    if braces and read(braces[1].strip(" \t")) is not None:
        end = line.index("{", braces.start())
        attributes = list(_attributes(line, end))
    return [Token(0, end, sort), *_inline(line, level, end), *attributes], state


def _attributes(line: str, start: int) -> Iterator[Token]:
    yield Token(start, len(line) - start, "braces")
    for found in _ATTRIBUTE.finditer(line, start):
        sort = found.lastgroup or ""
        yield Token(found.start(), len(found[sort]), sort)
