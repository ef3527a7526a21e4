"""How a fact is written in a row of the log, and read back."""

import json
from collections.abc import Callable
from typing import Any

from flashcards.domain.clock import Day
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId, DeviceId, NoteId
from flashcards.domain.log.events import (
    Adopted,
    Buried,
    Distinguished,
    Doubted,
    DueSet,
    EventKey,
    Fact,
    Flagged,
    Merged,
    Noted,
    Rekeyed,
    Reset,
    Resumed,
    Reviewed,
    Suspended,
    Undone,
    Unflagged,
)

_CARD_FACTS: dict[str, Callable[[CardId], Fact]] = {
    "suspended": Suspended,
    "resumed": Resumed,
    "buried": Buried,
    "flagged": Flagged,
    "unflagged": Unflagged,
    "reset": Reset,
}
_NAMES = {cls: name for name, cls in _CARD_FACTS.items()}

REVIEWED = "reviewed"
NOTED = "noted"
ADOPTED = "adopted"
MERGED = "merged"
DISTINGUISHED = "distinguished"
DOUBTED = "doubted"
REKEYED = "rekeyed"
UNDONE = "undone"
DUE_SET = "due"

_NOTE_FACTS: dict[str, Callable[..., Fact]] = {
    NOTED: Noted,
    ADOPTED: Adopted,
    MERGED: Merged,
    DISTINGUISHED: Distinguished,
    DOUBTED: Doubted,
    REKEYED: Rekeyed,
}
OF_NOTES = (*_NOTE_FACTS, UNDONE)
"""The rows that tell which note is which, and what was taken back."""

_MORE = ("parts", "missed", "shift", "early")
"""What only some answers have; it is kept together."""


def columns_of(fact: Fact, undone_subject: str = "") -> dict[str, Any]:
    """Give the columns ``kind, subject, grade, duration_ms, data`` of a fact.

    ``undone_subject`` is the card an ``Undone`` is about, so that a card's events can be found.
    """
    row: dict[str, Any] = {"grade": None, "duration_ms": None, "data": None}
    match fact:
        case Reviewed(card, grade, duration_ms):
            row |= {"kind": REVIEWED, "subject": card, "grade": int(grade)}
            row["duration_ms"] = duration_ms
            more = {name: value for name in _MORE if (value := getattr(fact, name))}
            row["data"] = json.dumps(more) if more else None
        case Merged():
            row |= {"kind": MERGED, "subject": fact.note}
            row["data"] = json.dumps([*fact.reading, fact.other])
        case Noted():
            kind = ADOPTED if isinstance(fact, Adopted) else NOTED
            row |= {"kind": kind, "subject": fact.note, "data": json.dumps(fact.reading)}
        case Distinguished(note, other):
            row |= {"kind": DISTINGUISHED, "subject": note, "data": json.dumps([other])}
        case Doubted(note, other):
            row |= {"kind": DOUBTED, "subject": note, "data": json.dumps([other])}
        case Rekeyed(note, old, new):
            row |= {"kind": REKEYED, "subject": note, "data": json.dumps([old, new])}
        case Undone(target):
            row |= {"kind": UNDONE, "subject": undone_subject, "data": json.dumps(list(target))}
        case DueSet(card, due):
            row |= {"kind": DUE_SET, "subject": card, "data": json.dumps(due)}
        case _:
            row |= {"kind": _NAMES[type(fact)], "subject": fact.card}
    return row


def fact_of(
    kind: str, subject: str, grade: int | None, duration_ms: int | None, data: str | None
) -> Fact:
    """Read a row back. A kind that this program does not know is a KeyError."""
    if kind == REVIEWED:
        kept = json.loads(data or "{}")
        more = {name: kept[name] for name in _MORE if name in kept}
        more["missed"] = tuple(kept.get("missed", ()))
        return Reviewed(CardId(subject), Grade(grade or 0), duration_ms or 0, **more)
    if kind in _NOTE_FACTS:
        return _NOTE_FACTS[kind](NoteId(subject), *json.loads(data or "[]"))
    if kind == UNDONE:
        device, sequence = json.loads(data or "[]")
        return Undone(EventKey(DeviceId(device), sequence))
    if kind == DUE_SET:
        return DueSet(CardId(subject), Day(json.loads(data or "0")))
    return _CARD_FACTS[kind](CardId(subject))
