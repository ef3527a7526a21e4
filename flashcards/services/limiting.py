"""What can have a limit of its own, and which limits are about nothing that there is."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flashcards.domain.problems import IDLE_SETTING, Problem, did_you_mean
from flashcards.domain.tongue import tr

if TYPE_CHECKING:
    from flashcards.domain.catalogue import Catalogue
    from flashcards.services.library import Library
    from flashcards.services.preferences import Preferences


def subjects(catalogue: "Catalogue") -> tuple[str, ...]:
    """Name all decks, folders of decks and topics as limits do: ``deck:ml``, ``topic:graphs``."""
    found = {"deck": set[str](), "topic": set[str]()}
    for shelf in catalogue.shelves:
        found["deck"].update(_with_those_above(shelf.deck))
        found["topic"].update(_with_those_above(shelf.topic))
    return tuple(f"{field}:{path}" for field, paths in found.items() for path in sorted(paths))


def _with_those_above(path: str) -> Iterator[str]:
    while path:
        yield path
        path = path.rpartition("/")[0]


def setting_doubts(library: "Library", preferences: "Preferences") -> list[Problem]:
    """Report what of the settings can only be told once the decks are known, or a search read."""
    doubts = idle_limits(library, preferences)
    if preferences.settings.searches:
        from flashcards.services.searches import broken_searches  # where there are any: 5 ms

        doubts += broken_searches(preferences)
    return doubts


def idle_limits(library: "Library", preferences: "Preferences") -> list[Problem]:
    """Report the limits that hold for no card, because what they name is not there."""
    limits = preferences.settings.limits
    known = subjects(library.catalogue) if limits else ()
    return [
        IDLE_SETTING.at(
            preferences.place_within("limits", name),
            name=name,
            guess=_guess(name, known),
        )
        for name in limits
        if name not in known
    ]


def _guess(name: str, known: tuple[str, ...]) -> str:
    field = name.partition(":")[0]
    same = [one for one in known if one.startswith(f"{field}:")]
    return did_you_mean(name, same) or tr("Take it away, or wait until the deck is here.")
