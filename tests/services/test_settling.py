"""Where decks live: copied first, remembered then; whoever cannot be helped is told why."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from flashcards.app import open_preferences
from flashcards.domain.settings import SHIPPED
from flashcards.services.desk import Options
from flashcards.services.settling import Home, IntoItsCopyError, NotForDecksError, add_decks
from flashcards.store.deck_home import DeckHome


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """Ship two decks in a folder."""
    folder = tmp_path / "shipped"
    (folder / "ml").mkdir(parents=True)
    (folder / "ml" / "norms.md").write_text("## Norm?\nA length.\n", "utf-8")
    (folder / "sets.md").write_text("## Set?\nA bag.\n", "utf-8")
    return folder


class Person:
    """Somebody who is asked where their decks should live."""

    def __init__(self, folder: Path, shipped: Path, *, asks: bool = True) -> None:
        self.folder, self.used = folder / "mine", list[Path]()
        self.preferences = open_preferences(Options(data=str(folder / "data")))
        files, usual = DeckHome(shipped), Path("~", "Flashcards")
        self.home = Home(self.preferences, files, usual, asks, self.used.extend)

    @property
    def chosen(self) -> str | Sequence[str]:
        return self.preferences.settings.decks


def test_copying_remembers_nothing_until_it_is_done(tmp_path: Path, shipped: Path) -> None:
    person = Person(tmp_path, shipped)
    copied = person.home.copy(person.folder)
    assert (person.chosen, person.used, len(copied.new)) == ("", [], 2)
    told = person.home.remember(person.folder, copied)
    assert told == f"Your decks live in {person.folder} now: 2 files copied."
    assert (person.chosen, person.used) == (str(person.folder), [person.folder])


def test_it_is_asked_once(tmp_path: Path, shipped: Path) -> None:
    person = Person(tmp_path, shipped)
    assert person.home.offered == str(Path("~", "Flashcards"))
    person.home.settle(person.folder)
    assert person.home.offered == ""
    assert Person(tmp_path, shipped, asks=False).home.offered == ""


def test_who_wants_none_keeps_to_the_shipped_ones(tmp_path: Path, shipped: Path) -> None:
    person = Person(tmp_path, shipped)
    assert person.home.decline().startswith("You will not be asked again")
    assert (person.chosen, person.home.offered, person.used) == (SHIPPED, "", [])


def test_a_file_is_no_folder_for_decks(tmp_path: Path, shipped: Path) -> None:
    person = Person(tmp_path, shipped)
    person.folder.write_text("mine", "utf-8")
    with pytest.raises(NotForDecksError, match="is a file: name a folder"):
        person.home.settle(person.folder)
    assert (person.chosen, person.folder.read_text("utf-8")) == ("", "mine")


def test_a_folder_is_not_copied_into_itself(tmp_path: Path, shipped: Path) -> None:
    inside = shipped / "ml"
    with pytest.raises(IntoItsCopyError, match="which is inside it"):
        add_decks(shipped, inside, DeckHome(shipped))
    assert [path.name for path in inside.iterdir()] == ["norms.md"]
    copied = add_decks(inside, tmp_path / "mine", DeckHome(shipped))
    assert list(copied.new) == [tmp_path / "mine" / "ml" / "norms.md"]
