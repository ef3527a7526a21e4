"""An index that is written late says meanwhile what it will say; what goes wrong then is mended."""

import sqlite3
from pathlib import Path

import pytest

from flashcards.domain.entry import Filed, Leaf
from flashcards.domain.errors import ChangedElsewhereError, IndexLostError
from flashcards.domain.ids import NoteId
from flashcards.domain.settings import Settings
from flashcards.services.decks import Decks
from flashcards.services.late_index import LateIndex
from flashcards.services.library import Library, Outside
from flashcards.store.index import Index
from tests.services.fakes import MemoryFile, MemoryLog, SetClock, Texts

BEFORE = {"kept": "## A {#a}\nOne.\n", "said": "## B {#b}\nTwo.\n", "gone": "## C {#c}\nThree.\n"}
AFTER = {"kept": BEFORE["kept"], "said": "## B {#b}\nTwenty.\n\n## D {#d}\nFour.\n"}


def named(texts: dict[str, str]) -> dict[str, tuple[Leaf, Filed]]:
    """Give the files as decks have them."""
    index = Index(None)
    decks = Decks(Texts(texts), index, MemoryLog(MemoryFile()))
    decks.take(decks.look(), set(), lambda _: None)
    filed = {file.path: kept for file, kept in decks.files}
    return {leaf.file: (leaf, filed[leaf.file]) for leaf in index.leaves()}


def told(index: LateIndex | Index) -> list[object]:
    """Everything that an index is asked."""
    leaves = sorted(index.leaves(), key=lambda leaf: leaf.file)
    return [
        (index.version(), index.heard(), sorted(index.paths())),
        sorted(index.filed(), key=lambda filed: filed.file),
        leaves,
        [index.leaves([file]) for file in ("kept.md", "said.md", "gone.md")],
        [index.entry("said.md", NoteId(name)) for name in "bdc"],
        [{leaf.file for leaf in index.leaves_with({name})} for name in "acd"],
        [leaf.file for leaf in index.leaves_with({"a", "d"}, ["said.md"])],
        [index.files_saying([word]) for word in ("twenty", "one.")],
    ]


def test_what_is_put_off_is_said_as_if_it_were_written() -> None:
    before, after = named(BEFORE), named(AFTER)
    written, plain = Index(None), Index(None)
    late = LateIndex(plain)
    for index in (written, plain):
        assert index.replace(before.values(), (), "1", 0) == 1
    changed = [after["said.md"]]
    assert late.put_off(changed, ["gone.md"], "2", 1) == written.replace(
        changed, ["gone.md"], "2", 1
    )
    soon, later = told(late), told(written)
    assert soon[:-3] == later[:-3]
    assert soon[-2] == ["kept.md"]
    late.settle()
    late.settle()
    assert told(late) == told(plain) == later


class Started:
    """A program on an index in a file, and what it needs around."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "index.sqlite"
        self.texts, self.log, self.index = Texts(BEFORE), MemoryFile(), Index(self.path)
        self.library = self._library(self.index)

    def _library(self, index: Index) -> Library:
        outside = Outside(self.texts, index, MemoryLog(self.log), SetClock())
        library = Library(outside, Settings())
        library.load()
        return library

    def save(self) -> None:
        """Save a deck, and take it over; the index is not written yet."""
        self.texts.texts = AFTER
        second = self.index.again()
        assert second is not None
        made = self.library.ahead().takeover(second, MemoryLog(self.log))
        second.close()
        assert self.library.take_over(made)

    @property
    def says(self) -> list[str]:
        return [named.note.body.strip() for named in self.library.notes()]

    def read_again(self) -> list[str]:
        """Start another program on the same file, and tell which decks it had to read."""
        listing = self.texts.listing()
        decks = Decks(self.texts, Index(self.path), MemoryLog(self.log))
        decks.remember()
        seen = decks.look()
        assert seen.listing == listing
        return sorted(seen.read)


@pytest.fixture
def started(tmp_path: Path) -> Started:
    return Started(tmp_path)


def test_another_thread_writes_it_with_a_connection_of_its_own(started: Started) -> None:
    started.save()
    assert started.says == ["One.", "Twenty.", "Four."]
    assert started.read_again() == ["said.md"]
    started.library.keep_index(started.index.again())
    assert started.read_again() == []
    assert started.says == ["One.", "Twenty.", "Four."]


def test_what_another_program_wrote_first_is_taken_over(started: Started) -> None:
    started.save()
    other = Library(
        Outside(started.texts, Index(started.path), MemoryLog(started.log), SetClock()), Settings()
    )
    other.load()
    with pytest.raises(ChangedElsewhereError):
        started.library.keep_index(started.index.again())
    assert started.says == ["One.", "Twenty.", "Four."]
    started.library.keep_index()
    assert started.says == ["One.", "Twenty.", "Four."]
    assert started.read_again() == []


def test_an_index_that_is_locked_is_replaced_by_one_in_memory(started: Started) -> None:
    started.save()
    with sqlite3.connect(started.path, isolation_level=None) as lock:
        lock.execute("BEGIN IMMEDIATE")
        with pytest.raises(IndexLostError):
            started.library.keep_index(started.index.again())
        started.library.keep_index()
    lock.close()
    assert started.says == ["One.", "Twenty.", "Four."]
    assert started.index.again() is None


def test_a_reading_at_once_writes_first_what_was_put_off(started: Started) -> None:
    started.save()
    started.texts.texts = {"kept": "## A {#a}\nOther.\n"}
    started.library.adopt(started.library.read_decks())
    assert started.says == ["Other."]
    assert started.read_again() == []
