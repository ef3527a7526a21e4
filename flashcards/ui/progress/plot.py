"""One picture as a plain value: marks to draw, and the same as a table."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from flashcards.domain.tongue import tr


class Kind(Enum):
    """How marks are drawn: lying bars with intervals, standing columns, a square a day, a line."""

    BARS = "bars"
    COLUMNS = "columns"
    SQUARES = "squares"
    CURVE = "curve"


@dataclass(frozen=True, slots=True)
class Mark:
    """One value; ``low`` and ``high`` bound its interval where it has one, ``told`` is in words.

    ``trend`` is what the value was before. On a curve, ``dot`` is an answer, right or wrong, and
    what is ``ahead`` has not happened.
    """

    label: str
    value: float
    told: str
    low: float | None = None
    high: float | None = None
    trend: tuple[float | None, ...] = ()
    dot: bool | None = None
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Plot:
    """One picture. ``sample`` says on how much it rests; ``note`` what else is to be known.

    Its name and its table's header are told in the person's language where they are shown.
    """

    name: str
    sample: str
    kind: Kind
    marks: tuple[Mark, ...]
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""

    @property
    def title(self) -> str:
        """What it shows, in few words."""
        return tr(self.name)


def table_text(plot: Plot) -> str:
    """Write a picture's numbers with tabs, as spreadsheets take them."""
    return "\n".join(_lines(plot)) + "\n"


def _lines(plot: Plot) -> Iterator[str]:
    for row in (plot.header, *plot.rows):
        yield "\t".join(row)
