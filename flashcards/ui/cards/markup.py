"""Theme-free HTML respelled for a text document, whose CSS knows no boxes.

Code and quotations become tables of one cell, rules become characters, so that the document can
find them again and the view can paint rounded boxes behind them.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from flashcards.render.dollars import CLOSING, OPENING, PLACEHOLDER

if TYPE_CHECKING:
    from flashcards.render.faces import RenderedText


class Box(StrEnum):
    """What kind of box a table of the document stands for."""

    CODE = "code"
    QUOTE = "quote"
    TABLE = "table"


RULE = "\ue012"
"""A paragraph of this one character is a thematic break."""
ANSWER_RULE = "\ue013"
"""The same, for the hairline between question and answer."""

NEWEST = "newest"
"""The anchor at the part of an answer that was shown last; decks cannot write anchors."""

_PRE = re.compile(r"<pre(?: class=\"(?:code|tex)\")?>(.*?)</pre>", re.DOTALL)
_BOXES = re.compile(r'<table class="(code|quote|table)"|</?(?:ul|ol)\b')
_PICTURE = re.compile(r"<p>(?=<img\b[^>]*></p>)")
_LED = re.compile(r'^<p class="h([23])">(?=.*?</p>\s*(?!<p class="h6">)\S)', re.DOTALL)
_HEADING = re.compile(r"<(/?)h([1-6])>")
_RESERVED = re.compile(f"[{RULE}{ANSWER_RULE}]")


def markup(text: RenderedText, padding: int) -> str:
    """One face as HTML for `QTextDocument.setHtml`; `padding` is that of boxes, in pixels."""
    box = f'width="100%" cellspacing="0" cellpadding="{padding}"'
    html = _RESERVED.sub("", text.html)
    html = html.replace("<table>", f'<table class="table" {box}>')
    html = html.replace("<th>", '<th align="left">')
    html = _PRE.sub(lambda match: _code(match[1], box), html)
    html = html.replace("<blockquote>", f'<table class="quote" {box}><tr><td>')
    html = html.replace("</blockquote>", "</td></tr></table>")
    html = _HEADING.sub(_paragraph, html)
    html = _PICTURE.sub('<p class="display">', html)
    html = re.sub(r"<hr ?/?>", f"<p>{RULE}</p>", html)
    return html.replace('<li class="task">', '<li class="task" style="list-style-type: none">')


def led(question: str) -> str:
    """A question's HTML, its prompt set apart from what stands below it (but for its context)."""
    return _LED.sub(r'<p class="h\1 led">', question)


def boxes(html: str) -> list[tuple[Box, int]]:
    """All tables in the order they begin: what each stands for, and how deep in lists it is."""
    found: list[tuple[Box, int]] = []
    depth = 0
    for match in _BOXES.finditer(html):
        if match[1]:
            found.append((Box(match[1]), depth))
        else:
            depth += -1 if match.group().startswith("</") else 1
    return found


def _paragraph(heading: re.Match[str]) -> str:
    """Qt adds a step of its own to the size of headings, whatever the style sheet says."""
    return "</p>" if heading[1] else f'<p class="h{heading[2]}">'


def _code(inner: str, box: str) -> str:
    inner = re.sub(r"</?code>", "", inner).rstrip("\n")
    return f'<table class="code" {box}><tr><td><pre>{inner}</pre></td></tr></table>'


def renumbered(html: str, by: int) -> str:
    """The same HTML with its formulas numbered from `by` on."""
    if not by:
        return html
    return PLACEHOLDER.sub(lambda found: f"{OPENING}{int(found[1]) + by}{CLOSING}", html)
