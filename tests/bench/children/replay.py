"""Replay a long log under each scheduler, and foresee the change from one to the other.

Arguments: how many cards, and how many answers each. Reports milliseconds.
"""

import json
import sys
from collections.abc import Callable
from random import Random
from time import perf_counter

from flashcards.domain.clock import Moment, study_day
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId, DeviceId
from flashcards.domain.log.events import Event, EventKey, Reviewed
from flashcards.domain.log.replay import replay
from flashcards.domain.scheduling.chosen import scheduler_for
from flashcards.domain.settings import Settings
from flashcards.services.decks import collecting_nothing
from flashcards.services.rescheduling import Change, foresee
from tests.services.fakes import MemoryFile, MemoryLog

DAY_MS = 86_400_000
START_MS = 1_600_000_000_000


def main() -> None:
    """Measure each once."""
    cards, each = map(int, sys.argv[1:])
    events = _answers(cards, each)
    today = study_day(events[-1].at, 4)
    sm2, fsrs = (Settings(scheduler=name) for name in ("sm2", "fsrs"))
    change = Change(sm2, fsrs, {event.fact.card for event in events}, today, 8_000)  # type: ignore[union-attr]  # all are reviews
    log = MemoryLog(MemoryFile(events))
    times = {
        "sm2": _timed(lambda: replay(events, scheduler_for(sm2), 4)),
        "fsrs": _timed(lambda: replay(events, scheduler_for(fsrs), 4)),
        "foresee": _timed(lambda: foresee(log, change)),
    }
    print(json.dumps(times))  # noqa: T201  # to the parent


def _timed(deed: Callable[[], object]) -> float:
    with collecting_nothing():
        begun = perf_counter()
        deed()
        return 1000 * (perf_counter() - begun)


def _answers(cards: int, each: int) -> list[Event]:
    """Answer every card so often, as intervals grow and now and then start again."""
    chance, answers = Random(cards), list[tuple[int, Reviewed]]()
    for number in range(cards):
        card, day, interval = CardId(f"a-card-of-a-deck-{number}"), chance.uniform(0, 200), 1
        for _ in range(each):
            grade = chance.choices(list(Grade), (1, 2, 1, 4, 14, 3))[0]
            answers.append((START_MS + int(day * DAY_MS), Reviewed(card, grade, 7_000)))
            interval = min(interval * 2 + 1, 400) if grade.recalled else 1
            day += interval
    answers.sort(key=lambda answer: answer[0])
    device = DeviceId("0123456789abcdef")
    return [
        Event(EventKey(device, number), Moment(at, 60), fact)
        for number, (at, fact) in enumerate(answers, start=1)
    ]


if __name__ == "__main__":
    main()
