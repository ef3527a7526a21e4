"""The index may be missing, damaged, locked, or have no room: only the time of a start tells."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from flashcards.domain.catalogue import Shelf
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.log.events import Reviewed
from flashcards.domain.settings import Settings
from flashcards.services.cards import find_cards
from flashcards.services.library import Library, Outside
from flashcards.services.session import Session
from flashcards.store import index as index_module
from flashcards.store.deck_files import DeckFiles
from flashcards.store.index import Index
from flashcards.store.index_file import KEPT, index_file
from tests.services.fakes import MemoryFile, MemoryLog, SetClock

DECK = """---
title: Norms
---
## L1 {#l1 .compare topic=other}
| | a | b |
|-|---|---|
| Slope | 1 | 2 |
| Shape | x | y |

## A cloze {.cloze}
It hides {{this::what?}} and {{that}}.

## What is the gradient?
> hint: a vector

Steep.

---

Ascent.

## What is the gradient?
Twice.
"""


@dataclass
class Place:
    """A folder with decks and an index, and starts of the program on it."""

    folder: Path

    def __post_init__(self) -> None:
        self.log, self.clock = MemoryFile(), SetClock(step_ms=0)
        self.decks = self.folder / "decks"
        self.decks.mkdir()
        for name in "abc":
            (self.decks / f"{name}.md").write_text(DECK.replace("gradient", f"gradient {name}"))
        self.index = self.folder / "cache" / "index.sqlite"

    def start(self) -> Library:
        outside = Outside(
            DeckFiles([self.decks]), Index(self.index), MemoryLog(self.log), self.clock
        )
        library = Library(outside, Settings())
        library.load()
        return library


Visible = tuple[object, ...]


def visible(library: Library) -> Visible:
    """Everything that the decks say."""
    cards = [library.card(card) for card in library.catalogue]
    return library.catalogue.shelves, library.problems, cards, find_cards(library)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


@pytest.fixture
def before(place: Place) -> Visible:
    """Start once, answer, and tell what can be seen."""
    library = place.start()
    Session(library).answer(Grade.GOOD, 1000)
    seen = visible(library)
    assert visible(place.start()) == seen
    return seen


def delete(path: Path) -> None:
    for file in path.parent.glob(f"{path.name}*"):
        file.unlink()


def garbage(path: Path) -> None:
    delete(path)
    path.write_bytes(b"This is no index.\n" * 999)


def truncated(path: Path) -> None:
    consolidated(path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def holes(path: Path) -> None:
    consolidated(path)
    content = bytearray(path.read_bytes())
    for start in range(4096, len(content), 8192):
        content[start : start + 4096] = b"\xaa" * 4096
    path.write_bytes(content)


def consolidated(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA wal_checkpoint (TRUNCATE)")


def sql(statement: str) -> Callable[[Path], None]:
    def damage(path: Path) -> None:
        with closing(sqlite3.connect(path)) as raw, raw:
            raw.executescript(statement)

    return damage


DAMAGES = (
    delete,
    garbage,
    truncated,
    holes,
    sql("DROP TABLE notes"),
    sql("DROP TABLE files; CREATE TABLE files (path TEXT)"),
    sql("UPDATE files SET shelves = '[1, 2'"),
    sql("UPDATE files SET shelves = '[[1]]'"),
    sql("UPDATE files SET problems = '{}x'"),
    sql("UPDATE notes SET entries = '[[[[]]]]'"),
    sql("UPDATE notes SET entries = x'ff'"),
    sql("UPDATE state SET value = 'lots' WHERE key = 'version'"),
    sql("UPDATE state SET value = '7 of another log' WHERE key = 'heard'"),
)


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_was_damaged_is_made_anew(
    place: Place, before: Visible, damage: Callable[[Path], None]
) -> None:
    damage(place.index)
    assert visible(place.start()) == before
    assert visible(place.start()) == before
    with closing(sqlite3.connect(place.index)) as raw:
        assert raw.execute("SELECT count(*) FROM files JOIN notes ON number = file").fetchone() == (
            3,
        )


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_while_it_is_in_use_is_noticed_by_nobody(
    place: Place, before: Visible, damage: Callable[[Path], None]
) -> None:
    library = place.start()
    damage(place.index)
    (place.decks / "d.md").write_text("## Another one?\nYes.\n")
    library.load()
    assert visible(library) == visible(place.start())


def test_a_review_goes_on_when_it_is_lost_and_a_deck_as_well(place: Place) -> None:
    library = place.start()
    session = Session(library)
    assert session.upcoming()
    sql("DELETE FROM notes")(place.index)
    (place.decks / "c.md").unlink()
    session.answer(Grade.GOOD, 1000)
    view = session.refresh()
    assert view.card
    assert view.left == len(library.catalogue) - 1


def test_a_note_that_was_reworded_when_it_was_lost_is_known_by_its_new_words(place: Place) -> None:
    (place.decks / "d.md").write_text("## How does L1 act?\nIts slope is constant near zero.\n")
    library = place.start()
    (note,) = (named.id for named in library.notes() if named.note.prompt == "How does L1 act?")
    library.record(Reviewed(CardId(note), Grade.GOOD), place.clock())
    library = place.start()
    (place.decks / "d.md").write_text("## How does L1 work?\nIts slope is constant near zero.\n")
    sql("DELETE FROM notes")(place.index)
    assert library.card(CardId(note)) is not None
    assert library.known.latest[note].prompt == "How does L1 work?"


@contextmanager
def locked(path: Path) -> Iterator[None]:
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("BEGIN EXCLUSIVE")
        yield


def test_a_locked_index_is_done_without(
    place: Place, before: Visible, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_module, "LOCK_WAIT_S", 0.01)
    with locked(place.index):
        assert visible(place.start()) == before
        (place.decks / "d.md").write_text("## Another one?\nYes.\n")
        library = place.start()
        assert len(library.catalogue) == len(before[2]) + 1  # type: ignore[arg-type]  # the cards
    assert visible(place.start()) == visible(library)


def test_a_place_where_no_index_can_be_is_done_without(place: Place) -> None:
    place.index.parent.write_text("no folder")
    library = place.start()
    assert library.card(next(iter(library.catalogue))) is not None


def test_a_full_disk_is_done_without(place: Place, before: Visible) -> None:
    library = place.start()
    index = library._outside.index
    assert isinstance(index, Index)
    (pages,) = index._connection.execute("PRAGMA page_count").fetchone()
    index._connection.execute(f"PRAGMA max_page_count = {pages}")
    long = "".join(f"## Question {number}?\n\nAnswer.\n\n" for number in range(999))
    (place.decks / "d.md").write_text(long)
    library.load()
    assert visible(library) == visible(place.start())


def test_two_collections_and_two_programs_have_an_index_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = index_file(tmp_path, [tmp_path]), index_file(tmp_path, [tmp_path, tmp_path / "x"])
    assert one == index_file(tmp_path, [tmp_path]) != other
    monkeypatch.setattr("flashcards.store.index_file.__version__", "0.0.1")
    assert index_file(tmp_path, [tmp_path]) not in (one, other)


def test_only_the_indexes_used_last_are_kept(tmp_path: Path) -> None:
    for number in range(KEPT + 3):
        Index(tmp_path / f"index-{number}.sqlite").close()
    assert len(list(tmp_path.glob("*.sqlite"))) == KEPT
    assert (tmp_path / f"index-{KEPT + 2}.sqlite").exists()


def test_a_note_and_its_problems_come_back_as_they_were(place: Place, before: Visible) -> None:
    shelves = [shelf for shelf in place.start().catalogue.shelves if shelf.topic == "other"]
    assert shelves[0] == Shelf(
        str(place.decks / "a.md"), shelves[0].deck, "other", shelves[0].cards
    )
