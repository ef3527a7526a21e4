"""The registry of kinds."""

import pytest

from flashcards.domain.kinds import DEFAULT_KIND, KINDS, kind_named, kind_names
from tests.domain.samples import expand


def test_every_kind_is_found_by_its_name() -> None:
    assert kind_names() == (
        "basic",
        "reversed",
        "cloze",
        "compare",
        "steps",
        "paper",
        "star",
    )
    assert [kind_named(name) for name in kind_names()] == list(KINDS)


def test_a_note_that_says_nothing_is_basic() -> None:
    assert DEFAULT_KIND == "basic"


def test_no_other_kind_is_known() -> None:
    assert kind_named("quiz") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## Q {.typed}\n\nThe *answer*.\n", ["The *answer*."]),
        ("## Q {.typed}\nMore.\n\n---\nSo[^a].\n\n[^a]: A book.\n", ["So."]),
        ("## Q {.reversed.typed}\nA\n", ["A", "Q"]),
        ("## Q {.cloze.typed}\n{{c1::L1}}, {{c1::L2::or?}} and {{rest}}\n", ["L1, L2", "rest"]),
        ("## Q {.reversed}\nA\n", ["", ""]),
        ("## Q {.cloze}\n{{A}}\n", [""]),
    ],
)
def test_what_is_to_be_typed_is_the_answer_or_what_is_hidden(
    text: str, expected: list[str]
) -> None:
    assert [faces.expected for faces in expand(text).faces] == expected
