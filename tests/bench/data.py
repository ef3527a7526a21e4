"""Data folders with a history, made through the program's own services."""

from pathlib import Path

from flashcards.app import open_desk
from flashcards.domain.clock import Moment
from flashcards.domain.grade import Grade
from flashcards.domain.log.events import Reviewed
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
