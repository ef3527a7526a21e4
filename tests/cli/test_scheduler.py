"""Changing the scheduler, as a person types it."""

import pytest

from tests.cli.conftest import CommandLine

LOG = "".join(
    f"{card},2026-0{month}-0{day}T12:00:00+00:00,4\n"
    for card in ("l1", "l2", "gap/l1")
    for month, day in ((1, 1), (1, 2), (1, 8), (2, 1))
)


@pytest.fixture
def reviewed(cli: CommandLine) -> CommandLine:
    """Import four good answers to each card."""
    cli("log", "import", cli.file("log.csv", f"card,time,grade\n{LOG}"))
    return cli


def test_the_scheduler_in_force_is_named(cli: CommandLine) -> None:
    assert cli("scheduler").out == "SM-2 is in force.\n"
    assert cli("scheduler", "sm2").out == "SM-2 is in force.\n"


def test_a_change_is_shown_and_nothing_happens_without_a_yes(reviewed: CommandLine) -> None:
    before = reviewed.states()
    outcome = reviewed("scheduler", "fsrs", "--retention", "0.95", typed="no\n")
    first, moved, minutes, header, *_ = outcome.out.splitlines()
    assert first == "From SM-2 to FSRS-6 at 95% desired retention:"
    assert moved == "3 of 3 cards get another due day: 0 sooner, 3 later."
    assert minutes.startswith("About ")
    assert header.split() == ["due", "now", "then"]
    assert outcome.out.endswith("Nothing was changed.\n")
    assert reviewed.states() == before


def test_there_and_back_again(reviewed: CommandLine) -> None:
    before = reviewed.states()
    assert reviewed("scheduler", "fsrs", typed="yes\n").out.endswith(" is in force.\n")
    assert reviewed.states()["l1"]["interval"] != before["l1"]["interval"]
    assert reviewed("doctor").status == 0
    reviewed("scheduler", "sm2", "--yes")
    assert reviewed.states() == before


def test_a_longest_interval_holds_at_once(reviewed: CommandLine) -> None:
    outcome = reviewed("scheduler", "--longest", "20", "--yes")
    assert outcome.out.endswith("SM-2, intervals of 20 days at most is in force.\n")
    assert {state["interval"] for state in reviewed.states().values()} == {20}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["anki"], "Scheduler cannot be “anki”: give one of: sm2, fsrs.\n"),
        (
            ["--retention", "2"],
            "Desired retention cannot be “2.0”: give a number from 0.7 to 0.97.\n",
        ),
        (
            ["--longest", "-1"],
            "Longest interval cannot be “-1”: give a whole number from 0 to 36500.\n",
        ),
    ],
)
def test_what_no_scheduler_takes_is_said(cli: CommandLine, arguments: list[str], told: str) -> None:
    outcome = cli("scheduler", *arguments)
    assert (outcome.status, outcome.err) == (2, told)


def test_what_cannot_be_kept_changes_nothing(reviewed: CommandLine) -> None:
    before = reviewed.states()
    reviewed.file("data/settings.toml", 'scheduler = """\nsm2"""\n')
    outcome = reviewed("scheduler", "fsrs", "--yes")
    assert outcome.status == 2
    assert "does not give scheduler on one plain line" in outcome.err
    assert reviewed.states() == before
