"""What a deck's text has against it though it can be read: advice on how it is written."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from operator import attrgetter

from flashcards.domain.deck.blocks import Heading, Outline
from flashcards.domain.deck.body import places_in
from flashcards.domain.deck.leftover import is_orderly, open_dollars
from flashcards.domain.deck.literal import Stretch, literal_stretches, within
from flashcards.domain.note import Note
from flashcards.domain.problems import (
    HEADING_JUMP,
    LONG_PROMPT,
    UNCLOSED_MATH,
    UNSOURCED_FIGURE,
    Place,
    Problem,
)

LONGEST_PROMPT = 200
"""Characters, a formula counting as one. The longest prompt of the shipped decks has 134."""

MOST_QUESTIONS = 2
"""A question and what follows from it (“… and why?”) are one card; three are a list."""

FACTUAL = ("basic", "reversed", "cloze", "compare", "steps")
"""Kinds whose figures come from somewhere; a paper is its own source, a story is the teller's."""

LOOK_BACK = 200
"""Characters before a figure in which an “if” makes it a supposition."""

_FORMULA = re.compile(r"\$[^$]*\$")
_UNITS = ("%", "ms", "µs", "illion", "×")
_FIGURE = re.compile(
    r"(?<![\w.,^])\d[\d.,]*"
    r"(?:[ \u00a0]?(?:%|[mµ]s\b)|[ \u00a0](?:[mb]|tr)illion\b|×(?!\w|\s*\d))"
)
_ROUND = re.compile(r"(?:0|50|100)[ \u00a0]?%")
_NO_MEASURE = re.compile(r"[ \u00a0-]*(?:confiden|interval|percentile|quantile|level|chance|prob)")
_SUPPOSED = re.compile(
    r"\b(?:if|suppose|assume|say|imagine|let|e\.g\.|for example|for instance)\b", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?:](?=\s)|\n[ \t]*\n")
_SOURCE = re.compile(
    r"\[\^[^\]\s]+\]|https?://|\barXiv\b|\bet al\.|\bsources?:|\baccording to\b", re.IGNORECASE
)
_SOURCES = re.compile(r"^[ \t>#*_-]*(?:sources?|references)\b[*_]*(?::|[ \t]*$)", re.I | re.M)


def heading_jumps(found: Outline, file: str) -> Iterator[Problem]:
    """Report headings that skip a level on the way down, as from ``##`` to ``####``."""
    if not found.subheadings:
        return
    headings = sorted(found.headings + found.subheadings, key=attrgetter("line.start"))
    for above, heading in pairwise(headings):
        if heading.level > above.level + 1:
            column = len(heading.line.text) - len(heading.line.text.lstrip()) + 1
            place = Place(file, heading.line.number, column)
            yield HEADING_JUMP.at(place, found="#" * heading.level, above="#" * above.level)


def names_sources(text: str, start: int, headings: Sequence[Heading]) -> bool:
    """Whether a deck names its sources outside of its notes; its head ends at ``start``."""
    notes = [heading.line.start for heading in headings if heading.level == 2]
    first = notes[0] if notes else len(text)
    outside = [(start, first)]
    for heading, after in pairwise(headings):
        if heading.level == 1 and heading.line.start > first:
            outside.append((heading.line.start, after.line.start))
    if headings and headings[-1].level == 1:
        outside.append((headings[-1].line.start, len(text)))
    return any(_SOURCES.search(text, a, b) for a, b in outside)


def advice(note: Note, text: str, *, sourced: bool) -> Iterator[Problem]:
    """Report what a note could do better; ``sourced`` where its deck, ``text``, names sources."""
    heading = Place(note.file, note.span.line)
    bare = _FORMULA.sub("x", note.prompt) if "$" in note.prompt else note.prompt
    questions = bare.count("?")
    if len(bare) > LONGEST_PROMPT or questions > MOST_QUESTIONS:
        yield LONG_PROMPT.at(heading, length=len(bare), questions=questions)
    if "$" in note.prompt and not is_orderly(note.prompt):
        first = text.find(note.prompt, note.span.start, note.span.end) - note.span.start + 1
        for offset in open_dollars(note.prompt, literal_stretches(note.prompt)):
            column = first + offset if first > 0 else 1  # a tab in a prompt became blanks
            yield UNCLOSED_MATH.at(replace(heading, column=column))
    is_claim = not sourced and not note.source and note.verified and note.kind in FACTUAL
    has_figure = is_claim and any(unit in note.body for unit in _UNITS)
    if has_figure or ("$" in note.body and not is_orderly(note.body)):
        yield from _in_body(note, claims=has_figure)


def _in_body(note: Note, *, claims: bool) -> Iterator[Problem]:
    """Report what has a place in the body; figures where they are claims."""
    literal = literal_stretches(note.body)
    found = [(offset, UNCLOSED_MATH.at) for offset in open_dollars(note.body, literal)]
    if claims and (figure := _figure(note, literal)):
        found.append((figure.start(), partial(UNSOURCED_FIGURE.at, figure=figure[0])))
    place = places_in(note)
    for offset, report in found:
        yield report(place(offset))


def _figure(note: Note, literal: list[Stretch]) -> re.Match[str] | None:
    """Find the first measured figure that the answer claims, where nothing names a source."""
    if _SOURCE.search(note.body) or _SOURCE.search(note.prompt):
        return None
    given = {figure[0] for figure in _FIGURE.finditer(note.prompt)}
    ends = [0, *(end.end() for end in _SENTENCE_END.finditer(note.body))]
    for figure in _FIGURE.finditer(note.body):
        start = figure.start()
        sentence = max(ends[bisect_right(ends, start) - 1], start - LOOK_BACK)
        is_no_claim = (
            figure[0] in given
            or within(literal, start)
            or _is_in_name(note.body, start)
            or _ROUND.fullmatch(figure[0])
            or _NO_MEASURE.match(note.body, figure.end())
            or _SUPPOSED.search(note.body, sentence, start)
        )
        if not is_no_claim:
            return figure
    return None


def _is_in_name(text: str, place: int) -> bool:
    """Whether a place is in the name of a file, or an address, that a link leads to."""
    opened = text.rfind("](", max(0, place - LOOK_BACK), place)
    return opened >= 0 and not set(")\n") & set(text[opened:place])
