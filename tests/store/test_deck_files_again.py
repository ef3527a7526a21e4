"""Decks read again: only what changed is read and parsed, also by the next program."""

from pathlib import Path

from flashcards.domain.entry import DeckFile
from flashcards.domain.settings import Settings
from flashcards.services.library import Library, Outside
from flashcards.store.deck_files import DeckFiles, FileRead
from flashcards.store.index import Index
from tests.services.fakes import MemoryFile, MemoryLog, SetClock


class Watched(DeckFiles):
    """Tells which files were read."""

    def __init__(self, folder: Path) -> None:
        super().__init__([folder / "decks"])
        self.told: list[str] = []

    def read_file(self, file: DeckFile) -> FileRead:
        self.told.append(Path(file.path).name)
        return super().read_file(file)

    def news(self) -> list[str]:
        told, self.told = self.told, []
        return told


def write(folder: Path, name: str, prompt: str) -> Path:
    path = folder / "decks" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"## {prompt}\nanswer\n")
    return path


def started(folder: Path, files: Watched) -> Library:
    log, index = MemoryLog(MemoryFile()), Index(folder / "cache" / "index.sqlite")
    library = Library(Outside(files, index, log, SetClock()), Settings())
    library.load()
    return library


def prompts(library: Library) -> list[str]:
    return [card.faces.prompt for card in library.cards()]


def test_a_deck_that_did_not_change_is_not_read_again(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "One")
    write(tmp_path, "b.md", "Two")
    files = Watched(tmp_path)
    library = started(tmp_path, files)
    assert files.news() == ["a.md", "b.md"]
    write(tmp_path, "b.md", "Two, changed")
    library.load()
    assert (files.news(), prompts(library)) == (["b.md"], ["One", "Two, changed"])
    again = started(tmp_path, files)
    assert (files.news(), prompts(again)) == ([], ["One", "Two, changed"])


def test_a_deck_that_is_gone_and_one_that_is_new(tmp_path: Path) -> None:
    old = write(tmp_path, "a.md", "One")
    library = started(tmp_path, Watched(tmp_path))
    old.unlink()
    write(tmp_path, "c.md", "Three")
    library.load()
    assert prompts(library) == ["Three"]
    assert prompts(started(tmp_path, Watched(tmp_path))) == ["Three"]


def test_a_replaced_file_of_equal_size_is_read_again(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "One")
    library = started(tmp_path, Watched(tmp_path))
    write(tmp_path, "new", "Two").rename(tmp_path / "decks" / "a.md")
    library.load()
    assert prompts(library) == ["Two"]


def test_a_file_that_could_not_be_read_is_read_as_soon_as_it_can_be(tmp_path: Path) -> None:
    path = write(tmp_path, "a.md", "One")
    path.write_bytes(b"## One\n\0\n")
    files = Watched(tmp_path)
    library = started(tmp_path, files)
    assert [problem.code for problem in library.problems] == ["not-text"]
    files.news()
    library.load()
    assert files.news() == ["a.md"]


def test_two_programs_learn_from_each_other_what_they_read(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "One")
    write(tmp_path, "b.md", "Two")
    ours, theirs = (started(tmp_path, Watched(tmp_path)) for _ in range(2))
    write(tmp_path, "b.md", "One")
    theirs.load()
    ours.load()
    assert [problem.code for problem in ours.problems] == ["duplicate-prompt"]
    write(tmp_path, "a.md", "Three")
    theirs.load()
    ours.load()
    assert prompts(ours) == prompts(theirs) == ["Three", "One"]
    assert ours.problems == ()
