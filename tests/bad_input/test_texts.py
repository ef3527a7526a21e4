"""Letters, line endings and bytes of every kind: read as they are, and given back as they were."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flashcards.services.checking import check_decks
from flashcards.services.fixing import corrections
from flashcards.services.stamping import stamp_decks
from flashcards.store import deck_files
from flashcards.store.deck_files import DeckFiles
from flashcards.store.deck_paths import Found, deck_paths
from flashcards.store.faults import FileFaultError
from tests.domain.deck.test_parse import MARKDOWN

ODD = (
    "\ufeff",
    "\r",
    "\r\n",
    "\t",
    "🎉",
    "مرحبا",
    "e\u0301\u0323",
    "\u202e",
    "\u2028",
    "\x85",
    "\x0c",
)
TEXTS = st.lists(st.sampled_from(ODD) | MARKDOWN, max_size=12).map("".join)


@pytest.mark.parametrize("prompt", [*ODD[4:8], "𝒳 ≠ ﷽", "Größe", "日本語"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_a_prompt_is_what_was_written(tmp_path: Path, prompt: str, ending: str) -> None:
    text = f"\ufeff# 🎉\n\n## {prompt} {{#a}}\n\nb\t{prompt}\n".replace("\n", ending)
    (tmp_path / "a.md").write_bytes(text.encode())
    ((note,),) = [deck.notes for deck in DeckFiles([tmp_path]).read().decks]
    assert (note.prompt, note.body) == (prompt, f"\nb\t{prompt}\n")


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]))
def test_any_bytes_are_read_and_a_deck_is_given_back_as_it_was(text: str, encoding: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.md")
        path.write_bytes(content := text.encode(encoding, "replace"))
        decks = DeckFiles([path])
        check_decks(decks)
        if encoding.startswith("utf-8") and "\0" in text:
            with pytest.raises(FileFaultError, match="cannot be changed: it is "):
                decks.open(str(path))
        elif encoding.startswith("utf-8"):
            draft = decks.open(str(path))
            draft.save(draft.text)
            assert path.read_bytes() == content
        list(corrections(decks))
        before = [(note.prompt, note.body) for deck in decks.read().decks for note in deck.notes]
        stamp_decks(decks)
        after = [(note.prompt, note.body) for deck in decks.read().decks for note in deck.notes]
        assert after == before


def test_a_deck_of_windows_1252_keeps_its_notes_of_plain_letters(tmp_path: Path) -> None:
    text = "## Größe?\n\nx\n\n## Plain\n\nx\n\n## Price\n\n5 €\n"
    (tmp_path / "a.md").write_bytes(text.encode("cp1252"))
    read = DeckFiles([tmp_path]).read()
    assert [note.prompt for deck in read.decks for note in deck.notes] == ["Plain"]
    assert [found.place.line for found in read.problems] == [1, 9]


def test_folders_that_lead_into_themselves_are_read_once(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.md").write_text("## A\n\na\n")
    (tmp_path / "sub" / "loop").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    decks = DeckFiles([tmp_path, tmp_path / "sub", tmp_path / "sub" / "loop"])
    assert [deck.id for deck in decks.read().decks] == ["sub/a"]
    assert check_decks(decks).problems == ()


def test_twenty_thousand_files_are_listed(tmp_path: Path) -> None:
    for number in range(20_000):
        (tmp_path / f"{number}.md").touch()
    assert len(DeckFiles([tmp_path]).listing().files) == 20_000


def test_a_file_that_vanishes_while_it_is_read_costs_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in "abc":
        (tmp_path / f"{name}.md").write_text(f"## {name}\n\nx\n")

    def vanishing(*arguments: object) -> Iterator[Found]:
        for found in deck_paths(*arguments):  # type: ignore[arg-type]  # handed on as they came
            if found.path.endswith("b.md"):
                Path(found.path).unlink()
            yield found

    monkeypatch.setattr(deck_files, "deck_paths", vanishing)
    read = DeckFiles([tmp_path]).read()
    assert [deck.id for deck in read.decks] == ["a", "c"]
    assert [found.code for found in read.problems] == ["unreadable"]


def test_two_byte_order_marks_do_not_shift_what_is_written(tmp_path: Path) -> None:
    deck = tmp_path / "a.md"
    deck.write_text("\ufeff\ufeff# a\n## c {#x}\nd\n## b\ne\n", "utf-8")
    stamp_decks(DeckFiles([deck]))
    assert deck.read_text("utf-8") == "\ufeff\ufeff# a\n## c {#x}\nd\n## b {#b}\ne\n"
