"""A deck's SVG pictures, made harmless: shapes and text pass, all that reaches out does not.

What is kept is a list, so that whatever a drawing library learns to do later stays out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, ParseError, XMLParser, fromstring, tostring

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_BYTES = 1_000_000
MAX_SHAPES = 20_000
"""With every `use` counted as what it repeats: ten levels of ten would be ten thousand million."""
MAX_SIDE = 4_000
"""Pixels; a larger picture is shown that large."""
_MAX_DEPTH = 60
_SVG = "{http://www.w3.org/2000/svg}"
_HREF = ("href", "{http://www.w3.org/1999/xlink}href")

_ELEMENTS = frozenset(
    (
        *("svg", "g", "defs", "symbol", "use", "title", "desc", "style"),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan"),
        *("linearGradient", "radialGradient", "stop", "marker"),
    )
)
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[<>]*>", re.IGNORECASE)
_DECLARATION = re.compile(r"<!(?!--|\[CDATA\[)|<\?(?!xml\s)", re.IGNORECASE)
_OUTSIDE = re.compile(
    r"url\s*\((?!\s*['\"]?#)|@|\\|expression|javascript:|data:|marker(?:-mid)?\s*:", re.IGNORECASE
)
_COSTLY = frozenset(("filter", "mask", "clip-path", "marker", "marker-mid"))
_REFERENCE = re.compile(r"#([\w.:-]+)")
_LOCAL = re.compile(r"#[\w.:-]+")
_CURRENT = re.compile("currentcolor", re.IGNORECASE)
_LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(px|pt|em|mm|cm|in)?\s*")
_UNITS = {"pt": 4 / 3, "em": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}


@dataclass(frozen=True, slots=True)
class Svg:
    """A harmless picture as SVG text, and its size in pixels."""

    text: str
    width: float
    height: float


def safe_svg(data: bytes, colour: str) -> Svg | None:
    """The picture without scripts and outside references; None when it is none, or too much.

    `colour` stands in for `currentColor`.  Never raises.
    """
    try:
        root = _root(data)
        if root is None or root.tag != f"{_SVG}svg":
            return None
        kept = _kept(root, colour, 0)
        named = {each.get("id", ""): each for each in kept.iter()}
        if _shapes(kept, named, {}) > MAX_SHAPES:
            return None
    except (ParseError, ValueError, _EndlessError):
        return None
    width, height = _size(root)
    kept.set("xmlns", "http://www.w3.org/2000/svg")
    if "viewBox" not in kept.attrib:
        kept.set("viewBox", f"0 0 {width:g} {height:g}")
    return Svg(tostring(kept, "unicode"), *_fitted(width, height))


class _EndlessError(Exception):
    """The picture repeats itself, or is nested without reason."""


def _root(data: bytes) -> Element | None:
    if len(data) > MAX_BYTES:
        return None
    text = _DOCTYPE.sub("", data.decode("utf-8-sig"), count=1)
    if _DECLARATION.search(text):
        return None
    return fromstring(text.strip(), XMLParser(encoding="utf-8"))


def _kept(element: Element, colour: str, depth: int) -> Element:
    """The same element with what is known to be harmless."""
    if depth > _MAX_DEPTH:
        raise _EndlessError
    kept = Element(element.tag.removeprefix(_SVG))
    for name, value in element.attrib.items():
        if name in _HREF:
            if _LOCAL.fullmatch(value.strip()):
                kept.set("href", value.strip())
        elif _is_harmless(name, value):
            kept.set(name, _CURRENT.sub(colour, value))
    kept.text, kept.tail = element.text, element.tail
    if kept.tag == "style":
        rules = kept.text or ""
        kept.text = "" if _OUTSIDE.search(rules) else _CURRENT.sub(colour, rules)
    for child in element:
        if child.tag.removeprefix(_SVG) in _ELEMENTS:
            kept.append(_kept(child, colour, depth + 1))
    return kept


def _is_harmless(name: str, value: str) -> bool:
    return not name.startswith(("{", "on")) and name not in _COSTLY and not _OUTSIDE.search(value)


def _shapes(
    element: Element, named: Mapping[str, Element], known: dict[int, int], depth: int = 0
) -> int:
    """How many elements are drawn; an element met within itself never ends."""
    key = id(element)
    if known.get(key) == 0 or depth > _MAX_DEPTH:
        raise _EndlessError
    if key not in known:
        known[key] = 0
        names = _REFERENCE.findall(_references(element))
        drawn = [*element, *(named[name] for name in names if name in named)]
        count = 1 + sum(_shapes(each, named, known, depth + 1) for each in drawn)
        known[key] = min(count, 10**9)
    return known[key]


def _references(element: Element) -> str:
    """What says which other elements are drawn with this one."""
    used = element.get("href", "") if element.tag == "use" else ""
    return " ".join((used, *(element.get(name, "") for name in ("marker-start", "marker-end"))))


def _size(root: Element) -> tuple[float, float]:
    """Width and height as they are written, else those of the view box, else CSS's default."""
    box = [float(part) for part in re.findall(r"[^\s,]+", root.get("viewBox", ""))]
    sound = len(box) == 4 and min(box[2:]) > 0 and max(box[2:]) < 1e6
    width, height = (_pixels(root.get(name, "")) for name in ("width", "height"))
    if width and height:
        return width, height
    if not sound:
        return width or 300.0, height or 150.0
    ratio = box[3] / box[2]
    if width:
        return width, width * ratio
    return (height / ratio, height) if height else (box[2], box[3])


def _pixels(length: str) -> float:
    match = _LENGTH.fullmatch(length)
    return min(float(match[1]), 1e6) * _UNITS.get(match[2] or "", 1.0) if match else 0.0


def _fitted(width: float, height: float) -> tuple[float, float]:
    part = min(1.0, MAX_SIDE / width, MAX_SIDE / height)
    return max(1.0, width * part), max(1.0, height * part)
