"""A step that is done over while another program is quicker."""

from collections.abc import Callable
from typing import TypeVar

from flashcards.domain.errors import ChangedElsewhereError

_T = TypeVar("_T")

TRIES = 20
"""So often a write is done over because another program wrote in between."""


def insisting(step: Callable[[], _T], catch_up: Callable[[], object] = lambda: None) -> _T:
    """Do a step, after ``catch_up`` once more. Raises ChangedElsewhereError in the end."""
    for _ in range(TRIES - 1):
        try:
            return step()
        except ChangedElsewhereError:
            catch_up()
    return step()
