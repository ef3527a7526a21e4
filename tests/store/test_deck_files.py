"""Deck folders hold anything; what can be read is, and the rest is said."""

import os
from pathlib import Path

import pytest

from flashcards.store import deck_files
from flashcards.store.deck_files import DeckFiles
from flashcards.store.deck_writer import read_written
from flashcards.store.faults import FileFaultError


def put(folder: Path, **files: str | bytes) -> None:
    """Write files; two underscores stand for a slash, the ending is .md."""
    for name, content in files.items():
        path = folder / f"{name.replace('__', '/')}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def prompts(*roots: Path) -> list[str]:
    return [note.prompt for deck in DeckFiles(roots).read().decks for note in deck.notes]


def problems(*roots: Path) -> list[str]:
    """Write problems as ``name:line:column code``."""
    return [
        f"{Path(found.place.file).name}:{found.place.line}:{found.place.column} {found.code}"
        for found in DeckFiles(roots).read().problems
    ]


def test_decks_come_in_the_order_of_their_paths_below_the_folder(tmp_path: Path) -> None:
    put(tmp_path, b="## B\n\nb\n", a__z="## Z\n\nz\n", a__c="## C\n\nc\n")
    read = DeckFiles([tmp_path]).read()
    assert [deck.id for deck in read.decks] == ["a/c", "a/z", "b"]
    assert read.problems == ()


def test_a_byte_order_mark_and_windows_lines_change_nothing(tmp_path: Path) -> None:
    text = "---\r\ntitle: Ünï\r\n---\r\n\r\n## Ask\r\n\r\nLine\r\nline\r\n"
    put(tmp_path, a=b"\xef\xbb\xbf" + text.encode())
    (deck,) = DeckFiles([tmp_path]).read().decks
    assert (deck.header.title, deck.notes[0].prompt) == ("Ünï", "Ask")
    assert "\r" not in deck.notes[0].body
    assert deck.problems == ()


def test_only_the_note_around_a_bad_byte_is_left_out(tmp_path: Path) -> None:
    put(tmp_path, a=b"## One\n\n1\n\n## Two\n\nx \xff\n\n## Three\n\n3\n\n## Fo\xc3r\n\n4\n")
    assert prompts(tmp_path) == ["One", "Three"]
    assert problems(tmp_path) == ["a.md:7:3 not-utf8", "a.md:13:1 not-utf8"]


def test_a_file_that_is_no_text_is_said(tmp_path: Path) -> None:
    put(tmp_path, a=b"## One\n\n\0\n", b="## Two\n\n2\n")
    assert prompts(tmp_path) == ["Two"]
    assert problems(tmp_path) == ["a.md:3:1 not-text"]


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_file_in_utf16_is_said_and_not_opened_to_be_written(tmp_path: Path, codec: str) -> None:
    text = "## One\r\n\r\n1\r\n"
    put(tmp_path, a=text.encode(codec), b="## Two\n\n2\n")
    assert prompts(tmp_path) == ["Two"]
    assert problems(tmp_path) == ["a.md:1:1 utf-16"]
    with pytest.raises(FileFaultError, match="cannot be changed: it is UTF-16, and decks are"):
        read_written(tmp_path / "a.md")


def test_chinese_in_utf16_has_no_zeros_but_a_mark(tmp_path: Path) -> None:
    put(tmp_path, a="\ufeff问题".encode("utf-16-be"))
    assert problems(tmp_path) == ["a.md:1:1 utf-16"]


def test_a_file_that_is_too_large_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deck_files, "LARGEST_MB", 1)
    put(tmp_path, a="## One\n\n" + "1" * 1_000_001, b="## Two\n\n2\n")
    assert prompts(tmp_path) == ["Two"]
    assert problems(tmp_path) == ["a.md:1:1 too-large"]


def test_what_cannot_be_opened_is_said(tmp_path: Path) -> None:
    put(tmp_path, a="## One\n\n1\n")
    (tmp_path / "gone.md").symlink_to(tmp_path / "nowhere")
    (tmp_path / "x.md").symlink_to(tmp_path / "y.md")
    (tmp_path / "y.md").symlink_to(tmp_path / "x.md")
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "folder.md").mkdir()
    assert prompts(tmp_path) == ["One"]
    assert problems(tmp_path) == [
        f"{name}.md:1:1 unreadable" for name in ("gone", "pipe", "x", "y")
    ]


def test_hidden_folders_and_a_folders_readme_are_passed_over(tmp_path: Path) -> None:
    put(tmp_path, **{".git__a": "## X\n\nx\n", "README": "## X\n\nx\n", ".b": "## X\n\nx\n"})
    put(tmp_path, c="## C\n\nc\n", sub__readme="## X\n\nx\n")
    (tmp_path / "notes.txt").write_text("## X\n\nx\n")
    assert prompts(tmp_path) == ["C"]


def test_a_readme_that_is_named_is_read(tmp_path: Path) -> None:
    put(tmp_path, README="## X\n\nx\n")
    assert prompts(tmp_path / "README.md") == ["X"]


def test_overlapping_folders_give_every_file_once(tmp_path: Path) -> None:
    put(tmp_path, a="## A\n\na\n", sub__b="## B\n\nb\n")
    (tmp_path / "again.md").symlink_to(tmp_path / "a.md")
    assert prompts(tmp_path, tmp_path / "sub", tmp_path / "a.md") == ["A", "B"]
    assert prompts(tmp_path / "sub" / ".." / "sub", tmp_path) == ["B", "A"]


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    assert problems(tmp_path / "nowhere") == ["nowhere:1:1 unreadable"]


@pytest.mark.parametrize(
    "header", ["title: [", "&a [*a]", "!!python/object:os.system x", "a: " + "[" * 5000, "\x01: x"]
)
def test_front_matter_that_is_no_yaml_costs_no_note(tmp_path: Path, header: str) -> None:
    put(tmp_path, a=f"---\n{header}\n---\n\n## A\n\na\n")
    assert prompts(tmp_path) == ["A"]
