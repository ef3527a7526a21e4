"""Which kind of atom a MathML element is, and the space TeX puts between two of them.

Source: Knuth, The TeXbook, chapter 18 (the table) and appendix G (when a binary is none).
"""

from __future__ import annotations

from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element


class Atom(StrEnum):
    """TeX's eight kinds of atom."""

    ORD = "o"
    OP = "f"
    BIN = "b"
    REL = "r"
    OPEN = "("
    CLOSE = ")"
    PUNCT = ","
    INNER = "i"


THIN, MEDIUM, THICK = 3 / 18, 4 / 18, 5 / 18

_BINARIES = frozenset("+-−±∓×÷·⋅∗*⋆∘•∩∪⊎⊓⊔⊕⊖⊗⊘⊙∧∨∖†‡≀⋄△▽◁▷⨿")
_RELATIONS = frozenset(
    "=<>≤≥⩽⩾≠≈≃≅∼≡≍≐∝∈∉∋⊂⊃⊆⊇⊄⊅⊈⊉⊑⊒⊢⊣⊨≪≫≺≻⪯⪰≲≳≔:∣∤∥∦⊥←→↔↦↤⇐⇒⇔⟵⟶⟷⟸⟹⟺⟼↪↩↑↓⇑⇓↗↘↖↙⇀⇁↼↽⇌⇝↝≜≝≟⋮"
)
_OPENING = frozenset("([{⟨⌈⌊⟦")
_CLOSING = frozenset(")]}⟩⌉⌋⟧!?")
_LARGE = frozenset("∑∏∐∫∬∭∮⋃⋂⋁⋀⨁⨂⨀⨄⨆")
_PUNCTUATION = frozenset(",;")
_SCRIPTED = frozenset(("msub", "msup", "msubsup", "munder", "mover", "munderover"))

# Rows: the left atom; columns: the right one.  A capital letter holds in scripts too.
_TABLE = {
    Atom.ORD: {"f": "T", "b": "m", "r": "k", "i": "t"},
    Atom.OP: {"o": "T", "f": "T", "r": "k", "i": "t"},
    Atom.BIN: {"o": "m", "f": "m", "(": "m", "i": "m"},
    Atom.REL: {"o": "k", "f": "k", "(": "k", "i": "k"},
    Atom.OPEN: {},
    Atom.CLOSE: {"f": "T", "b": "m", "r": "k", "i": "t"},
    Atom.PUNCT: {"o": "t", "f": "t", "r": "t", "(": "t", ")": "t", ",": "t", "i": "t"},
    Atom.INNER: {"o": "t", "f": "T", "b": "m", "r": "k", "(": "t", ",": "t", "i": "t"},
}
_WIDTHS = {"t": THIN, "T": THIN, "m": MEDIUM, "k": THICK}


def atom_of(element: Element) -> Atom:
    """The kind of one element; scripts and limits take their base's."""
    if element.tag in _SCRIPTED and len(element):
        base = atom_of(element[0])
        return Atom.ORD if element.tag == "mover" and base is not Atom.OP else base
    if element.tag in ("mrow", "mstyle"):
        return _atom_of_row(element)
    if element.tag in ("mo", "mi"):
        return _atom_of_symbol(element)
    return Atom.ORD


def gaps(atoms: Sequence[Atom], script: bool) -> list[float]:
    """The space before each atom, in em; the first has none."""
    settled = _settle_binaries(atoms)
    widths = [0.0]
    for left, right in pairwise(settled):
        mark = _TABLE[left].get(right.value, "")
        kept = mark and (mark == "T" or not script)
        widths.append(_WIDTHS[mark] if kept else 0.0)
    return widths[: len(settled)]


def is_large(text: str) -> bool:
    """Whether this is an operator that grows in a display, such as a sum."""
    return text in _LARGE


def is_integral(text: str) -> bool:
    """Whether this is an integral, whose limits stand at its side."""
    return text in frozenset("∫∬∭∮")


def _atom_of_row(row: Element) -> Atom:
    if len(row) == 1 and row[0].tag in ("mrow", "mstyle", "munder", "munderover"):
        return atom_of(row[0])
    fenced = len(row) > 1 and row[0].tag == "mo" and row[0].get("fence") == "true"
    return Atom.INNER if fenced else Atom.ORD


def _atom_of_symbol(element: Element) -> Atom:
    text = (element.text or "").strip()
    by_form = {"prefix": Atom.OPEN, "postfix": Atom.CLOSE}.get(element.get("form", ""))
    if by_form and element.get("fence") == "true":
        return by_form
    if len(text) > 1:
        return Atom.OP if text.replace("\u2009", "").isalpha() else Atom.ORD
    for members, atom in _KINDS:
        if text in members:
            return atom
    return Atom.ORD


def _settle_binaries(atoms: Sequence[Atom]) -> list[Atom]:
    """A binary with nothing to join on one side is an ordinary sign, as in −x."""
    settled: list[Atom] = []
    for atom in atoms:
        before = settled[-1] if settled else None
        if atom is Atom.BIN and before in _NO_LEFT_OPERAND:
            atom = Atom.ORD
        elif atom in (Atom.REL, Atom.CLOSE, Atom.PUNCT) and before is Atom.BIN:
            settled[-1] = Atom.ORD
        settled.append(atom)
    if settled and settled[-1] is Atom.BIN:
        settled[-1] = Atom.ORD
    return settled


_NO_LEFT_OPERAND = (None, Atom.BIN, Atom.OP, Atom.REL, Atom.OPEN, Atom.PUNCT)
_KINDS = (
    (_BINARIES, Atom.BIN),
    (_RELATIONS, Atom.REL),
    (_OPENING, Atom.OPEN),
    (_CLOSING, Atom.CLOSE),
    (_PUNCTUATION, Atom.PUNCT),
    (_LARGE, Atom.OP),
)
