"""What a drawn formula is, and who gives one."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Formula:
    """One TeX expression as an outline.

    Lengths are in em of the formula's own font and counted from the baseline, so the picture
    scales with the text around it.  `outline` is SVG path data in thousandths of an em, y down,
    the origin on the baseline at the left edge; it is to be filled (non-zero winding) in the text
    colour.  When the TeX could not be drawn, `problem` says why and the outline is empty.
    """

    tex: str
    display: bool
    width: float = 0.0
    ascent: float = 0.0
    depth: float = 0.0
    outline: str = ""
    problem: str = ""

    @property
    def source(self) -> str:
        """The formula as it is written in a deck, with its dollars."""
        fence = "$$" if self.display else "$"
        return f"{fence}{self.tex}{fence}"


class FormulaSource(Protocol):
    """Gives the outline of a TeX expression; never raises."""

    def formula(self, tex: str, display: bool) -> Formula:
        """The formula for `tex`, set as a displayed equation or within a line."""
        ...
