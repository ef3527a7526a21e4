"""basic: the heading asks, the body answers."""

import pytest

from tests.domain.samples import expand, places


def test_the_heading_asks_and_the_body_answers() -> None:
    (faces,) = expand("## What is L1?\n\nA norm.\n\nOf weights.\n").faces
    assert (faces.key, faces.prompt) == ("", "What is L1?")
    assert faces.front == "## What is L1?\n"
    assert faces.back == "A norm.\n\nOf weights."


def test_a_thematic_break_lengthens_the_question() -> None:
    (faces,) = expand("## What is printed?\n```py\nprint(1)\n```\n\n---\n1\n\n---\nmore\n").faces
    assert faces.front == "## What is printed?\n\n```py\nprint(1)\n```\n"
    assert faces.back == "1\n\n---\nmore"


@pytest.mark.parametrize("rule", ["***", "- - -", "___", "  ---  "])
def test_any_thematic_break_will_do(rule: str) -> None:
    (faces,) = expand(f"## a\nabove\n\n{rule}\nbelow\n").faces
    assert (faces.front, faces.back) == ("## a\n\nabove\n", "below")


@pytest.mark.parametrize("rule", ["```\n---\n```", "> ---", "- a\n\n  ---", "a\n---"])
def test_a_break_inside_something_else_splits_nothing(rule: str) -> None:
    (faces,) = expand(f"## a\n{rule}\nbelow\n").faces
    assert (faces.front, faces.back) == ("## a\n", f"{rule}\nbelow")


def test_code_in_an_answer_keeps_its_indent() -> None:
    (faces,) = expand("## a\n\n    code\n").faces
    assert faces.back == "    code"


@pytest.mark.parametrize("body", ["", "\n \n", "above\n\n---", "above\n\n---\n \t\n"])
def test_a_note_without_an_answer_is_an_error(body: str) -> None:
    expansion = expand(f"\n## a\n{body}")
    assert expansion.faces == ()
    assert places(expansion.problems) == ["2:1 empty-answer"]
    assert expansion.problems[0].message == "“a” has no answer."
