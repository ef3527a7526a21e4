"""Somebody at the keyboard: starts the program, presses keys, waits for what they cause."""

import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import flashcards
from flashcards.ui.review.page import GUARD_MS
from flashcards.ui.theme.files import load_theme
from tests.journey.clipboard import Clipboard
from tests.journey.screen import Screen

PATIENCE_S = 15
LINGER_S = 1.0
CALM_S = 0.3
CALM_TICKS = 1
"""A blinking cursor may take one."""
NEARLY = 400
"""So many pixels a focus ring may light up more, or less, on the same page."""
ROOT = Path(flashcards.__file__).parent.parent
ACCENT = load_theme(False)[0].colours.accent


class Person:
    """One screen, one data folder, one window at a time."""

    def __init__(self, screen: Screen, folder: Path) -> None:
        self._screen, self._folder = screen, folder
        self.data = folder / "data"
        kept = {key: value for key, value in os.environ.items() if key not in _DISPLAYS}
        self._environment = kept | {
            "DISPLAY": screen.display,
            "FLASHCARDS_DATA": str(self.data),
        }
        self.window: subprocess.Popen[str] | None = None
        self._lit = 0
        """How much of the screen Today's Start button lights up."""
        self._alone = 0
        """How many windows the screen shows with none of them over ours."""
        self._clipboard: Clipboard | None = None

    def start(self, *decks: Path) -> None:
        """Type ``flashcards``, and wait until Today can be started."""
        self._open(*decks)
        self.until("a lit Start button", lambda: self._screen.shows(ACCENT, 2_000))

    def leave_today(self, *keys: str) -> None:
        """Press the keys of another page, and wait until Today is gone, however long that takes."""
        self._lit = self._screen.count(ACCENT)
        self.type(*keys)
        self.until("another page than Today", lambda: not self._is_today())

    def return_to_today(self) -> None:
        """Press Escape on another page, and wait until Today is as it was."""
        self.type("Escape")
        self.until("Today", self._is_today)

    def _is_today(self) -> bool:
        return abs(self._screen.count(ACCENT) - self._lit) < NEARLY

    def go_on(self, *decks: Path) -> None:
        """Type ``flashcards`` after a crash, and wait for the question that it asks."""
        self._open(*decks)
        self.question()

    def _open(self, *decks: Path) -> None:
        self.window = self._spawn(*decks)
        self.look_at("Flashcards")
        self._alone = len(self._windows(".*"))

    def look_at(self, title: str) -> None:
        """Give the keyboard to a window, once it is there."""
        found: list[str] = []

        def is_there() -> bool:
            found[:] = self._windows(title)
            return bool(found)

        self.until(f"a window “{title}”", is_there)
        self._xdotool("mousemove", "0", "0", "windowfocus", "--sync", found[0])

    def close(self, title: str, *keys: str) -> None:
        """Press keys in a dialog until it is gone, and look at the window again."""
        self.look_at(title)
        self.type(*keys)
        self.until(f"no window “{title}”", lambda: not self._windows(title))
        self.look_at("Flashcards")

    def offered(self) -> None:
        """Wait until a list or a menu is open over the window."""
        self.until("a list over the window", lambda: len(self._windows(".*")) > self._alone)

    def alone(self) -> None:
        """Wait until none is open any more: keys would still go there."""
        self.until("one window", lambda: len(self._windows(".*")) == self._alone)

    def start_another(self, *decks: Path) -> tuple[str, int]:
        """Type ``flashcards`` once more; give what it prints and its status."""
        with self._spawn(*decks) as second:
            printed, _ = second.communicate(timeout=PATIENCE_S)
        return printed, second.returncode

    def _spawn(self, *decks: Path) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "flashcards", *map(str, decks)],
            cwd=ROOT,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def type(self, *keys: str) -> None:
        """Press keys, written as X writes them."""
        self._xdotool("key", "--delay", "20", *keys)

    def write(self, text: str) -> None:
        """Type a text, letter by letter and line by line."""
        for place, line in enumerate(text.split("\n")):
            if place:
                self.type("Return")
            self._xdotool("type", "--delay", "12", line)

    @property
    def clipboard(self) -> Clipboard:
        """What this person copies and pastes."""
        self._clipboard = self._clipboard or Clipboard(self._environment)
        return self._clipboard

    def reads(self, *words: str) -> str:
        """Copy what has the focus until all these words are in it, and give its text."""
        read = self.clipboard.put("").text()

        def is_there() -> bool:
            nonlocal read
            self.type("ctrl+a", "ctrl+c")
            read = self.clipboard.text()
            return bool(read) and all(word in read for word in words)

        try:
            self.until(f"a text with {words}", is_there)
        except AssertionError as error:
            error.add_note(f"There stood: {read!r}")
            raise
        return read

    def linger(self) -> None:
        """Wait as long as a page takes to open, or a text to be proofread: however slow it is."""
        time.sleep(LINGER_S)
        self.until("the program to come to rest", self._is_calm)

    def _is_calm(self) -> bool:
        """Whether the program has nothing to do for a moment, by the processor time it takes."""
        before = self._ticks()
        time.sleep(CALM_S)
        return self._ticks() - before <= CALM_TICKS

    def _ticks(self) -> int:
        """Read how much processor time all its threads took, in ticks of the system's clock."""
        assert self.window is not None
        numbers = (
            Path(f"/proc/{self.window.pid}/stat").read_text("ascii").rpartition(")")[2].split()
        )
        return int(numbers[11]) + int(numbers[12])

    def begin(self) -> None:
        """Press Enter on Today, and wait for the wide button at the window's foot."""
        self.type("Return")
        self.question()

    def question(self) -> None:
        """Wait for the wide button at the window's foot."""
        self.until("a question", lambda: self._screen.shows(ACCENT, 5_000, below=600))

    @staticmethod
    def pause() -> None:
        """Read what a key has shown, as the next one would be taken for a doubled press."""
        time.sleep(GUARD_MS / 1000 + 0.05)

    def place(self) -> str:
        """Read where the review is kept to be; nothing where there is none."""
        kept = self.data / "review.json"
        return kept.read_text("utf-8") if kept.exists() else ""

    def answer(self, cards: int) -> None:
        """Show and grade so many cards Good, each once the answer before it is on the disk."""
        for _ in range(cards):
            before = self.events()
            self.type("space", "a", "3")  # a: all steps at once, where there are some
            self.until("an answer in the log", lambda: self.events() > before)  # noqa: B023  # called in this turn only

    def quit(self, *keys: str) -> int:
        """Press Ctrl+Q, or what else ends the program, and give its status."""
        assert self.window is not None
        self.type(*(keys or ("ctrl+q",)))
        return self._leave()

    def kill(self) -> int:
        """Pull the plug."""
        assert self.window is not None
        self.window.kill()
        return self._leave()

    def _leave(self) -> int:
        assert self.window is not None
        printed, _ = self.window.communicate(timeout=PATIENCE_S)
        assert printed == "", printed
        status, self.window = self.window.returncode, None
        return status

    def go(self) -> None:
        """Leave nothing behind, however the journey ended."""
        if self._clipboard is not None:
            self._clipboard.close()
            self._clipboard = None
        if self.window is not None and self.window.poll() is None:
            self.window.kill()
            self.window.wait()

    def command(self, *arguments: str) -> Any:  # noqa: ANN401  # whatever JSON says
        """Run a command beside the window, and read what it prints."""
        command = [sys.executable, "-m", "flashcards", *arguments]
        run = subprocess.run(
            command, cwd=ROOT, env=self._environment, capture_output=True, text=True, check=True
        )
        return json.loads(run.stdout) if "--json" in arguments else run.stdout

    def events(self) -> int:
        """Count what is on the disk, by a connection of our own."""
        return len(self.log())

    def log(self) -> list[tuple[str, str]]:
        """Read the log's kinds and subjects, without the records of how notes read."""
        path = f"file:{self.data / 'flashcards.sqlite'}?mode=ro"
        with closing(sqlite3.connect(path, uri=True)) as connection:
            rows = connection.execute("SELECT kind, subject FROM events ORDER BY position")
            return [(kind, subject) for kind, subject in rows if kind != "noted"]

    def until(self, what: str, happened: Callable[[], bool]) -> None:
        """Look again and again; where it does not come, keep a picture and say so."""
        end = time.monotonic() + PATIENCE_S
        while not happened():
            ended = self.window is not None and self.window.poll() is not None
            if ended or time.monotonic() > end:
                raise AssertionError(f"waited for {what}; {self._evidence()}")
            time.sleep(0.02)

    def _evidence(self) -> str:
        """Keep the picture, and what the program printed."""
        picture = self._folder / "screen.png"
        self._screen.picture().save(str(picture))
        self.go()
        printed = self.window.communicate()[0] if self.window else ""
        return f"the screen then: {picture}; printed: {printed or 'nothing'}"

    def _windows(self, title: str) -> list[str]:
        return self._xdotool("search", "--onlyvisible", "--name", f"^{title}$").split()

    def _xdotool(self, *arguments: str) -> str:
        command = ["xdotool", *arguments]
        run = subprocess.run(
            command, env=self._environment, capture_output=True, text=True, check=False
        )
        return run.stdout


_DISPLAYS = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY")
