"""One flaw a file, with what is said of it beside it; and texts that nothing may be said of."""

from pathlib import Path

import pytest

from flashcards.domain.problems import FLAWS
from flashcards.services.checking import check_decks
from flashcards.store.deck_files import DeckFiles

TESTS = Path(__file__).parents[1]
FILES = sorted(path for path in (TESTS / "malformed").glob("*.md") if path.name != "README.md")
ELSEWHERE = {"unreadable", "too-large", "doubtful-note", "doubtful-sibling"}
"""What no file in a folder can show: tests/bad_input and tests/domain/test_adoption.py do."""


def said(path: Path) -> str:
    """Write what is wrong with a deck as the files of expectations have it."""
    return "".join(
        f"{found.place.line}:{found.place.column} {found.severity} {found.code}: {found.message}\n"
        for found in check_decks(DeckFiles([path])).problems
    )


def expected(path: Path) -> str:
    return path.with_suffix(".expected").read_text("utf-8")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_flaw_is_told_where_it_is_and_nothing_else(path: Path) -> None:
    assert said(path) == expected(path)


def test_every_flaw_a_file_can_have_is_there_and_alone() -> None:
    codes = {path.stem: expected(path).split(":")[1].split(" ")[2] for path in FILES}
    assert [name for name, code in codes.items() if not name.startswith(code)] == []
    assert [path.stem for path in FILES if expected(path).count("\n") != 1] == []
    of_settings = {flaw.code for flaw in FLAWS if "setting" in flaw.code}
    assert {flaw.code for flaw in FLAWS} == set(codes.values()) | ELSEWHERE | of_settings


def test_there_is_no_false_alarm() -> None:
    samples = check_decks(DeckFiles([TESTS / "decks"]))
    assert samples.decks > 0
    assert samples.problems == ()
