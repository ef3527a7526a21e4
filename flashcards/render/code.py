"""Code blocks as HTML with Pygments' short classes; colours are the theme's business."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

from flashcards.domain.marks import CLOSE, OPEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pygments.lexer import Lexer

_MARKS = re.compile(f"[{OPEN}{CLOSE}]")
MAX_COLOURED = 20_000
"""Characters; a longer block is shown without colours, at once."""


def code_block(source: str, language: str) -> str:
    """HTML of a block of code in a language Pygments may know."""
    inner = "".join(_coloured(source, language))
    return f'<pre class="code"><code>{inner}</code></pre>'


def _coloured(source: str, language: str) -> Iterator[str]:
    """Spans of one class each.  Deletion marks are no code: they are lifted out and put back."""
    marks, bare = _lifted(source)
    lexer = _lexer(language) if language and len(bare) <= MAX_COLOURED else None
    if lexer is None:
        yield escape(source)
        return
    from pygments.token import STANDARD_TYPES  # only when a card holds code

    # Some lexers end a comment by its newline only: without one the last line has no colours.
    for start, kind, value in lexer.get_tokens_unprocessed(f"{bare}\n"):
        css = next(
            STANDARD_TYPES[part] for part in reversed(kind.split()) if part in STANDARD_TYPES
        )
        text = escape(_with_marks(value[: len(bare) - start], start, marks))
        yield f'<span class="{css}">{text}</span>' if css and text else text
    yield _marks_at(len(bare), marks)


def _lifted(source: str) -> tuple[list[tuple[int, str]], str]:
    marks = [(found.start() - order, found.group()) for order, found in _each_mark(source)]
    return marks, _MARKS.sub("", source)


def _each_mark(source: str) -> Iterator[tuple[int, re.Match[str]]]:
    return enumerate(_MARKS.finditer(source))


def _with_marks(value: str, start: int, marks: list[tuple[int, str]]) -> str:
    """The token's text with the marks that fall on or inside it (not those at its end)."""
    pieces: list[str] = []
    done = 0
    for place, mark in marks:
        if start <= place < start + len(value):
            pieces += (value[done : place - start], mark)
            done = place - start
    return "".join((*pieces, value[done:]))


def _marks_at(place: int, marks: list[tuple[int, str]]) -> str:
    return "".join(mark for at, mark in marks if at >= place)


@lru_cache(maxsize=32)
def _lexer(language: str) -> Lexer | None:
    from pygments.lexers import get_lexer_by_name  # only when a card holds code
    from pygments.util import ClassNotFound

    try:
        return get_lexer_by_name(language)
    except ClassNotFound:
        return None
