"""The lines of an `array` (`{cc|c}`, `\\hline`), which the drawing library leaves out."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ziamath.drawable import Drawable
    from ziamath.nodes.mnode import Mnode

    Placed = tuple[Drawable, tuple[float, float]]


def add_table_rules(node: Mnode) -> None:
    """Add the asked-for lines to every table below this laid-out node."""
    from ziamath.nodes.mnode import Mnode  # 160 ms, once a formula is drawn

    for child in list(node.nodes):
        if isinstance(child, Mnode):
            add_table_rules(child)
    if node.mtag == "mtable":
        _add_column_rules(node)
        _add_row_rules(node)


def _add_column_rules(table: Mnode) -> None:
    wanted = table.element.get("columnlines", "").split()
    if "solid" not in wanted:
        return
    from ziamath.drawable import VLine  # 160 ms, once a formula is drawn

    thickness = _thickness(table)
    height = table.bbox.ymax - table.bbox.ymin
    for column, (left, right) in enumerate(_column_gaps(table)):
        if column < len(wanted) and wanted[column] == "solid":
            table.nodes.append(VLine(height, thickness, style=table.style))
            table.nodexy.append(((left + right) / 2, -table.bbox.ymax))


def _add_row_rules(table: Mnode) -> None:
    wanted = table.element.get("rowlines", "").split()
    if "solid" not in wanted:
        return
    from ziamath.drawable import HLine  # 160 ms, once a formula is drawn

    rows = _rows(table)
    for above, below, kind in zip(rows, rows[1:], wanted, strict=False):
        if kind == "solid":
            bottom = max(y - node.bbox.ymin for node, (_, y) in above)
            top = min(y - node.bbox.ymax for node, (_, y) in below)
            table.nodes.append(HLine(table.bbox.xmax, _thickness(table), style=table.style))
            table.nodexy.append((0, (bottom + top) / 2))


def _rows(table: Mnode) -> list[list[Placed]]:
    """The placed cells, row by row: (node, (x, y))."""
    cells = iter(list(zip(table.nodes, table.nodexy, strict=True)))
    return [[next(cells) for _ in row] for row in table.element]


def _column_gaps(table: Mnode) -> list[tuple[float, float]]:
    """Where one column's ink ends and the next one's begins."""
    columns = list(zip(*_rows(table), strict=False))
    edges = [
        (min(x for _, (x, _) in column), max(x + node.bbox.xmax for node, (x, _) in column))
        for column in columns
    ]
    return [(left[1], right[0]) for left, right in pairwise(edges)]


def _thickness(table: Mnode) -> float:
    return float(table.units_to_points(table.font.math.consts.fractionRuleThickness))
