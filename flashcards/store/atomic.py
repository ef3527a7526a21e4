"""Write a file whole or not at all."""

import os
import stat
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from flashcards.store.faults import FileFaultError


def write_atomically(
    path: Path, content: bytes, ready: Callable[[], object] = lambda: None
) -> None:
    """Write beside the file, flush to the disk, and put it in the file's place.

    A link keeps pointing where it points, the file keeps its permissions; a device or a pipe is
    written to. ``ready`` is called last of all before the file is replaced; what it raises keeps
    the old content, and so does FileFaultError.
    """
    try:
        target = Path(os.path.realpath(path))
        old = target.stat().st_mode if target.exists() else None
        if _is_stream(path, old):
            with path.open("ab") as stream:
                stream.write(content)
        else:
            _put(target, content, old, ready)
    except OSError as error:
        raise FileFaultError(path, "written", (error.strerror or str(error)).lower()) from error


def _is_stream(path: Path, mode: int | None) -> bool:
    """Whether content flows on from here; /dev/stdout may be a regular file in the end."""
    special = path.absolute().parts[1:2] in (("dev",), ("proc",))
    return special or (mode is not None and not stat.S_ISREG(mode))


def _put(path: Path, content: bytes, mode: int | None, ready: Callable[[], object]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    number, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
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
