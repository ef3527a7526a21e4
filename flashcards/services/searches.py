"""Searches under a name: kept among the settings, and sessions of their own."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from flashcards.domain.errors import FlashcardsError
from flashcards.domain.problems import WRONG_SEARCH, Problem
from flashcards.domain.search.parse import LEECH_LAPSES, QueryFault, parse_query
from flashcards.domain.tongue import tr
from flashcards.domain.values import Queries
from flashcards.services.finding import understood

if TYPE_CHECKING:
    from flashcards.services.library import Library
    from flashcards.services.preferences import Preferences


class UnfitNameError(FlashcardsError):
    """A name that no search can have."""

    def __init__(self) -> None:
        super().__init__(tr("A saved search needs a name, without quotation marks."))


class NothingSoughtError(FlashcardsError):
    """There is no search to save."""

    def __init__(self) -> None:
        super().__init__(tr("There is nothing to save: type a search first."))


def save_search(library: "Library", preferences: "Preferences", name: str, query: str) -> str:
    """Keep a search under a name, in place of one of that name, and say so.

    Raises a FlashcardsError where it cannot be understood, or not be kept.
    """
    name, query = name.strip(), query.strip()
    if not query:
        raise NothingSoughtError
    understood(library, query)
    if not Queries().takes(name, query):
        raise UnfitNameError
    preferences.change(searches={**preferences.settings.searches, name: query})
    library.use(preferences.settings)
    return tr("Saved: “@{name}” stands for this search wherever you search.", name=name)


def faults(searches: Mapping[str, str], leech_lapses: int = LEECH_LAPSES) -> dict[str, QueryFault]:
    """Find the searches that cannot be understood."""
    read = {name: parse_query(query, leech_lapses, searches) for name, query in searches.items()}
    return {name: found for name, found in read.items() if isinstance(found, QueryFault)}


def broken_searches(preferences: "Preferences") -> list[Problem]:
    """Report the searches that cannot be understood, each on its line."""
    return [
        WRONG_SEARCH.at(preferences.place_within("searches", name), name=name, why=fault.sentence)
        for name, fault in faults(preferences.settings.searches).items()
    ]
