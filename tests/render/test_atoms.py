"""TeX's kinds of atom and the table of spaces between them."""

from xml.etree.ElementTree import Element, fromstring

import pytest

from flashcards.render.atoms import MEDIUM, THICK, THIN, Atom, atom_of, gaps


@pytest.mark.parametrize(
    ("mathml", "atom"),
    [
        ("<mi>x</mi>", Atom.ORD),
        ("<mo>+</mo>", Atom.BIN),
        ("<mo>=</mo>", Atom.REL),
        ("<mo>(</mo>", Atom.OPEN),
        ("<mo>,</mo>", Atom.PUNCT),
        ("<mo>max</mo>", Atom.OP),
        ("<msub><mo>∑</mo><mi>i</mi></msub>", Atom.OP),
        ("<mrow><mi>a</mi><mo>+</mo></mrow>", Atom.ORD),
        ('<mrow><mo fence="true" form="prefix">(</mo><mi>a</mi></mrow>', Atom.INNER),
        ("<mover><mi>x</mi><mo>^</mo></mover>", Atom.ORD),
        ("<mtext>if</mtext>", Atom.ORD),
    ],
)
def test_an_element_is_an_atom_of_its_kind(mathml: str, atom: Atom) -> None:
    assert atom_of(fromstring(mathml)) is atom


ORD, BIN, REL, OPEN = Atom.ORD, Atom.BIN, Atom.REL, Atom.OPEN


@pytest.mark.parametrize(
    ("atoms", "spaces"),
    [
        ([ORD, BIN, ORD], [0, MEDIUM, MEDIUM]),
        ([BIN, ORD], [0, 0]),
        ([REL, BIN, ORD], [0, THICK, 0]),
        ([OPEN, BIN, ORD], [0, 0, 0]),
        ([ORD, REL, ORD], [0, THICK, THICK]),
        ([Atom.OP, ORD], [0, THIN]),
        ([ORD, BIN], [0, 0]),
        ([], []),
    ],
)
def test_the_gaps_are_those_of_the_texbook(atoms: list[Atom], spaces: list[float]) -> None:
    assert gaps(atoms, script=False) == spaces


def test_scripts_are_set_tight() -> None:
    assert gaps([ORD, BIN, ORD], script=True) == [0, 0, 0]
    assert gaps([Atom.OP, ORD], script=True) == [0, THIN]


def test_an_empty_element_is_ordinary() -> None:
    assert atom_of(Element("mi")) is Atom.ORD
