"""steps: a numbered list that is told one step at a time."""

import pytest

from flashcards.domain.note import Faces
from tests.domain.samples import expand, places


def faces_of(body: str) -> Faces:
    (faces,) = expand(f"## a {{.steps}}\n{body}").faces
    return faces


def parts(body: str) -> list[str]:
    return [f"{part.key}: {part.text}" for part in faces_of(body).parts]


def test_each_entry_is_a_step_of_one_card() -> None:
    faces = faces_of("1. Build\n2. *Test*\n3. Ship")
    assert (faces.key, faces.prompt, faces.front, faces.marked) == ("", "a", "## a\n", True)
    assert faces.back == "1. Build\n2. *Test*\n3. Ship"
    assert [(part.key, part.title, part.text) for part in faces.parts] == [
        ("build", "Step 1", "Build"),
        ("test", "Step 2", "*Test*"),
        ("ship", "Step 3", "Ship"),
    ]


def test_text_above_belongs_to_the_question_and_text_below_to_the_last_step() -> None:
    faces = faces_of("Given x.\n\n1. b\n2. c\n\nBelow.\n\n1. other list")
    assert faces.front == "## a\n\nGiven x.\n"
    assert faces.back == "1. b\n2. c\n\nBelow.\n\n1. other list"
    assert [part.text for part in faces.parts] == ["b", "c\n\n***\n\nBelow.\n\n1. other list"]


def test_what_a_break_parts_from_the_question_comes_with_the_first_step() -> None:
    faces = faces_of("Given x.\n\n---\nFirst of all:\n\n1. b\n2. c\n\n---\nd")
    assert faces.front == "## a\n\nGiven x.\n"
    assert [part.text for part in faces.parts] == ["First of all:\n\nb", "c\n\n---\nd"]
    assert faces.back == "First of all:\n\n1. b\n2. c\n\n---\nd"


def test_a_break_below_the_list_splits_no_question() -> None:
    assert faces_of("x\n\n1. b\n2. c\n\n---\nd").front == "## a\n\nx\n"


def test_equal_steps_are_numbered() -> None:
    assert parts("1. b\n2. b\n3. B 2\n4. b") == ["b: b", "b-2: b", "b-2-2: B 2", "b-3: b"]


def test_an_entry_keeps_what_is_indented_below_it() -> None:
    body = "1. b\n\n   more\n   - x\n     - y\n\n2. c\n   ```\n    code\n   ```\n"
    assert parts(body) == ["b: b\n\nmore\n- x\n  - y", "c: c\n```\n code\n```"]
    assert faces_of(body).back == body.rstrip()


@pytest.mark.parametrize(
    "body", ["3) b\n4) c", "1. b\n1. c", "  1. b\n  2. c", "10. b\n\n\n11. c", "x\n1. b\n2. c"]
)
def test_any_numbered_list_will_do(body: str) -> None:
    assert parts(body) == ["b: b", "c: c"]


@pytest.mark.parametrize("other", ["- d", "1) d", "> 3. d", "d\n===", "```\n3. d\n```"])
def test_the_list_ends_where_something_else_begins(other: str) -> None:
    assert parts(f"1. b\n2. c\n\n{other}") == ["b: b", f"c: c\n\n***\n\n{other}"]


@pytest.mark.parametrize(
    "body", ["", "b", "- b\n- c", "> 1. b", "- 1. b", "```\n1. b\n2. c\n```", "1."]
)
def test_without_a_numbered_list_nothing_is_asked(body: str) -> None:
    expansion = expand(f"## a {{.steps}}\n{body}")
    assert expansion.faces == ()
    assert "1:1 no-steps" in places(expansion.problems)


def test_an_empty_step_is_left_out() -> None:
    expansion = expand("## a {.steps}\n1. b\n2.\n3. c\n")
    assert places(expansion.problems) == ["3:1 empty-step"]
    assert expansion.faces[0].back == "1. b\n2. c"


def test_a_single_step_is_asked_all_the_same() -> None:
    expansion = expand("## a {.steps}\n1. b\n")
    assert places(expansion.problems) == ["1:1 single-step"]
    assert len(expansion.faces[0].parts) == 1
