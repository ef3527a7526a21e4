"""A deck is saved whole or not at all, never over another program's words, and never lost."""

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from flashcards.domain.clock import Moment
from flashcards.domain.errors import FlashcardsError
from flashcards.domain.merge3 import Side
from flashcards.services.writing import Clash, Paper, Saved, Writing, all_left
from flashcards.store.deck_files import read_yaml
from flashcards.store.deck_texts import DeckTexts
from flashcards.store.unsaved import UnsavedFiles

OLD = "## One {#one}\nFirst.\n\n## Two {#two}\nSecond.\n"
MINE, THEIRS = OLD.replace("First", "Mine"), OLD.replace("Second", "Theirs")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    found = tmp_path / "decks" / "deck.md"
    found.parent.mkdir()
    found.write_text(OLD, "utf-8")
    return found


@pytest.fixture
def paper(tmp_path: Path) -> Paper:
    return Paper(DeckTexts(), UnsavedFiles(tmp_path / "unsaved"), lambda: Moment(7, 60), read_yaml)


def begun(file: Path, paper: Paper, *taken: str) -> Writing:
    return Writing(file, paper, lambda: taken)


def test_what_was_not_edited_stays_to_the_byte(file: Path, paper: Paper) -> None:
    file.write_bytes(b"\xef\xbb\xbf## One {#one}\r\nx\n\n## Two {#two}\r\ny")
    file.chmod(0o640)
    writing = begun(file, paper)
    assert writing.save(writing.text.replace("y", "z\nzz")) == Saved(writing.text)
    assert file.read_bytes() == b"\xef\xbb\xbf## One {#one}\r\nx\n\n## Two {#two}\r\nz\r\nzz"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_saving_gives_ids_to_notes_that_ask_something(file: Path, paper: Paper) -> None:
    saved = begun(file, paper, "new-note").save(f"{OLD}\n## New note\nAn answer.\n\n## Not yet\n")
    text = f"{OLD}\n## New note {{#new-note-2}}\nAn answer.\n\n## Not yet\n"
    assert saved == Saved(text, ids=1)
    assert file.read_text("utf-8") == text


def test_saving_gives_no_id_beside_one_that_lost_its_place(file: Path, paper: Paper) -> None:
    text = OLD.replace("{#one}", "{#one}edit")
    assert begun(file, paper).save(text) == Saved(text, ids=0)


def test_a_deck_that_is_not_there_is_begun(tmp_path: Path, paper: Paper) -> None:
    writing = begun(tmp_path / "new" / "deck.md", paper)
    assert writing.text == ""
    writing.save(OLD)
    assert writing.file.read_text("utf-8") == OLD


def test_what_another_program_wrote_elsewhere_in_the_file_is_merged(
    file: Path, paper: Paper
) -> None:
    writing = begun(file, paper)
    file.write_text(THEIRS, "utf-8")
    assert writing.save(MINE) == Saved(THEIRS.replace("First", "Mine"), merged=True)
    assert file.read_text("utf-8") == THEIRS.replace("First", "Mine")
    again = writing.save(MINE)
    assert again == Saved(MINE)  # it was shown what the other program wrote, and changed it back


def test_where_both_changed_a_line_nothing_is_written_before_it_is_settled(
    file: Path, paper: Paper
) -> None:
    writing = begun(file, paper)
    other = OLD.replace("First", "Other")
    file.write_text(other, "utf-8")
    clash = writing.save(MINE)
    assert isinstance(clash, Clash)
    assert isinstance(writing.save(MINE), Clash)
    assert file.read_text("utf-8") == other
    settled = clash.merged.text([Side.BOTH])
    assert writing.save(settled, clash) == Saved(settled)
    assert "Mine.\nOther.\n" in file.read_text("utf-8")


@pytest.mark.parametrize("gone", [Path.unlink, lambda file: file.write_text("")])
def test_a_deck_that_was_taken_away_is_written_anew(
    file: Path, paper: Paper, gone: Callable[[Path], object]
) -> None:
    writing = begun(file, paper)
    gone(file)
    assert writing.save(MINE) == Saved(MINE)
    assert file.read_text("utf-8") == MINE


def test_an_unsaved_text_is_offered_back_until_it_is_saved(file: Path, paper: Paper) -> None:
    begun(file, paper).keep(MINE)
    later = begun(file, paper)
    left = later.left()
    assert left
    assert (left.text, left.at, left.file) == (MINE, Moment(7, 60), str(file))
    assert all_left(paper) == [left]
    later.resume(left)
    file.write_text(THEIRS, "utf-8")
    assert later.save(left.text) == Saved(THEIRS.replace("First", "Mine"), merged=True)
    assert begun(file, paper).left() is None
    assert all_left(paper) == []


def test_what_was_left_and_meanwhile_changed_elsewhere_is_merged(file: Path, paper: Paper) -> None:
    begun(file, paper).keep(MINE)
    file.write_text(THEIRS, "utf-8")
    later = begun(file, paper)
    left = later.left()
    assert left
    later.resume(left)
    assert later.save(left.text) == Saved(THEIRS.replace("First", "Mine"), merged=True)


def test_it_is_told_where_a_text_was_changed_and_when(file: Path, paper: Paper) -> None:
    begun(file, paper).keep(OLD.replace("Second", "Mine"))
    (left,) = all_left(paper)
    assert (left.line, left.when) == (5, "01:00 on 1 January")


