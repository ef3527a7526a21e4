"""Data folders that cannot be used: one sentence, and what was there stays there."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.bad_input.conftest import ANSWERS, Program, is_one_sentence

COMMANDS = (("today",), ("review",), ("cards", "--json"))


def test_a_read_only_data_folder(unprivileged: Program) -> None:
    unprivileged.remember()
    files = list(unprivileged.data.iterdir())
    for path in files:
        path.chmod(0o444)
    unprivileged.data.chmod(0o555)
    before = unprivileged.database.read_bytes()
    outcomes = [unprivileged(*command, typed=ANSWERS) for command in COMMANDS]
    unprivileged.data.chmod(0o755)
    for outcome in outcomes:
        assert is_one_sentence(outcome)
        assert f"Nothing can be saved in {unprivileged.data}: it is read-only." in outcome.err
    assert unprivileged.database.read_bytes() == before


def test_a_new_data_folder_in_a_place_that_is_read_only(unprivileged: Program) -> None:
    unprivileged.folder.chmod(0o555)
    outcome = unprivileged("today")
    unprivileged.folder.chmod(0o755)
    assert is_one_sentence(outcome)
    assert "permission denied. Make it writable, or name another folder" in outcome.err


@pytest.mark.parametrize("home", ["/proc", "/dev/null", "/nonexistent-home"])
def test_an_unwritable_home(program: Program, home: str) -> None:
    if sys.platform != "linux":
        pytest.skip("the places are Linux's")
    if home == "/nonexistent-home" and os.geteuid() == 0:
        pytest.skip("root may make it")
    program.environment = {"HOME": home, "XDG_DATA_HOME": "", "FLASHCARDS_DATA": ""}
    outcome = program.bare("--decks", program.decks, "today")
    assert is_one_sentence(outcome)
    assert home in outcome.err
    assert "--data" in outcome.err


@pytest.mark.parametrize("below", ["", "sub", "sub/folder"])
def test_a_file_where_the_data_folder_should_be(program: Program, below: str) -> None:
    file = program.folder / "notes.txt"
    file.write_text("mine")
    outcome = program.bare("--data", file / below, "today")
    assert is_one_sentence(outcome)
    assert outcome.err == f"{file} is a file, not a folder: name a folder with --data.\n"
    assert file.read_text() == "mine"


def test_a_place_that_takes_no_folder(program: Program) -> None:
    if sys.platform != "linux":
        pytest.skip("the place is Linux's")
    outcome = program.bare("--data", "/proc/1/fc", "today")
    assert is_one_sentence(outcome)
    assert "in /proc/1/fc, because no folder can be made there. Name another" in outcome.err


@pytest.mark.parametrize("content", [b"Dear diary,\n" * 200, b"\xff" * 9000])
def test_a_database_that_is_something_else(program: Program, content: bytes) -> None:
    program.data.mkdir()
    program.database.write_bytes(content)
    for command in COMMANDS:
        outcome = program(*command, typed=ANSWERS)
        assert is_one_sentence(outcome)
        assert "is not a Flashcards database, or it is damaged. It was left as it is" in outcome.err
    assert program.database.read_bytes() == content


def test_a_database_with_damaged_pages(program: Program) -> None:
    program.remember()
    damaged = bytearray(program.database.read_bytes())
    damaged[4096:] = b"\x5a" * (len(damaged) - 4096)
    program.database.write_bytes(damaged)
    for command in COMMANDS:
        outcome = program(*command, typed=ANSWERS)
        assert is_one_sentence(outcome)
        assert "damaged" in outcome.err


@pytest.mark.parametrize("kept", [50, 2000, 9000])
def test_a_database_that_was_cut_off(program: Program, kept: int) -> None:
    program.remember()
    cut = program.database.read_bytes()[:kept]
    program.database.write_bytes(cut)
    outcome = program("today")
    assert is_one_sentence(outcome)
    assert "damaged" in outcome.err


def test_a_locked_database(program: Program) -> None:
    program.remember()
    with closing(sqlite3.connect(program.database)) as raw:
        raw.execute("BEGIN IMMEDIATE")
        assert program("today").status == 0
        outcome = program("review", typed=ANSWERS)
        raw.rollback()
    assert outcome.status == 2
    assert outcome.err.startswith("Another program is writing to ")
    assert program.reviews() == 5


@pytest.fixture
def small_disk(program: Program) -> Iterator[Path]:
    """Mount a disk of half a megabyte as the data folder."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    program.data.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", str(program.data)]
    mounted = subprocess.run(command, capture_output=True, text=True, check=False)
    if mounted.returncode:
        pytest.skip(f"this machine mounts nothing: {mounted.stderr.strip()}")
    yield program.data
    subprocess.run(["umount", "--lazy", str(program.data)], check=True)


def fill(folder: Path) -> Path:
    """Use the room up to the last byte."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file:
        for size in (4096, 1):
            try:
                while True:
                    file.write(b"x" * size)
            except OSError:
                continue
    return ballast


def test_a_full_disk_while_answering(program: Program, small_disk: Path) -> None:
    program.remember()
    room = shutil.disk_usage(small_disk).free - 200_000
    (small_disk / "ballast").write_bytes(b"x" * max(0, room))
    outcome = program("review", typed=ANSWERS * 20 + "\n3\nu\nr\n" * 400)
    acknowledged = outcome.out.count("Easy: ") + outcome.out.count("Good: ")
    assert outcome.status == 2
    assert outcome.err == (
        f"The disk is full, so nothing could be saved in {small_disk}."
        " Free some room and try again; what was saved before is safe.\n"
    )
    (small_disk / "ballast").unlink()
    assert acknowledged >= 3
    assert program.reviews() == 5 + acknowledged
    assert program("review", typed=ANSWERS).status == 0


def test_a_full_disk_from_the_start(program: Program, small_disk: Path) -> None:
    ballast = fill(small_disk)
    for command in COMMANDS:
        outcome = program(*command)
        assert is_one_sentence(outcome)
        assert "The disk is full" in outcome.err
    ballast.unlink()
    program.remember()
    assert program.reviews() == 5


def test_an_import_that_the_disk_has_no_room_for(program: Program, small_disk: Path) -> None:
    program.remember()
    rows = [
        f"q{n % 30},2025-01-01T{n // 3600:02}:{n // 60 % 60:02}:{n % 60:02}Z,4" for n in range(9000)
    ]
    file = program.folder / "many.csv"
    file.write_text("\n".join(["card,time,grade", *rows]))
    outcome = program("log", "import", file)
    assert is_one_sentence(outcome)
    assert "The disk is full" in outcome.err
    assert program.reviews() == 5


def test_an_export_that_the_disk_has_no_room_for(program: Program, small_disk: Path) -> None:
    program.remember()
    target = small_disk / "out.csv"
    target.write_text("older")
    fill(small_disk)
    outcome = program("log", "export", target)
    assert is_one_sentence(outcome)
    assert target.read_text() == "older"
