"""Footnotes: ``[^name]`` in a note's text, ``[^name]: its source`` on a line of its own.

Before a note is made into questions each reference becomes one private-use character, so that no
card is named by it; afterwards each face counts its own references, and lists their sources.
"""

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count

from flashcards.domain.deck.body import places_in
from flashcards.domain.deck.change import Change, blank, changed, moved
from flashcards.domain.deck.literal import comments, literal_stretches, within
from flashcards.domain.deck.standing import Outer, standings
from flashcards.domain.note import Faces, Note
from flashcards.domain.problems import DOUBLE_FOOTNOTE, UNDEFINED_FOOTNOTE, Problem

MOST = 256
"""So many footnotes a note has at most; further ones are text."""

_FIRST = 0xE100
_MARK = f"[{chr(_FIRST)}-{chr(_FIRST + MOST - 1)}]"
_MARKS = re.compile(f"(?P<after>(?<={_MARK}))?(?P<mark>{_MARK})")
_DEFINITION = re.compile(r" {0,3}\[\^([^\]\[\s]+)\]:[ \t]*(\S.*)")
_REFERENCE = re.compile(r"(?<!\\)\[\^([^\]\[\s]+)\](?!\()")
_INDENTED = re.compile(r"(?: {4}|\t)[ \t]*\S")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NARROW_SPACE = "\u2009"


@dataclass(frozen=True, slots=True)
class Cited:
    """A note whose references are marks, and whose footnotes were taken out of its body."""

    note: Note
    sources: Mapping[str, str]
    """Each mark's source, as Markdown, in the body's order."""
    unused: tuple[str, ...] = ()
    """The marks that stand nowhere in the note."""
    problems: tuple[Problem, ...] = ()


def cite(note: Note) -> Cited:
    """Take a note's footnotes out of its text."""
    if "[^" not in note.body and "[^" not in note.prompt:
        return Cited(note, {})
    texts, definitions = _definitions(note.body)
    marks: dict[str, str] = {}
    for place, (name, _, _) in enumerate(texts):
        marks.setdefault(name, chr(_FIRST + place))
    bare = _edited(note, definitions)
    references = list(_references(bare.body))
    known = [Change(at.start(), at.end(), marks[name]) for name, at in references if name in marks]
    lost = [(name, at.start()) for name, at in references if name not in marks]
    marked = replace(
        _edited(bare, known), prompt=_marked(note.prompt, marks), hint=_marked(note.hint, marks)
    )
    sources = {chr(_FIRST + place): text for place, (_, text, _) in enumerate(texts)}
    text = marked.prompt + marked.body + marked.hint
    unused = tuple(mark for mark in sources if mark not in text)
    problems = (*_doubled(note, texts), *_undefined(bare, lost))
    return Cited(marked, sources, unused, problems)


def footnotes_in(body: str) -> set[str]:
    """Name the footnotes of a body, in small letters."""
    return {name for name, _, _ in _definitions(body)[0]} if "[^" in body else set()


def named_apart(body: str, taken: Container[str]) -> str:
    """Give a body's footnotes other names where theirs are taken, and so wherever they are used."""
    own = footnotes_in(body)
    names = {name: _free(name, taken, own) for name in own if name in taken}
    found = [(names[name], at) for name, at in _references(body) if name in names]
    return changed(body, [Change(at.start(), at.end(), f"[^{name}]") for name, at in found])


def _free(name: str, taken: Container[str], own: Container[str]) -> str:
    tried = (f"{name}-{number}" for number in count(2))
    return next(each for each in tried if each not in taken and each not in own)


def without_marks(text: str) -> str:
    """Take the references out of a text."""
    return _MARKS.sub("", text)


