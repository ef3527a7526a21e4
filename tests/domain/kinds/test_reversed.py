"""reversed: also asked from its answer."""

from tests.domain.samples import expand, places


def test_the_answer_asks_back() -> None:
    forward, back = expand("## die Katze {.reversed}\n\nthe cat\n\na pet\n").faces
    assert (forward.key, forward.front, forward.back) == (
        "",
        "## die Katze\n",
        "the cat\n\na pet",
    )
    assert (back.key, back.front, back.back) == ("back", "the cat\n\na pet", "## die Katze\n")


def test_the_card_that_asks_back_is_named_by_the_answers_first_line() -> None:
    _, back = expand("## die Katze {.reversed}\n\n  the cat \n\na pet\n").faces
    assert back.prompt == "the cat ↩"


def test_a_break_is_part_of_the_answer() -> None:
    forward, _ = expand("## a {.reversed}\nb\n\n---\nc\n").faces
    assert forward.back == "b\n\n---\nc"


def test_a_note_without_an_answer_is_an_error() -> None:
    assert places(expand("## a {.reversed}\n\n").problems) == ["1:1 empty-answer"]
