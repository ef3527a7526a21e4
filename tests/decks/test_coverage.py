"""The decks cover what they were written from: every heading has notes, every note a heading.

The collected facts are not in the repository. What is tested are the tables of the authors, who
wrote for each heading which notes cover it: ``coverage/<file of facts>.txt``. Notes that no heading
asks for may stand in a table of their own, ``coverage/beside.txt``, with the reason.
"""

from collections import Counter
from pathlib import Path

from tests.decks.content import notes

TABLES = Path(__file__).parent / "coverage"
Line = tuple[str, str, list[str]]
"""The table's name, a heading of the facts, the notes that cover it."""


def lines() -> list[Line]:
    found: list[Line] = []
    for table in sorted(TABLES.glob("*.txt")):
        for line in table.read_text("utf-8").splitlines():
            heading, _, names = line.partition(" :: ")
            found.append((table.stem, heading, names.split()))
    return found


def test_every_heading_of_the_facts_is_covered() -> None:
    assert [(table, heading) for table, heading, names in lines() if not names] == []


def test_no_heading_stands_twice() -> None:
    count = Counter((table, heading) for table, heading, _ in lines())
    assert [heading for heading, times in count.items() if times > 1] == []


def test_every_note_that_is_named_exists() -> None:
    known = notes().keys()
    missing = [
        f"{table}: “{heading}” names {name}"
        for table, heading, names in lines()
        for name in names
        if name not in known
    ]
    assert missing == []


def test_every_note_is_asked_for_by_a_heading_or_stands_beside_them() -> None:
    named = {name for _, _, names in lines() for name in names}
    assert sorted(notes().keys() - named) == []
