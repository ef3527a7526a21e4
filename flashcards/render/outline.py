"""The drawing library's SVG elements as plain filled path data."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

Point = tuple[float, float]


def outlines(svg: Element) -> Iterator[str]:
    """Path data of every shape, clockwise like the font's own contours, so that none cancels."""
    for element in svg.iter():
        if element.tag == "rect":
            yield from _rectangle(element)
        elif element.tag == "path":
            yield _path(element)


def _path(element: Element) -> str:
    data = element.get("d", "").strip()
    width = float(element.get("stroke-width", "0"))
    return _stroke(data, width) if width else data


def _rectangle(element: Element) -> Iterator[str]:
    x, y, width, height = (float(element.get(name, "0")) for name in ("x", "y", "width", "height"))
    if not element.get("stroke"):
        yield _polygon(_corners(x, y, x + width, y + height))
        return
    half = float(element.get("stroke-width", "40")) / 2
    yield _polygon(_corners(x - half, y - half, x + width + half, y + height + half))
    inner = _corners(x + half, y + half, x + width - half, y + height - half)
    yield _polygon(inner[::-1])


def _corners(left: float, top: float, right: float, bottom: float) -> list[Point]:
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def _stroke(data: str, width: float) -> str:
    """A straight line as the thin quadrilateral around it; strike-outs are the only strokes."""
    _, x1, y1, _, x2, y2 = data.split()
    start, end = (float(x1), float(y1)), (float(x2), float(y2))
    half = width / 2
    return _polygon(
        [
            (start[0], start[1] - half),
            (end[0], end[1] - half),
            (end[0], end[1] + half),
            (start[0], start[1] + half),
        ]
    )


def _polygon(points: list[Point]) -> str:
    steps = " L ".join(f"{round(x)} {round(y)}" for x, y in points)
    return f"M {steps} Z"
