"""The doctor, on logs that are well and on damaged ones."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine

TWO = "card,time,grade\nl1,2026-01-01T12:00:00+00:00,4\ngone,2026-01-02T08:30:00+00:00,2\n"


@pytest.fixture
def known(cli: CommandLine) -> CommandLine:
    """Have reviewed a card, and one that no deck has."""
    cli("log", "import", cli.file("two.csv", TWO))
    return cli


def database(cli: CommandLine) -> Path:
    return cli.data / "flashcards.sqlite"


def test_a_log_that_is_well(known: CommandLine) -> None:
    known("backup")
    outcome = known("doctor")
    assert (outcome.status, outcome.err) == (0, "")
    first, *rest = outcome.out.splitlines()
    assert first == "The log has 3 entries, and the file is sound."
    assert "Schedules agree with the log (2 compared)." in rest
    assert (
        "1 card with a history in no deck (it waits for them): gone. "
        "“flashcards cards is:orphan” lists them with their state."
    ) in rest
    assert rest[-1].startswith("1 backup, the newest of ")


def test_a_wrong_schedule_is_made_anew(known: CommandLine) -> None:
    right = known.states()
    with closing(sqlite3.connect(database(known))) as raw, raw:
        raw.execute("UPDATE schedules SET interval = 99")
    outcome = known("doctor")
    assert outcome.status == 0
    assert "2 of 2 schedules differed from the log, so all were made anew from it." in outcome.out
    assert known.states() == right


def test_everything_derived_can_be_made_anew(known: CommandLine) -> None:
    (known.data / "cache").mkdir(exist_ok=True)
    (known.data / "cache" / "mine").write_text("x")
    right = known.states()
    assert "were made anew." in known("doctor", "--rebuild").out
    assert not (known.data / "cache" / "mine").exists()
    assert known.states() == right


def test_there_is_no_log_yet(cli: CommandLine) -> None:
    outcome = cli("doctor")
    assert (outcome.status, outcome.out) == (0, "There is no log yet.\n")


def test_a_damaged_log_is_salvaged_when_the_person_says_so(known: CommandLine) -> None:
    right = known.states()
    known("backup")
    database(known).write_bytes(b"nonsense" * 3000)
    for command in ("today", "cards"):
        assert "“flashcards doctor” tells what can be saved" in known(command).err
    outcome = known("doctor", typed="\n")
    assert outcome.status == 1
    assert outcome.out.splitlines()[0] == "No entries can be read from the damaged file."
    assert "adds 3 entries that the file has no more." in outcome.out
    assert outcome.out.endswith("Nothing was changed.\n")
    outcome = known("doctor", typed="yes\n")
    assert outcome.status == 0
    assert "As far as the numbers tell, nothing is lost." in outcome.out
    assert known.states() == right


def test_a_log_that_is_gone_is_salvaged_with_its_loss_told(known: CommandLine) -> None:
    known("backup")
    more = TWO + "l2,2026-01-03T12:00:00Z,4\n"
    known("log", "import", known.file("more.csv", more))
    database(known).unlink()
    outcome = known("doctor", "--yes")
    assert outcome.status == 1
    assert "is gone or empty, and it held your history" in outcome.err
    assert "Lost: 2 entries (numbers 4 to 5 of " in outcome.out
    assert known.states()["l1"]["reviews"] == 1
    again = known("doctor")
    assert (again.status, "Lost before an earlier salvage: 2 entries." in again.out) == (0, True)


def test_an_entry_that_vanished_is_named(known: CommandLine) -> None:
    with closing(sqlite3.connect(database(known))) as raw, raw:
        raw.execute("DROP TRIGGER events_refuse_delete")
        raw.execute("DELETE FROM events WHERE sequence = 2")
    outcome = known("doctor")
    assert outcome.status == 1
    assert outcome.err.startswith("Missing from the log: 1 entry, numbers 2 of ")
