"""A disk on which things go wrong at a step: it is watched from below, where the system is called.

A power cut is the hard one: of a file stays what was flushed, of a folder the names it had when it
was flushed last. A kill leaves what the system was given. After either, nothing works any more.
"""

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

_CALLS = ("replace", "rename", "unlink", "rmdir", "mkdir", "symlink", "chmod")
_MOVES = ("replace", "rename")
GROWS = ("open", "mkdir", "fsync", "replace", "rename", "symlink")
"""Calls that need room on a disk."""

Fault = Callable[["Disk", str, Path], None]
"""What happens at a step, before it is done: the call's name, and what it is about."""


class Cut(BaseException):
    """The power is gone, or the program was killed."""


class Disk:
    """The folders below ``top``. ``steps`` lists each call that would change them."""

    def __init__(self, top: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.top, self.steps = top.resolve(), list[tuple[str, Path]]()
        self._fault: Fault | None = None
        self._at, self._lasting, self._dead, self._busy = -1, False, False, False
        self._patch = monkeypatch
        there = [path for path in self.top.rglob("*") if _is_ours(path)]
        self._flushed = {self._number(path): path.read_bytes() for path in there if path.is_file()}
        folders = [self.top, *(path for path in there if path.is_dir())]
        self._names = {self._number(folder): self._held(folder) for folder in folders}

    def watch(self, fault: Fault | None = None, at: int = -1, *, lasting: bool = False) -> None:
        """Count the steps from now on; the fault happens at one of them (from 0), or from it on."""
        self._fault, self._at, self._lasting = fault, at, lasting
        for name in (*_CALLS, "open", "fsync"):
            real = getattr(os, name)
            self._patch.setattr(os, name, self._watched(name, real))

    def rest(self) -> None:
        """Let all go well again."""
        self._fault, self._dead = None, False

    def _watched(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:  # noqa: ANN401  # the system's own
            path = self._about(name, given)
            if path is None or self._busy:
                return real(*given, **named)
            if self._dead:
                raise Cut
            self._busy = True
            try:
                self._step(name, *([Path(given[0])] if name in _MOVES else []), path)
                done = real(*given, **named)
                self._note(name, path, given[0] if name == "fsync" else done)
                return done
            finally:
                self._busy = False

        return call

    def _about(self, name: str, given: tuple[Any, ...]) -> Path | None:
        """Tell which file or folder a call would change; None where it changes none of ours."""
        if name == "fsync":
            path = Path(f"/proc/self/fd/{given[0]}").readlink()
        elif name == "open" and not (len(given) > 1 and given[1] & os.O_CREAT):
            return None
        else:
            path = Path.cwd() / (given[1] if name in _MOVES else given[0])
        return path if path.is_relative_to(self.top) and _is_ours(path) else None

    def _step(self, name: str, *paths: Path) -> None:
        self.steps.append((name, paths[-1]))
        now = len(self.steps) - 1
        if self._fault and (now == self._at or (self._lasting and now > self._at)):
            for path in paths:
                self._fault(self, name, path)

    def _note(self, name: str, path: Path, done: Any) -> None:  # noqa: ANN401  # so is this
        """Know what is on the disk itself now; what is new has a number that may be used again."""
        if name == "fsync" and path.is_dir():
            self._names[self._number(path)] = self._held(path)
        elif name == "fsync":
            self._flushed[os.fstat(done).st_ino] = path.read_bytes()
        elif name == "open":
            self._flushed.pop(os.fstat(done).st_ino, None)
        elif name == "mkdir":
            self._names.pop(self._number(path), None)

    # --- what goes wrong -----------------------------------------------------------------------

    def kill(self) -> None:
        """Let nothing happen any more."""
        self._dead = True
        raise Cut

    def cut_power(self) -> None:
        """Lose what was not flushed, and let nothing happen any more."""
        self._restore(self.top, self._number(self.top))
        self.kill()

    def _restore(self, folder: Path, number: int) -> None:
        """Give a folder the names that it had when it was flushed, and each what it held then."""
        names = self._names.get(number, {})
        for path in filter(_is_ours, list(folder.iterdir())):
            if not path.is_dir():
                path.unlink()
            elif names.get(path.name) != self._number(path):
                shutil.rmtree(path)
        for name, held in names.items():
            if isinstance(held, int):
                (folder / name).mkdir(exist_ok=True)
                self._restore(folder / name, held)
            else:
                (folder / name).write_bytes(held)

    def _held(self, folder: Path) -> dict[str, bytes | int]:
        """Tell what a folder has: what was flushed of its files, and its folders' numbers."""
        found = [path for path in folder.iterdir() if _is_ours(path)]
        return {
            path.name: number if path.is_dir() else self._flushed.get(number, b"")
            for path in found
            for number in [self._number(path)]
        }

    @staticmethod
    def _number(path: Path) -> int:
        return path.stat().st_ino


def killed(disk: Disk, _name: str, _path: Path) -> None:
    """Kill the program."""
    disk.kill()


def without_power(disk: Disk, _name: str, _path: Path) -> None:
    """Cut the power."""
    disk.cut_power()


def full(_disk: Disk, name: str, _path: Path) -> None:
    """Have no room, from some step on or once."""
    if name in GROWS:
        raise OSError(errno.ENOSPC, "No space left on device")


def read_only(_disk: Disk, _name: str, path: Path) -> None:
    """Let nothing be changed in the folders of decks."""
    if "decks" in path.parts:
        raise OSError(errno.EROFS, "Read-only file system")


def _is_ours(path: Path) -> bool:
    """Whether it is written by the program itself: SQLite looks after its own files."""
    return "sqlite" not in path.name and "cache" not in path.parts
