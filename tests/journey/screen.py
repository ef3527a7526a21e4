"""A screen without a monitor: Xvfb on a free display, and what can be seen on it."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from struct import unpack_from

from PySide6.QtGui import QImage

SIZE = "1100x760x24"


@dataclass(frozen=True, slots=True)
class Screen:
    """A display's name, and the file in which the server keeps its picture."""

    display: str
    buffer: Path

    def picture(self) -> QImage:
        """Read the picture."""
        width, height, line, pixels = self._read()
        return QImage(pixels, width, height, line, QImage.Format.Format_RGB32).copy()

    def shows(self, colour: str, pixels: int, *, below: int = 0) -> bool:
        """Whether so many pixels under a line have a colour."""
        return self.count(colour, below=below) > pixels

    def count(self, colour: str, *, below: int = 0) -> int:
        """Count the pixels under a line that have a colour, written as #rrggbb."""
        wanted = bytes.fromhex(f"{colour[5:7]}{colour[3:5]}{colour[1:3]}")
        _, _, line, content = self._read()
        return content[line * below :].count(wanted)

    def _read(self) -> tuple[int, int, int, bytes]:
        """Read width, height, bytes a line, and pixels as blue, green, red and one to spare.

        The head of the file is told in X11/XWDFile.h.
        """
        content = self.buffer.read_bytes()
        head, width, height, line, colours = (
            unpack_from(">I", content, 4 * place)[0] for place in (0, 4, 5, 12, 19)
        )
        return width, height, line, content[head + 12 * colours :]


@contextmanager
def screen(folder: Path) -> Iterator[Screen]:
    """Start a server on the first free display, and stop it at the end."""
    reading, writing = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(writing),
        "-screen",
        "0",
        SIZE,
        "-nolisten",
        "tcp",
        "-noreset",
    ]
    with (
        (folder / "xvfb.log").open("w") as log,
        subprocess.Popen([*command, "-fbdir", folder], pass_fds=[writing], stderr=log) as server,
    ):
        os.close(writing)
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        assert number, (folder / "xvfb.log").read_text("utf-8")
        try:
            yield Screen(f":{number}", folder / "Xvfb_screen0")
        finally:
            server.terminate()
