"""Problems say what, where, and what to do."""

import string

import pytest

from flashcards.domain.problems import (
    FLAWS,
    UNKNOWN_KEY,
    UNKNOWN_SETTING,
    Flaw,
    Place,
    Severity,
    did_you_mean,
)


def test_a_problem_reads_as_one_line() -> None:
    problem = UNKNOWN_KEY.at(Place("d.md", 3, 2), key="tittle", guess="Did you mean “title”?")
    assert str(problem) == (
        "d.md:3:2: warning [unknown-key] The front matter does not know the key “tittle”. "
        "Did you mean “title”?"
    )


def test_a_problem_without_a_hint_ends_with_its_message() -> None:
    problem = UNKNOWN_SETTING.at(Place("s"), key="a", guess="")
    assert str(problem) == "s:1:1: warning [unknown-setting] There is no setting called “a”."


def test_what_people_wrote_may_hold_braces() -> None:
    assert "“{x}”" in UNKNOWN_KEY.at(Place("d.md"), key="{x}", guess="").message


def test_problems_are_sorted_by_file_line_and_column() -> None:
    marks = [("b", 1, 1), ("a", 2, 1), ("a", 1, 9), ("a", 1, 2)]
    found = sorted(UNKNOWN_KEY.at(Place(*mark), key="k", guess="") for mark in marks)
    assert [(p.place.file, p.place.line, p.place.column) for p in found] == sorted(marks)


@pytest.mark.parametrize(
    ("word", "sentence"),
    [("clozes", "Did you mean “cloze”?"), ("CLOZE", ""), ("zzz", ""), ("", "")],
)
def test_the_nearest_known_word_is_offered(word: str, sentence: str) -> None:
    assert did_you_mean(word, ["basic", "cloze"]) == sentence


def test_every_code_is_unique() -> None:
    codes = [flaw.code for flaw in FLAWS]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("flaw", FLAWS, ids=lambda flaw: flaw.code)
def test_every_flaw_speaks_in_sentences(flaw: Flaw) -> None:
    names = {name for _, name, _, _ in string.Formatter().parse(flaw.message + flaw.hint) if name}
    problem = flaw.at(Place("d.md"), **dict.fromkeys(names, "WORD"))
    assert problem.message[0].isupper() or problem.message[0] == "“"
    assert problem.message.endswith(".")
    assert problem.hint.endswith((".", "WORD"))
    assert problem.severity in Severity
