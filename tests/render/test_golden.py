"""Each construct of card text has its HTML written down; a change of it is meant or a mistake."""

from pathlib import Path

import pytest

from flashcards.render.faces import render
from tests.render.stub import Boxes

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("source", sorted(GOLDEN.glob("*.md")), ids=lambda path: path.stem)
def test_a_construct_is_rendered_as_written_down(source: Path) -> None:
    rendered = render(source.read_text("utf-8"), Boxes())
    formulas = "".join(f"{each.source!r}\n" for each in rendered.formulas)
    shown = rendered.html.replace("\ue010", "⟪").replace("\ue011", "⟫")
    expected = source.with_suffix(".html").read_text("utf-8")
    assert f"{shown}\n{formulas}" == expected
