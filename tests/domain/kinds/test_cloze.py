"""cloze: a text with gaps."""

import pytest

from flashcards.domain.marks import CLOSE, OPEN
from flashcards.domain.problems import Problem
from tests.domain.samples import expand, places

SHOWN = str.maketrans({OPEN: "<", CLOSE: ">"})


def asked(body: str) -> list[str]:
    """Write each card as ``key: front | back`` with its marks as <>."""
    heading = "### a\n\n"
    faces = expand(f"## a {{.cloze}}\n{body}\n").faces
    assert all(each.front.startswith(heading) for each in faces)
    return [
        f"{each.key}: {each.front[len(heading) : -1]} | {each.back}".translate(SHOWN)
        for each in faces
    ]


def keys(body: str) -> str:
    return " ".join(line.partition(":")[0] for line in asked(body))


def problems(body: str) -> tuple[Problem, ...]:
    return expand(f"## a {{.cloze}}\n{body}\n").problems


def test_each_deletion_is_a_card() -> None:
    assert asked("an {{L1}} and an {{L2}} penalty") == [
        "l1: an <[…]> and an L2 penalty | an <L1> and an L2 penalty",
        "l2: an L1 and an <[…]> penalty | an L1 and an <L2> penalty",
    ]


def test_a_hint_stands_in_the_gap() -> None:
    assert asked("an {{L1::which norm?}} penalty") == [
        "l1: an <[which norm?]> penalty | an <L1> penalty"
    ]


def test_equal_numbers_are_hidden_together() -> None:
    assert asked("{{c1::a}} {{c2::b::hint}} {{c1::c}} {{d}}") == [
        "c1: <[…]> b <[…]> d | <a> b <c> d",
        "c2: a <[hint]> c d | a <b> c d",
        "d: a b c <[…]> | a b c <d>",
    ]


def test_the_card_is_named_by_its_hint_and_never_by_its_answer() -> None:
    hinted, bare = expand("## a {.cloze}\n{{b::hint}} {{c}}").faces
    assert (hinted.prompt, bare.prompt) == ("a — [hint]", "a — […]")


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("{{x}} {{x}} {{X!}}", "x x-2 x-3"),
        ("{{x}} {{x}} {{x 2}}", "x x-2 x-2-2"),
        ("{{x 2}} {{x}} {{x}}", "x-2 x x-3"),
        ("{{c1::a}} {{c1}}", "c1 c1-2"),
        ("{{c1}} {{c1::a}}", "c1-2 c1"),
        ("{{c01::a}} {{c1::b}}", "c01 c1"),
    ],
)
def test_no_two_gaps_share_a_name_by_chance(body: str, found: str) -> None:
    assert keys(body) == found


@pytest.mark.parametrize(
    ("body", "back"),
    [
        ("{{{a}}}", "<{a}>"),
        ("{{f(x) = {x}}}", "<f(x) = {x}>"),
        ("{{a {{b}} c}}", "<a {{b}} c>"),
        ("{{\\}}}", "<\\}>"),
        ("{{a\nb}}", "<a\nb>"),
        ("{{a::}}", "<a>"),
    ],
)
def test_braces_close_in_pairs(body: str, back: str) -> None:
    assert [line.rpartition(" | ")[2] for line in asked(body)] == [back]


@pytest.mark.parametrize("body", ["`{{a}}`", "$x_{{a}}$", "$$\n{{a}}\n$$", "```\n{{a}}\n```"])
def test_in_code_and_math_only_a_number_makes_a_deletion(body: str) -> None:
    assert [found.code for found in problems(body)] == ["no-deletion"]
    assert keys(body.replace("{{a", "{{c1::a")) == "c1"


def test_a_deletion_may_hold_math_and_code() -> None:
    assert asked("{{$x^{2}$}} {{`{}`}}")[0] == "x-2: <[…]> `{}` | <$x^{2}$> `{}`"


def test_a_deletion_may_stand_in_a_table_cell() -> None:
    assert asked("| a | {{b}} |\n|---|---|\n| c | d |") == [
        "b: | a | <[…]> |\n|---|---|\n| c | d | | | a | <b> |\n|---|---|\n| c | d |"
    ]


def test_escaped_braces_are_text() -> None:
    assert asked("\\{\\{a\\}\\} {{b}}") == ["b: \\{\\{a\\}\\} <[…]> | \\{\\{a\\}\\} <b>"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("{{a", ["2:1 unclosed-deletion", "1:1 no-deletion"]),
        ("b\n  {{a}", ["3:3 unclosed-deletion", "1:1 no-deletion"]),
        ("{{a\n\nb}}", ["2:1 unclosed-deletion", "1:1 no-deletion"]),
        ("{{a} }", ["2:1 unclosed-deletion", "1:1 no-deletion"]),
        ("{{a {{b}}", ["2:1 unclosed-deletion"]),
        ("{{a {{b {{c", ["2:1 unclosed-deletion", "1:1 no-deletion"]),
        ("a", ["1:1 no-deletion"]),
        ("", ["1:1 no-deletion"]),
        ("`{{c1::a`", ["1:1 no-deletion"]),
        ("a\n\n {{b}} {{c\n\n{{d", ["4:8 unclosed-deletion"]),
    ],
)
def test_an_unclosed_deletion_is_text_and_reported_once(body: str, found: list[str]) -> None:
    assert places(problems(body)) == found


@pytest.mark.parametrize("empty", ["{{}}", "{{ }}", "{{c1::}}", "{{::hint}}", "{{c1:: ::hint}}"])
def test_an_empty_deletion_is_text_and_makes_no_card(empty: str) -> None:
    body = f"{empty} {{{{b}}}}\n{empty}"
    assert asked(body) == [f"b: {empty} <[…]>\n{empty} | {empty} <b>\n{empty}"]
    assert places(problems(body)) == ["2:1 empty-deletion", "3:1 empty-deletion"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("{c1::a} {{b}}", ["2:1 single-braces"]),
        ("{{b}}\n {c1::a}}", ["3:2 single-braces"]),
        ("${c1::a}$ {{b}}", ["2:2 single-braces"]),
        ("{{c1:a}}", ["2:1 single-colon"]),
        ("{{c1:a::hint}}", ["2:1 single-colon"]),
        ("${{c1:a}}$ {{b}}", ["2:2 single-colon"]),
        ("`{c1::a}` `{{c1:a}}` {{b}}", []),
        ("```\n{c1::a}\n```\n{{b}}", []),
        ("\\{c1::a} {c1} {c::a} {{b}}", []),
        ("{{c1::a}} {{c1}} {{c1 : a}} {{{c2::a}}}", []),
    ],
)
def test_a_slip_in_a_numbered_deletion_is_told(body: str, found: list[str]) -> None:
    assert places(problems(body)) == found


def test_a_deletion_with_one_colon_is_a_card_all_the_same() -> None:
    assert asked("{{c1:a}}") == ["c1-a: <[…]> | <c1:a>"]


def test_the_hints_show_the_braces_themselves() -> None:
    unclosed, nothing = problems("{{a")
    assert unclosed.hint == "End it with }}."
    assert nothing.hint == "Put {{double braces}} around what to hide."
