"""The theme as the style sheet of a card's document."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flashcards.ui.theme.tokens import Syntax, Theme

MARGIN = 4
"""Pixels around the text, where the borders of boxes fit."""
LEADING = 0.42
"""Space between lines, as a part of the font size."""
PARAGRAPH, LIST_END = 0.6, 0.8
"""Space between paragraphs, and below a list, likewise."""

# Pygments' short classes by the token that colours them.
_CLASSES = (
    ("comment", "c ch cm cp cpf c1 cs gu"),
    ("keyword", "k kd kn kp kr ow nt"),
    ("constant", "kc no bp il"),
    ("type", "kt nc ne nn"),
    ("function", "nf fm nb nd"),
    ("string", "s sa sb sc dl sd s2 se sh si sx sr s1 ss"),
    ("number", "m mb mf mh mi mo"),
    ("operator", "o p"),
    ("name", "n na ni nl nv nx py vc vg vi vm"),
    ("error", "err gr"),
)


@lru_cache(maxsize=8)
def document_style(theme: Theme, zoom: float) -> str:
    """CSS for everything `flashcards.render` writes, in the subset a text document knows."""
    colours, sizes = theme.colours, theme.sizes
    base = reading_size(theme, zoom)
    code = round(base * 0.88)
    leading = f"line-height: {round(base * LEADING)}; -qt-line-height-type: line-distance;"
    code_font = ", ".join(f"'{family}'" for family in theme.fonts.code)
    text_font = ", ".join(f"'{family}'" for family in theme.fonts.text)
    gap = round(base * PARAGRAPH)
    rules = [
        f"p {{ margin: 0 0 {gap}px 0; {leading} }}",
        f"p.display {{ text-align: center; margin: {gap // 2}px 0 {gap + gap // 2}px 0; }}",
        f"li {{ margin: 0 0 {gap // 2}px 0; {leading} }}",
        "ul, ol { margin: 0; }",
        f"td, th {{ {leading} }}",
        f"th {{ color: {colours.quiet}; font-weight: 600; font-size: {round(base * 0.88)}px; }}",
        f"a {{ color: {colours.accent}; text-decoration: underline; }}",
        f"code, kbd, samp {{ font-family: {code_font}; font-size: {code}px;"
        f" background-color: {colours.code_background}; color: {colours.code_text}; }}",
        f"pre {{ font-family: {code_font}; font-size: {code}px; margin: 0;"
        f" white-space: pre-wrap; color: {colours.code_text};"
        f" line-height: {round(code * 0.3)}; -qt-line-height-type: line-distance; }}",
        f".cloze {{ color: {colours.cloze}; background-color: {colours.cloze_background};"
        " font-weight: 600; }",
        f".known, .missing {{ color: {colours.good}; }}",
        f".missed, .extra {{ color: {colours.again}; }}",
        ".missing u { text-decoration: underline; } .extra s { text-decoration: line-through; }",
        f"p.part {{ font-size: {round(base * 0.76)}px; color: {colours.quiet};"
        f" margin: {gap}px 0 {round(gap * 0.4)}px 0; }}",
        f"div.back p.apart {{ margin-top: {gap * 2}px; }}",
        f".known, .missed {{ font-size: {round(base * 0.8)}px; font-weight: 400; }}",
        f".bad, .bad code, small {{ color: {colours.quiet}; }}",
        f"pre small {{ font-family: {text_font}; }}",
        f"small {{ font-size: {round(base * 0.8)}px; }}",
        f"div.front p.led {{ margin-bottom: {round(gap * 1.9)}px; }}",
        f"div.front p {{ font-size: {round(base * 1.12)}px; }}",
        *_headings(base, sizes.heading / sizes.reading, gap, colours.quiet),
        *_syntax(theme.syntax),
    ]
    return "\n".join(rules)


def reading_size(theme: Theme, zoom: float) -> int:
    """The size of running text, in pixels."""
    return max(8, round(theme.sizes.reading * zoom))


def _headings(base: int, ratio: float, gap: int, quiet: str) -> list[str]:
    sizes = (ratio, ratio, 1.06, 1.0, 1.0, 1.0)
    source = (
        f"p.h6, p.h6 a, div.front p.h6, div.front p.h6 a {{ font-size: {round(base * 0.76)}px;"
        " font-weight: 400; }"
        f" p.h6, div.front p.h6 {{ color: {quiet}; }}"
        f" div.front td * {{ font-size: {base}px; }}"
    )
    levels = [
        f"p.h{level} {{ font-size: {round(base * size)}px; font-weight: 600;"
        f" margin: {gap}px 0 {round(gap * 0.7)}px 0; }}"
        for level, size in enumerate(sizes, start=1)
    ]
    return [*levels, source]


def _syntax(syntax: Syntax) -> list[str]:
    return [
        f"{', '.join(f'.{name}' for name in names.split())} {{ color: {getattr(syntax, token)}; }}"
        for token, names in _CLASSES
    ]
