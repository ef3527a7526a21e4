"""One TeX expression to an outline, by ziamath; a failure is a formula with its reason."""

from __future__ import annotations

import warnings
from threading import Lock
from typing import TYPE_CHECKING, TypeVar
from xml.etree.ElementTree import Element

from flashcards.domain.tongue import later, tr
from flashcards.render.formula import Formula
from flashcards.render.mathml import tree
from flashcards.render.outline import outlines
from flashcards.render.rules import add_table_rules
from flashcards.render.tex import UnreadableTexError, readable

if TYPE_CHECKING:
    from collections.abc import Callable

    from ziafont.font import Font
    from ziamath.nodes.mnode import Mnode

_T = TypeVar("_T")

UNITS = 1_000
"""Outline units an em."""

_drawing = Lock()  # the library shares fonts and settings between all formulas


def draw(tex: str, display: bool) -> Formula:
    """The formula's outline, or the formula with the reason why there is none; never raises."""
    drawn = _guarded(lambda: _drawn(tex, display))
    return Formula(tex, display, problem=drawn) if isinstance(drawn, str) else drawn


def refusal(tex: str, display: bool) -> str:
    """Why the TeX cannot be read, or nothing; twenty times as quick as drawing it."""
    found = _guarded(lambda: _read(tex, display))
    return found if isinstance(found, str) else ""


def _guarded(work: Callable[[], _T]) -> _T | str:
    """The result of reading or drawing, or the reason why there is none."""
    try:
        with _drawing:
            return work()
    except UnreadableTexError as error:
        return str(error)
    except RecursionError:
        return tr("The formula is nested too deeply to draw.")
    except Exception as error:  # noqa: BLE001 - the converter raises a class of its own a mistake
        return _reason(error)


def _read(tex: str, display: bool) -> Element:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the library finds its font in a deprecated way
        from ziamath.tex import tex2mml  # 160 ms, and most formulas come from the cache

    return tree(tex2mml(readable(tex), inline=not display), display)


def _drawn(tex: str, display: bool) -> Formula:
    root = _read(tex, display)
    from ziafont.config import config  # as above
    from ziamath.zmath import Math

    config.svg2, config.precision = False, 1
    math = Math(root, size=UNITS)
    _refuse_missing_signs(root, math.font)
    node = math.node
    add_table_rules(node)
    return _formula(tex, display, node)


def _formula(tex: str, display: bool, node: Mnode) -> Formula:
    box = node.bbox
    left = min(0.0, box.xmin)
    svg = Element("svg")
    node.draw(-left, 0, svg)
    outline = " ".join(outlines(svg))
    if not outline:
        raise UnreadableTexError(tr("Nothing is left to draw."))
    return Formula(
        tex,
        display,
        width=(max(box.xmax, node.xadvance()) - left) / UNITS,
        ascent=max(0.0, box.ymax / UNITS),
        depth=max(0.0, -box.ymin / UNITS),
        outline=outline,
    )


def _refuse_missing_signs(root: Element, font: Font) -> None:
    """A sign the font lacks would be an empty box."""
    for sign in "".join(root.itertext()):
        if not sign.isspace() and not font.glyphindex(sign):
            raise UnreadableTexError(tr("The font for formulas has no sign “{sign}”.", sign=sign))


_SENTENCES = {
    "ExtraLeftOrMissingRight": later(r"Missing \left or \right: they come in pairs."),
    "DoubleSubscripts": later(
        "Double subscript: put braces around the part that has the first one."
    ),
    "DoubleSuperscripts": later(
        "Double superscript: put braces around the part that has the first one."
    ),
    "MissingSuperScriptOrSubscript": later("Nothing follows a ^ or a _."),
    "MissingEnd": later(r"A \begin lacks its \end of the same name."),
    "NoAvailableTokens": later("The last command lacks what it stands for."),
    "LimitsMustFollowMathOperator": later(r"\limits follows no operator."),
}

_UNKNOWN = later("This TeX could not be read; a command may lack an argument.")


def _reason(error: Exception) -> str:
    """The converter's errors are classes without words: DoubleSubscriptsError, and so on."""
    name = type(error).__name__.removesuffix("Error")
    return tr(_SENTENCES.get(name, _UNKNOWN))
