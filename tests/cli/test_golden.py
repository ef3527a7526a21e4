"""SM-2's golden values (sm2.md), in by ``log import`` and out by ``cards --json``."""

from datetime import date, timedelta

import pytest

from tests.cli.conftest import CommandLine

FIRST = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("grades", "intervals", "ease"),
    [
        ("4 4 4 4 4 4", "1 6 15 38 95 238", 2.5),
        ("5 5 5 5 5 5", "1 6 17 48 140 420", 3.1),
        ("3 3 3 3 3 3", "1 6 14 30 59 107", 1.66),
        ("5 5 4 2 4 4 4", "1 6 17 1 1 6 17", 2.7),
    ],
)
def test_the_golden_values(cli: CommandLine, grades: str, intervals: str, ease: float) -> None:
    day, rows = FIRST, ["card,time,grade"]
    for grade, interval in zip(grades.split(), intervals.split(), strict=True):
        rows.append(f"l1,{day}T12:00:00+00:00,{grade}")
        cli("log", "import", cli.file("past.csv", "\n".join(rows)))
        card = cli.states()["l1"]
        day += timedelta(int(interval))
        assert (card["interval"], card["due"]) == (int(interval), day.isoformat())
    assert card["ease"] == ease
    assert card["reviews"] == len(grades.split())
