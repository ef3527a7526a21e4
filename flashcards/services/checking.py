"""What is wrong with decks, seen without any history."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flashcards.domain.collection import collect
from flashcards.domain.identity import Known
from flashcards.domain.problems import Problem

if TYPE_CHECKING:
    from flashcards.services.ports import DeckSource


@dataclass(frozen=True, slots=True)
class Checked:
    """All problems in the order of their places, and how much was read."""

    problems: tuple[Problem, ...]
    decks: int
    cards: int


def check_decks(source: "DeckSource") -> Checked:
    """Read decks and report what is wrong with each, and between them."""
    read = source.read()
    collection = collect(read.decks, Known(), read.problems)
    return Checked(collection.problems, len(read.decks), len(collection.cards))
