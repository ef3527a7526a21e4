"""TeX becomes outlines with TeX's spacing; what cannot be drawn says why."""

from pathlib import Path

import pytest

from flashcards.render.formula import Formula
from flashcards.render.math import draw, refusal
from flashcards.render.tex import MAX_LENGTH, UnreadableTexError, readable

EXPRESSIONS = (Path(__file__).parent / "expressions.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("tex", EXPRESSIONS)
def test_every_typical_expression_is_drawn(tex: str) -> None:
    for display in (True, False):
        formula = draw(tex, display)
        assert not formula.problem
        assert formula.outline.startswith("M ")
        assert formula.outline.endswith("Z")
        assert 0 < formula.width < 40
        assert 0 < formula.ascent + formula.depth < 8


@pytest.mark.parametrize(
    ("tex", "reason"),
    [
        ("", "empty"),
        ("x" * (MAX_LENGTH + 1), "longer"),
        ("{" * 900 + "}" * 900, "nested"),
        (r"\sqrt{1+" * 23 + "1" + "}" * 23, "nested"),
        (r"\newcommand{\a}{\a\a}\a", "define"),
        (r"\frac{a", "Missing }: a brace is opened and never closed."),
        (r"a}{", "Extra }: it closes a brace that was never opened."),
        (r"\frc{a}{b}", r"Undefined control sequence \frc. Did you mean “\frac”?"),
        (r"\alhpa + 1", r"Did you mean “\alpha”?"),
        (r"\softmax(x)", r"For a name in upright letters write \operatorname{softmax}."),
        (r"\R^n", r"Undefined control sequence \R. Write \mathbb{R}."),
        (r"a \hline b", r"Misplaced \hline"),
        (r"\frac", "The last command lacks what it stands for."),
        (r"\begin{cases} a", r"A \begin lacks its \end"),
        ("a^", "Nothing follows a ^ or a _."),
        ("a & b", "Misplaced &"),
        (r"a_b_c", "Double subscript"),
        (r"\left( x", r"Missing \left or \right"),
        (r"\begin{nonsense} a \end{nonsense}", ""),
        ("\ud800", ""),
        ("<script>", ""),
        ("&amp;", ""),
        ("a & b \\\\ c", ""),
        ("\\", ""),
    ],
)
def test_hostile_tex_gives_a_reason_or_a_picture_but_never_an_error(tex: str, reason: str) -> None:
    formula = draw(tex, True)
    assert reason in formula.problem
    assert bool(formula.problem) != bool(formula.outline)
    assert refusal(tex, True) == formula.problem


@pytest.mark.parametrize(
    ("tex", "reason"),
    [
        (r"\frac{a}", "This TeX could not be read; a command may lack an argument."),
        (r"\text{日本}", "The font for formulas has no sign “日”."),
        (r"\quad", "Nothing is left to draw."),
    ],
)
def test_what_only_drawing_finds_has_its_reason_too(tex: str, reason: str) -> None:
    assert draw(tex, False).problem == reason


@pytest.mark.parametrize(
    ("tex", "respelled"),
    [
        (r"\operatorname*{arg\,max}_x", r"\operatorname*{argmax}_x"),
        (r"\arg\max_x", r"\operatorname*{argmax}_x"),
        (r"\arg\,\min x", r"\operatorname*{argmin} x"),
        (r"\text{if $x$ holds}", r"\text{if }{x}\text{ holds}"),
        (r"\operatorname{top-k}", r"\text{top-k}"),
        (r"\bm x", r"\boldsymbol x"),
    ],
)
def test_what_the_converter_lacks_is_respelled(tex: str, respelled: str) -> None:
    assert readable(tex) == respelled


def test_an_empty_formula_is_refused() -> None:
    with pytest.raises(UnreadableTexError):
        readable("  ")


def width(tex: str, display: bool = False) -> float:
    return draw(tex, display).width


def test_spacing_is_that_of_tex() -> None:
    assert width("a+b") - width("ab") > width("-b") - width("b")
    assert width("(a,b)") < width("(a=b)")
    assert abs(width("f(x)") - width("f") - width("(x)")) < 0.05
    assert width(r"\max(0,x)") < width(r"\mathrm{max}") + width("(0,x)") + 0.1


def test_limits_stand_below_in_a_display_and_beside_in_a_line() -> None:
    assert draw(r"\arg\max_\theta L", True).depth > draw(r"\arg\max_\theta L", False).depth
    assert draw(r"\sum_{i=1}^n x", True).width < draw(r"\sum_{i=1}^n x", False).width


def test_a_bar_in_an_array_is_drawn() -> None:
    table = r"\begin{{array}}{{{}}} 1 & 2 \\ 3 & 4 \end{{array}}"
    shapes = [draw(table.format(columns), True).outline.count("M") for columns in ("cc", "c|c")]
    assert shapes[1] == shapes[0] + 1


def test_a_formula_knows_how_it_was_written() -> None:
    assert Formula("x", False).source == "$x$"
    assert Formula("x", True).source == "$$x$$"
