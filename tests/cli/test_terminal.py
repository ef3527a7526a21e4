"""The review as a person has it: single keys, bold type. Run in a pseudo-terminal."""

import os
import re
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine

pty = pytest.importorskip("pty", reason="only Unix has pseudo-terminals")

DECK = """## Gap {#gap .cloze}

A gate $\\sigma(z)\\,(1 - z_i * z_j)$ {{closes::does what?}}.
"""

OWN_TERMINAL = """
import fcntl, signal, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)  # so that Ctrl+C reaches it
signal.signal(signal.SIGINT, signal.default_int_handler)  # also from a test run in the background
from flashcards.__main__ import main
main()
"""
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


class Terminal:
    """A program in a terminal of 80 columns."""

    def __init__(self, *arguments: str | Path) -> None:
        self._ours, theirs = pty.openpty()
        self.screen = ""
        self.process = subprocess.Popen(
            [sys.executable, "-c", OWN_TERMINAL, *map(str, arguments)],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            env={**os.environ, "TERM": "xterm", "COLUMNS": "80", **dict.fromkeys(SCREENS, "")},
        )
        os.close(theirs)

    def wait_for(self, text: str, seconds: float = 20) -> None:
        """Read until something is on the screen that was not there before."""
        start, end = len(self.screen), time.monotonic() + seconds
        while text not in self.screen[start:]:
            assert time.monotonic() < end, f"{text!r} never came: {self.screen}"
            self._read()

    def press(self, keys: str) -> None:
        os.write(self._ours, keys.encode())

    def end(self) -> int:
        """Read what is left, and give the exit status."""
        while self._read():
            pass
        os.close(self._ours)
        return self.process.wait(20)

    def _read(self) -> bool:
        ready, _, _ = select.select([self._ours], [], [], 15)
        assert ready, f"nothing more came: {self.screen}"
        try:
            data = os.read(self._ours, 65536)
        except OSError:  # Linux says so that the other end is closed
            return False
        self.screen += data.decode()
        return bool(data)


@pytest.fixture
def terminal(cli: CommandLine) -> Iterator[Terminal]:
    cli.deck("norms", DECK)
    shown = Terminal("--decks", cli.decks, "--data", cli.data, "review")
    shown.wait_for("q quit")
    yield shown
    if shown.process.poll() is None:
        shown.process.kill()
        shown.process.wait()


def plain(screen: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", screen)


def test_keys_need_no_enter_and_quick_ones_are_not_lost(
    terminal: Terminal, cli: CommandLine
) -> None:
    terminal.press("\x1b[A x")
    terminal.wait_for("4 Easy")
    terminal.press("3u\r4")
    terminal.wait_for("The day is done.")
    terminal.wait_for("Enter ends.")
    terminal.press("\r")
    assert terminal.end() == 0
    assert "1 answer (1 Easy)" in terminal.screen
    assert cli.states()["gap/closes"]["ease"] == 2.6


def test_a_gap_is_bold_and_tex_stays_as_it_was_written(terminal: Terminal) -> None:
    assert "\x1b[1;4m[does what?]\x1b[0m" in terminal.screen
    assert "$\\sigma(z)\\,(1 - z_i * z_j)$" in plain(terminal.screen)
    terminal.press(" ")
    terminal.wait_for("4 Easy")
    assert "\x1b[1;4mcloses\x1b[0m" in terminal.screen
    terminal.press("q")
    assert terminal.end() == 0


def test_an_answer_is_typed_as_a_line(cli: CommandLine) -> None:
    cli.deck("norms", DECK.replace(".cloze}", ".cloze.typed}"))
    shown = Terminal("--decks", cli.decks, "--data", cli.data, "review")
    shown.wait_for("t to type the answer")
    shown.press("t")
    shown.wait_for("Your answer:")
    time.sleep(0.3)  # a person reads first, and the terminal takes lines by then
    shown.press("opens wide\x7f\x7f\x7f\x7f\x7f\n")  # as a person who takes a word back
    shown.wait_for("4 Easy")
    assert "You typed: [−opens] [+closes]" in shown.screen
    shown.press("4q")
    assert shown.end() == 0
    assert cli.states()["gap/closes"]["reviews"] == 1


def test_ctrl_c_ends_it_without_a_traceback(terminal: Terminal) -> None:
    terminal.press("\x03")
    assert terminal.end() == 130
    assert "Stopped; every answer that was given is saved." in terminal.screen
    assert "Traceback" not in terminal.screen


def test_without_a_display_a_person_goes_on_in_the_terminal(cli: CommandLine) -> None:
    if sys.platform == "darwin":
        pytest.skip("this system always has a display")
    shown = Terminal("--decks", cli.decks, "--data", cli.data)
    shown.wait_for("q quit")
    shown.press("\x04")
    assert shown.end() == 0
    assert "There is no display here, so Flashcards goes on in the terminal." in shown.screen


@pytest.mark.parametrize(
    ("command", "bar", "said"),
    [
        (["backup"], "Backing up …", "Backed up to "),
        (["restore", "--yes"], "Restoring …", "Restored."),
        (["doctor"], "━━━━", "the file is sound."),
    ],
)
def test_what_takes_its_time_shows_a_bar_that_goes_away(
    cli: CommandLine, command: list[str], bar: str, said: str
) -> None:
    for name in ("one", "two"):
        log = "card,time,grade\nl1,2026-01-0{}T12:00:00Z,4\n".format(1 + (name == "two"))
        cli("log", "import", cli.file(f"{name}.csv", log))
        if name == "one":
            cli("backup")
    shown = Terminal("--decks", cli.decks, "--data", cli.data, *command)
    assert shown.end() == 0
    assert bar in shown.screen
    assert said in shown.screen.rpartition("\x1b[2K")[2]


def test_tables_have_bold_titles(cli: CommandLine) -> None:
    shown = Terminal("--decks", cli.decks, "--data", cli.data, "today")
    assert shown.end() == 0
    assert "\x1b[1mtopic" in shown.screen
    assert "ml/norms" in shown.screen


def test_a_correction_is_written_once_the_person_typed_yes(cli: CommandLine) -> None:
    path = cli.deck("slip", "## A gap {cloze}\n\nIt is {{here}}.\n")
    for typed, said in (("y\r", "Nothing was written."), ("yes\r", "1 correction written.")):
        assert "{cloze}" in path.read_text()
        shown = Terminal("--decks", cli.decks, "check", "--fix")
        shown.wait_for("1 correction in 1 deck. Type yes and Enter")
        assert "+## A gap {.cloze}" in shown.screen
        shown.press(typed)
        assert shown.end() == 0
        assert said in shown.screen
    assert "{.cloze}" in path.read_text()
