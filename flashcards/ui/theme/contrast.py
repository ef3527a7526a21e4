"""Which colours must be told apart, and by how much (WCAG 2.2: 4.5 for text, 3 for controls)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flashcards.ui.theme.tokens import Theme

TEXT, CONTROL = 4.5, 3.0

_PAPERS = ("window", "surface", "raised")
_GRADES = ("again", "hard", "good", "easy")
PAIRS: tuple[tuple[str, str, float], ...] = (
    *((token, paper, TEXT) for token in ("text", "quiet") for paper in _PAPERS),
    *(("text", ground, TEXT) for ground in ("sunken", "accent_soft", "selection")),
    *((hue, ground, TEXT) for hue in _GRADES for ground in ("window", "raised", "accent_soft")),
    *((hue, "surface", TEXT) for hue in ("danger", "warning", "success")),
    *(("accent", paper, TEXT) for paper in _PAPERS),
    *(("on_accent", ground, TEXT) for ground in ("accent", "accent_strong")),
    *(("quiet", ground, TEXT) for ground in ("sunken", "code_background")),
    ("code_text", "code_background", TEXT),
    *(("cloze", f"{ground}", TEXT) for ground in ("cloze_background", "code_background")),
    ("cloze", "accent_soft", TEXT),
    *((token, paper, CONTROL) for token in ("control", "focus") for paper in _PAPERS),
    ("control", "code_background", CONTROL),
)
"""Token, the ground it stands on, and the least contrast."""


def too_faint(theme: Theme) -> Iterator[tuple[str, str, float, float]]:
    """Each pair that is too alike: token, ground, contrast, the least it should be."""
    colours, syntax = theme.colours, theme.syntax
    pairs = [
        *((token, getattr(colours, token), ground, least) for token, ground, least in PAIRS),
        *(
            (token, getattr(syntax, token), "code_background", TEXT)
            for token in syntax.__dataclass_fields__
        ),
    ]
    for token, colour, ground, least in pairs:
        found = contrast(colour, getattr(colours, ground))
        if found < least:
            yield token, ground, found, least


def contrast(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black on white), as WCAG defines it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
