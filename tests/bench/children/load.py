"""Open the desk, read the decks, count the day and begin a review, all without a window.

Arguments: data folder, deck folder, and "change" to save one of the decks afterwards.
"""

import json
import sys
from pathlib import Path
from time import perf_counter

from flashcards.app import open_desk
from flashcards.services.desk import Desk, Options
from flashcards.services.session import Session
from flashcards.services.today import today_view


def main() -> None:
    """Report the milliseconds of each."""
    data, decks, more = sys.argv[1:]
    desk = open_desk(Options(decks=(Path(decks),), data=data))
    begun = perf_counter()
    desk.library.load()
    today_view(desk.library, desk.roots)
    Session(desk.library).view()
    times = {"load": 1000 * (perf_counter() - begun)}
    if more:
        times["change"] = _changed(desk, min(Path(decks).glob("*7.md")))
    desk.close()
    print(json.dumps(times))  # noqa: T201  # to the parent


def _changed(desk: Desk, file: Path) -> float:
    """Add a note to a deck, and bring Today up to date."""
    with file.open("a", encoding="utf-8") as deck:
        deck.write(f"\n## What is new at {perf_counter()}?\n\nThis.\n")
    begun = perf_counter()
    before = len(desk.library.catalogue)
    desk.library.adopt(desk.library.read_decks())
    today_view(desk.library, desk.roots)
    taken = perf_counter() - begun
    assert len(desk.library.catalogue) == before + 1
    return 1000 * taken


if __name__ == "__main__":
    main()