def test_what_the_file_says_by_now_was_not_left_but_what_cannot_be_compared_was(
    file: Path, paper: Paper
) -> None:
    begun(file, paper).keep(MINE)
    file.write_text(MINE, "utf-8")
    assert all_left(paper) == []
    file.write_bytes(b"\xff")
    assert len(all_left(paper)) == 1
    file.unlink()
    assert len(all_left(paper)) == 1


def test_garbled_leftovers_are_not_offered(tmp_path: Path, file: Path, paper: Paper) -> None:
    writing = begun(file, paper)
    writing.keep(MINE)
    (kept,) = (tmp_path / "unsaved").iterdir()
    for content in (b"", b"{}", b"[1]", b"\xff", b'{"file": 1, "text": 2, "base": 3, "at": "x"}'):
        kept.write_bytes(content)
        assert writing.left() is None


FAULTS = [
    ("os.fsync", OSError(28, "No space left on device")),
    ("pathlib.Path.replace", OSError(28, "No space left on device")),
    ("tempfile.mkstemp", PermissionError(13, "Permission denied")),
    ("tempfile.mkstemp", OSError(30, "Read-only file system")),
]


@pytest.mark.parametrize(("step", "fault"), FAULTS)
def test_a_full_disk_or_a_read_only_folder_leaves_the_old_text_and_is_told(
    file: Path, paper: Paper, monkeypatch: pytest.MonkeyPatch, step: str, fault: OSError
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise fault

    writing, words = begun(file, paper), str(fault.strerror).lower()
    with monkeypatch.context() as patched:
        patched.setattr(step, fail)
        with pytest.raises(FlashcardsError, match=rf"deck\.md cannot be written: {words}"):
            writing.save(MINE)
    assert [each.name for each in file.parent.iterdir()] == ["deck.md"]
    assert file.read_text("utf-8") == OLD
    assert writing.save(MINE) == Saved(MINE)


def test_a_file_that_is_replaced_while_it_is_being_saved_is_merged(
    file: Path, paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    writing, flush = begun(file, paper), os.fsync

    def flush_and_lose(number: int) -> None:
        monkeypatch.setattr(os, "fsync", flush)
        flush(number)
        file.write_text(THEIRS, "utf-8")

    monkeypatch.setattr(os, "fsync", flush_and_lose)
    assert writing.save(MINE) == Saved(THEIRS.replace("First", "Mine"), merged=True)
    assert [each.name for each in file.parent.iterdir()] == ["deck.md"]


KILLED = """
import os, pathlib, sys
from flashcards.domain.clock import Moment
from flashcards.services.writing import Paper, Writing
from flashcards.store.deck_files import read_yaml
from flashcards.store.deck_texts import DeckTexts
from flashcards.store.unsaved import UnsavedFiles
file, step, new = map(str, sys.argv[1:])
owner, name = (pathlib.Path, "replace") if "replace" in step else (os, "fsync")
real = getattr(owner, name)
def killed(*given):
    if "after" in step:
        real(*given)
    os.kill(os.getpid(), 9)
setattr(owner, name, killed)
unsaved = UnsavedFiles(pathlib.Path(file).parent / "kept")
paper = Paper(DeckTexts(), unsaved, lambda: Moment(0), read_yaml)
Writing(pathlib.Path(file), paper, tuple).save(new)
"""


@pytest.mark.parametrize(
    ("step", "stands"),
    [("fsync", OLD), ("after fsync", OLD), ("replace", OLD), ("after replace", MINE)],
)
def test_a_kill_at_any_step_leaves_the_old_or_the_new_text_whole(
    file: Path, step: str, stands: str
) -> None:
    command = [sys.executable, "-c", KILLED, str(file), step, MINE]
    assert subprocess.run(command, check=False).returncode == -9
    assert file.read_text("utf-8") == stands


def test_an_image_lands_beside_the_deck_under_a_free_name(file: Path, paper: Paper) -> None:
    texts = paper.texts
    assert [texts.add_image(file, b"one"), texts.add_image(file, b"two")] == [
        "deck-1.png",
        "deck-2.png",
    ]
    elsewhere = file.parent.parent / "plot.svg"
    elsewhere.write_bytes(b"<svg/>")
    assert texts.take_image(file, elsewhere) == "plot.svg"
    assert texts.take_image(file, elsewhere) == "plot.svg"
    elsewhere.write_bytes(b"<svg></svg>")
    assert texts.take_image(file, elsewhere) == "plot-1.svg"
    (file.parent / "figures").mkdir()
    inside = file.parent / "figures" / "a.png"
    inside.write_bytes(b"a")
    assert texts.take_image(file, inside) == "figures/a.png"
    assert texts.images(file) == [
        "deck-1.png",
        "deck-2.png",
        "figures/a.png",
        "plot-1.svg",
        "plot.svg",
    ]
    with pytest.raises(FlashcardsError, match="cannot be read"):
        texts.take_image(file, file.parent.parent / "none.png")


def test_an_image_that_no_deck_could_name_is_copied_under_another_name(
    file: Path, paper: Paper
) -> None:
    told = {
        "shot at 9.41\u202fPM.png": "shot at 9.41 PM.png",
        "what? C# 1:2.png": "what- C- 1-2.png",
    }
    for place in (file.parent.parent, file.parent):
        for called, name in told.items():
            (place / called).write_bytes(b"picture")
            assert paper.texts.take_image(file, place / called) == name
    assert paper.texts.images(file) == sorted(told.values())
    assert paper.texts.add_image(file.with_name("C#.md"), b"one") == "C--1.png"
