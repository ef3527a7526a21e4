"""Several decks are written or none; what a crash broke off is finished at the next start."""

from pathlib import Path

import pytest

from flashcards.domain.errors import FlashcardsError
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


@pytest.mark.parametrize("names", [["c"], ["c", "d"]])
def test_a_later_step_forgets_nothing_that_is_half_done(
    tmp_path: Path, broken_off: tuple[Path, Path], names: list[str]
) -> None:
    files, later = [tmp_path / f"{name}.md" for name in names], together(tmp_path)
    later.save([(file, later.sheet(file), "later") for file in files])
    assert [file.read_text("utf-8") for file in files] == ["later"] * len(names)
    assert bool(later.told) == (len(names) > 1)
    assert bool(started(tmp_path).told) == (len(names) == 1)
    assert [file.read_text("utf-8") for file in broken_off] == ["new", "new"]


def test_what_cannot_be_finished_yet_waits_and_stops_a_later_step(
    tmp_path: Path, broken_off: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    files, later = [tmp_path / "c.md", tmp_path / "d.md"], together(tmp_path)
    changes = [(file, later.sheet(file), "later") for file in files]
    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", full)
        with pytest.raises(FlashcardsError, match=r"b\.md cannot be written: no space left"):
            later.save(changes)
    assert [file.exists() for file in files] == [False, False]
    assert started(tmp_path).told


def full(_: int) -> None:
    raise OSError(28, "No space left on device")
