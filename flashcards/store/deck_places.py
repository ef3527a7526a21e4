"""Deck files as files: made, moved, copied, and thrown into the system's trash."""

import errno
import os
import shutil
import sys
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from flashcards.domain.tongue import tr
from flashcards.store.atomic import flush_folder, make_folder, write_atomically
from flashcards.store.faults import FileFaultError, telling

_BESIDE = ".Trash-{}"
_NOTE = ".trashinfo"


class DeckPlaces:
    """What the system offers for files. Everything here raises FileFaultError where it fails."""

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        self._environment = environment

    def read(self, path: Path) -> bytes:
        """Read a file."""
        with telling(path, "read"):
            return path.read_bytes()

    def create(self, path: Path, content: bytes) -> None:
        """Write a file that is not there yet, whole or not at all; as readable as its folder."""
        _must_be_free(path, "made")
        write_atomically(path, content, lambda: _must_be_free(path, "made"), shared=True)

    def move(self, path: Path, to: Path) -> None:
        """Give a file another name or folder, in one step where both are on one disk."""
        with telling(path, "moved"):
            make_folder(to.parent)
            _must_be_free(to, "written")
            _carry(path, to)
            flush_folder(to.parent)
            flush_folder(path.parent)

    def remove(self, path: Path) -> None:
        """Take away a file that was made a moment ago; where it is gone already, so much better."""
        with suppress(OSError):
            path.unlink()

    def restore(self, trashed: Path, path: Path) -> None:
        """Take out of the trash what was at a path, and forget there that it was."""
        self.move(trashed, path)
        self.remove(trashed.parent.parent / "info" / f"{trashed.name}{_NOTE}")

    def trash(self, path: Path) -> Path:
        """Put a file, or a folder, into the system's trash, and say where it is now."""
        with telling(path, "put into the trash"):
            if sys.platform == "darwin":
                return _into(Path.home() / ".Trash", path)
            if sys.platform == "win32":
                raise OSError(
                    errno.ENOTSUP, tr("delete it in the Explorer, which has the Recycle Bin")
                )
            return self._trash_as_freedesktop(path)

    def _trash_as_freedesktop(self, path: Path) -> Path:
        """Follow the trash specification of freedesktop.org, version 1.0."""
        path = path.absolute()
        trash = self._trash_for(path)
        (trash / "files").mkdir(mode=0o700, parents=True, exist_ok=True)
        (trash / "info").mkdir(mode=0o700, parents=True, exist_ok=True)
        number = 1
        while True:
            name = f"{path.stem}{f' {number}' * (number > 1)}{path.suffix}"
            note = trash / "info" / f"{name}{_NOTE}"
            try:
                number_of_file = os.open(note, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            except FileExistsError:
                number += 1
                continue
            with os.fdopen(number_of_file, "w") as written:
                written.write(_told(path, trash))
                written.flush()
                os.fsync(number_of_file)
            try:
                path.rename(trash / "files" / name)
            except OSError:
                note.unlink()
                raise
            for folder in (trash / "info", trash / "files", path.parent):
                flush_folder(folder)
            return trash / "files" / name

    def _trash_for(self, path: Path) -> Path:
        """Give the home's trash for a file on the same disk, else one at the top of its own."""
        named = self._environment.get("XDG_DATA_HOME") or ""
        data = Path(named) if Path(named).is_absolute() else Path.home() / ".local" / "share"
        data.mkdir(parents=True, exist_ok=True)
        device = path.lstat().st_dev
        if data.stat().st_dev == device:
            return data / "Trash"
        top = path.parent.resolve()
        while top != top.parent and top.parent.stat().st_dev == device:
            top = top.parent
        return top / _BESIDE.format(os.getuid())


def _told(path: Path, trash: Path) -> str:
    """Write where a file came from: below the disk's top, where the trash is there, too."""
    beside = trash.name.startswith(_BESIDE.format(""))
    name = path.resolve().relative_to(trash.parent) if beside else path
    now = datetime.now().astimezone().strftime("%Y-%m-%dT%H:%M:%S")
    return f"[Trash Info]\nPath={quote(str(name))}\nDeletionDate={now}\n"


def _carry(path: Path, to: Path) -> None:
    """Rename what is there; on another disk it is copied, and taken away once the copy is safe.

    Hidden names keep what is there by half from being read as decks. A link leads where it led.
    """
    if path.is_symlink() and path.exists() and not path.readlink().is_absolute():
        to.symlink_to(os.path.relpath(path.parent.resolve() / path.readlink(), to.parent.resolve()))
        path.unlink()
        return
    try:
        path.rename(to)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        hidden = to.with_name(f".{to.name}.moved")
        try:
            _take_away(hidden)
            _copy(path, hidden)
            hidden.rename(to)
        except BaseException:
            _take_away(hidden)
            raise
        flush_folder(to.parent)
        gone = path.with_name(f".{path.name}.gone")
        _take_away(gone)
        path.rename(gone)
        _take_away(gone)


def _copy(path: Path, to: Path) -> None:
    """Copy a file, or a folder with all that is in it, to the disk itself; links stay links."""
    if path.is_symlink():
        to.symlink_to(path.readlink())
    elif path.is_dir():
        to.mkdir()
        for each in path.iterdir():
            _copy(each, to / each.name)
        shutil.copystat(path, to)
    else:
        write_atomically(to, path.read_bytes())
        shutil.copystat(path, to)


def _take_away(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _into(folder: Path, path: Path) -> Path:
    """Move a file into a folder under its own name, or a numbered one."""
    number, target = 1, folder / path.name
    while target.exists():
        number += 1
        target = folder / f"{path.stem} {number}{path.suffix}"
    path.rename(target)
    flush_folder(folder)
    flush_folder(path.parent)
    return target


def _must_be_free(path: Path, doing: str) -> None:
    if os.path.lexists(path):
        raise FileFaultError(path, doing, tr("there is a file of that name already"))
