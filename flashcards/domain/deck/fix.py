"""Correct what has one right answer: the smallest edits that make a problem go away."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from flashcards.domain.collection import collect
from flashcards.domain.deck.blocks import Line, lines_of
from flashcards.domain.deck.parse import parse
from flashcards.domain.identity import Known
from flashcards.domain.ids import DeckId
from flashcards.domain.kinds import kind_names
from flashcards.domain.problems import (
    HEADING_WITHOUT_SPACE,
    ODD_BRACES,
    SINGLE_BRACES,
    SINGLE_COLON,
    UNCLOSED_FENCE,
    Problem,
)

_KIND_IN_BRACES = re.compile(rf"\{{[ \t]*(?=(?:{'|'.join(kind_names())})[ \t]*\}}[ \t#]*$)")
_COLON = re.compile(r"\{\{c\d+:")
_BRACE = re.compile(r"\\.|[{}]")
_FENCE = re.compile(r"([ ]{0,3})(`{3,}|~{3,})")
_HEADING = re.compile(r"(?<![^\r\n]) {0,3}##? ")


@dataclass(frozen=True, slots=True)
class Edit:
    """Texts to put in, each at its offset, so that a problem goes away."""

    problem: Problem
    insertions: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A deck's text after its correction, and how many problems it has no more."""

    text: str
    gone: int


def fixable(problems: Iterable[Problem]) -> bool:
    """Whether any of the problems may have one right answer."""
    return any(problem.code in FIXES for problem in problems)


def fix(text: str) -> Fixed:
    """Make every correction that takes problems away and brings none.

    ``text`` is a deck without its byte-order mark.
    """
    before = _problems(text)
    lines = list(lines_of(text))
    edits = [edit for problem in before if (edit := _edit(text, lines, problem))]
    chosen = _good(text, before, [], edits)
    after = edited(text, chosen)
    return Fixed(after, len(before) - len(_problems(after)))


def correction(text: str, problem: Problem) -> Edit | None:
    """Find what corrects one problem of a text, where that brings no other."""
    before = _problems(text)
    mine = next((each for each in before if _mark(each) == _mark(problem)), None)
    edit = _edit(text, list(lines_of(text)), mine) if mine else None
    return edit if edit and _does_good(text, before, [edit]) else None


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Put the insertions in."""
    parts, position = list[str](), 0
    for offset, insertion in sorted(each for edit in edits for each in edit.insertions):
        parts += [text[position:offset], insertion]
        position = offset
    return "".join([*parts, text[position:]])


def _good(text: str, before: Sequence[Problem], chosen: list[Edit], more: list[Edit]) -> list[Edit]:
    """Choose those of more edits that do good together; halves where the whole does not."""
    together = [*chosen, *more]
    if not more or _does_good(text, before, together):
        return together
    if len(more) == 1:
        return chosen
    half = len(more) // 2
    return _good(text, before, _good(text, before, chosen, more[:half]), more[half:])


def _does_good(text: str, before: Sequence[Problem], edits: Sequence[Edit]) -> bool:
    """Whether what the edits are for is gone, and nothing is there that was not."""
    wanted = Counter(map(_mark, before)) - Counter(_mark(edit.problem) for edit in edits)
    return not Counter(map(_mark, _problems(edited(text, edits)))) - wanted


def _mark(problem: Problem) -> tuple[int, str]:
    """Tell problems apart by what an insertion before them on their line does not move."""
    return (problem.place.line, problem.code)


def _problems(text: str) -> tuple[Problem, ...]:
    """List a deck's problems. The front matter, which no edit touches, is passed over."""
    return collect([parse(text, DeckId(""), "", lambda _: None)], Known()).problems


def _edit(text: str, lines: Sequence[Line], problem: Problem) -> Edit | None:
    """Find the correction of a problem, where it has one."""
    find = FIXES.get(problem.code)
    line = lines[problem.place.line - 1]
    found = find(text, line, line.start + problem.place.column - 1) if find else ()
    return Edit(problem, found) if found else None


Insertions = tuple[tuple[int, str], ...]


def _space(_text: str, _line: Line, offset: int) -> Insertions:
    return ((offset + 2, " "),)


def _dot(_text: str, line: Line, _offset: int) -> Insertions:
    """Put the dot before a kind's bare name; other odd braces may be meant in several ways."""
    brace = _KIND_IN_BRACES.search(line.text)
    return ((line.start + brace.end(), "."),) if brace else ()


def _colon(text: str, _line: Line, offset: int) -> Insertions:
    colon = _COLON.match(text, offset)
    return ((colon.end(), ":"),) if colon else ()


def _braces(text: str, line: Line, offset: int) -> Insertions:
    """Double a brace and the one that closes it on its line, where that one is single too."""
    depth = 0
    for brace in _BRACE.finditer(text, offset, line.end):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if brace[0] == "}" and depth == 0:
            is_double = text[brace.end() : brace.end() + 1] == "}"
            return ((offset, "{"),) if is_double else ((offset, "{"), (brace.end(), "}"))
    return ()


def _fence(text: str, line: Line, _offset: int) -> Insertions:
    """Close a fence at the file's end, unless notes may be meant to follow it."""
    fence = _FENCE.match(line.text)
    if fence is None or _HEADING.search(text, line.next):
        return ()
    ending = text[line.end : line.next] or "\n"
    before = "" if text.endswith(("\n", "\r")) else ending
    return ((len(text), f"{before}{fence[0]}{ending}"),)


FIXES: dict[str, Callable[[str, Line, int], Insertions]] = {
    HEADING_WITHOUT_SPACE.code: _space,
    ODD_BRACES.code: _dot,
    SINGLE_COLON.code: _colon,
    SINGLE_BRACES.code: _braces,
    UNCLOSED_FENCE.code: _fence,
}
"""What corrects a code: from the text, the problem's line and its offset to insertions."""
