"""The last pass over safe HTML: deletion marks become highlights, placeholders find their place."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from flashcards.domain.marks import CLOSE, OPEN
from flashcards.domain.tongue import later, tr
from flashcards.render.dollars import CLOSING, OPENING, PLACEHOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flashcards.render.dollars import Lifted
    from flashcards.render.formula import Formula

_TOKEN = re.compile(r'<[^<>"]*(?:"[^"]*"[^<>"]*)*>')
_PIECE = re.compile(f"([{OPEN}{CLOSE}]|{OPENING}[0-9]+{CLOSING})")
_VOID = frozenset(("br", "hr", "img"))
_NAME = re.compile(r"</?([a-z0-9]+)")
_REFUSED = later("not shown: images are read from the deck’s folder only")
# What is left where a formula, or a block that HTML allows in no paragraph, was cut out of one.
_PARAGRAPH_EDGE = re.compile(r"\s+(?=</p>)|(?<=<p>)\s+")
_EMPTY_PARAGRAPH = re.compile(r"<p>\s*</p>\n?")


def finish(html: str, lifted: Sequence[Lifted], formulas: Sequence[Formula]) -> str:
    """Highlights for the marked words; a paragraph of its own for each displayed formula."""
    return _Finishing(lifted, formulas).run(html)


class _Finishing:
    def __init__(self, lifted: Sequence[Lifted], formulas: Sequence[Formula]) -> None:
        self.lifted = lifted
        self.formulas = formulas
        self.open_tags: list[str] = []
        self.marked = False

    def run(self, html: str) -> str:
        out: list[str] = []
        done = 0
        for token in _TOKEN.finditer(html):
            out += self._text(html[done : token.start()])
            out.append(self._tag(token.group()))
            done = token.end()
        out += self._text(html[done:])
        joined = "".join(out)
        if 'class="display"' in joined:
            joined = _PARAGRAPH_EDGE.sub("", joined)
        return _EMPTY_PARAGRAPH.sub("", joined)

    def _tag(self, tag: str) -> str:
        match = _NAME.match(tag)
        name = match[1] if match else ""
        if tag.startswith("</"):
            if self.open_tags and self.open_tags[-1] == name:
                self.open_tags.pop()
            return tag
        if name not in _VOID:
            self.open_tags.append(name)
        if name == "img":
            tag = _image(tag)
        return PLACEHOLDER.sub(self._raw, tag.replace(OPEN, "").replace(CLOSE, ""))

    def _text(self, text: str) -> Iterator[str]:
        for piece in _PIECE.split(text):
            if piece in (OPEN, CLOSE):
                self.marked = piece == OPEN
            elif piece.startswith(OPENING):
                yield self._placeholder(piece)
            elif piece:
                yield self._highlighted(piece)

    def _highlighted(self, html: str) -> str:
        if not self.marked or not html.strip():
            return html
        return f'<mark class="cloze">{html}</mark>'

    def _placeholder(self, piece: str) -> str:
        number = int(piece[1:-1])
        if "code" in self.open_tags or "pre" in self.open_tags:
            return self._highlighted(escape(self.lifted[number].raw, quote=False))
        formula = self.formulas[number]
        parent = self.open_tags[-1] if self.open_tags else ""
        alone = formula.display and parent in ("p", "li")
        if formula.problem and not alone:
            return _unreadable(formula)
        shown = self._highlighted(piece)
        if not alone:
            return shown
        block = _box(formula) if formula.problem else f'<p class="display">{shown}</p>'
        return f"</p>{block}<p>" if parent == "p" else block

    def _raw(self, match: re.Match[str]) -> str:
        return escape(self.lifted[int(match[1])].raw)


def _unreadable(formula: Formula) -> str:
    source = escape(formula.source, quote=False)
    reason = escape(formula.problem, quote=False)
    return f'<span class="bad"><code>{source}</code> <small>({reason})</small></span>'


def _box(formula: Formula) -> str:
    """A displayed formula that cannot be drawn: its source, and below it the reason."""
    source = escape(formula.source, quote=False)
    reason = escape(formula.problem, quote=False)
    return f'<pre class="tex"><code>{source}</code>\n<small>{reason}</small></pre>'


def _image(tag: str) -> str:
    """An image that was refused leaves its words, never a hole."""
    if " src=" in tag:
        return tag
    words = re.search(r' alt="([^"]*)"', tag)
    name = words[1] if words and words[1] else "image"
    return f'<span class="bad">{name} <small>({tr(_REFUSED)})</small></span>'
