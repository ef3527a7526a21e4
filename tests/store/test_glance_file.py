"""A text that holds while its sources stay as they are."""

import os
from pathlib import Path

import pytest

from flashcards.store.glance_file import GlanceFile


@pytest.fixture
def glance(tmp_path: Path) -> GlanceFile:
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "a.md").write_text("## A\n\na\n")
    (tmp_path / "log").write_text("1")
    return GlanceFile(tmp_path / "cache" / "glance", [tmp_path / "log"], [tmp_path / "decks"])


def test_it_holds_while_nothing_changes(glance: GlanceFile) -> None:
    assert glance.read() is None
    glance.mark()
    glance.write("two\nlines")
    assert glance.read() == "two\nlines"


def test_a_deck_that_changed_after_it_was_read_ends_it(glance: GlanceFile, tmp_path: Path) -> None:
    glance.mark()
    (tmp_path / "decks" / "a.md").write_text("## Another\n\ntext\n")
    glance.write("text")
    assert glance.read() is None


@pytest.mark.parametrize("name", ["log", "decks/a.md", "decks/new.md"])
def test_any_change_ends_it(glance: GlanceFile, tmp_path: Path, name: str) -> None:
    glance.mark()
    glance.write("text")
    assert glance.read() == "text"
    (tmp_path / name).write_text("## Another\n\ntext\n")
    assert glance.read() is None


def test_a_deck_that_is_gone_ends_it(glance: GlanceFile, tmp_path: Path) -> None:
    glance.write("text")
    (tmp_path / "decks" / "a.md").unlink()
    assert glance.read() is None


def test_a_file_that_is_no_text_or_no_file_is_none(glance: GlanceFile, tmp_path: Path) -> None:
    glance.write("text")
    (tmp_path / "cache" / "glance").write_bytes(b"\xff")
    assert glance.read() is None


def test_a_place_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("in the way")
    GlanceFile(tmp_path / "cache" / "glance", [], []).write("text")
    assert (tmp_path / "cache").read_text() == "in the way"


def test_a_name_that_is_no_text_is_a_name(glance: GlanceFile, tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(bytes(tmp_path / "decks") + b"/\xff.md")).write_text("## B\n\nb\n")
    except OSError:
        pytest.skip("this file system takes names in UTF-8 only")
    glance.mark()
    glance.write("text")
    assert glance.read() == "text"
