"""The registry of kinds."""

from flashcards.domain.kinds import DEFAULT_KIND, KINDS, kind_named, kind_names


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
