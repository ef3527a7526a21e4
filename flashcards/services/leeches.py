"""Cards that are forgotten again and again: they cost the most, and a better wording cures them."""

from dataclasses import dataclass

from flashcards.domain.ids import CardId


@dataclass(frozen=True, slots=True)
class LeechView:
    """One such card, and where its note is written."""

    card: CardId
    prompt: str
    lapses: int
    file: str
    line: int
