"""mdanki: a card a ``##`` heading; ``%`` parts a longer question from its answer (its README)."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from flashcards.domain.deck.blocks import Heading, lines_of, outline
from flashcards.domain.imports.found import (
    Findings,
    Found,
    Skipped,
    findings,
    lacking,
    one_line,
    shortened,
)
from flashcards.domain.tongue import tr

_SPLIT = re.compile(r"^%[ \t]*$", re.MULTILINE)
_TAG_LINE = re.compile(r"^[ \t]*\[#[^\n]*$", re.MULTILINE)
_TAG = re.compile(r"\[#([^\]\n]*)\]")
_LATEX = re.compile(r"\[latex\]((?:(?!\[latex\]).)*?)\[/latex\]", re.DOTALL)
_TEX_MARKS = re.compile(r"\A\\{1,2}[\[(]|\\{1,2}[\])]\Z")


def read(text: str) -> Findings:
    """Find the cards; what stands above the first is told."""
    headings = outline(lines_of(text)).headings
    title = next((heading.text for heading in headings if heading.level == 1), "")
    return findings(_made(text, headings), one_line(title))


def _made(text: str, headings: list[Heading]) -> Iterator[Found | Skipped]:
    above = text[: headings[0].line.start] if headings else text
    if above.strip():
        line = 1 + above[: len(above) - len(above.lstrip())].count("\n")
        yield Skipped(line, tr("“{text}” stands below no ## heading.", text=shortened(above)))
    section = ""
    after: Heading | None
    for heading, after in zip_longest(headings, headings[1:]):
        body = text[heading.line.next : after.line.start if after else len(text)]
        if heading.level == 2:
            yield _note(heading, body, section)
            continue
        section = one_line(heading.text)
        if body.strip():
            yield Skipped(
                heading.line.number,
                tr("The text below “{section}” belongs to no card.", section=section),
            )


def _note(heading: Heading, body: str, section: str) -> Found | Skipped:
    line, prompt = heading.line.number, one_line(heading.text)
    tagged = _TAG_LINE.search(body)
    tags = [one_line(tag).replace(" ", "-") for tag in _TAG.findall(tagged[0])] if tagged else []
    if tagged:
        body = body[: tagged.start()] + body[tagged.end() :]
    split = _SPLIT.search(body)
    above, answer = (body[: split.start()], body[split.end() :]) if split else ("", body)
    if not prompt or not answer.strip():
        return lacking(line, shortened(prompt or body), answer=bool(prompt))
    return Found(
        line,
        prompt,
        _math(answer).strip("\n"),
        question=_math(above).strip("\n"),
        tags=tuple(filter(None, tags)),
        section=section,
    )


def _math(text: str) -> str:
    """Write ``[latex]…[/latex]`` as this program does."""
    return _LATEX.sub(lambda found: f"${_TEX_MARKS.sub('', found[1].strip()).strip()}$", text)
