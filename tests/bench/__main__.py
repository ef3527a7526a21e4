"""``python -m tests.bench [--quick] [NAME ...]``: measure, and print one table."""

import argparse
import os
import platform
import sys
from collections.abc import Callable, Iterator, Sequence

from tests.bench import (
    cards,
    doctor,
    durable,
    insight,
    memory,
    next_card,
    pages,
    replay,
    scale,
    soak,
    start,
    write,
)
from tests.bench.place import Place, place
from tests.bench.rows import Row, table

RUNS, QUICK_RUNS = 11, 3

MEASUREMENTS: tuple[tuple[str, Callable[[Place], Iterator[Row]]], ...] = (
    ("start", start.measure),
    ("next-card", next_card.measure),
    ("durable", durable.measure),
    ("memory", memory.measure),
    ("insight", insight.measure),
    ("pages", pages.measure),
    ("replay", replay.measure),
    ("scale", scale.measure),
    ("cards", cards.measure),
    ("doctor", doctor.measure),
    ("soak", soak.measure),
    ("write", write.measure),
)


def main(arguments: Sequence[str]) -> None:
    """Run what was asked for, or everything."""
    names = [name for name, _ in MEASUREMENTS]
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"some of: {', '.join(names)}")
    parser.add_argument("--quick", action="store_true", help=f"{QUICK_RUNS} runs, not {RUNS}")
    chosen = parser.parse_args(arguments)
    unknown = sorted(set(chosen.names) - set(names))
    if unknown:
        parser.error(f"there is no measurement called {unknown[0]}; there are {', '.join(names)}")
    _say(f"{platform.python_implementation()} {platform.python_version()}, {_load('before')}")
    rows: list[Row] = []
    with place(QUICK_RUNS if chosen.quick else RUNS) as where:
        for name, measure in MEASUREMENTS:
            if not chosen.names or name in chosen.names:
                _say(f"measuring {name} …")
                rows += measure(where)
    sys.stdout.write(f"{table(rows)}\n")
    _say(_load("after"))


def _load(when: str) -> str:
    """Tell how busy the machine is, which every figure depends on."""
    load = " ".join(f"{value:.2f}" for value in os.getloadavg())
    return f"{os.cpu_count()} processors, load {when}: {load}"


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
