"""The place of a review, as it is kept on the disk."""

from pathlib import Path

from flashcards.store.bookmark_file import BookmarkFile


def test_the_last_text_is_kept_whole_whatever_its_length(tmp_path: Path) -> None:
    kept = BookmarkFile(tmp_path / "review.json")
    for text in ("a", "ä" * 3_000, "b" * 900, ""):
        kept.write(text)
        assert kept.read() == text


def test_what_is_removed_or_never_was_is_nothing(tmp_path: Path) -> None:
    kept = BookmarkFile(tmp_path / "review.json")
    kept.remove()
    kept.write("a")
    kept.remove()
    assert kept.read() == ""


def test_what_cannot_be_written_or_read_is_not_missed(tmp_path: Path) -> None:
    BookmarkFile(tmp_path / "no folder" / "review.json").write("a")
    (tmp_path / "review.json").write_bytes(b"\xff\xfe")
    assert BookmarkFile(tmp_path / "review.json").read() == ""
