"""How much a study day asks at most."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a study day asks at most."""

    new_per_day: int = 20
    reviews_per_day: int = 200
    catch_up_per_day: int = 0
    """Where it is not 0, a backlog is being worked off, and it holds instead of the other."""
