"""Damage a database with backups in every way we can think of, and count what comes back.

``python -m tests.store.restore_drill [ROUNDS]`` prints a table. A loss is silent where the program
starts and works, or salvages, without saying how many entries are missing.
"""

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from flashcards.domain.errors import FlashcardsError
from flashcards.domain.log.gaps import missing
from flashcards.domain.rotation import Purpose
from flashcards.store.backups import Backups
from flashcards.store.database import open_database
from flashcards.store.event_log import EventLog
from flashcards.store.faults import DamagedLogError
from flashcards.store.paths import Paths
from flashcards.store.vault import Vault
from tests.store.logs import Learner, rows

PAGE = 4096
Damage = Callable[[Path, Random], None]


def wal_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def cut(path: Path, chance: Random) -> None:
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.truncate(chance.randrange(size))


def flip(path: Path, chance: Random) -> None:
    """Overwrite whole pages with noise."""
    pages = max(1, path.stat().st_size // PAGE)
    with path.open("r+b") as file:
        for _ in range(chance.randrange(1, 4)):
            file.seek(chance.randrange(pages) * PAGE)
            file.write(chance.randbytes(PAGE))


def zero_header(path: Path, _chance: Random) -> None:
    with path.open("r+b") as file:
        file.write(b"\0" * 100)


def delete_wal(path: Path, _chance: Random) -> None:
    wal_of(path).unlink(missing_ok=True)


def cut_wal(path: Path, chance: Random) -> None:
    if wal_of(path).exists():
        cut(wal_of(path), chance)


def flip_wal(path: Path, chance: Random) -> None:
    if wal_of(path).exists():
        flip(wal_of(path), chance)


def delete(path: Path, _chance: Random) -> None:
    path.unlink()


def empty(path: Path, _chance: Random) -> None:
    path.write_bytes(b"")


DAMAGES: tuple[tuple[str, Damage], ...] = (
    ("file cut short", cut),
    ("pages of noise", flip),
    ("header zeroed", zero_header),
    ("-wal deleted", delete_wal),
    ("-wal cut short", cut_wal),
    ("-wal of noise", flip_wal),
    ("file deleted", delete),
    ("file emptied", empty),
)


@dataclass
class Tally:
    """What became of the rounds with one kind of damage."""

    rounds: int = 0
    noticed: int = 0
    harmless: int = 0
    entries: int = 0
    from_file: int = 0
    from_backup: int = 0
    lost: int = 0
    silent: int = 0


def round_of(folder: Path, damage: Damage, chance: Random, tally: Tally) -> None:
    """Learn, back up, learn on, crash (or close), damage, start, salvage, and compare."""
    data, crashed = folder / "data", folder / "crashed"
    learner = Learner(Paths(data).database, chance.randrange(1 << 30))
    learner.answer(chance.randrange(20, 150))
    if chance.random() < 0.8:
        Backups(learner.path).make(Purpose.CLOSE)
        learner.answer(chance.randrange(60))
    if chance.random() < 0.5:
        learner.close()
        learner = Learner(learner.path, chance.randrange(1 << 30))
        learner.answer(chance.randrange(30))
    if chance.random() < 0.3:
        learner.close()
    truth = rows(learner.path) if not wal_of(learner.path).exists() else None
    shutil.copytree(data, crashed)
    learner.close()
    truth = truth or rows(learner.path)
    path = Paths(crashed).database
    path.with_name(f"{path.name}-shm").unlink(missing_ok=True)
    damage(path, chance)
    tally.rounds += 1
    tally.entries += len(truth)
    if not _is_noticed(path):
        tally.harmless += 1
        tally.silent += len(truth) - len(rows(path).items() & truth.items())
        tally.from_file += len(rows(path).items() & truth.items())
        return
    tally.noticed += 1
    vault = Vault(Paths(crashed))
    found = vault.survey()
    vault.accept(found)
    saved = rows(path)
    lost = len(truth) - len(saved.items() & truth.items())
    tally.from_file += found.read
    tally.from_backup += found.added
    tally.lost += lost
    tally.silent += max(0, lost - missing(found.lost)) + len(saved.keys() - truth.keys())


def _is_noticed(path: Path) -> bool:
    """Start as the window does: open, read everything, then look after the file."""
    try:
        database = open_database(path)
        try:
            EventLog(database, "another").events()
        finally:
            database.close()
        vault = Vault(Paths(path.parent))
        vault.look_over()
        vault.back_up(Purpose.OPEN)
    except DamagedLogError:
        return True
    except FlashcardsError:
        return True
    return False


def drill(rounds: int, seed: int = 1) -> dict[str, Tally]:
    """Do so many rounds, the kinds of damage in turn."""
    chance = Random(seed)
    tallies = {name: Tally() for name, _ in DAMAGES}
    for number in range(rounds):
        name, damage = DAMAGES[number % len(DAMAGES)]
        with TemporaryDirectory() as folder:
            round_of(Path(folder), damage, chance, tallies[name])
    return tallies


def table(tallies: dict[str, Tally]) -> str:
    """Lay out the tallies."""
    heads = ("rounds", "noticed", "harmless", "entries", "file", "backup", "lost", "silent")
    lines = [f"{'damage':16}" + "".join(f"{head:>9}" for head in heads)]
    for name, tally in tallies.items():
        lines.append(f"{name:16}" + "".join(f"{value:9,}" for value in vars(tally).values()))
    return "\n".join(lines)


if __name__ == "__main__":
    found = drill(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
    sys.stdout.write(f"{table(found)}\n")
    sys.exit(1 if any(tally.silent for tally in found.values()) else 0)
