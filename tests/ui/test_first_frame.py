"""The first frame: nothing heavy is imported before it, at the first start and at the second."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = (
    "sqlalchemy alembic markdown pymdownx pygments nh3 ziamath yaml click rich PySide6.QtNetwork"
)

WATCH = """
import json, sys
from PySide6.QtCore import QTimer
from flashcards import app
from flashcards.ui import application

class Watched(application.Program):
    def open(self):
        self.shell.painted.disconnect()
        self.shell.painted.connect(self.report)
        super().open()

    def report(self):
        heavy = [name for name in sys.argv[1].split() if name in sys.modules]
        print(json.dumps(heavy), flush=True)
        self.conductor.ready.connect(self.shell.close)
        self.conductor.load()

application.Program = Watched
sys.exit(app.run([]))
"""


@pytest.mark.parametrize("start", ["first", "second"])
def test_nothing_heavy_is_imported_before_the_first_frame(tmp_path: Path, start: str) -> None:
    environment = os.environ | {"FLASHCARDS_DATA": str(tmp_path)}
    for _ in ("first", "second")[: 1 + (start == "second")]:
        run = subprocess.run(
            [sys.executable, "-c", WATCH, HEAVY],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
    assert json.loads(run.stdout) == []
    assert (tmp_path / "cache" / "today.json").exists()
