"""What the disk alone takes, at the same moment on the same file system."""

import os
from pathlib import Path
from time import perf_counter

SMALL_COMMIT = 8_192
"""Bytes that a small transaction appends to a write-ahead log, about."""


def flushed_ms(path: Path) -> float:
    """Append as much as a small commit does, and wait for the disk; in milliseconds."""
    begun = perf_counter()
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.write(handle, bytes(SMALL_COMMIT))
    os.fdatasync(handle)
    os.close(handle)
    return 1000 * (perf_counter() - begun)
