"""Looks for regular expressions in a process of its own.

While Python matches an expression nothing else in its process runs, no other thread and no window;
one that backtracks without end would never let go.
"""

import json
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO

import flashcards
from flashcards.domain.deck.seek import Hit, Sought
from flashcards.domain.errors import SearchStoppedError, SlowExpressionError

_ROOT = str(Path(flashcards.__file__).parent.parent)
_BEGIN = (
    "import sys; sys.path.insert(0, sys.argv[1]); from flashcards.runner.worker import main; main()"
)


class Seeker:
    """Starts the process when it is first needed; ``stop`` may be called from any thread."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def hits(self, sought: Sought, text: str, new: str = "") -> list[Hit]:
        """Find an expression's places in a text.

        Raises SlowExpressionError where that takes too long, and SearchStoppedError where somebody
        stopped it.
        """
        answer = self._ask(json.dumps([sought.words, sought.case, text, new]))
        if not answer:
            self.stop()
            raise SearchStoppedError
        found = json.loads(answer)
        if found is None:
            raise SlowExpressionError
        return [Hit(*each) for each in found]

    def _ask(self, request: str) -> bytes:
        process = self._process or self._started()
        assert process.stdin, "it is a pipe"
        assert process.stdout, "so is this"
        try:
            process.stdin.write(f"{request}\n".encode())
            process.stdin.flush()
            return process.stdout.readline()
        except (OSError, ValueError):  # it was stopped meanwhile
            return b""

    def _started(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-I", "-S", "-c", _BEGIN, _ROOT]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        return self._process

    def stop(self) -> None:
        """End the process, whatever it does; what was asked for raises SearchStoppedError."""
        process, self._process = self._process, None
        if process:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe:
                    _close(pipe)


def _close(pipe: IO[bytes]) -> None:
    with suppress(OSError):  # what was not sent yet goes nowhere any more
        pipe.close()
