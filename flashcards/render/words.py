"""Safe HTML as plain, readable text."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from flashcards.domain.marks import CLOSE, OPEN
from flashcards.render.dollars import PLACEHOLDER

if TYPE_CHECKING:
    from collections.abc import Sequence

_BLOCKS = frozenset(
    [
        "p",
        "div",
        "pre",
        "ul",
        "ol",
        "table",
        "blockquote",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "dl",
    ]
)
_LINES = frozenset(["li", "tr", "dt", "dd"])
_MARKS = re.compile(f"[{OPEN}{CLOSE}]")
_SPACE = re.compile(r"[ \t\n]+")


def words(html: str, formulas: Sequence[str]) -> str:
    """Paragraphs divided by blank lines, items with bullets, cells divided by bars."""
    reader = _Reader()
    reader.feed(_MARKS.sub("", html))
    reader.close()
    text = re.sub(r"[ \t]+\n", "\n", "".join(reader.out))
    text = re.sub(r"\n{3,}", "\n\n", text).strip()
    return PLACEHOLDER.sub(lambda match: formulas[int(match[1])], text)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.out: list[str] = []
        self.lists: list[int | None] = []
        self.verbatim = False
        self.cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self._break("\n" if self.lists else "\n\n")
        if tag in ("ul", "ol"):
            start = dict(attrs).get("start") or "1"
            self.lists.append(int(start) if tag == "ol" else None)
        elif tag in _LINES:
            self._begin_line(tag)
        elif tag in ("td", "th"):
            self.out[-1:] = [self.out[-1].rstrip(" "), " | "] if self.cells else self.out[-1:]
            self.cells += 1
        elif tag == "pre":
            self.verbatim = True
        elif tag == "br":
            self.out.append("\n")
        elif tag == "img":
            self.out.append(dict(attrs).get("alt") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "pre":
            self.verbatim = False
        if tag in ("ul", "ol") and self.lists:
            self.lists.pop()
        if tag in _BLOCKS:
            self._break("\n" if self.lists else "\n\n")

    def handle_data(self, data: str) -> None:
        if self.verbatim:
            self.out.append(data)
            return
        data = _SPACE.sub(" ", data)
        if not self.out or self.out[-1].endswith(("\n", " ")):
            data = data.lstrip()
        if data:
            self.out.append(data)

    def _begin_line(self, tag: str) -> None:
        self._break("\n")
        self.cells = 0
        if tag == "li" and self.lists:
            number = self.lists[-1]
            bullet = "•" if number is None else f"{number}."
            if number is not None:
                self.lists[-1] = number + 1
            self.out.append(f"{'  ' * (len(self.lists) - 1)}{bullet} ")

    def _break(self, gap: str) -> None:
        bullet = bool(self.out) and self.out[-1].endswith(("• ", ". ")) and self.lists
        if self.out and not bullet and not self.out[-1].endswith(gap):
            self.out.append(gap)
