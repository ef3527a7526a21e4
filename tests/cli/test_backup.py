"""Backing up and restoring, as a person types it."""

import pytest

from tests.cli.conftest import CommandLine

ONE = "card,time,grade\nl1,2026-01-01T12:00:00+00:00,4\n"
TWO = f"{ONE}l2,2026-01-02T08:30:00+00:00,2\n"


@pytest.fixture
def backed_up(cli: CommandLine) -> CommandLine:
    """Import one review, back up, and import another."""
    cli("log", "import", cli.file("one.csv", ONE))
    cli("backup")
    cli("log", "import", cli.file("two.csv", TWO))
    return cli


def names(cli: CommandLine) -> list[str]:
    return [line.split()[0] for line in cli("backup", "--list").out.splitlines()[1:]]


def test_without_a_log_there_is_nothing_to_back_up(cli: CommandLine) -> None:
    assert cli("backup").out == "There is no log yet.\n"
    assert "There are no backups in" in cli("backup", "--list").out
    assert cli("restore").err.startswith("There are no backups in")


def test_backups_are_listed_with_their_reason(backed_up: CommandLine) -> None:
    first, *_ = backed_up("backup", "--list").out.splitlines()[1:]
    assert "because you asked" in first
    assert first.endswith("MB")


def test_a_backup_can_be_written_anywhere(backed_up: CommandLine) -> None:
    file = backed_up.folder / "copy.sqlite"
    assert backed_up("backup", "--to", file).out.startswith(f"Backed up to {file} (")
    again = backed_up("backup", "--to", file)
    assert (again.status, "is there already" in again.err) == (2, True)
    assert backed_up("backup", "--to", file / "x").status == 2
    backed_up.data = backed_up.folder / "other"
    assert backed_up("restore", file, "--yes").status == 0
    assert backed_up.states()["l2"]["reviews"] == 1


def test_a_restore_shows_what_it_changes_and_asks(backed_up: CommandLine) -> None:
    outcome = backed_up("restore", typed="no\n")
    assert "  Goes: 2 entries from 2026-01-02 08:30 to " in outcome.out
    assert "1 noted, 1 reviewed" in outcome.out
    assert "  Another schedule: 1 card\n" in outcome.out
    assert outcome.out.endswith("anything else changes nothing.\nNothing was changed.\n")
    assert backed_up.states()["l2"]["reviews"] == 1


def test_a_restore_and_back_again(backed_up: CommandLine) -> None:
    outcome = backed_up("restore", names(backed_up)[0], typed="yes\n")
    assert "Restored. The log as it was until now: " in outcome.out
    assert backed_up.states()["l2"]["reviews"] == 0
    aside = outcome.out.splitlines()[-1].rpartition(": ")[2]
    assert "Comes: 2 entries" in backed_up("restore", aside, "--yes").out
    assert backed_up.states()["l2"]["reviews"] == 1
    assert "nothing to restore" in backed_up("restore", aside).out


def test_after_a_restore_reviews_go_on(backed_up: CommandLine) -> None:
    backed_up("restore", "--yes")
    backed_up("log", "import", backed_up.file("two.csv", TWO))
    assert backed_up.states()["l2"]["reviews"] == 1
    assert backed_up("doctor").status == 0


def test_a_file_that_is_no_backup_is_refused(backed_up: CommandLine) -> None:
    outcome = backed_up("restore", backed_up.file("x.sqlite", "nonsense"))
    assert outcome.status == 2
    assert outcome.err.endswith(
        "cannot be restored: file is not a database. Nothing was changed.\n"
    )


def test_a_review_in_the_terminal_ends_with_a_backup(cli: CommandLine) -> None:
    cli("review", typed="\n4\nq\n")
    assert "when the program was closed" in cli("backup", "--list").out
