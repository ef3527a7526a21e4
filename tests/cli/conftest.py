"""Run the command line in this process, on a fresh data folder and small decks."""

import io
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from flashcards.app import run

DECK = """---
topic: ml/norms
---

## What does L1 do? {#l1}

Drives small weights to zero.

## What does L2 do? {#l2}

Shrinks them.

## Gap {#gap .cloze}

Elastic net adds {{L1::which norm?}} and L2.
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command left behind."""

    status: int
    out: str
    err: str

    def json(self) -> Any:  # noqa: ANN401  # whatever was printed
        return json.loads(self.out)


class CommandLine:
    """One data folder and one deck folder, and commands on them."""

    def __init__(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.folder, self._monkeypatch, self._capsys = folder, monkeypatch, capsys
        self.decks, self.data = folder / "decks", folder / "data"
        self.decks.mkdir()
        self.deck("norms", DECK)

    def deck(self, name: str, text: str) -> Path:
        """Write a deck."""
        path = self.decks / f"{name}.md"
        path.write_text(text, "utf-8")
        return path

    def file(self, name: str, text: str) -> Path:
        """Write another file."""
        path = self.folder / name
        path.write_text(text, "utf-8")
        return path

    def __call__(
        self, *arguments: str | Path, typed: str = "", today: str = "2026-03-01"
    ) -> Outcome:
        """Run a command as on a day."""
        before = ("--decks", self.decks, "--data", self.data, "--today", today)
        return self.bare(*before, *arguments, typed=typed)

    def bare(self, *arguments: str | Path, typed: str = "") -> Outcome:
        """Run exactly these arguments."""
        stdin = io.TextIOWrapper(io.BytesIO(typed.encode()), "utf-8")
        self._monkeypatch.setattr(sys, "stdin", stdin)
        self._capsys.readouterr()
        status = run([str(argument) for argument in arguments])
        said = self._capsys.readouterr()
        return Outcome(status, said.out, said.err)

    def states(self, today: str = "2026-03-01") -> dict[str, dict[str, Any]]:
        """Give every card's state by its id."""
        return {card["id"]: card for card in self("cards", "--json", today=today).json()}


@pytest.fixture
def cli(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> CommandLine:
    """Give a command line of one's own."""
    monkeypatch.delenv("FLASHCARDS_DATA", raising=False)
    return CommandLine(tmp_path, monkeypatch, capsys)
