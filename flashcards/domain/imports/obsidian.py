"""Obsidian's Spaced Repetition plugin: ``::``, ``:::``, ``?``, ``??`` and ``==clozes==``.

As the plugin's manual has it (“Flashcards”), with the separators it has by default: a blank line
ends a card, a card of one line stands alone, and what is in a fence is text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from flashcards.domain.deck.images import image_target
from flashcards.domain.deck.literal import literal_stretches, within
from flashcards.domain.imports.found import (
    Findings,
    Found,
    Skipped,
    deletion,
    findings,
    lacking,
    one_line,
    shortened,
    silent,
)
from flashcards.domain.tongue import later, tr

_HEAD = re.compile(r"\A---[ \t]*\n.*?^---[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_DATES = re.compile(r"[ \t]*<!--SR:[^<>]*-->[ \t]*")
_COMMENT = re.compile(r"^<!--(?!SR:).*?(?:-->[^\n]*|\Z)", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"(#{1,6})[ \t]+(.+?)[ \t#]*$")
_TAGS = re.compile(r"(?:#[^\s#]+[ \t]*)+")
_FENCE = re.compile(r"(`{3,}|~{3,})")
_BOTH, _ONE = re.compile(r"(?<!:):::(?!:)"), re.compile(r"(?<!:)::(?!:)")
_ENTRY = re.compile(r"^[ \t]*(?:>[ \t]?)*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?")
"""What stands before a card in a callout or a list."""
_CLOZE = re.compile(
    r"==(?P<text>(?=\S)[^=\n]*(?:=(?!=)[^=\n]*)*?)=="
    r"(?:\^\[(?P<hint>[^\]\n]*)\])?(?:\[\^(?P<order>\d{1,4}|[ahs]+)\])?"
)

_VAULT = re.compile(
    r"!\[\[(?P<picture>[^\[\]\n|#]+\.(?:png|jpe?g|gif|webp|svg))(?:\|[^\[\]\n]*)?\]\]"
    r"|!?\[\[(?:[^\[\]\n|]*\|)?(?P<note>[^\[\]\n|]+)\]\]"
    r"|%%[^%\n]+%%|[ \t]\^[a-z0-9-]{4,}(?=\n|\Z)",
    re.IGNORECASE,
)
_LIT = re.compile(r"==(?=\S)([^=\n]+)(?<=\S)==")

DATES = later("The plugin's dates (<!--SR:…-->) were left out: cards begin new.")
PASSED_OVER = later("“{text}” is no card: nothing in it parts a question from an answer.")


@dataclass(slots=True)
class _Place:
    """What holds for the cards that follow: the headings above them, and their tags."""

    headings: dict[int, str] = field(default_factory=dict)
    tags: tuple[str, ...] = ()

    def take(self, heading: re.Match[str]) -> None:
        """Go below a heading."""
        level = len(heading[1])
        kept = {above: text for above, text in self.headings.items() if above < level}
        self.headings = {**kept, level: heading[2]}

    def on(self, found: Found) -> Found:
        """Say of a note where it stood."""
        section = " › ".join(self.headings.values())
        return replace(found, section=one_line(section), tags=self.tags + found.tags)


def read(text: str) -> Findings:
    """Find the cards; every paragraph that is none is told."""
    head = _HEAD.match(text)
    start = head.end() if head else 0
    text = _COMMENT.sub(_blank, "\n" * text.count("\n", 0, start) + text[start:])
    remarks = (tr(DATES),) if _DATES.search(text) else ()
    return findings(_made(_DATES.sub("", text)), remarks=remarks)


def _blank(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")


def _made(text: str) -> Iterator[Found | Skipped]:
    place = _Place()
    for line, paragraph in _paragraphs(text):
        heading = _HEADING.fullmatch(paragraph)
        if heading:
            place.take(heading)
        elif _TAGS.fullmatch(paragraph):
            place.tags = _tags(paragraph)
        else:
            own = _TAGS.match(paragraph)
            rest = paragraph[own.end() :] if own else paragraph
            made = _note(line, rest.strip("\n"))
            if isinstance(made, Found):
                made = place.on(replace(made, tags=_tags(own[0]) if own else ()))
            yield made


def _tags(words: str) -> tuple[str, ...]:
    """Read ``#flashcards/biology`` as the tag ``biology``: the first part only says “cards”."""
    names = (word.removeprefix("#").removeprefix("flashcards").strip("/") for word in words.split())
    return tuple(filter(None, names))


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Yield what may be a card with its first line; a line with ``::`` is one by itself."""
    waiting, first, fence = list[str](), 1, ""
    for number, line in enumerate([*text.split("\n"), ""], start=1):
        opening = _FENCE.match(line)
        alone = not fence and (_HEADING.fullmatch(line) or _separator(line) is not None)
        if waiting and not fence and (alone or not line.strip()):
            yield first, "\n".join(waiting)
            waiting = []
        if alone:
            yield number, line
            continue
        if line.strip() or fence:
            first = first if waiting else number
            waiting.append(line.rstrip())
        if fence:
            fence = "" if opening and opening[1].startswith(fence) else fence
        elif opening:
            fence = opening[1]
    if waiting:
        yield first, "\n".join(waiting)


def _separator(line: str) -> re.Match[str] | None:
    """Find the colons that part a line's question from its answer, outside of code and math."""
    literal = literal_stretches(line) if ":" in line else []
    marks = (mark for kind in (_BOTH, _ONE) for mark in kind.finditer(line))
    return next((mark for mark in marks if not within(literal, mark.start())), None)


