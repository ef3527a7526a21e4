"""Open the desk, read the decks, count the day and begin a review, all without a window.

Arguments: data folder, deck folder, and "change" to save one of the decks afterwards.
"""

import json
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

from flashcards.app import open_desk
from flashcards.domain.queue.build import build
from flashcards.domain.queue.gather import DaySchedules
from flashcards.services.desk import Desk, Options
from flashcards.services.session import Session
from flashcards.services.today import today_view

TURNS = 11


def main() -> None:
    """Report the milliseconds of each."""
    data, decks, more = sys.argv[1:]
    desk = open_desk(Options(decks=(Path(decks),), data=data))
    begun = perf_counter()
    desk.library.load()
    today_view(desk.library, desk.decks.roots)
    Session(desk.library).view()
    times = {"load": 1000 * (perf_counter() - begun)} | _queued(desk)
    if more:
        times["change"] = _changed(desk, min(Path(decks).glob("*7.md")))
    desk.close()
    print(json.dumps(times))  # noqa: T201  # to the parent


def _queued(desk: Desk) -> dict[str, float]:
    """Make the day's queue as after a new card's answer, beside leaving out what is known."""
    library, queue, bare = desk.library, list[float](), list[float]()
    catalogue, day, settings = library.catalogue, library.today(), library.settings
    concerned = library.schedules.on(day).concerned
    for _ in range(TURNS):
        touched = {*library.schedules.touched}
        begun = perf_counter()
        {*catalogue} - touched
        between = perf_counter()
        known = DaySchedules(touched, concerned)
        build(catalogue, known, day, settings.day_limits, None, settings.ordering)
        bare.append(between - begun)
        queue.append(perf_counter() - between)
    return {"queue": 1000 * median(queue), "bare queue": 1000 * median(bare)}


def _changed(desk: Desk, file: Path) -> float:
    """Add a note to a deck, and bring Today up to date."""
    with file.open("a", encoding="utf-8") as deck:
        deck.write(f"\n## What is new at {perf_counter()}?\n\nThis.\n")
    begun = perf_counter()
    before = len(desk.library.catalogue)
    desk.library.adopt(desk.library.read_decks())
    today_view(desk.library, desk.decks.roots)
    taken = perf_counter() - begun
    assert len(desk.library.catalogue) == before + 1
    return 1000 * taken


if __name__ == "__main__":
    main()
