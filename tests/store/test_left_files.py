"""What a save that was cut off has left beside a deck is cleared away, and nothing else."""

import os
import time
from pathlib import Path

import pytest

from flashcards.store.atomic import write_atomically
from flashcards.store.deck_files import DeckFiles

HOUR_S = 3600


class Killed(BaseException):
    """The program is no more."""


def killed() -> None:
    raise Killed


def hidden(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name.startswith("."))


@pytest.fixture
def left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Kill a save at its last step."""
    monkeypatch.setattr(Path, "unlink", lambda _: None)
    with pytest.raises(Killed):
        write_atomically(tmp_path / "a.md", b"## a\nb\n", killed)
    monkeypatch.undo()
    (file,) = (tmp_path / name for name in hidden(tmp_path))
    return file


def aged(file: Path, hours: float) -> None:
    then = time.time() - hours * HOUR_S
    os.utime(file, (then, then))


def test_a_save_that_was_killed_leaves_nothing_for_long(left: Path) -> None:
    aged(left, 0.9)
    DeckFiles([left.parent]).listing()
    assert left.exists(), "it may be being written now"
    aged(left, 1.1)
    DeckFiles([left.parent]).listing()
    assert not left.exists()


def test_what_is_called_otherwise_is_the_persons(left: Path) -> None:
    folder = left.parent
    names = (".a.md.original", ".flashcards-shipped.json", ".flashcards-abc.new", ".b.new")
    for name in names:
        (folder / name).write_text("mine")
        aged(folder / name, 99)
    linked = folder / ".flashcards-abcdefgh.new"
    linked.symlink_to(folder / ".b.new")
    aged(left, 99)
    DeckFiles([folder]).listing()
    assert hidden(folder) == sorted((*names, linked.name))


def test_a_name_may_be_as_long_as_the_disk_takes_it(tmp_path: Path) -> None:
    file = tmp_path / f"{'a' * 252}.md"
    write_atomically(file, b"## a\nb\n")
    assert file.read_bytes() == b"## a\nb\n"