def _note(line: int, text: str) -> Found | Skipped:
    made = _card(line, _written(text))
    if isinstance(made, Skipped):
        return made
    return replace(made, remarks=(*made.remarks, *silent(text)[1]))


def _written(text: str) -> str:
    """Write a vault's own marks as Markdown: pictures, the words of links, and no asides."""
    text, _ = silent(text)
    literal = literal_stretches(text)

    def plain(found: re.Match[str]) -> str:
        if within(literal, found.start()):
            return found[0]
        if found["picture"]:
            return f"![]({image_target(found['picture'].strip())})"
        return (found["note"] or "").strip().replace("#", " › ")

    return _VAULT.sub(plain, text)


def _lit(text: str) -> str:
    """Write what is highlighted in bold letters; in code it stays as it is."""
    literal = literal_stretches(text)

    def bold(found: re.Match[str]) -> str:
        words = found[1].strip("*")
        is_text = within(literal, found.start()) or not words.strip()
        return found[0] if is_text else f"**{words}**"

    return _LIT.sub(bold, text)


def _card(line: int, text: str) -> Found | Skipped:
    mark = _separator(text) if "\n" not in text else None
    if mark:
        kind = "reversed" if mark[0] == ":::" else "basic"
        return _sides(line, text, text[: mark.start()], text[mark.end() :], kind)
    lines = text.split("\n")
    for number, one in enumerate(lines):
        if one.strip() in ("?", "??"):
            kind = "reversed" if one.strip() == "??" else "basic"
            sides = "\n".join(lines[:number]), "\n".join(lines[number + 1 :])
            return _sides(line, text, *sides, kind)
    return _cloze(line, text)


def _sides(line: int, text: str, question: str, answer: str, kind: str) -> Found | Skipped:
    prompt, _, more = _lit(question.strip()).partition("\n")
    if not prompt or not answer.strip():
        return lacking(line, shortened(text), answer=bool(prompt))
    return Found(line, _ENTRY.sub("", prompt), _lit(answer.strip()), kind, question=more)


def _cloze(line: int, text: str) -> Found | Skipped:
    literal = [each for each in literal_stretches(text) if text[each[0]] == "`"]
    found = [each for each in _CLOZE.finditer(text) if not within(literal, each.start())]
    if not found:
        return Skipped(line, tr(PASSED_OVER, text=shortened(text)))
    numbers = [int(each["order"]) for each in found if (each["order"] or "").isdigit()]
    free, parts, position, ordered = max(numbers, default=0), list[str](), 0, False
    for each in found:
        order = each["order"] or ""
        free += not order.isdigit()
        ordered = ordered or order.isalpha()
        gap = deletion(int(order) if order.isdigit() else free, each["text"], each["hint"] or "")
        if not gap:
            return Skipped(
                line,
                tr(
                    "In “{text}” a gap holds “::”, which ends one here.",
                    text=shortened(text),
                ),
            )
        parts += [text[position : each.start()], gap]
        position = each.end()
    remark = (tr("Which gaps are shown with which ([^ash]) was left out: each is asked alone."),)
    body = "".join([*parts, text[position:]])
    return Found(line, "", body, "cloze", remarks=remark if ordered else ())
