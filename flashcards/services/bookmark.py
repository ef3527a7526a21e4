"""Where a review was: kept while one is on the screen, so that a crash costs not even the place.

Dispensable, as the log has every answer: without it the next window opens on Today.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Protocol

from flashcards.domain.clock import Moment, study_day
from flashcards.domain.ids import CardId
from flashcards.domain.queue.scope import Scope


@dataclass(frozen=True, slots=True)
class Broken:
    """A review that came to no end: what it was limited to, and the card that was asked."""

    scope: Scope
    card: CardId


class Bookmark:
    """Lies in one data folder, for one study day and the decks that were open."""

    def __init__(
        self,
        file: "BookmarkText",
        clock: Callable[[], Moment],
        rollover_hour: int,
        roots: Sequence[Path],
    ) -> None:
        self._file, self._clock, self._rollover_hour = file, clock, rollover_hour
        self._roots = [str(root) for root in roots]

    def put(self, scope: Scope, card: CardId) -> None:
        """Keep the place; nothing is flushed, so a power cut may lose it."""
        self._file.write(json.dumps({"scope": asdict(scope), "card": card} | self._now()))

    def remove(self) -> None:
        """Forget the place, because the review came to an end in order."""
        self._file.remove()

    def taken(self) -> Broken | None:
        """Give the place and forget it, so that a card that crashes the window does so once."""
        text = self._file.read()
        self._file.remove()
        try:
            kept = json.loads(text)
            broken = Broken(Scope(**kept["scope"]), CardId(kept["card"]))
        except (ValueError, KeyError, TypeError):
            return None
        return broken if kept.items() >= self._now().items() else None

    def _now(self) -> dict[str, object]:
        """What must be the same at the next start."""
        return {"day": study_day(self._clock(), self._rollover_hour), "decks": self._roots}


class BookmarkText(Protocol):
    """Where it is kept; see store/bookmark_file.py."""

    def read(self) -> str:
        """Give the text; empty where there is none."""
        ...

    def write(self, text: str) -> None:
        """Keep the text."""
        ...

    def remove(self) -> None:
        """Forget the text."""
        ...