def with_sources(faces: Faces, cited: Cited) -> Faces:
    """Number a face's references in the order they stand in, and list their sources below."""
    shown = f"{faces.front}{faces.back}{faces.context}{faces.hint}"
    used = [found["mark"] for found in _MARKS.finditer(shown)]
    marks = [mark for mark in dict.fromkeys([*used, *cited.unused]) if mark in cited.sources]
    numbers = {mark: str(number).translate(_RAISED) for number, mark in enumerate(marks, start=1)}
    below = _listed([f"{numbers[mark]} {cited.sources[mark]}" for mark in marks])
    parts = [replace(part, text=_raised(part.text, numbers)) for part in faces.parts]
    if parts:
        parts[-1] = replace(parts[-1], text=f"{parts[-1].text.rstrip()}{below}")
    return replace(
        faces,
        prompt=without_marks(faces.prompt),
        front=_raised(faces.front, numbers),
        back=f"{_raised(faces.back, numbers).rstrip()}{below}",
        parts=tuple(parts),
        hint=_raised(faces.hint, numbers),
        context=_raised(faces.context, numbers),
        expected=without_marks(faces.expected),
    )


_Defined = tuple[str, str, int]
"""A footnote's name, its text, and where in the body it begins."""


def _definitions(body: str) -> tuple[list[_Defined], list[Change]]:
    """Find each footnote's name and text, and blank its lines."""
    found: list[_Defined] = []
    changes: list[Change] = []
    is_open = in_paragraph = False
    for standing in standings(body):
        line = standing.line
        definition = _DEFINITION.match(line.text) if standing.outer is Outer.MARGIN else None
        goes_on = in_paragraph and standing.in_paragraph and line.text.strip() != ""
        if definition and len(found) < MOST:
            found.append((definition[1].casefold(), definition[2].strip(), line.start))
            changes.append(blank(body, line.start, line.next))
            is_open = True
        elif is_open and (goes_on or _INDENTED.match(line.text)):
            name, text, start = found.pop()
            found.append((name, f"{text} {line.text.strip()}", start))
            changes.append(blank(body, line.start, line.next))
        else:
            is_open = is_open and not line.text.strip()
        in_paragraph = is_open and standing.in_paragraph
    return found, changes


def _references(body: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield the references outside of code, math and comments."""
    literal = literal_stretches(body)
    hidden = comments(body)
    for reference in _REFERENCE.finditer(body):
        start = reference.start()
        if not within(literal, start) and not within(hidden, start):
            yield reference[1].casefold(), reference


def _marked(text: str, marks: Mapping[str, str]) -> str:
    """Put marks for the known references of a text that is no body."""
    if "[^" not in text:
        return text
    found = [(name, at) for name, at in _references(text) if name in marks]
    return changed(text, [Change(at.start(), at.end(), marks[name]) for name, at in found])


def _edited(note: Note, changes: list[Change]) -> Note:
    body, breaks = changed(note.body, changes), moved(note.breaks, changes)
    return replace(note, body=body, breaks=breaks)


def _doubled(note: Note, definitions: list[_Defined]) -> Iterator[Problem]:
    """Report each name that a second footnote has, too."""
    place, seen = places_in(note), set[str]()
    for name, _, start in definitions:
        if name in seen:
            yield DOUBLE_FOOTNOTE.at(place(start), name=name)
        seen.add(name)


def _undefined(note: Note, references: list[tuple[str, int]]) -> Iterator[Problem]:
    """Report each name that no footnote has, where it first stands."""
    place, seen = places_in(note), set[str]()
    for name, offset in references:
        if name not in seen:
            seen.add(name)
            yield UNDEFINED_FOOTNOTE.at(place(offset), name=name)


def _raised(text: str, numbers: Mapping[str, str]) -> str:
    """Write the references as raised numbers; two in a row are kept apart."""

    def number(mark: re.Match[str]) -> str:
        gap = _NARROW_SPACE if mark["after"] is not None else ""
        return gap + numbers.get(mark["mark"], "")

    return _MARKS.sub(number, text)


def _listed(sources: list[str]) -> str:
    """Write the sources quietly below an answer, each a paragraph: no slip reaches another."""
    lines = "".join(f"<small>{source}</small>\n\n" for source in sources)
    return f"\n\n###### Sources\n\n{lines}" if lines else ""
