"""The way in: a card's text to HTML and formulas, or to plain words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flashcards.domain.tongue import tr
from flashcards.render.finish import finish
from flashcards.render.formula import Formula
from flashcards.render.markdown import convert

if TYPE_CHECKING:
    from flashcards.render.formula import FormulaSource

MOST_FORMULAS = 500
"""Formulas of one face: what is hostile must not hold the window up."""


@dataclass(frozen=True, slots=True)
class RenderedText:
    """Safe HTML without colours, and the formulas its placeholders number.

    A formula stands in the HTML as U+E010, its index into `formulas`, U+E011
    (`flashcards.render.dollars.PLACEHOLDER` finds them).
    """

    html: str
    formulas: tuple[Formula, ...] = ()


def render(source: str, formulas: FormulaSource) -> RenderedText:
    """Markdown as it is drawn; never raises, whatever was written."""
    draft = convert(source)
    drawn = tuple(formulas.formula(each.tex, each.display) for each in draft.lifted[:MOST_FORMULAS])
    drawn += tuple(
        Formula(
            each.tex,
            each.display,
            problem=tr("A card draws {most} formulas at most.", most=MOST_FORMULAS),
        )
        for each in draft.lifted[MOST_FORMULAS:]
    )
    return RenderedText(finish(draft.html, draft.lifted, drawn), drawn)


def plain(source: str) -> str:
    """Markdown as plain words, for terminals and screen readers; TeX stays TeX."""
    from flashcards.render.words import words  # only the two that need no picture need it

    draft = convert(source)
    return words(draft.html, [each.source for each in draft.lifted])
