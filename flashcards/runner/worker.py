"""The other process: looks for an expression in one text after another, until nobody asks."""

import json
import signal
import sys
from types import FrameType

from flashcards.domain.deck.seek import Sought

LIMIT_S = 1.0
"""An expression may take so long for a text; one that backtracks without end is given up."""


def main() -> None:
    """Read a request a line, and answer each with a line: the places, or null after the limit."""
    limited = hasattr(signal, "setitimer")
    if limited:
        signal.signal(signal.SIGALRM, _give_up)
    for line in sys.stdin.buffer:
        sys.stdout.write(f"{json.dumps(_answer(line, limited=limited))}\n")
        sys.stdout.flush()


def _answer(line: bytes, *, limited: bool) -> object:
    words, case, text, new = json.loads(line)
    try:
        if limited:
            signal.setitimer(signal.ITIMER_REAL, LIMIT_S)
        return Sought(words, pattern=True, case=case).hits(text, new)
    except TimeoutError:
        return None
    finally:
        if limited:
            signal.setitimer(signal.ITIMER_REAL, 0)


def _give_up(_signal: int, _frame: FrameType | None) -> None:
    raise TimeoutError
