"""A heading's ``{#id .kind key=value}``."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.domain.deck.attributes import Attributes, odd_braces, split_heading


@pytest.mark.parametrize(
    ("heading", "prompt", "attributes"),
    [
        ("L1 vs L2 {#l1 .compare}", "L1 vs L2", Attributes(("l1",), ("compare",))),
        ("a {.cloze #x}", "a", Attributes(("x",), ("cloze",))),
        ("a {: #x }", "a", Attributes(("x",))),
        ("a\t{#x}\t ", "a", Attributes(("x",))),
        ("{#x}", "", Attributes(("x",))),
        ("a {.b .c}", "a", Attributes((), ("b", "c"))),
        ("a {topic=ml/x}", "a", Attributes(values=(("topic", "ml/x"),))),
        ('a {tags="x y"}', "a", Attributes(values=(("tags", "x y"),))),
        ("a {tags='x y' #i}", "a", Attributes(("i",), values=(("tags", "x y"),))),
        ("a {source=}", "a", Attributes(values=(("source", ""),))),
        ('a {source=""}', "a", Attributes(values=(("source", ""),))),
        ("a {#x #y}", "a", Attributes(("x", "y"))),
        ("a {b} {#x}", "a {b}", Attributes(("x",))),
        ("a {#ü.1:b_c-d}", "a", Attributes(("ü.1:b_c-d",))),
    ],
)  # fmt: skip
def test_an_attribute_list_ends_the_heading(
    heading: str, prompt: str, attributes: Attributes
) -> None:
    assert split_heading(heading) == (prompt, attributes)


@pytest.mark.parametrize(
    "heading",
    [
        "",
        "a",
        "the set {a, b}",
        "a {}",
        "a { }",
        "f{#x}",
        "a {#x} b",
        "a {#x",
        "a #x}",
        "#x }",
        "a {#x}}",
        "a {{#x}",
        "a {#}",
        "a {.}",
        "a {#x y}",
        "a {1=2}",
        'a {source="x}',
        'a {source="x"y}',
        r"\frac {1}{2}",
        r"why $\mathbb {E}$",
    ],
)
def test_braces_that_hold_anything_else_are_text(heading: str) -> None:
    assert split_heading(heading) == (heading, Attributes())


@pytest.mark.parametrize(
    ("prompt", "braces"),
    [
        ("a {#my id}", "{#my id}"),
        ("a {# my-id}", "{# my-id}"),
        ("a {: #my id}", "{: #my id}"),
        ("a{#x}", "{#x}"),
        ("a {#x", "{#x"),
        ("a #x}", "#x}"),
        ("a #x y}", ""),
        ("a {.cloze and more}", "{.cloze and more}"),
        ("a {cloze}", "{cloze}"),
        ("{ cloze }", "{ cloze }"),
        ("a {#x}", "{#x}"),
        ("a", ""),
        ("a {b}", ""),
        ("a {}", ""),
        ("a {#}", ""),
        ("a {.5, 1}", ""),
        ("a {x | x > 0}", ""),
        ("a {clozes}", ""),
        ("the $\\text{cloze}", ""),
        ("f{cloze}", ""),
        ("a {#my id} b", ""),
        ("a `{#my id}`", ""),
        ("a {{#my id}}", ""),
        ("a {#my {id}", ""),
    ],
)
def test_braces_that_look_meant_are_odd(prompt: str, braces: str) -> None:
    assert odd_braces(prompt, ("basic", "cloze")) == braces


@given(st.text(st.sampled_from("a#.{}= :\t\"'"), max_size=30))
def test_any_heading_can_be_split(heading: str) -> None:
    prompt, attributes = split_heading(heading)
    assert heading.strip().startswith(prompt)
    assert prompt == heading.strip() or attributes != Attributes()
