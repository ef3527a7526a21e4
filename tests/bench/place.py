"""Where a benchmark runs: a screen of its own, a folder on the disk, the children it starts."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[2]
CHILD_TIMEOUT_S = 300
ENDINGS = (0, -signal.SIGKILL)
"""In order, or by ``die``: a child that crashes after its report left nothing for the next one."""


@dataclass(frozen=True, slots=True)
class Place:
    """``runs`` is how often each thing is measured; ``folder`` is on the disk, not in memory."""

    folder: Path
    display: str
    runs: int

    def child(self, name: str, *arguments: object) -> dict[str, Any]:
        """Run a child to its end, and give what it reports (with the moment it was started)."""
        command = [sys.executable, "-m", f"tests.bench.children.{name}", *map(str, arguments)]
        started = monotonic()
        done = subprocess.run(
            command,
            cwd=REPOSITORY,
            env=self._environment(),
            stdout=subprocess.PIPE,
            text=True,
            timeout=CHILD_TIMEOUT_S,
            check=False,
        )
        if not done.stdout.startswith("{") or done.returncode not in ENDINGS:
            raise RuntimeError(f"{name} reported {done.stdout!r}, ended with {done.returncode}")
        report: dict[str, Any] = json.loads(done.stdout)
        return report | {"started": started}

    def _environment(self) -> dict[str, str]:
        """Draw in software on our own screen; keep compiled modules, as an installation does."""
        kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        return kept | {
            "DISPLAY": self.display,
            "QT_QPA_PLATFORM": "xcb",
            "QT_XCB_GL_INTEGRATION": "none",
            "QT_SCALE_FACTOR": "1",
            "PYTHONPYCACHEPREFIX": str(self.folder / "compiled"),
        }


@contextmanager
def place(runs: int) -> Iterator[Place]:
    """Open a screen and a folder, and clear both away afterwards."""
    build = REPOSITORY / "build"
    build.mkdir(exist_ok=True)
    with screen() as display, TemporaryDirectory(prefix="bench-", dir=build) as folder:
        yield Place(Path(folder), display, runs)


@contextmanager
def screen() -> Iterator[str]:
    """Start an X server in memory on a free display, and name it."""
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "2560x1600x24"]
    server = subprocess.Popen(
        [*command, "-nolisten", "tcp", "-noreset"], pass_fds=[writer], stderr=subprocess.DEVNULL
    )
    os.close(writer)
    try:
        with os.fdopen(reader) as answer:
            yield f":{answer.readline().strip()}"
    finally:
        server.terminate()
        server.wait()
