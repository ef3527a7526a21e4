"""``python -m tests.simulator [LEARNERS]``: the measured tables."""

import sys
from statistics import fmean

from tests.simulator.drills import AFTER, gains
from tests.simulator.measure import DAYS, ESTIMATORS, measure
from tests.simulator.memories import KINDS


def say(line: str) -> None:
    """Write a line of the table."""
    sys.stdout.write(f"{line}\n")


def written(values: list[list[float]]) -> str:
    """Write the means of several days, as ``.86 / .86 / .88``."""
    return " / ".join(f"{fmean(found):.2f}".replace("0.", ".") for found in values)


def main(learners: int) -> None:
    say(f"{learners} learners a memory; days {' / '.join(map(str, DAYS))}")
    for kind in KINDS:
        scores = measure(kind, learners)
        say(f"\n{kind:14} {'P@3':>15} {'tau':>18} {'covered':>20}")
        for name in ESTIMATORS:
            found = [scores[name, day] for day in DAYS]
            cover = written([one.covered for one in found]) if found[0].covered else ""
            precision, tau = (
                written([one.precision for one in found]),
                written([one.tau for one in found]),
            )
            say(f"{name:14} {precision:>15} {tau:>18} {cover:>20}")
    say(f"\nfsrs: points of recall that 15 minutes of drill on day {AFTER} add a week later")
    for name, gain in gains(max(1, learners // 2)).items():
        say(f"{name:14} {gain:.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 40)
