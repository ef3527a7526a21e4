"""Write a file whole or not at all."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from flashcards.store.faults import FileFaultError


def write_atomically(path: Path, content: bytes) -> None:
    """Write beside the file, flush to the disk, and put it in the file's place.

    Raises FileFaultError; the old content is whole then.
    """
    temporary: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        number, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        temporary = Path(name)
        with os.fdopen(number, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        if temporary:
            with suppress(OSError):
                temporary.unlink()
        raise FileFaultError(path, "written", (error.strerror or str(error)).lower()) from error
