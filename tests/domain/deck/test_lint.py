"""What is pointed out though it can be read, and what is left in peace."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flashcards.domain.deck.leftover import is_orderly, open_dollars
from flashcards.domain.deck.literal import literal_stretches
from tests.domain.samples import places, read

DOLLARS = ("$", "$$", "`", "``", "a", "\\", "x^2", " ", "\n", "\n\n", "1", "$c", "$x^2$")


def found(text: str) -> list[str]:
    return places(read(text).problems)


def test_a_figure_in_a_pictures_name_is_no_claim() -> None:
    assert found("## a\n\n![](<top 5%25.png>) and [b](8%20ms.png)") == []
    assert found("## a\n\n![](a.png) It takes 8 ms.")[0].endswith("unsourced-figure")


@pytest.mark.parametrize(
    "text",
    [
        "Never $x^2 closed.",
        "Never $\\frac{a}{b} closed.",
        "Never $a_i closed.",
        "Never ($k closed.",
        "Closed with a blank: $ x^2 $.",
        "Opened by nothing: x^2$ is.",
        "$$\na\n\nb\n$$",
        "a $$\nb",
        "so $$x^2 is",
        "$5 for $x^2 each",
        "$2^n grows",
        "$1$ and $x^2",
    ],
)
def test_math_that_never_ends_is_pointed_out(text: str) -> None:
    (problem,) = read(f"## a\n{text}").problems
    assert problem.code == "unclosed-math"


@pytest.mark.parametrize(
    "text",
    [
        "Between $5 and $6.",
        "It costs $5M, or $5/month, or US$7, or 5$.",
        "Set $HOME and $max_x, ${name}, $1.",
        "`$x^2` in code, and \\$x^2 behind a backslash.",
        "```sh\necho $x^2\n```",
        "A $$$ place, and $$ a day.",
        "$x^2$ and $$\\sum_i x_i$$ and $a\nb$.",
        "$$\n\\begin{aligned}\na &= b\n\\end{aligned}\n$$",
        "A $ sign, and M$ and Ke$ha.",
        "$don't",
    ],
)
def test_prices_variables_and_whole_formulas_are_left_in_peace(text: str) -> None:
    assert found(f"## a\n{text}") == []


def test_unclosed_math_is_told_once_a_paragraph() -> None:
    assert found("## a\n$x^2 and $y^2\nand $z^2\n\n$x^2") == [
        "2:1 unclosed-math",
        "5:1 unclosed-math",
    ]


def test_a_prompt_has_its_column() -> None:
    assert found("  ##\tWhat is $x^2 {#a}\nb") == ["1:14 unclosed-math"]
    assert found("## What\tis $x^2 {#a}\nb") == ["1:1 unclosed-math"]
    assert found("## What is $x^2$ for $5 {#a}\nb") == []


def test_headings_go_down_one_level_at_a_time() -> None:
    assert found("# a\n### b\n## c\nd\n### e\n#### f\n## g\n> #### h\n\ni") == ["2:1 heading-jump"]


@pytest.mark.parametrize(
    ("prompt", "is_long"),
    [
        ("x" * 200, False),
        ("x" * 201, True),
        (f"Why is ${'x + ' * 60}x$ so?", False),
        ("What is it, and why? And when?", False),
        ("What? Why? When?", True),
    ],
)
def test_a_prompt_asks_one_thing(prompt: str, is_long: bool) -> None:
    assert found(f"## {prompt}\nb") == ["1:1 long-prompt"] * is_long


@pytest.mark.parametrize(
    "claim",
    [
        "Recall rose by 46% in the test.",
        "It takes 8 ms.",
        "The graph has 3 billion nodes and 1.5 million edges.",
        "It is 10× faster.",
        "If it rains, stay. Recall rose by 46 %.",
    ],
)
def test_a_figure_wants_a_source(claim: str) -> None:
    assert found(f"## a\n\n{claim}")[0].endswith("unsourced-figure")
    for heading in ("a {source=x}", "a {verified=no}", "a of arXiv 1806.01973"):
        assert found(f"## {heading}\n\n{claim}") == []
    assert found(f"## a\n\n{claim}[^1]\n\n[^1]: A paper.") == []
    assert found(f"# a\nSources: a paper\n## a\n\n{claim}") == []
    assert found(f"## a\n\n{claim}\n# Sources\nA paper.\n# More") == []
    assert found(f"## a\n\n{claim}\n# References\nA paper.") == []
    assert found(f"## a\n\n{claim}\n# Words\nA tale.\n## b\nc") != []


@pytest.mark.parametrize(
    "text",
    [
        "A square, $x^2$ or 3 × 4, the 2nd of 1000×1000.",
        "`90%` and $90\\%$.",
        "A 95% confidence interval; half is 50%, all is 100 %.",
        "If 20% of 1000 fail, 200 do.",
        "Given 22 ms, it is fast.",
        "Items, systems and params.",
        "One of x.9% and a2%.",
    ],
)
def test_what_is_no_measured_figure_wants_none(text: str) -> None:
    assert found(f"## What do 22 ms mean?\n{text}") == []


@settings(max_examples=300)
@given(st.lists(st.sampled_from(DOLLARS), max_size=10).map("".join))
def test_what_is_orderly_at_a_glance_is_so_at_length(text: str) -> None:
    assert not is_orderly(text) or not list(open_dollars(text, literal_stretches(text)))
