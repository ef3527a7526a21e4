"""Several decks are written or none; what a crash broke off is finished at the next start."""

from pathlib import Path

import pytest

from flashcards.services.together import Together, Written
from tests.services.conftest import together


@pytest.fixture
def broken_off(tmp_path: Path) -> tuple[Path, Path]:
    """Let the power go after the first of two decks."""
    first, second = tmp_path / "a.md", tmp_path / "b.md"
    second.write_text("old", "utf-8")
    together(tmp_path).begin([_new(first), _new(second)])
    first.write_text("new", "utf-8")
    return first, second


def _new(file: Path) -> Written:
    before = file.read_text("utf-8") if file.exists() else ""
    return Written(str(file), before, "new", not file.exists())


def started(folder: Path) -> Together:
    made = together(folder)
    made.mend()
    return made


def test_a_start_finishes_what_was_broken_off_and_tells_it_once(
    tmp_path: Path, broken_off: tuple[Path, Path]
) -> None:
    assert started(tmp_path).told == (
        "A change to your decks that was broken off is finished now: 1 deck was written."
    )
    assert [file.read_text("utf-8") for file in broken_off] == ["new", "new"]
    assert started(tmp_path).told == ""


def test_what_was_changed_since_is_left_and_nothing_told(
    tmp_path: Path, broken_off: tuple[Path, Path]
) -> None:
    broken_off[1].write_text("other", "utf-8")
    assert started(tmp_path).told == ""
    assert broken_off[1].read_text("utf-8") == "other"
    assert started(tmp_path).told == ""


def test_where_all_was_written_there_is_nothing_to_tell(
    tmp_path: Path, broken_off: tuple[Path, Path]
) -> None:
    broken_off[1].write_text("new", "utf-8")
    assert started(tmp_path).told == ""
