"""One line of the table: what was measured, beside what, and how it compares with its aim."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles


@dataclass(frozen=True, slots=True)
class Row:
    """``aim`` bounds the ratio to the baseline, or our figure itself where ``absolute``."""

    name: str
    ours: float
    baseline: float | None = None
    unit: str = "ms"
    aim: float | None = None
    absolute: bool = False

    @property
    def ratio(self) -> float | None:
        """How many times the baseline we take."""
        return self.ours / self.baseline if self.baseline else None

    @property
    def verdict(self) -> str:
        """Whether the aim is met; nothing where there is none."""
        reached = self.ours if self.absolute else self.ratio
        if self.aim is None or reached is None:
            return ""
        return "met" if reached <= self.aim else "MISSED"

    def cells(self) -> tuple[str, ...]:
        """Lay the row out in the table's columns."""
        ratio = f"{self.ratio:.2f}×" if self.ratio else ""
        unit = f" {self.unit}" if self.absolute else "×"
        aim = f"≤ {self.aim:g}{unit}" if self.aim is not None else ""
        amounts = (self._amount(self.ours), self._amount(self.baseline))
        return (self.name, *amounts, ratio, aim, self.verdict)

    def _amount(self, value: float | None) -> str:
        return "" if value is None else f"{value:,.{0 if value >= 100 else 1}f} {self.unit}"


HEAD = ("measurement", "ours", "baseline", "ratio", "aim", "")


def table(rows: Sequence[Row]) -> str:
    """Lay all rows out, words to the left and figures to the right."""
    lines = [HEAD, *(row.cells() for row in rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(HEAD))]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if 0 < place < 5 else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def middle(runs: Sequence[dict[str, float]], name: str) -> float:
    """The median of one figure over several runs."""
    return median(run[name] for run in runs)


def percentile_99(values: Sequence[float]) -> float:
    """The value that one in a hundred exceeds."""
    return quantiles(values, n=100, method="inclusive")[98]
