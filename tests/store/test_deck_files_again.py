"""Decks read again: only what changed is parsed, and what is gone is gone."""

from pathlib import Path

from flashcards.store.deck_files import DeckFiles


def write(folder: Path, name: str, prompt: str) -> Path:
    path = folder / name
    path.write_text(f"## {prompt}\nanswer\n")
    return path


def test_a_deck_that_did_not_change_is_the_very_same_value(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "One")
    write(tmp_path, "b.md", "Two")
    files = DeckFiles([tmp_path])
    before = files.read().decks
    write(tmp_path, "b.md", "Two, changed")
    after = files.read().decks
    assert after[0] is before[0]
    assert [note.prompt for note in after[1].notes] == ["Two, changed"]


def test_a_deck_that_is_gone_and_one_that_is_new(tmp_path: Path) -> None:
    old = write(tmp_path, "a.md", "One")
    files = DeckFiles([tmp_path])
    files.read()
    old.unlink()
    write(tmp_path, "c.md", "Three")
    assert [deck.id for deck in files.read().decks] == ["c"]


def test_a_replaced_file_of_equal_size_is_read_again(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "One")
    files = DeckFiles([tmp_path])
    files.read()
    write(tmp_path, "new", "Two").rename(tmp_path / "a.md")
    assert [note.prompt for note in files.read().decks[0].notes] == ["Two"]
