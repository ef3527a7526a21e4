"""star: a story told aloud."""

import pytest

from flashcards.domain.note import Faces
from tests.domain.samples import expand, places

STORY = {"Situation": "A launch.", "Task": "Mine.", "Action": "I built it.", "Result": "Up 5%."}


def written(braces: str = "", **other: str) -> str:
    sections = "".join(f"### {name}\n{text}\n" for name, text in (STORY | other).items())
    return f"## Tell {{.star {braces}}}\n{sections}"


def faces_of(text: str) -> Faces:
    (faces,) = expand(text).faces
    return faces


def codes(text: str) -> list[str]:
    return [place.split()[1] for place in places(expand(text).problems)]


def test_a_story_is_one_card_whose_sections_are_shown_one_by_one() -> None:
    faces = faces_of(written(Reflection="Ask."))
    assert (faces.key, faces.prompt, faces.marked, faces.minutes) == ("", "Tell", False, 2)
    assert faces.front == "## Tell\n\nTell it aloud, in 2 minutes at most.\n"
    assert [(part.key, part.title, part.text) for part in faces.parts][3:] == [
        ("result", "Result", "Up 5%."),
        ("reflection", "Reflection", "Ask."),
    ]
    assert faces.back.startswith("### Situation\n\nA launch.\n\n### Task\n\nMine.")


def test_its_sections_keep_the_written_order() -> None:
    text = "## Tell {.star}\n### Result\n5\n### Tasks\nb\n### situation\nc\n### ACTION\nI d."
    assert [part.title for part in faces_of(text).parts] == [
        "Result",
        "Task",
        "Situation",
        "Action",
    ]
    assert codes(text) == []


def test_text_above_the_first_section_belongs_to_the_question() -> None:
    text = written().replace("}\n", "}\nThink of data.\n\n", 1)
    assert (
        faces_of(text).front
        == "## Tell\n\nThink of data.\n\nTell it aloud, in 2 minutes at most.\n"
    )


def test_values_are_context() -> None:
    assert (
        faces_of(written('values="Act as One, Win or Learn,"')).context
        == "Act as One · Win or Learn"
    )


@pytest.mark.parametrize(("written_as", "minutes"), [("3", 3), ("1.5", 1.5), ("10", 10)])
def test_a_story_says_how_long_it_may_take(written_as: str, minutes: float) -> None:
    faces = faces_of(written(f"minutes={written_as}"))
    assert faces.minutes == minutes
    assert f"in {written_as} minutes at most" in faces.front


@pytest.mark.parametrize("minutes", ["two", "0", "-1", "1e9", "100", "1:30"])
def test_a_time_that_is_none_is_two_minutes(minutes: str) -> None:
    expansion = expand(written(f"minutes={minutes}"))
    assert expansion.faces[0].minutes == 2
    assert places(expansion.problems) == ["1:1 wrong-value"]


def test_missing_sections_are_a_hint_but_for_the_reflection() -> None:
    (problem,) = expand("## Tell {.star}\n### Action\nI did.\n").problems
    assert problem.message == "This star note does not say: Situation, Task, Result."
    assert codes(written()) == []


def test_without_a_section_nothing_is_asked() -> None:
    expansion = expand("## Tell {.star}\nA story.")
    assert (expansion.faces, places(expansion.problems)) == ((), ["1:1 no-fields"])


@pytest.mark.parametrize(
    "action",
    [
        "We did.",
        "We've met, we'll meet. I wrote.",
        "WE built it, and I tested; then we shipped.",
        "We split the I/O path, i.e. two parts.",
        "We wrote it. “I think so,” he said.",
    ],
)
def test_we_more_often_than_i_is_pointed_out(action: str) -> None:
    assert codes(written(Action=action)) == ["we-not-i"]


@pytest.mark.parametrize(
    "action",
    [
        "I did, and we shipped.",
        "I'm here, I’ve met them; we've agreed, we shipped.",
        "Asked for our plan, our data and our users, they told us.",
        "The lead said “we wait, we always wait”. I went on.",
        'They wrote "we refuse". Then i asked why.',
        "<!-- we we we --> Measured it, fixed it.",
        "`we` is a variable of ours.",
        "The team and I. We did.",
    ],
)
def test_i_as_often_as_we_is_fine(action: str) -> None:
    assert codes(written(Action=action)) == []


def test_the_sentence_says_how_often() -> None:
    (problem,) = expand(written(Action="We did, we did, I did.")).problems
    assert problem.message == "The action says “we” more often (2) than “I” (1)."
    assert problem.place.line == 6


@pytest.mark.parametrize(
    "result",
    [
        "Up 5.",
        "Twice as fast.",
        "It halved the cost.",
        "Down by a third.",
        "X % fewer errors.",
        "½ the time.",
        "Two teams use it.",
        "Twenty-five users.",
        "Tenfold growth.",
        "From a week to one hour.",
        "$10^3$ more.",
        "Dozens of users.",
    ],
)
def test_a_number_may_be_written_in_any_way(result: str) -> None:
    assert codes(written(Result=result)) == []


@pytest.mark.parametrize(
    "result",
    [
        "It went well.",
        "No one of them complained.",
        "1. It went well.\n2. They liked it.",
        "See https://example.org/2024.",
        "<!-- 5% -->\nBetter.",
        "It went well.[^1]\n\n[^1]: report 7",
        "Someone used it often.",
    ],
)
def test_a_result_without_a_number_is_pointed_out(result: str) -> None:
    assert codes(written(Result=result)) == ["no-number"]


def test_a_story_longer_than_its_minutes_is_pointed_out() -> None:
    assert codes(written("minutes=1", Situation="word " * 123)) == []
    (problem,) = expand(written("minutes=1", Situation="word " * 150)).problems
    assert problem.code == "long-story"
    assert problem.message == (
        "Told at 130 words a minute, this story takes 1.2 minutes (156 words); it has 1 minute."
    )
