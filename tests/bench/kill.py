"""Kill the program at random moments while it answers; nothing it acknowledged may be lost.

``python -m tests.bench.kill [ROUNDS [SEED]]``. A child answers, undoes, buries, flags through the
real session on a real file, and writes the key of every event to a pipe once the session has
returned. The parent kills it (SIGKILL), opens the file again and compares. SIGKILL spares what the
system has been given; a power cut is not tried here.
"""

import os
import random
import signal
import sqlite3
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from flashcards.domain.clock import Moment
from flashcards.domain.grade import FOUR_GRADES
from flashcards.domain.ids import CardId, note_of
from flashcards.domain.log.events import CardFact, Event, EventKey, Fact, Noted, Undone
from flashcards.domain.log.replay import replay
from flashcards.domain.scheduling.scheduler import Schedule
from flashcards.domain.scheduling.sm2 import Sm2
from flashcards.domain.settings import Settings
from flashcards.services.library import Library, Outside
from flashcards.services.session import Session
from flashcards.store.database import open_database
from flashcards.store.deck_files import DeckFiles
from flashcards.store.event_log import EventLog
from flashcards.store.index import Index

ROUNDS_A_FILE = 40
"""Then a fresh data folder is begun, so that creation is interrupted too."""

LONGEST_S = 0.05
CARDS = 120
DAY_MS = 86_400_000
SETTINGS = Settings(new_per_day=15)


@dataclass
class Tally:
    """What was seen, in numbers; ``faults`` is empty when all went well."""

    rounds: int = 0
    acknowledged: int = 0
    unacknowledged: int = 0
    before_the_first: int = 0
    faults: list[str] = field(default_factory=list)


class TellingLog(EventLog):
    """Remembers the keys of what was written last."""

    _written: tuple[EventKey, ...] = ()

    def append(
        self,
        entries: Sequence[tuple[Moment, Fact]],
        schedules: Iterable[Schedule],
    ) -> list[Event]:
        written = super().append(entries, schedules)
        self._written = tuple(event.key for event in written)
        return written

    def news(self) -> tuple[EventKey, ...]:
        """Give what was written since this was asked last."""
        news, self._written = self._written, ()
        return news


class Days:
    """A clock that goes on by a second a look, and by a day when told."""

    def __init__(self, start_ms: int) -> None:
        self.now_ms = start_ms

    def __call__(self) -> Moment:
        self.now_ms += 1000
        return Moment(self.now_ms, 60)


def answer_for_ever(folder: Path, pipe: int, chance: random.Random) -> None:
    """Act as a quick person, and acknowledge every step on the pipe."""
    database = open_database(folder / "flashcards.sqlite")
    log = TellingLog(database, "device")
    clock = Days(log.latest().utc_ms or 1_700_000_000_000)
    library = Library(Outside(DeckFiles([folder / "decks"]), Index(None), log, clock), SETTINGS)
    library.load()
    session = Session(library)
    while True:
        while session.view().card is None:
            clock.now_ms += DAY_MS
            session.restart()
        step(session, chance)
        os.write(pipe, b"".join(b"%d\n" % key.sequence for key in log.news()))


def step(session: Session, chance: random.Random) -> None:
    """Answer mostly; now and then something else."""
    others: tuple[Callable[[], object], ...] = (
        session.undo,
        session.undo,
        session.redo,
        session.bury,
        session.suspend,
        session.flag,
    )
    if chance.random() < 0.75:
        session.answer(chance.choice(FOUR_GRADES), chance.randrange(30_000))
    else:
        chance.choice(others)()


def one_round(folder: Path, chance: random.Random, tally: Tally) -> None:
    """Start a child, kill it, compare."""
    known = len(events_in(folder)) if (folder / "flashcards.sqlite").exists() else 0
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        try:
            answer_for_ever(folder, theirs, random.Random(chance.random()))
        finally:
            os._exit(1)
    os.close(theirs)
    first = b"" if chance.random() < 0.2 else os.read(ours, 65536)
    time.sleep(chance.uniform(0, LONGEST_S))
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    told = first + read_all(ours)
    acknowledged = [int(line) for line in told.split()]
    tally.rounds += 1
    tally.acknowledged += len(acknowledged)
    tally.before_the_first += not acknowledged
    if not os.WIFSIGNALED(status):
        tally.faults.append(f"round {tally.rounds}: the child ended by itself")
    compare(folder, known, acknowledged, tally)


