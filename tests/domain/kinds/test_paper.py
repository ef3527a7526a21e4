"""paper: one question a field."""

import pytest

from flashcards.domain.kinds.paper import QUESTIONS
from tests.domain.samples import expand, places

NEEDED = "### Problem\n1\n### Idea\n2\n### Results\n3\n"


def asked(body: str) -> list[str]:
    faces = expand(f"## P {{.paper}}\n{body}").faces
    return [f"{each.key}: {each.prompt} {each.back}" for each in faces]


def test_each_field_has_its_question() -> None:
    body = "".join(f"### {name}\nx\n" for name in QUESTIONS)
    assert asked(body) == [
        "problem: P — what problem does it solve? x",
        "idea: P — what is its key idea? x",
        "model: P — how is the model built? x",
        "data: P — what data does it learn from? x",
        "loss: P — what loss does it minimise? x",
        "serving: P — how is it served? x",
        "results: P — what did it achieve? x",
        "limits: P — what are its limits? x",
        "follow-ups: P — what came after it, or could? x",
    ]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("problems", "problem"),
        ("IDEAS", "idea"),
        ("Losses", "loss"),
        ("loss:", "loss"),
        ("Result", "results"),
        ("Limit", "limits"),
        ("Follow-up", "follow-ups"),
        ("Follow ups", "follow-ups"),
        ("followups", "follow-ups"),
    ],
)
def test_capitals_and_number_do_not_matter(name: str, key: str) -> None:
    (line,) = asked(f"### {name}\nx")
    assert line.startswith(f"{key}: ")


def test_venue_year_and_link_are_context() -> None:
    text = "## P {.paper venue=KDD year=2018 link=https://www.arxiv.org/abs/1#2}\n" + NEEDED
    assert {each.context for each in expand(text).faces} == {
        "KDD 2018 · [arxiv.org](https://www.arxiv.org/abs/1#2)"
    }


@pytest.mark.parametrize(
    ("braces", "context"),
    [
        ("", ""),
        ("year=2018", "2018"),
        ("link=arXiv:1806", "arXiv:1806"),
        ("venue=KDD link=javascript:x", "KDD · javascript:x"),
    ],
)
def test_context_says_what_is_known(braces: str, context: str) -> None:
    assert expand(f"## P {{.paper {braces}}}\n{NEEDED}").faces[0].context == context


def test_text_above_the_first_field_stands_below_every_answer() -> None:
    assert (
        asked(f"By Ying.\n\n{NEEDED}")[0]
        == "problem: P — what problem does it solve? 1\n\nBy Ying."
    )


def test_only_what_every_paper_has_is_missed() -> None:
    assert places(expand(f"## P {{.paper}}\n{NEEDED}").problems) == []
    (problem,) = expand("## P {.paper}\n### Model\nx\n### Idea\n").problems[1:]
    assert problem.message == "This paper note does not say: Problem, Results."


def test_a_field_of_another_name_is_asked_by_it() -> None:
    expansion = expand(f"## P {{.paper}}\n{NEEDED}### Probelm\n4\n### Why?\n5")
    assert [each.prompt for each in expansion.faces[3:]] == ["P — Probelm?", "P — Why?"]
    assert places(expansion.problems) == ["8:1 unknown-field", "10:1 unknown-field"]
    assert expansion.problems[0].hint.endswith("Did you mean “Problem”?")


def test_a_field_that_stands_there_already_is_left_out() -> None:
    expansion = expand(f"## P {{.paper}}\n{NEEDED}### ideas\n4")
    assert places(expansion.problems) == ["8:1 duplicate-field"]
    assert [each.key for each in expansion.faces] == ["problem", "idea", "results"]


def test_an_empty_field_is_no_card_and_not_missing() -> None:
    expansion = expand("## P {.paper}\n### Problem\n1\n### Idea\n\n### Results\n3\n")
    assert places(expansion.problems) == ["4:1 empty-field"]
    assert [each.key for each in expansion.faces] == ["problem", "results"]


@pytest.mark.parametrize("body", ["", "x", "#### Problem\nx", "```\n### Problem\nx\n```"])
def test_without_a_field_nothing_is_asked(body: str) -> None:
    expansion = expand(f"## P {{.paper}}\n{body}")
    assert (expansion.faces, places(expansion.problems)) == ((), ["1:1 no-fields"])
