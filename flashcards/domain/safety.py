"""What is told before a log is restored or salvaged, and what a check of it found."""

from dataclasses import dataclass
from pathlib import Path

from flashcards.domain.clock import Moment
from flashcards.domain.log.gaps import Gap
from flashcards.domain.rotation import Backup


@dataclass(frozen=True, slots=True)
class Side:
    """The entries that only one of two logs has: by kind, and when the first and the last were."""

    kinds: tuple[tuple[str, int], ...]
    first: Moment
    last: Moment

    @property
    def count(self) -> int:
        """How many they are."""
        return sum(count for _, count in self.kinds)


NOTHING = Side((), Moment(0), Moment(0))


@dataclass(frozen=True, slots=True)
class Difference:
    """What a restore would change; ``cards`` have another schedule then.

    ``damage`` says why the present log cannot be compared.
    """

    lost: Side = NOTHING
    gained: Side = NOTHING
    cards: int | None = None
    damage: str = ""


@dataclass(frozen=True, slots=True)
class Salvage:
    """What can be saved of a damaged log.

    ``read`` entries stand in its own files, ``added`` ones only in ``backup``; ``differing`` ones
    read otherwise in both, and are taken from the backup. ``lost`` ones stand nowhere. ``prepared``
    is the log that was put together.
    """

    prepared: Path
    read: int
    added: int
    differing: int
    lost: tuple[Gap, ...]
    last: Moment | None
    backup: Backup | None


@dataclass(frozen=True, slots=True)
class LogReport:
    """What a check of the log found.

    ``known`` gaps were told when the log was salvaged. ``stray`` undos name an entry that is not
    there; ``early`` ones are dated before it. ``backwards`` counts the entries dated before the one
    that was written before them.
    """

    entries: int
    damage: str = ""
    gaps: tuple[Gap, ...] = ()
    known: tuple[Gap, ...] = ()
    unreadable: tuple[str, ...] = ()
    stray: int = 0
    early: int = 0
    backwards: int = 0
