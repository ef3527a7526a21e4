"""Nothing heavy is imported before the first frame, and some of it not for a review either."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = """
    markdown pymdownx pygments nh3 ziamath yaml click rich PySide6.QtNetwork sqlite3 hashlib
    difflib html shlex
    flashcards.domain.choices flashcards.domain.in_words flashcards.domain.log.events
    flashcards.domain.note flashcards.domain.scheduling.scheduler flashcards.services.settling
    flashcards.services.views flashcards.ui.adopting flashcards.ui.deck_watch flashcards.ui.editor
    flashcards.ui.keeping flashcards.ui.pages flashcards.ui.today.errands
"""
"""Ours are here for what they cost: a frozen value's class is half a millisecond."""

SPARED = "sqlalchemy alembic asyncio"
"""What only migrations are written in: 200 ms and 24 MB."""

UNASKED = "flashcards.services.finding flashcards.services.searches fractions"
"""What reads searches: Today's numbers do without it."""

WATCH = """
import builtins, gc, json, linecache, sys
from flashcards.ui.qt import load_qt
load_qt()
from PySide6.QtCore import QTimer
from flashcards import app
from flashcards.ui import application

class Watched(application.Program):
    def open(self):
        self.shell.painted.disconnect()
        self.shell.painted.connect(self.report)
        super().open()

    def report(self):
        self.tell()
        self.conductor.ready.connect(self.review)
        self.conductor.load()

    def review(self):
        self.tell()
        self.conductor.start()
        QTimer.singleShot(0, self.reviewed)

    def reviewed(self):
        self.tell()
        self.shell.close()

    def tell(self):
        loaded = [name for name in sys.argv[1].split() if name in sys.modules]
        found = {"loaded": loaded, "collects": gc.isenabled()}
        found["import"], found["sources"] = builtins.__import__.__name__, len(linecache.cache) > 20
        print(json.dumps(found), flush=True)

application.Program = Watched
sys.exit(app.run([]))
"""


@pytest.mark.parametrize("start", ["first", "second"])
def test_nothing_heavy_is_imported_before_the_first_frame(tmp_path: Path, start: str) -> None:
    environment = os.environ | {"FLASHCARDS_DATA": str(tmp_path)}
    for _ in ("first", "second")[: 1 + (start == "second")]:
        run = subprocess.run(
            [sys.executable, "-c", WATCH, f"{HEAVY} {SPARED} {UNASKED}"],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
    first, ready, review = map(json.loads, run.stdout.splitlines())
    plain = {"import": "__import__", "sources": False}
    assert first == plain | {"loaded": [], "collects": False}
    assert set(ready["loaded"]).isdisjoint([*SPARED.split(), *UNASKED.split()])
    assert set(review.pop("loaded")).isdisjoint(SPARED.split())
    assert review == plain | {"collects": True}
    assert (tmp_path / "cache" / "today.json").exists()
