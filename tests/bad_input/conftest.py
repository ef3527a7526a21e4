"""The real program in a process of its own, and what must hold of every mistake."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

DECK = "".join(f"## Question {n} {{#q{n}}}\n\nYes.\n\n" for n in range(30))
PAST = "card,time,grade\n" + "".join(f"q{n},2026-01-0{n + 1}T12:00:00Z,4\n" for n in range(5))
ANSWERS = "\n4\n"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a process left behind."""

    status: int
    out: str
    err: str


class Program:
    """One data folder with five reviews in it, and a deck of thirty cards."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.data = folder, folder / "data"
        self.decks = folder / "decks"
        self.decks.mkdir()
        (self.decks / "deck.md").write_text(DECK, "utf-8")
        self.database = self.data / "flashcards.sqlite"
        self.wrapped: Sequence[str] = ()
        self.environment: dict[str, str] = {}

    def __call__(self, *arguments: str | Path, typed: str = "") -> Outcome:
        """Run a command on the folders."""
        return self.bare("--decks", self.decks, "--data", self.data, *arguments, typed=typed)

    def bare(self, *arguments: str | Path, typed: str = "") -> Outcome:
        """Run exactly these arguments. No way to fail may show a traceback."""
        done = subprocess.run(
            [*self.wrapped, sys.executable, "-m", "flashcards", *map(str, arguments)],
            input=typed,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
            env={**os.environ, **self.environment},
        )
        assert "Traceback" not in done.stderr + done.stdout
        return Outcome(done.returncode, done.stdout, done.stderr)

    def remember(self) -> None:
        """Fill the log."""
        file = self.folder / "past.csv"
        file.write_text(PAST, "utf-8")
        assert self("log", "import", file).status == 0

    def reviews(self) -> int:
        """Count the answers in the log, without the program."""
        with closing(sqlite3.connect(self.database)) as raw:
            assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            query = "SELECT count(*) FROM events WHERE kind = 'reviewed'"
            return int(raw.execute(query).fetchone()[0])


def is_one_sentence(outcome: Outcome) -> bool:
    """Whether a command that failed said so in one line and printed nothing else."""
    return outcome.status == 2 and outcome.out == "" and outcome.err.count("\n") == 1


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """Give a program with folders of its own."""
    return Program(tmp_path)


@pytest.fixture
def unprivileged(program: Program) -> Program:
    """Give one that permissions hold for, even where the tests run as root."""
    if sys.platform == "win32":
        pytest.skip("Windows has other permissions")
    if os.geteuid() == 0:
        if not shutil.which("setpriv"):
            pytest.skip("root ignores permissions, and setpriv (util-linux) is missing")
        program.wrapped = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search", "--")
    return program
