"""What is a formula, and what is only a dollar."""

import pytest

from flashcards.domain.marks import CLOSE, OPEN
from flashcards.render.dollars import CLOSING, OPENING, lift


@pytest.mark.parametrize(
    ("text", "formulas"),
    [
        ("$x$", ["$x$"]),
        ("it costs $5 and $6", []),
        ("between $5 and $6, or $x$", ["$x$"]),
        ("$5-$6", []),
        (r"\$x$", []),
        (r"\\$x$", ["$x$"]),
        ("`$x$` and $y$", ["$y$"]),
        ("``a ` $x$`` and $y$", ["$y$"]),
        ("$5 for `$x$`", []),
        ("$ x$ and $x $", []),
        ("$a\nb$", ["$a\nb$"]),
        ("$a\n\nb$", []),
        ("$$a$$", ["$$a$$"]),
        ("$$\na\n$$", ["$$a$$"]),
        ("$$ $$", []),
        ("$$a\n\nb$$", []),
        (r"$a\$b$", [r"$a\$b$"]),
        (r"$\text{where $x$ is}$", [r"$\text{where $x$ is}$"]),
        (r"$\frac{a$ and $b$", [r"$\frac{a$", "$b$"]),
        ("$x$ $y$", ["$x$", "$y$"]),
        ("$", []),
        ("$$", []),
        ("> $$a\n> + b$$", ["$$a\n+ b$$"]),
        ("$x$-axis, ($y$)", ["$x$", "$y$"]),
    ],
)
def test_a_dollar_opens_and_closes_by_the_rules(text: str, formulas: list[str]) -> None:
    assert [each.source for each in lift(text)[1]] == formulas


def test_the_text_keeps_a_numbered_place_for_each_formula() -> None:
    assert lift("a $x$ b $$y$$")[0] == f"a {OPENING}0{CLOSING} b {OPENING}1{CLOSING}"


def test_a_deletion_inside_a_formula_hides_the_whole_of_it() -> None:
    text, (formula,) = lift(rf"$\frac{{{OPEN}a{CLOSE}}}{{b}}$")
    assert text == f"{OPEN}{OPENING}0{CLOSING}{CLOSE}"
    assert formula.tex == r"\frac{a}{b}"
