"""Which backups are kept: the latest, then one a day, then one a week."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from flashcards.domain.clock import Moment, study_day

LATEST, DAYS, WEEKS, TURNS = 10, 14, 12, 10


@dataclass(frozen=True, slots=True)
class Keep:
    """So many backups are kept: the latest, the last of each of some days, and of some weeks."""

    latest: int = LATEST
    days: int = DAYS
    weeks: int = WEEKS


USUAL = Keep()


class Purpose(StrEnum):
    """Why a backup was made."""

    OPEN = "open"
    CLOSE = "close"
    ASKED = "asked"
    BULK = "bulk"
    MIGRATION = "migration"
    RESTORE = "restore"
    RESTORED = "restored"
    SALVAGED = "salvaged"


TURNING = (Purpose.MIGRATION, Purpose.RESTORE, Purpose.SALVAGED)
"""After these the log goes on from somewhere else, so what was before stands nowhere else."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the database, whole when it was made."""

    path: Path
    at: Moment
    purpose: Purpose
    size: int = 0


def kept(backups: Iterable[Backup], keep: Keep = USUAL) -> set[Backup]:  # frozen
    """Choose the latest, the last of each of some days and of each of some weeks.

    Days and weeks without a backup are not counted, so that a long absence costs none. What was
    set aside before the log went on from somewhere else has ten places of its own.
    """
    ordered = sorted(backups, key=_age)
    turns = [backup for backup in ordered if backup.purpose in TURNING]
    newest = {*ordered[: keep.latest], *turns[:TURNS]}
    return newest | _firsts(ordered, _day, keep.days) | _firsts(ordered, _week, keep.weeks)


def _age(backup: Backup) -> tuple[int, str]:
    return (-backup.at.utc_ms, str(backup.path))


def _day(backup: Backup) -> int:
    return study_day(backup.at, 0)


def _week(backup: Backup) -> int:
    return (_day(backup) - 1) // 7


def _firsts(ordered: Sequence[Backup], period: Callable[[Backup], int], most: int) -> set[Backup]:
    """Give the first backup of each of the first periods."""
    found: dict[int, Backup] = {}
    for backup in ordered:
        found.setdefault(period(backup), backup)
    return set(list(found.values())[:most])
