"""Read a deck's text as the program would, for the tests of imports."""

from flashcards.domain.collection import Collection, collect
from flashcards.domain.identity import Known
from flashcards.domain.problems import Problem
from tests.domain.samples import read


def collected(text: str) -> Collection:
    """Name the notes of a deck's text, and make its cards."""
    return collect([read(text)], Known())


def problems_of(text: str) -> tuple[Problem, ...]:
    """List what is wrong with a deck's text."""
    return collected(text).problems
