"""A short run of tests/bench/kill.py; the long one is run on demand."""

import os

import pytest

from tests.bench.kill import run


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the script forks, which only Unix can")
def test_nothing_acknowledged_is_lost_when_the_program_is_killed() -> None:
    tally = run(15, seed=3)
    assert tally.faults == []
    assert tally.acknowledged > 50
