"""Data folders with a history, made through the program's own services."""

from pathlib import Path
from random import Random

from flashcards.app import open_desk
from flashcards.domain.clock import Moment
from flashcards.domain.grade import Grade
from flashcards.domain.log.events import CardFact, Reviewed
from flashcards.services.desk import Desk, Options
from flashcards.services.session import Session

_DAY_MS = 86_400_000


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
