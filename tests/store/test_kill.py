"""A short run of tests/bench/kill.py; the long one is run on demand."""

import os

import pytest

from tests.bench.kill import run


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the script forks, which only Unix can")
def test_nothing_acknowledged_is_lost_when_the_program_is_killed() -> None:
    acknowledged = 0
    for seed in range(3, 20):  # a slow machine acknowledges less in each round
        tally = run(15, seed)
        assert tally.faults == []
        acknowledged += tally.acknowledged
        if acknowledged > 50:
            return
    pytest.fail(f"only {acknowledged} answers were acknowledged")
