"""A backlog after a break: what it is, and what spreading it over days would come to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BacklogChoice:
    """One way to catch up; ``per_day`` is 0 for "all at once"."""

    per_day: int
    consequence: str


@dataclass(frozen=True, slots=True)
class BacklogView:
    """How much waits, and the ways to catch up; ``chosen`` is 0 while there is no plan."""

    sentence: str
    choices: tuple[BacklogChoice, ...]
    chosen: int = 0
