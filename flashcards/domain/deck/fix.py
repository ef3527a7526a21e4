"""Correct what has one right answer: the smallest edits that make a problem go away."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from flashcards.domain.collection import collect
from flashcards.domain.deck.attributes import read, within_braces
from flashcards.domain.deck.blocks import Line, lines_of
from flashcards.domain.deck.change import Change, changed
from flashcards.domain.deck.parse import parse
from flashcards.domain.deck.stamp import id_place, text_end
from flashcards.domain.identity import Known
from flashcards.domain.ids import DeckId
from flashcards.domain.kinds import kind_names
from flashcards.domain.problems import (
    HEADING_WITHOUT_SPACE,
    MISPLACED_BRACES,
    ODD_BRACES,
    SINGLE_BRACES,
    SINGLE_COLON,
    UNCLOSED_FENCE,
    UNKNOWN_KIND,
    Problem,
    nearest,
)

_KIND_IN_BRACES = re.compile(rf"\{{[ \t]*(?=(?:{'|'.join(kind_names())})[ \t]*\}}[ \t#]*$)")
_COLON = re.compile(r"\{\{c\d+:")
_BRACE = re.compile(r"\\.|[{}]")
_FENCE = re.compile(r"([ ]{0,3})(`{3,}|~{3,})")
_HEADING = re.compile(r"(?<![^\r\n]) {0,3}##? ")
_NOTE = re.compile(r" {0,3}##[ \t]")
_OPEN_LIST = re.compile(r"(?<=[ \t])\{[^{}]*+$")
_CLASS = re.compile(r"(?<=\.)[^\s=.{}#]+")
_BLANKS = " \t"
_AFTER_WORDS = f"{_BLANKS}.,;:!?)"
"""Before these stands no blank, once what stood before them is gone."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What to change so that a problem goes away."""

    problem: Problem
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A deck's text after its correction, and how many problems it has no more."""

    text: str
    gone: int


def fixable(problems: Iterable[Problem]) -> bool:
    """Whether any of the problems may have an answer that can be written at once."""
    return any(problem.code in _ALL for problem in problems)


def fix(text: str) -> Fixed:
    """Make every correction that takes problems away and brings none.

    ``text`` is a deck without its byte-order mark.
    """
    before, after = _problems(text), _step(text)
    while (more := _step(after)) != after:
        after = more
    return Fixed(after, len(before) - len(_problems(after)))


def _step(text: str) -> str:
    """Correct what can be; what that made room for is another step."""
    before, lines = _problems(text), list(lines_of(text))
    edits = [edit for problem in before if (edit := _edit(text, lines, problem, FIXES))]
    return edited(text, _good(text, before, [], edits))


def correction(text: str, problem: Problem) -> Edit | None:
    """Find what corrects one problem of a text, where that brings no other.

    The person looks at that one, so the nearest word will do for an unknown one.
    """
    before = _problems(text)
    mine = next((each for each in before if _mark(each) == _mark(problem)), None)
    edit = _edit(text, list(lines_of(text)), mine, _ALL) if mine else None
    return edit if edit and _does_good(text, before, [edit]) else None


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Make the changes."""
    return changed(text, sorted(each for edit in edits for each in edit.changes))


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
    """Tell problems apart by what a change before them on their line does not move."""
    return (problem.place.line, problem.code)


def _problems(text: str) -> tuple[Problem, ...]:
    """List a deck's problems. The front matter, which no edit touches, is passed over."""
    return collect([parse(text, DeckId(""), "", lambda _: None)], Known()).problems


def _edit(
    text: str, lines: Sequence[Line], problem: Problem, fixes: "Mapping[str, Fix]"
) -> Edit | None:
    """Find the correction of a problem, where it has one."""
    find = fixes.get(problem.code)
    line = lines[problem.place.line - 1]
    found = find(text, line, line.start + problem.place.column - 1) if find else ()
    return Edit(problem, found) if found else None


Changes = tuple[Change, ...]


def _put(offset: int, text: str) -> Change:
    return Change(offset, offset, text)


def _space(_text: str, _line: Line, offset: int) -> Changes:
    return (_put(offset + 2, " "),)


def _odd(_text: str, line: Line, _offset: int) -> Changes:
    """Put the dot before a kind's bare name, or the brace that a list is closed by.

    Other odd braces may be meant in several ways.
    """
    if brace := _KIND_IN_BRACES.search(line.text):
        return (_put(line.start + brace.end(), "."),)
    end = text_end(line.text)
    opened = _OPEN_LIST.search(line.text, 0, end)
    return (_put(line.start + end, "}"),) if opened and read(within_braces(opened[0])) else ()


def _to_the_end(text: str, line: Line, offset: int) -> Changes:
    """Move an attribute list to the end of its heading, or into the list that is there."""
    end = text.find("}", offset) + 1
    last = line.end if _NOTE.match(line.text) else len(text[: line.start].rstrip())
    start = max(text.rfind("\n", 0, last), text.rfind("\r", 0, last)) + 1
    heading = text[start:last]
    is_whole = start == line.start or text[offset:end] == line.text.strip()
    if text[offset] != "{" or not _NOTE.match(heading) or not is_whole:
        return ()
    gone = Change(line.start, line.end, "")
    if start == line.start:
        is_apart = text[offset - 1] in _BLANKS and text[end] in _AFTER_WORDS
        gone = Change(offset - is_apart, end, "")
    place = id_place(heading)
    inside = within_braces(text[offset:end])
    words = f"{inside} " if place.is_list else f" {{{inside}}}"
    return tuple(sorted((gone, _put(start + place.offset, words))))


def _colon(text: str, _line: Line, offset: int) -> Changes:
    colon = _COLON.match(text, offset)
    return (_put(colon.end(), ":"),) if colon else ()


def _braces(text: str, line: Line, offset: int) -> Changes:
    """Double a brace and the one that closes it on its line, where that one is single too."""
    depth = 0
    for brace in _BRACE.finditer(text, offset, line.end):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if brace[0] == "}" and depth == 0:
            is_double = text[brace.end() : brace.end() + 1] == "}"
            left, right = _put(offset, "{"), _put(brace.end(), "}")
            return (left,) if is_double else (left, right)
    return ()


def _fence(text: str, line: Line, _offset: int) -> Changes:
    """Close a fence at the file's end, unless notes may be meant to follow it."""
    fence = _FENCE.match(line.text)
    if fence is None or _HEADING.search(text, line.next):
        return ()
    ending = text[line.end : line.next] or "\n"
    before = "" if text.endswith(("\n", "\r")) else ending
    return (_put(len(text), f"{before}{fence[0]}{ending}"),)


def _known_kind(_text: str, line: Line, _offset: int) -> Changes:
    """Put the kind that is nearest to the first unknown one in its place."""
    start = line.text.rfind("{")
    for found in _CLASS.finditer(line.text, start):
        near = nearest(found[0], kind_names())
        if near and near != found[0]:
            return (Change(line.start + found.start(), line.start + found.end(), near),)
    return ()


Fix = Callable[[str, Line, int], Changes]

FIXES: dict[str, Fix] = {
    HEADING_WITHOUT_SPACE.code: _space,
    ODD_BRACES.code: _odd,
    MISPLACED_BRACES.code: _to_the_end,
    SINGLE_COLON.code: _colon,
    SINGLE_BRACES.code: _braces,
    UNCLOSED_FENCE.code: _fence,
}
"""What corrects a code: from the text, the problem's line and its offset to changes."""

_ALL = {**FIXES, UNKNOWN_KIND.code: _known_kind}
"""With what is a guess."""
