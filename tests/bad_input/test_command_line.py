"""Slips at the prompt, and outputs that go nowhere."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.bad_input.conftest import ANSWERS, Program, is_one_sentence

HEAD = "card,time,grade\n"
GOOD = "q1,2026-02-01T12:00:00Z,4\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("--today", "nonsense", "today"),
        ("--today", "2026-13-01", "review"),
        ("--decks",),
        ("tooday",),
        ("today", "--jason"),
        ("log", "import"),
        ("log", "import", "missing.csv"),
        ("log", "export", "missing/out.csv"),
        ("check", "missing.md"),
        ("cards", "topik:ml"),
    ],
)
def test_a_slip_is_one_sentence(program: Program, arguments: tuple[str, ...]) -> None:
    assert is_one_sentence(program(*arguments))


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"", 1),
        (b"\x89PNG\r\n\x1a\n\0", 1),
        (f"{HEAD}{GOOD}q2,2026-02-01T12:00:00,4\n".encode(), 3),
        (f"{HEAD}{GOOD}{GOOD}q2,2026-02-01T12:00:00Z,6\n".encode(), 4),
        (f"{HEAD}{GOOD}\xff\n".encode("latin-1"), 3),
    ],
)
def test_a_bad_file_of_past_reviews(program: Program, content: bytes, line: int) -> None:
    program.remember()
    file = program.folder / "bad.csv"
    file.write_bytes(content)
    outcome = program("log", "import", file)
    assert is_one_sentence(outcome)
    assert f"bad.csv, line {line}: " in outcome.err
    assert program.reviews() == 5


def command_of(program: Program, *arguments: str) -> list[str]:
    before = ["--decks", str(program.decks), "--data", str(program.data)]
    return [sys.executable, "-m", "flashcards", *before, *arguments]


READ = (("cards", "--json"), ("-h",), ("--version",), ("log", "import", "-h"))


@pytest.mark.parametrize("arguments", READ)
def test_a_reader_that_has_enough(program: Program, arguments: tuple[str, ...]) -> None:
    program.remember()
    with subprocess.Popen(
        command_of(program, *arguments), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


@pytest.mark.parametrize("arguments", [("today",), *READ])
def test_an_output_without_room(program: Program, arguments: tuple[str, ...]) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("only Linux has /dev/full")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command_of(program, *arguments),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    expected = "The output could not be written: no space left on device.\n"
    assert (done.returncode, done.stderr) == (2, expected)


def test_an_input_that_is_no_text(program: Program) -> None:
    done = subprocess.run(
        command_of(program, "review"), input=b"\xff\xfe\n\n4\n", capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert program.reviews() == 1


def test_an_output_that_has_few_letters(program: Program) -> None:
    program.environment = {"PYTHONIOENCODING": "ascii"}
    (program.decks / "deck.md").write_text("## “Ünï” 🙂\n\n…\n", "utf-8")
    for arguments in (("today",), ("cards",), ("cards", "--json"), ("check",)):
        assert program(*arguments).status == 0
    assert program("review", typed=ANSWERS).status == 0
