"""A deck is changed whole or not at all, and only if it is still what was read."""

import os
from pathlib import Path

import pytest

from flashcards.services.stamping import Stamped, stamp_decks
from flashcards.store.deck_files import DeckFiles
from flashcards.store.deck_writer import not_yet_written, read_written
from flashcards.store.faults import DeckChangedError, FileFaultError


def stamp(folder: Path) -> list[Stamped]:
    return stamp_decks(DeckFiles([folder]))


def test_only_the_ids_are_new_byte_for_byte(tmp_path: Path) -> None:
    deck = tmp_path / "a.md"
    deck.write_bytes(b"\xef\xbb\xbf# S\r\n\r\n##\tOne\r\nx\t \r\n\r\n## Two {.cloze}\r\n{{y}}")
    stamp(tmp_path)
    assert deck.read_bytes() == (
        b"\xef\xbb\xbf# S\r\n\r\n##\tOne {#one}\r\nx\t \r\n\r\n## Two {#two .cloze}\r\n{{y}}"
    )


def test_ids_differ_over_all_decks_and_lines_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("## Same\nx\n")
    (tmp_path / "b.md").write_text("text\n\n## Same\ny\n")
    assert [result.ids for result in stamp(tmp_path)] == [((1, "same"),), ((3, "same-2"),)]
    assert stamp(tmp_path) == []


def test_a_file_that_changed_meanwhile_is_refused_and_left(tmp_path: Path) -> None:
    deck = tmp_path / "a.md"
    deck.write_text("## One\nx\n")
    draft = DeckFiles([deck]).open(str(deck))
    deck.write_text("## One\nchanged\n")
    with pytest.raises(DeckChangedError, match="changed by another program"):
        draft.save("lost?")
    assert deck.read_text() == "## One\nchanged\n"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes in folders")
def test_what_is_no_file_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    pipe, deck = tmp_path / "pipe.md", tmp_path / "deck.md"
    os.mkfifo(pipe)
    with pytest.raises(FileFaultError, match=r"pipe\.md cannot be read: it is not a regular file"):
        read_written(pipe)
    deck.write_text("## One\nx\n")
    written = read_written(deck)
    deck.unlink()
    os.mkfifo(deck)
    with pytest.raises(FileFaultError, match="it is not a regular file"):
        written.save("lost?")


def test_a_deck_that_is_not_utf8_is_refused_in_words(tmp_path: Path) -> None:
    deck = tmp_path / "a.md"
    deck.write_bytes(b"## Gr\xf6\xdfe\nx\n\n## Plain\nx\n")
    (result,) = stamp(tmp_path)
    assert result.fault == f"{deck} cannot be changed: it is not UTF-8 text."
    assert deck.read_bytes().startswith(b"## Gr\xf6")


def test_a_deck_that_cannot_be_there_is_told(tmp_path: Path) -> None:
    written = not_yet_written(tmp_path / f"{'long' * 99}.md")
    with pytest.raises(FileFaultError, match="cannot be read: file name too long"):
        written.save("## One\nx\n")


def test_a_deck_that_vanished_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileFaultError, match="no such file"):
        DeckFiles([]).open(str(tmp_path / "gone.md"))
