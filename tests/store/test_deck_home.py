"""Shipped decks are copied once, brought up to date where nobody changed them, and else left."""

from pathlib import Path

import pytest

from flashcards.store.deck_home import MEMORY, DeckHome
from flashcards.store.faults import FileFaultError


class Folders:
    """What came along, and where it goes."""

    def __init__(self, folder: Path) -> None:
        self.shipped, self.mine = folder / "shipped", folder / "mine"
        self.ship("ml/norms.md", "one")
        self.ship("README.md", "read me")
        self.ship(".hidden/x.md", "never copied")

    def ship(self, name: str, text: str) -> None:
        path = self.shipped / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def settle(self) -> list[str]:
        """Copy, and say what became of each file."""
        copied = DeckHome(self.shipped).settle(self.mine)
        named = (("new", copied.new), ("renewed", copied.renewed), ("kept", copied.kept))
        return [f"{what} {path.relative_to(self.mine)}" for what, found in named for path in found]


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path)


def test_all_is_copied_once(folders: Folders) -> None:
    assert folders.settle() == ["new README.md", "new ml/norms.md"]
    assert (folders.mine / "ml" / "norms.md").read_text() == "one"
    assert folders.settle() == []


def test_a_changed_deck_is_never_overwritten(folders: Folders) -> None:
    folders.settle()
    (folders.mine / "ml" / "norms.md").write_text("mine")
    folders.ship("ml/norms.md", "two")
    for _ in range(2):
        assert folders.settle() == ["kept ml/norms.md"]
        assert (folders.mine / "ml" / "norms.md").read_text() == "mine"


def test_an_unchanged_deck_is_brought_up_to_date(folders: Folders) -> None:
    folders.settle()
    folders.ship("ml/norms.md", "two")
    folders.ship("ml/new.md", "new")
    assert folders.settle() == ["new ml/new.md", "renewed ml/norms.md"]
    folders.ship("ml/norms.md", "three")
    assert folders.settle() == ["renewed ml/norms.md"]


def test_a_deck_that_was_taken_away_stays_away(folders: Folders) -> None:
    folders.settle()
    (folders.mine / "ml" / "norms.md").unlink()
    assert folders.settle() == ["kept ml/norms.md"]
    assert not (folders.mine / "ml" / "norms.md").exists()


@pytest.mark.parametrize("memory", ["not JSON", "[]", ""])
def test_without_a_memory_everything_there_is_the_persons(folders: Folders, memory: str) -> None:
    folders.settle()
    (folders.mine / MEMORY).write_text(memory)
    folders.ship("ml/norms.md", "two")
    assert folders.settle() == ["kept ml/norms.md"]


def test_a_folder_is_added_under_its_name_and_overwrites_nothing(folders: Folders) -> None:
    copied = DeckHome(folders.shipped).add(folders.shipped / "ml", folders.mine)
    assert copied.new == (folders.mine / "ml" / "norms.md",)
    folders.ship("ml/norms.md", "two")
    assert DeckHome(folders.shipped).add(folders.shipped / "ml", folders.mine).kept == copied.new
    one = DeckHome(folders.shipped).add(folders.shipped / "README.md", folders.mine)
    assert one.new == (folders.mine / "README.md",)
    again = DeckHome(folders.shipped).add(folders.shipped / "README.md", folders.mine)
    assert (again.new, again.kept) == ((), ())


def test_where_nothing_can_be_written_that_is_said(folders: Folders) -> None:
    folders.mine.write_text("a file")
    with pytest.raises(FileFaultError, match="cannot be written"):
        folders.settle()


def test_what_cannot_be_read_is_said(folders: Folders) -> None:
    (folders.mine / "ml" / "norms.md").mkdir(parents=True)
    with pytest.raises(FileFaultError, match="cannot be read: is a directory"):
        folders.settle()


def test_a_link_to_a_deck_is_copied_as_a_deck_and_one_to_a_folder_is_told(tmp_path: Path) -> None:
    source = tmp_path / "repository"
    (source / ".git").mkdir(parents=True)
    (source / ".git" / "x.md").write_text("git's")
    (tmp_path / "elsewhere.md").write_text("linked")
    (source / "deck.md").symlink_to("../elsewhere.md")
    (source / "gone.md").symlink_to("nowhere.md")
    (source / "round").symlink_to(".")
    copied = DeckHome(tmp_path).add(source, tmp_path / "mine")
    assert copied.new == (tmp_path / "mine" / "repository" / "deck.md",)
    assert copied.new[0].read_text() == "linked"
    assert not copied.new[0].is_symlink()
    assert copied.passed == (source / "gone.md", source / "round")
