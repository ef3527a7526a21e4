"""Data folders with a history, made through the program's own services."""

import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random

from flashcards.app import open_desk
from flashcards.domain.clock import Day, Moment
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.log.events import CardFact, Reviewed
from flashcards.domain.recall.evidence import Trace, traced
from flashcards.domain.scheduling.fsrs import Model
from flashcards.domain.scheduling.scheduler import Schedule
from flashcards.services.desk import Desk, Options
from flashcards.services.session import Session

_DAY_MS = 86_400_000
_INTERVALS = (1, 6, 15, 38, 95, 238)
"""Days between answers that were all good (SM-2)."""


def desk_on(data: Path, *decks: Path) -> Desk:
    """Open a data folder and read its decks."""
    desk = open_desk(Options(decks=decks, data=str(data)))
    desk.library.load()
    return desk


def give_history(data: Path, decks: Path, cards: int) -> None:
    """Answer so many cards, one a second, forty days ago: they are known, and due by now."""
    desk = desk_on(data, decks)
    library = desk.library
    first = library.now().utc_ms - 40 * _DAY_MS
    known = sorted(library.catalogue)[:cards]
    library.add(
        [
            (Moment(first + 1000 * place), Reviewed(card, Grade.GOOD, 7_000))
            for place, card in enumerate(known)
        ]
    )
    desk.close()


def give_months(data: Path, decks: Path, days: int = 120, seed: int = 7) -> None:
    """Let months pass: some cards every day but for the weekends' end, some of them forgotten.

    The last eight days nothing was answered, so that a backlog waits.
    """
    desk, chance = desk_on(data, decks), Random(seed)
    library, known = desk.library, sorted(desk.library.catalogue)
    now, answers = library.now().utc_ms, list[tuple[Moment, CardFact]]()
    for ago in range(days, 8, -1):
        if ago % 7 == 3:
            continue
        for place in range(chance.randrange(4, 40)):
            card = known[min(len(known) - 1, int(chance.expovariate(0.012)))]
            grade = chance.choices(list(Grade), (1, 4, 0, 4, 14, 3))[0]
            at = Moment(now - ago * _DAY_MS + 9_000 * place)
            answers.append((at, Reviewed(card, grade, chance.randrange(3_000, 20_000))))
    library.add(answers)
    desk.close()


def give_memory(data: Path, decks: Path, days: int = 200, seed: int = 7) -> None:
    """Let somebody study every day who forgets as FSRS says, some topics quicker than others.

    Every third day 8 cards are begun; each is asked whenever SM-2 wants it.
    """
    desk, chance = desk_on(data, decks), Random(seed)
    library, scheduler = desk.library, desk.library.scheduler
    waiting = chance.sample(sorted(library.catalogue), 8 * days // 3)
    traces, schedules = dict[CardId, Trace](), dict[CardId, Schedule]()
    now, today, answers = library.now(), library.today(), list[tuple[Moment, CardFact]]()
    for day in (Day(today - ago) for ago in range(days, 0, -1)):
        asked = [card for card, one in schedules.items() if one.due is not None and one.due <= day]
        asked += [waiting.pop() for _ in range(8 * (day % 3 == 0)) if waiting]
        for place, card in enumerate(asked):
            trace, strength = traces.get(card), Random(library.catalogue.topic_of(card)).random()
            at = now.utc_ms - (today - day) * _DAY_MS - chance.choice((2, 3, 9)) * 3_600_000
            grade = _recalled(trace, day, 0.4 + 2 * strength, chance)
            traces[card] = traced(trace, grade, day)
            schedules[card] = scheduler.review(schedules.get(card) or Schedule(card), grade, day)
            fact = Reviewed(card, grade, chance.randrange(3_000, 20_000))
            answers.append((Moment(at + 9_000 * place, now.offset_min), fact))
    library.add(answers)
    desk.close()


def _recalled(trace: Trace | None, day: Day, strength: float, chance: Random) -> Grade:
    """Draw a grade as the memory lets it be expected."""
    recall = 0.6 if trace is None else Model().recall(day - trace.day, strength * trace.stability)
    right = (Grade.HARD, Grade.GOOD, Grade.EASY)
    return chance.choices(right, (2, 7, 1))[0] if chance.random() < recall else Grade.AGAIN


def give_long_history(data: Path, decks: Path, cards: int) -> None:
    """Answer so many cards as a person does who has kept it up: few of them are due today."""
    desk = desk_on(data, decks)
    now, random = desk.library.now().utc_ms, Random(cards)
    known = random.sample(sorted(desk.library.catalogue), cards)
    desk.library.add(
        [
            (Moment(now - round(days * _DAY_MS)), Reviewed(card, Grade.GOOD, 7_000))
            for card in known
            for days in _days_ago(random)
        ]
    )
    desk.library.load()
    desk.close()


def give_years(data: Path, decks: Path, reviews: int) -> None:
    """Answer all cards so often, in turn by the clock and by chance otherwise, as years leave it.

    It is written as rows: the services would take minutes to say the same.
    """
    desk = desk_on(data, decks)
    known, now = sorted(desk.library.catalogue), desk.library.now().utc_ms
    desk.close()
    chance, step = Random(reviews), 3 * 365 * _DAY_MS // reviews
    with closing(sqlite3.connect(data / "flashcards.sqlite")) as raw, raw:
        (device,) = raw.execute("SELECT value FROM meta WHERE key = 'device'").fetchone()
        (last,) = raw.execute("SELECT coalesce(max(sequence), 0) FROM events").fetchone()
        grades = chance.choices(list(Grade), (1, 2, 1, 4, 14, 3), k=reviews)
        raw.executemany(
            "INSERT INTO events (device, sequence, utc_ms, offset_min, kind, subject, grade,"
            " duration_ms) VALUES (?, ?, ?, 60, 'reviewed', ?, ?, 7000)",
            (
                (device, last + place, now - step * (reviews - place), chance.choice(known), grade)
                for place, grade in enumerate(grades, start=1)
            ),
        )
        raw.execute("DELETE FROM schedules_version")


def _days_ago(random: Random) -> list[float]:
    """Tell when a card was answered: each time when it was due, the last so that few are again."""
    answers = random.choice((2, 3, 4, 4, 5, 5, 6))
    last = random.uniform(0.1, _INTERVALS[answers - 1] + 1)
    return [last + sum(_INTERVALS[place : answers - 1]) for place in range(answers)]


def raise_limits(data: Path, new: int = 9_999, reviews: int = 99_999) -> None:
    """Let a day ask everything, or as much as is said."""
    data.mkdir(parents=True, exist_ok=True)
    text = f"new_per_day = {new}\nreviews_per_day = {reviews}\n"
    (data / "settings.toml").write_text(text, "utf-8")


def asked_today(data: Path, *decks: Path) -> int:
    """Count the cards that a session asks."""
    desk = desk_on(data, *decks)
    left = Session(desk.library).view().left
    desk.close()
    return left
