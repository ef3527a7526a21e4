"""The clipboard of a screen in a process of its own: what was copied is there while that lives.

Each line of JSON that comes in is a text to be put there; null asks for what is there.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from typing import Self


class Clipboard:
    """What a person copies with Ctrl+C, and pastes with Ctrl+V."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._holder = subprocess.Popen(
            [sys.executable, "-m", "tests.journey.clipboard"],
            env=dict(environment),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def put(self, text: str) -> Self:
        """Let a text be there, as another program would that copied it."""
        self._ask(text)
        return self

    def text(self) -> str:
        """Read what is there."""
        return self._ask(None)

    def _ask(self, text: str | None) -> str:
        assert self._holder.stdin is not None
        assert self._holder.stdout is not None
        self._holder.stdin.write(f"{json.dumps(text)}\n")
        self._holder.stdin.flush()
        answer: str = json.loads(self._holder.stdout.readline())
        return answer

    def close(self) -> None:
        """End the process."""
        self._holder.kill()
        self._holder.communicate()


def _hold() -> None:
    """Answer line by line, and serve whoever pastes in between."""
    from PySide6.QtCore import QSocketNotifier  # in the process that holds it only
    from PySide6.QtGui import QGuiApplication  # in the process that holds it only

    application = QGuiApplication(["clipboard"])
    clipboard = application.clipboard()
    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)

    def answer() -> None:
        text = json.loads(_line())
        if text is not None:
            clipboard.setText(text)
        sys.stdout.write(f"{json.dumps(clipboard.text())}\n")
        sys.stdout.flush()

    notifier.activated.connect(answer)
    application.exec()


def _line() -> bytes:
    """Read one line and no letter more, so that the next one is noticed too."""
    read = bytearray()
    while not read.endswith(b"\n"):
        read += os.read(sys.stdin.fileno(), 1) or b"\n"
    return bytes(read)


if __name__ == "__main__":
    _hold()
