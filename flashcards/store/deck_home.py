"""The folder that a person's decks live in: shipped decks are copied there, and changed ones kept.

What was copied is remembered in a hidden file of the folder, by hash, so that a later version of a
shipped deck takes the place of one that nobody changed, and of no other.
"""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from flashcards.store.atomic import flush_folder, write_atomically
from flashcards.store.faults import DeckChangedError, telling

MEMORY = ".flashcards-shipped.json"


@dataclass(frozen=True, slots=True)
class Copied:
    """What copying came to: files that are new, renewed, or left as the person has them.

    ``passed`` is no file: a link to a folder, or to nothing.
    """

    new: tuple[Path, ...]
    renewed: tuple[Path, ...]
    kept: tuple[Path, ...]
    passed: tuple[Path, ...] = ()


class DeckHome:
    """Copies decks with all that stands beside them. Everything raises FileFaultError."""

    def __init__(self, shipped: Path) -> None:
        self.shipped = shipped

    def settle(self, folder: Path) -> Copied:
        """Copy the shipped decks into a folder, and remember what was copied.

        What the person changed, or took away again, stays so.
        """
        memory = folder / MEMORY
        known = _remembered(memory)
        copied = _copy(self.shipped, folder, known)
        write_atomically(memory, f"{json.dumps(known, indent=0, sort_keys=True)}\n".encode())
        return copied

    def add(self, path: Path, folder: Path) -> Copied:
        """Copy a deck, or a folder of decks under its own name; nothing is overwritten."""
        if path.is_dir():
            return _copy(path, folder / path.absolute().name, {})
        return _copy_file(path, folder / path.name)


def _copy(source: Path, folder: Path, known: dict[str, str]) -> Copied:
    """Copy what is new, or was not changed since; ``known`` is brought up to date."""
    new, renewed, kept = list[Path](), list[Path](), list[Path]()
    folders, passed = set[Path](), list[Path]()
    for path in _files(source):
        if not path.is_file():
            passed.append(path)
            continue
        name, content = path.relative_to(source).as_posix(), _read(path)
        target = folder / name
        there = _read(target) if target.exists() else None
        if there == content:
            known[name] = _mark(content)
        elif there is None and name in known:
            kept.append(target)
        elif there is None or known.get(name) == _mark(there):
            (new if there is None else renewed).append(target)
            _write(target, content, there)
            folders.add(target.parent)
            known[name] = _mark(content)
        else:
            kept.append(target)
    for written in folders:
        with telling(written, "written"):
            flush_folder(written)
    return Copied(tuple(new), tuple(renewed), tuple(kept), tuple(passed))


def _copy_file(path: Path, target: Path) -> Copied:
    content = _read(path)
    if not target.exists():
        _write(target, content, None)
        with telling(target.parent, "written"):
            flush_folder(target.parent)
        return Copied((target,), (), ())
    return Copied((), (), (target,) if _read(target) != content else ())


def _files(folder: Path) -> Iterator[Path]:
    """List a folder's files in order, and what links to folders; hidden ones are passed over."""
    for top, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        links = [name for name in folders if Path(top, name).is_symlink()]
        for name in sorted((*files, *links)):
            if not name.startswith("."):
                yield Path(top) / name


def _remembered(memory: Path) -> dict[str, str]:
    """Read what was copied before; a memory that cannot be read knows nothing."""
    with suppress(OSError, ValueError):
        known = json.loads(memory.read_text("utf-8"))
        if isinstance(known, dict):
            return {str(name): str(mark) for name, mark in known.items()}
    return {}


def _mark(content: bytes) -> str:
    return blake2b(content, digest_size=16).hexdigest()


def _read(path: Path) -> bytes:
    with telling(path, "read"):
        return path.read_bytes()


def _write(path: Path, content: bytes, there: bytes | None) -> None:
    """Put a file in place of what was there, unless another program has changed that meanwhile."""

    def must_be_there_still() -> None:
        if (_read(path) if path.exists() else None) != there:
            raise DeckChangedError(path)

    write_atomically(path, content, must_be_there_still, flush_name=False, shared=True)
