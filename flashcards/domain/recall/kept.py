"""An account as bytes and back: a line of JSON, then the long columns as they lie in memory."""

import json
import sys
from array import array
from collections.abc import Mapping
from typing import Any

from flashcards.domain.clock import Day
from flashcards.domain.ids import CardId
from flashcards.domain.ledger import Ledger, counted
from flashcards.domain.recall.account import Account
from flashcards.domain.recall.calibration import Foresight
from flashcards.domain.recall.evidence import Evidence, Tally, Trace
from flashcards.domain.recall.learner import Learner
from flashcards.domain.recall.past import Past

FORM = f"account/2 {sys.byteorder}"
"""Another form, or another machine's, is not read."""


def as_bytes(account: Account, marks: Mapping[str, Any]) -> bytes:
    """Write an account; ``marks`` say what it is true of, and come back with it."""
    ledger, evidence, foresight = account.ledger, account.evidence, account.foresight
    traces = [evidence.traces[card] for card in ledger.cards]
    own = [foresight.own.get(card, (0, 0)) for card in ledger.cards]
    columns = (
        ledger.whose, ledger.codes, ledger.times, ledger.counts, ledger.spent,
        array("d", [one.stability for one in traces]),
        array("d", [one.difficulty for one in traces]),
        array("I", [one.day for one in traces]),
        array("I", [given for given, _ in own]),
        array("I", [right for _, right in own]),
    )  # fmt: skip
    head = {
        "form": FORM,
        "marks": marks,
        "rollover": account.rollover_hour,
        "cards": ledger.cards,
        "topics": [account.topics.get(card) for card in ledger.cards],
        "shadows": [(card, *trace) for card, trace in evidence.shadows.items()],
        "tallies": [
            (topic, one.day, one.reviews, one.answers, one.spread, one.surplus)
            for topic, one in evidence.tallies.items()
        ],
        "learner": (evidence.learner.answers, evidence.learner.likelihood),
        "foresight": (foresight.total, foresight.right, foresight.bins, foresight.losses),
        "past": (account.past.since, account.past.last, list(account.past.noted.items())),
        "columns": [(column.typecode, len(column)) for column in columns],
    }
    return json.dumps(head).encode() + b"\n" + b"".join(column.tobytes() for column in columns)


def account_in(
    content: bytes, topics: Mapping[CardId, str], rollover_hour: int
) -> tuple[Account, dict[str, Any]] | None:
    """Read an account and its marks; None where topics, or the days' beginning, differ.

    What is no account at all is a ValueError, KeyError or TypeError.
    """
    line, _, rest = content.partition(b"\n")
    head = json.loads(line)
    if head["form"] != FORM or head["rollover"] != rollover_hour:
        return None
    cards = [CardId(card) for card in head["cards"]]
    if [topics.get(card) for card in cards] != head["topics"]:
        return None
    columns = _columns(rest, head["columns"])
    whose, codes, times, counts, spent, stabilities, difficulties, days, given, right = columns
    traces = map(Trace, stabilities, difficulties, map(Day, days))
    evidence = Evidence(
        dict(zip(cards, traces, strict=True)),
        {CardId(card): Trace(*values) for card, *values in head["shadows"]},
        {topic: _tally(*values) for topic, *values in head["tallies"]},
        Learner(head["learner"][0], tuple(head["learner"][1])),
    )
    total, rights, bins, losses = head["foresight"]
    own = dict(zip(cards, zip(given, right, strict=True), strict=True))
    numbers = {card: number for number, card in enumerate(cards)}
    ledger = Ledger(cards, numbers, whose, codes, times, counts, spent, counted(codes, times))
    foresight = Foresight(total, rights, own, bins, losses)
    since, last, noted = head["past"]
    past = Past(Day(since), Day(last), {Day(monday): found for monday, found in noted})
    return Account(topics, rollover_hour, evidence, ledger, foresight, past), head["marks"]


def _tally(day: int, reviews: int, answers: int, spread: list[float], plus: list[float]) -> Tally:
    return Tally(Day(day), reviews, answers, tuple(spread), tuple(plus))


def _columns(content: bytes, forms: list[tuple[str, int]]) -> list["array[Any]"]:
    found, start = list["array[Any]"](), 0
    for typecode, length in forms:
        column: array[Any] = array(typecode)
        end = start + length * column.itemsize
        column.frombytes(content[start:end])
        found.append(column)
        start = end
    if start != len(content):
        raise ValueError("the columns are not as long as they were written")
    return found
