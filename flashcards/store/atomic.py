"""Write a file whole or not at all, so that a power cut cannot undo it."""

import errno
import os
import re
import stat
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from flashcards.store.faults import FileFaultError, reason_of

_BEGINNING, _ENDING = ".flashcards-", ".new"
_LEFT = re.compile(rf"{re.escape(_BEGINNING)}\w{{8}}{re.escape(_ENDING)}")
_OLD_S = 3600
"""A file that is being written is never so old: what is, a crash or a power cut has left."""

_FLUSHES_NO_FOLDER = (errno.EINVAL, errno.ENOTSUP, errno.EBADF)
"""What a file system says that cannot flush a folder; network folders do."""


def write_atomically(
    path: Path,
    content: bytes,
    ready: Callable[[], object] = lambda: None,
    *,
    flush_name: bool = True,
    shared: bool = False,
) -> None:
    """Write beside the file, flush to the disk, and put it in the file's place.

    A link keeps pointing where it points, the file keeps its permissions; a new one is as readable
    as its folder where it is ``shared``, else its owner's alone. A device or a pipe is written to.
    ``ready`` is called last of all before the file is replaced; what it raises keeps
    the old content, and so does FileFaultError, unless it is that the folder cannot be flushed.
    Whoever writes many files into one folder flushes their names once, with ``flush_folder``.
    """
    try:
        target = Path(os.path.realpath(path))
        old = target.stat().st_mode if target.exists() else None
        if _is_stream(path, old):
            with path.open("ab") as stream:
                stream.write(content)
        else:
            make_folder(target.parent)
            mode = target.parent.stat().st_mode & 0o666 if shared and old is None else old
            _put(target, content, mode, ready)
            if flush_name:
                flush_folder(target.parent)
    except OSError as error:
        raise FileFaultError(path, "written", reason_of(error)) from error


def _is_stream(path: Path, mode: int | None) -> bool:
    """Whether content flows on from here; /dev/stdout may be a regular file in the end.

    /dev/shm is a disk like any other, in memory.
    """
    top = path.absolute().parts[1:3]
    special = top[:1] in (("dev",), ("proc",)) and top != ("dev", "shm")
    return special or (mode is not None and not stat.S_ISREG(mode))


def _put(path: Path, content: bytes, mode: int | None, ready: Callable[[], object]) -> None:
    number, name = tempfile.mkstemp(dir=path.parent, prefix=_BEGINNING, suffix=_ENDING)
    temporary = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            temporary.chmod(stat.S_IMODE(mode))
        ready()
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def clear_away(entry: "os.DirEntry[str]") -> None:
    """Delete a file that was never put in another's place, and is nobody's any more."""
    if _LEFT.fullmatch(entry.name):
        with suppress(OSError):
            about = entry.stat(follow_symlinks=False)
            if stat.S_ISREG(about.st_mode) and time.time() - about.st_mtime > _OLD_S:
                Path(entry.path).unlink()


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, where they are missing; each is there for good."""
    if not folder.is_dir():
        make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        flush_folder(folder.parent)


def flush_folder(folder: Path) -> None:
    """See to it that new names in a folder are on the disk, where the system can do so.

    Windows opens no folder, and some network folders cannot be flushed: that is passed over.
    """
    try:
        number = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(number)
    except OSError as error:
        if error.errno not in _FLUSHES_NO_FOLDER:
            raise
    finally:
        os.close(number)
