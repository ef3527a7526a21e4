"""A formula's path data as a painter path."""

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath


@lru_cache(maxsize=512)
def painter_path(outline: str) -> QPainterPath:
    """The filled shape of SVG path data made of absolute M, L, Q, C and Z steps."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    command = ""
    numbers: list[float] = []
    for token in outline.split():
        if token.isalpha():
            _step(path, command, numbers)
            command, numbers = token, []
        else:
            numbers.append(float(token))
    _step(path, command, numbers)
    return path


def _step(path: QPainterPath, command: str, numbers: list[float]) -> None:
    match command, numbers:
        case "M", [x, y]:
            path.moveTo(x, y)
        case "L", [x, y]:
            path.lineTo(x, y)
        case "Q", [cx, cy, x, y]:
            path.quadTo(cx, cy, x, y)
        case "C", [ax, ay, bx, by, x, y]:
            path.cubicTo(ax, ay, bx, by, x, y)
        case "Z", _:
            path.closeSubpath()