def read_all(pipe: int) -> bytes:
    parts = []
    while part := os.read(pipe, 65536):
        parts.append(part)
    os.close(pipe)
    return b"".join(parts)


def compare(folder: Path, known: int, acknowledged: list[int], tally: Tally) -> None:
    """Open the file as the next start does, and look for anything lost, halved or broken."""

    def fault(text: str) -> None:
        tally.faults.append(f"round {tally.rounds}: {text}")

    events = events_in(folder)
    sequences = [event.key.sequence for event in sorted(events, key=lambda event: event.key)]
    if sequences != list(range(1, len(events) + 1)):
        fault("the log's numbers have gaps")
    if acknowledged != list(range(known + 1, known + len(acknowledged) + 1)):
        fault("the acknowledgements are not those of one sitting")
    if acknowledged and acknowledged[-1] > len(events):
        fault(f"{acknowledged[-1] - len(events)} acknowledged events are lost")
    by_number = {event.key.sequence: event.fact for event in events}
    more = [by_number[number] for number in sequences[known + len(acknowledged) :]]
    tally.unacknowledged += len(more)
    if sum(isinstance(fact, CardFact | Undone) for fact in more) > 1 or len(more) > 2:
        fault(f"{len(more)} events more than were acknowledged")
    for text in halves(events):
        fault(text)
    fault_in_file(folder, events, fault)


def halves(events: list[Event]) -> list[str]:
    """A card's first event and the note's record are written together, or not at all."""
    noted = {event.fact.note for event in events if isinstance(event.fact, Noted)}
    cards: set[CardId] = {event.fact.card for event in events if isinstance(event.fact, CardFact)}
    return [f"{card} has half an answer" for card in cards if note_of(card) not in noted]


def fault_in_file(folder: Path, events: list[Event], fault: Callable[[str], None]) -> None:
    """The cache equals a replay of the log, and SQLite finds the file sound."""
    path = folder / "flashcards.sqlite"
    database = open_database(path)
    library = Library(
        Outside(DeckFiles([folder / "decks"]), Index(None), EventLog(database, "x"), Days(0)),
        SETTINGS,
    )
    log = EventLog(database, "x")
    is_usable = log.touched(library.cache_name) is not None
    cached = {schedule.card: schedule for schedule in log.schedules()} if is_usable else None
    database.close()
    replayed = replay(events, Sm2(), SETTINGS.rollover_hour)
    for card in (cached or {}).keys() | replayed.keys():  # one flagged and unflagged is as new
        kept, told = ((found or {}).get(card, Schedule(card)) for found in (cached, replayed))
        if kept != told:
            fault(f"the schedule {kept} is not the log's {told}")
    if cached is None and replayed:
        fault("the schedules are gone")
    raw = sqlite3.connect(path)
    if raw.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
        fault("SQLite finds the file damaged")
    raw.close()


def events_in(folder: Path) -> list[Event]:
    database = open_database(folder / "flashcards.sqlite")
    try:
        return EventLog(database, "device").events()
    finally:
        database.close()


def make_decks(folder: Path) -> None:
    (folder / "decks").mkdir()
    notes = [f"## Question {number} {{#q{number}}}\n\nYes.\n" for number in range(CARDS)]
    (folder / "decks" / "deck.md").write_text("\n".join(notes), "utf-8")


def run(rounds: int, seed: int) -> Tally:
    """Do so many rounds."""
    chance, tally = random.Random(seed), Tally()
    while tally.rounds < rounds:
        with TemporaryDirectory() as name:
            make_decks(Path(name))
            for _ in range(min(ROUNDS_A_FILE, rounds - tally.rounds)):
                one_round(Path(name), chance, tally)
    return tally


def main() -> None:
    """Say what came of it; exit 1 if anything was lost."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(1_000_000)
    start = time.perf_counter()
    tally = run(rounds, seed)
    lines = [
        f"{tally.rounds} rounds of kill -9 in {time.perf_counter() - start:.0f} s (seed {seed}):",
        f"  {tally.acknowledged} acknowledged events, all there"
        if not tally.faults
        else f"  {tally.acknowledged} acknowledged events, {len(tally.faults)} faults",
        f"  {tally.unacknowledged} events were written but not acknowledged in time",
        f"  {tally.before_the_first} rounds were killed before their first answer",
        *tally.faults[:20],
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    sys.exit(bool(tally.faults))


if __name__ == "__main__":
    main()
