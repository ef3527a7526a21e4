"""MathML as the drawing library needs it: TeX's spacing, limits under operators, no idle rows."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, ParseError, fromstring

from flashcards.domain.tongue import tr
from flashcards.render.atoms import Atom, atom_of, gaps, is_integral, is_large
from flashcards.render.commands import unknown
from flashcards.render.letters import styled
from flashcards.render.tex import UnreadableTexError

# The library takes one em for 1.333 times the font size (it turns points into pixels twice).
EM = 1 / (10.00002 * 1.333 / 10)
MAX_COST = 6_000

_COMMAND = re.compile(r"\\[A-Za-z]+(?:\{.*)?")
"""What the converter does not know, it passes on as it is."""

_LENGTH = re.compile(r"^\s*([+-]?\d*\.?\d+)(em|mu|ex)\s*$")
_NAMED = ["max", "min", "sup", "inf", "lim", "limsup", "liminf", "det", "gcd", "Pr"]
_SPACED = ("arg\u2009max", "arg\u2009min", "lim\u2006sup", "lim\u2006inf")
_LIMITS = frozenset((*_NAMED, *_SPACED))
_WORDS = {"argmax": "arg\u2009max", "argmin": "arg\u2009min"}
_SIGNS = {"~": "∼", "-": "−", "*": "∗", "'": "′"}
_UNDER = {"msub": "munder", "msup": "mover", "msubsup": "munderover"}
_BESIDE = {under: beside for beside, under in _UNDER.items()}
_SCRIPTED = (*_UNDER, *_UNDER.values())
_DELIMITERS = frozenset("()[]{}|‖∣∥⟨⟩⌈⌉⌊⌋/")
_TILDE_SIGN = "∼"
_HATS = ("^", "\u0302", "\u02c6")
_ROW_GAP = 0.22
_STRUT = {"width": "0", "height": f"{0.72 * EM:.3f}em", "depth": f"{0.26 * EM:.3f}em"}
_FUNCTIONS = re.compile(r"^[A-Za-z\u2006\u2009]{2,}$")


def tree(mathml: str, display: bool) -> Element:
    """The converter's MathML, parsed and put right; raises UnreadableTexError."""
    try:
        root = fromstring(mathml)
    except ParseError as error:
        sign = tr("Misplaced & (or a sign that cannot be drawn).")
        raise UnreadableTexError(sign) from error
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    for element in list(root.iter()):
        _mend_symbol(element)
        _mend_lengths(element)
        _mend_accent(element)
        _mend_table(element)
        _mend_delimiters(element)
    root = _flattened(root)
    _set_limits(root, display)
    _space(root, script=False, display=display)
    if _cost(root) > MAX_COST:
        raise UnreadableTexError(tr("The formula is nested too deeply to draw."))
    return root


def _mend_symbol(element: Element) -> None:
    if element.tag not in ("mi", "mo", "mn") or not element.text:
        return
    text = element.text.strip()
    if _COMMAND.fullmatch(text):
        raise UnreadableTexError(unknown(text))
    text = _WORDS.get(text, _SIGNS.get(text, text))
    text = styled(text, element.get("mathvariant", ""))
    element.text = text
    if element.tag == "mn":
        return
    if is_large(text):
        element.tag = "mo"
        element.set("largeop", "true")
    elif _FUNCTIONS.match(text) or atom_of(element) is not Atom.ORD:
        element.tag = "mo"


def _mend_accent(element: Element) -> None:
    """A hat over one letter is narrow; the converter asks for the wide one."""
    if element.tag != "mover" or len(element) != 2:
        return
    over = element[1]
    if over.text == _TILDE_SIGN:
        over.text = "~"
    elif element.get("accent") == "true" and over.text in _HATS:
        over.tag, over.text = "mi", "\u02c6"


def _mend_table(element: Element) -> None:
    if element.tag != "mtable":
        return
    element.attrib.setdefault("columnspacing", f"{EM:.3f}em")
    element.set("rowspacing", f"{_ROW_GAP * EM:.3f}em")
    for cell in element.iter("mtd"):
        cell.insert(0, Element("mspace", _STRUT))


def _mend_delimiters(row: Element) -> None:
    r"""Only `\left…\right` and the brackets of a matrix grow; a plain bar keeps its size."""
    around_table = any(child.tag == "mtable" for child in row)
    for child in row:
        if child.tag == "mo" and child.text in _DELIMITERS and not around_table:
            child.attrib.setdefault("stretchy", "false")


def _mend_lengths(element: Element) -> None:
    for name in ("width", "lspace", "rspace", "columnspacing"):
        if value := element.get(name):
            element.set(name, " ".join(_scaled(part) for part in value.split()))


def _scaled(length: str) -> str:
    match = _LENGTH.match(length)
    return f"{float(match[1]) * EM:.4f}{match[2]}" if match else length


def _flattened(element: Element) -> Element:
    """Without rows that hold one thing only: every level of rows doubles the library's work."""
    for place, child in enumerate(element):
        element[place] = _flattened(child)
    idle = element.tag == "mrow" and len(element) == 1 and not element.attrib
    if idle and atom_of(element[0]) is Atom.ORD:
        return element[0]
    return element


def _set_limits(element: Element, display: bool) -> None:
    """Limits go below and above in a display, however deep the operator stands."""
    if "displaystyle" in element.attrib:
        display = element.get("displaystyle") == "true"
    base = _bare(element[0]) if len(element) else None
    if base is not None and base.tag == "mo" and _takes_limits(base):
        asked_for = element[0] is not base  # \underset, whose operator stands in braces
        renames = _UNDER if display else {} if asked_for else _BESIDE
        element.tag = renames.get(element.tag, element.tag)
        base.set("movablelimits", "false")
    inner = display and element.tag != "mfrac"
    if element.tag == "mtable":
        inner = element.get("displaystyle") == "true"
    for place, child in enumerate(element):
        script = place > 0 and element.tag in _SCRIPTED
        _set_limits(child, inner and not script)


def _bare(element: Element) -> Element:
    return _bare(element[0]) if element.tag == "mrow" and len(element) == 1 else element


def _takes_limits(base: Element) -> bool:
    text = base.text or ""
    if is_integral(text):
        return False
    return is_large(text) or text in _LIMITS or base.get("movablelimits") == "true"


def _space(element: Element, script: bool, display: bool) -> None:
    if element.tag in ("mo", "mi"):  # the library takes some identifiers for operators
        element.set("lspace", "0")
        element.set("rspace", "0")
        return
    for place, child in enumerate(element):
        scripted = place > 0 and element.tag in _SCRIPTED
        shrunk = scripted or (element.tag == "mfrac" and not display)
        _space(child, script or shrunk, display and element.tag != "mfrac")
    if element.tag in ("mrow", "mtd", "math", "msqrt", "mstyle"):
        _insert_gaps(element, script)


def _insert_gaps(row: Element, script: bool) -> None:
    solid = [child for child in row if child.tag != "mspace"]
    widths = dict(zip(map(id, solid), gaps([atom_of(c) for c in solid], script), strict=True))
    spaced: list[Element] = []
    for child in row:
        if width := widths.get(id(child), 0.0):
            spaced.append(Element("mspace", width=f"{width * EM:.4f}em"))
        spaced.append(child)
    row[:] = spaced


def _cost(element: Element) -> int:
    """How much the library will work: it lays every row's children out twice."""
    below = sum(_cost(child) for child in element)
    return 1 + below * (2 if element.tag in ("mrow", "mtd", "math") else 1)
