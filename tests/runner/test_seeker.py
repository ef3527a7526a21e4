"""An expression is looked for in another process, which can be ended."""

import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from flashcards.domain.deck.seek import Hit, Sought
from flashcards.domain.errors import SearchStoppedError, SlowExpressionError
from flashcards.runner.seeker import Seeker

ENDLESS = Sought("(a+)+b", pattern=True)
TRAP = "a" * 64


@pytest.fixture
def seeker() -> Iterator[Seeker]:
    made = Seeker()
    yield made
    made.stop()


def test_places_and_replacements_come_back(seeker: Seeker) -> None:
    found = seeker.hits(Sought(r"(l)\w+", pattern=True, case=True), "é😀 loss\nlot", r"<\1>")
    assert found == [Hit(3, 7, "<l>"), Hit(8, 11, "<l>")]


def test_an_expression_without_end_is_given_up_and_the_next_is_found(seeker: Seeker) -> None:
    began = time.monotonic()
    with pytest.raises(SlowExpressionError, match="takes too long"):
        seeker.hits(ENDLESS, TRAP)
    assert time.monotonic() - began < 5
    assert seeker.hits(Sought("b", pattern=True), "abc") == [Hit(1, 2, "")]


def test_a_search_can_be_stopped_from_another_thread_which_goes_on_meanwhile(
    seeker: Seeker,
) -> None:
    with ThreadPoolExecutor(1) as other:
        searched = other.submit(seeker.hits, ENDLESS, TRAP)
        turns, end = 0, time.monotonic() + 0.3
        while time.monotonic() < end:
            turns += 1
        seeker.stop()
        with pytest.raises(SearchStoppedError):
            searched.result()
    assert turns > 1_000
    assert seeker.hits(Sought("b", pattern=True), "abc") == [Hit(1, 2, "")]


def test_a_process_that_was_killed_is_told_and_begun_anew(seeker: Seeker) -> None:
    seeker.hits(Sought("b", pattern=True), "abc")
    assert seeker._process  # killed from outside
    seeker._process.kill()  # so is this
    with pytest.raises(SearchStoppedError):
        seeker.hits(Sought("b", pattern=True), "abc" * 100_000)
    assert len(seeker.hits(Sought("b", pattern=True), "abc")) == 1


def test_the_process_ends_with_the_one_that_asked() -> None:
    code = (
        "import os\nfrom flashcards.runner.seeker import Seeker\n"
        "from flashcards.domain.deck.seek import Sought\n"
        "seeker = Seeker(); seeker.hits(Sought('b', pattern=True), 'abc')\n"
        "print(seeker._process.pid, flush=True); os._exit(0)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    end = time.monotonic() + 5
    while _lives(int(ran.stdout)) and time.monotonic() < end:
        time.sleep(0.02)
    assert not _lives(int(ran.stdout))


def _lives(process: int) -> bool:
    """Whether a process is there and not merely waiting to be taken note of."""
    run = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False
    )
    return bool(run.stdout.strip()) and not run.stdout.startswith("Z")
