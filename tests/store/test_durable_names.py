"""A new name lasts through a power cut: the folder is flushed after whatever was renamed in it."""

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

import pytest

from flashcards.domain.rotation import Purpose
from flashcards.store.atomic import write_atomically
from flashcards.store.backups import Backups
from flashcards.store.database import open_database
from flashcards.store.deck_home import MEMORY, DeckHome
from flashcards.store.deck_places import DeckPlaces
from flashcards.store.deck_texts import DeckTexts
from flashcards.store.faults import FileFaultError
from flashcards.store.settings_file import SettingsFile
from flashcards.store.unsaved import UnsavedFiles

_flush = os.fsync


class Disk:
    """Notes which names a folder had each time that it was flushed: those a power cut leaves."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.names: dict[Path, set[str]] = {}
        self.folders: list[Path] = []
        self.fault: OSError | None = None
        monkeypatch.setattr(os, "fsync", self._note)

    def _note(self, number: int) -> None:
        _flush(number)
        if stat.S_ISDIR(os.fstat(number).st_mode):
            if self.fault:
                raise self.fault
            folder = Path(f"/proc/self/fd/{number}").readlink()
            self.folders.append(folder)
            self.names[folder] = {each.name for each in folder.iterdir()}


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    """Watch what is flushed."""
    if not Path("/proc/self/fd").exists():
        pytest.skip("nothing here tells which folder was flushed")
    return Disk(monkeypatch)


def test_what_a_person_saved_lasts(disk: Disk, tmp_path: Path) -> None:
    DeckTexts().read(tmp_path / "deck.md").save("## Q?\nA.\n")
    SettingsFile(tmp_path / "settings.toml").save({"new_per_day": 7})
    UnsavedFiles(tmp_path / "unsaved").write("deck.md", "half a note")
    assert {"deck.md", "settings.toml", "unsaved"} <= disk.names[tmp_path]
    assert [name.endswith(".json") for name in disk.names[tmp_path / "unsaved"]] == [True]


def test_new_folders_last_with_what_is_in_them(disk: Disk, tmp_path: Path) -> None:
    write_atomically(tmp_path / "a" / "b" / "deck.md", b"x")
    assert disk.names == {
        tmp_path: {"a"},
        tmp_path / "a": {"b"},
        tmp_path / "a" / "b": {"deck.md"},
    }


def test_a_move_lasts_at_both_ends(disk: Disk, tmp_path: Path) -> None:
    (tmp_path / "old.md").write_text("x")
    DeckPlaces().move(tmp_path / "old.md", tmp_path / "deep" / "new.md")
    assert disk.names == {tmp_path: {"deep"}, tmp_path / "deep": {"new.md"}}


def test_what_was_thrown_away_is_in_the_trash_for_good(disk: Disk, tmp_path: Path) -> None:
    deck = tmp_path / "decks" / "deck.md"
    deck.parent.mkdir()
    deck.write_text("x")
    trash = DeckPlaces({"XDG_DATA_HOME": str(tmp_path / "share")}).trash(deck).parent.parent
    assert disk.names[deck.parent] == set()
    assert disk.names[trash / "files"] == {"deck.md"}
    assert disk.names[trash / "info"] == {"deck.md.trashinfo"}


def test_copied_decks_last_and_each_folder_is_flushed_once_for_all(
    disk: Disk, tmp_path: Path
) -> None:
    shipped = tmp_path / "shipped"
    (shipped / "ml").mkdir(parents=True)
    for name in ("a.md", "b.md", "ml/c.md"):
        (shipped / name).write_text(f"## {name}?\nYes.\n", "utf-8")
    DeckHome(shipped).settle(tmp_path / "home")
    assert disk.names[tmp_path / "home"] == {"a.md", "b.md", "ml", MEMORY}
    assert disk.names[tmp_path / "home" / "ml"] == {"c.md"}
    assert disk.folders.count(tmp_path / "home" / "ml") == 1


def test_one_deck_that_is_copied_lasts(disk: Disk, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("## Q?\nA.\n", "utf-8")
    DeckHome(tmp_path).add(tmp_path / "a.md", tmp_path / "home")
    assert disk.names[tmp_path / "home"] == {"a.md"}


def test_what_is_taken_out_of_the_trash_is_back_for_good(disk: Disk, tmp_path: Path) -> None:
    places, deck = DeckPlaces({"XDG_DATA_HOME": str(tmp_path / "share")}), tmp_path / "d" / "a.md"
    deck.parent.mkdir()
    deck.write_text("x")
    trashed = places.trash(deck)
    places.restore(trashed, deck)
    assert disk.names[deck.parent] == {"a.md"}
    assert disk.names[trashed.parent] == set()
    assert list((trashed.parent.parent / "info").iterdir()) == []


def test_a_place_that_is_taken_keeps_what_is_in_the_trash(tmp_path: Path) -> None:
    places, deck = DeckPlaces({"XDG_DATA_HOME": str(tmp_path / "share")}), tmp_path / "a.md"
    deck.write_text("mine")
    trashed = places.trash(deck)
    deck.write_text("theirs")
    with pytest.raises(FileFaultError, match="there is a file of that name already"):
        places.restore(trashed, deck)
    assert (trashed.read_text(), deck.read_text()) == ("mine", "theirs")
    assert (trashed.parent.parent / "info" / "a.md.trashinfo").exists()


def test_a_backup_lasts(disk: Disk, tmp_path: Path) -> None:
    open_database(tmp_path / "log.sqlite").close()
    made = Backups(tmp_path / "log.sqlite").make(Purpose.ASKED)
    assert made.path.name in disk.names[made.path.parent]


@pytest.mark.parametrize("code", [errno.EINVAL, errno.ENOTSUP])
def test_where_no_folder_can_be_flushed_it_is_passed_over(
    disk: Disk, tmp_path: Path, code: int
) -> None:
    disk.fault = OSError(code, os.strerror(code))
    write_atomically(tmp_path / "deck.md", b"new")
    assert (tmp_path / "deck.md").read_bytes() == b"new"


def test_a_folder_that_may_not_be_opened_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = os.open

    def as_on_windows(path: str | Path, flags: int, *mode: int) -> int:
        if Path(path) == tmp_path:
            raise PermissionError(errno.EACCES, "Permission denied")
        return opened(path, flags, *mode)

    monkeypatch.setattr(os, "open", as_on_windows)
    write_atomically(tmp_path / "deck.md", b"new")
    assert (tmp_path / "deck.md").read_bytes() == b"new"


def test_a_disk_that_fails_is_told_and_the_text_is_whole(disk: Disk, tmp_path: Path) -> None:
    deck = tmp_path / "deck.md"
    deck.write_bytes(b"old")
    disk.fault = OSError(errno.EIO, "Input/output error")
    with pytest.raises(FileFaultError, match=r"deck\.md cannot be written: input/output error"):
        write_atomically(deck, b"new")
    assert deck.read_bytes() == b"new"
    assert [each.name for each in tmp_path.iterdir()] == ["deck.md"]


def test_to_another_disk_all_is_copied_before_it_is_taken_away(
    disk_and_memory: tuple[Path, Path],
) -> None:
    disk, other_disk = disk_and_memory
    decks = disk / "decks"
    (decks / "pictures").mkdir(parents=True)
    (decks / "deck.md").write_text("## Q?\nA.\n")
    (decks / "deck.md").chmod(0o640)
    (decks / "pictures" / "eye.png").write_bytes(b"picture")
    (decks / "link.md").symlink_to("deck.md")
    DeckPlaces().move(decks, other_disk / "moved")
    moved = other_disk / "moved"
    assert not decks.exists()
    assert (moved / "link.md").readlink() == Path("deck.md")
    assert (moved / "pictures" / "eye.png").read_bytes() == b"picture"
    assert stat.S_IMODE((moved / "deck.md").stat().st_mode) == 0o640


def test_a_file_in_the_systems_memory_is_replaced_as_any_other(
    disk_and_memory: tuple[Path, Path],
) -> None:
    _, other_disk = disk_and_memory
    for content in (b"old", b"new"):
        write_atomically(other_disk / "deck.md", content)
    assert (other_disk / "deck.md").read_bytes() == b"new"


@pytest.mark.parametrize("name", ["deck.md", "decks"])
def test_a_copy_that_fails_leaves_nothing_behind(
    disk_and_memory: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    disk, other_disk = disk_and_memory
    (disk / "decks").mkdir()
    for deck in (disk / "deck.md", disk / "decks" / "deck.md"):
        deck.write_text("x")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched, suppress(FileFaultError):
        patched.setattr(os, "fsync", full)
        DeckPlaces().move(disk / name, other_disk / name)
        pytest.fail("a full disk must be told")
    assert (disk / "decks" / "deck.md").read_text() == "x"
    assert (disk / "deck.md").read_text() == "x"
    assert list(other_disk.iterdir()) == []
