"""Decks are made, renamed, moved, added and thrown away, and each step is taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest

from flashcards.app import _paper
from flashcards.domain.errors import FlashcardsError
from flashcards.services.arranging import Arranging, Step, counted_below
from flashcards.services.writing import Writing
from flashcards.store.deck_files import DeckFiles
from flashcards.store.deck_home import DeckHome
from flashcards.store.deck_places import DeckPlaces
from flashcards.store.paths import Paths, shipped
from flashcards.store.system_clock import system_clock

DECK = "## Q? {#q}\n![](eye.png) A.\n"


class Shelf:
    """A folder of decks, and somebody who puts it in order."""

    def __init__(self, folder: Path) -> None:
        self.root, self.trash = folder / "decks", folder / "share" / "Trash" / "files"
        (self.root / "ml").mkdir(parents=True)
        (self.root / "ml" / "norms.md").write_text(DECK, "utf-8")
        (self.root / "ml" / "eye.png").write_bytes(b"picture")
        places = DeckPlaces({"XDG_DATA_HOME": str(folder / "share")})
        self.paper = _paper(Paths(folder / "data"), system_clock)
        files = DeckHome(shipped("decks"))
        self.does = Arranging(DeckFiles([self.root]), places, files, self.paper)

    @property
    def norms(self) -> Path:
        return self.root / "ml" / "norms.md"

    def all(self) -> dict[str, bytes]:
        """Read all that there is."""
        found = (path for path in sorted(self.root.rglob("*")) if path.is_file())
        return {path.relative_to(self.root).as_posix(): path.read_bytes() for path in found}


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path)


def test_every_step_is_taken_back_whole(shelf: Shelf, tmp_path: Path) -> None:
    source = tmp_path / "theirs"
    (source / ".git").mkdir(parents=True)
    (source / ".git" / "HEAD").write_text("ref", "utf-8")
    (source / "more.md").write_text("## More?\nYes.\n", "utf-8")
    before = shelf.all()
    deeds: tuple[Callable[[], Step], ...] = (
        lambda: shelf.does.create(shelf.root, "Sea words"),
        lambda: shelf.does.rename(shelf.norms, "lengths"),
        lambda: shelf.does.rename(shelf.root / "ml", "maths"),
        lambda: shelf.does.move(shelf.norms, shelf.root / "deep"),
        lambda: shelf.does.delete(shelf.norms),
        lambda: shelf.does.delete(shelf.root / "ml"),
        lambda: shelf.does.add(source, shelf.root),
        lambda: shelf.does.add(source / "more.md", shelf.root / "ml"),
    )
    for deed in deeds:
        step = deed()
        assert shelf.all() != before, step.told
        assert shelf.does.take_back(step) == f"Taken back: {step.told}"
        assert shelf.all() == before, step.told


def test_each_step_is_told_in_words(shelf: Shelf) -> None:
    made = shelf.does.create(shelf.root / "ml", "Sea  words!")
    assert (made.told, made.now) == ("sea-words.md is made.", shelf.root / "ml" / "sea-words.md")
    assert shelf.does.rename(shelf.norms, "lengths").told == "norms.md is lengths.md now."
    moved = shelf.does.move(shelf.root / "ml" / "lengths.md", shelf.root / "deep")
    assert moved.told == f"lengths.md is in {shelf.root / 'deep'} now."
    assert moved.copies == (shelf.root / "deep" / "eye.png",)
    assert shelf.does.delete(shelf.root / "ml").told == "ml is in the trash."


def test_a_step_says_what_is_where(shelf: Shelf) -> None:
    renamed = shelf.does.rename(shelf.norms, "lengths")
    now = shelf.root / "ml" / "lengths.md"
    assert renamed.moves == ((shelf.norms, now),)
    assert renamed.turned().moves == ((now, shelf.norms),)
    deleted = shelf.does.delete(now)
    assert (deleted.moves, deleted.now) == (((now, None),), None)
    assert (deleted.turned().moves, deleted.turned().now) == ((), now)
    made = shelf.does.create(shelf.root, "New")
    assert made.turned().moves == ((shelf.root / "new.md", None),)


def test_a_folder_that_is_copied_leaves_its_git_behind_and_writes_over_nothing(
    shelf: Shelf, tmp_path: Path
) -> None:
    source = tmp_path / "ml"
    (source / ".git").mkdir(parents=True)
    (source / "norms.md").write_text("## Another?\nYes.\n", "utf-8")
    (source / "new.md").write_text("## New?\nYes.\n", "utf-8")
    step = shelf.does.add(source, shelf.root)
    assert step.told == f"1 file copied, 1 file of yours left alone to {shelf.root}."
    assert (shelf.norms.read_text("utf-8"), step.made) == (DECK, (shelf.root / "ml" / "new.md",))
    again = shelf.does.add(source, shelf.root)
    assert again.made == ()


def test_what_another_program_did_meanwhile_is_told_and_nothing_is_lost(shelf: Shelf) -> None:
    step = shelf.does.rename(shelf.norms, "lengths")
    shelf.norms.write_text("## Theirs?\nYes.\n", "utf-8")
    with pytest.raises(FlashcardsError, match="there is a file of that name already"):
        shelf.does.take_back(step)
    assert (shelf.root / "ml" / "lengths.md").read_text("utf-8") == DECK
    (shelf.root / "ml" / "lengths.md").unlink()
    with pytest.raises(FlashcardsError, match="no such file"):
        shelf.does.delete(shelf.root / "ml" / "lengths.md")


def test_text_that_waits_to_be_saved_is_named(shelf: Shelf) -> None:
    assert shelf.does.unsaved_in(shelf.root) == []
    Writing(shelf.norms, shelf.paper, list).keep(f"{DECK}\nMore.\n")
    assert shelf.does.unsaved_in(shelf.root / "ml") == [shelf.norms]
    assert shelf.does.unsaved_in(shelf.norms) == [shelf.norms]
    assert shelf.does.unsaved_in(shelf.root / "other") == []


def test_decks_and_cards_are_counted() -> None:
    files = [("/d/ml/a.md", 3), ("/d/ml/b.md", 0), ("/d/c.md", 9)]
    assert counted_below(Path("/d/ml"), files) == "2 decks with 3 cards"
    assert counted_below(Path("/d/ml/a.md"), files) == "1 deck with 3 cards"
    assert counted_below(Path("/e"), files) == "no decks with no cards"


def test_a_step_that_moved_nothing_says_so() -> None:
    assert (Step("Nothing.").moves, Step("Nothing.").now) == ((), None)
