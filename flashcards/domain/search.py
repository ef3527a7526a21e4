"""Search cards: words that must all occur, and fields such as ``topic:ml`` or ``is:due``."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from flashcards.domain.clock import Day
from flashcards.domain.ids import CardId
from flashcards.domain.note import Note
from flashcards.domain.problems import did_you_mean
from flashcards.domain.scheduling.scheduler import Schedule


@dataclass(frozen=True, slots=True)
class Listed:
    """A card as a list shows it: its question in a line, and what its note says."""

    id: CardId
    prompt: str
    note: Note


Test = Callable[[Listed, Schedule, Day], bool]

_WORD = re.compile(
    r"""(?P<minus>-?)(?:(?P<field>[a-z]+):)?(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"]*))"""
)

_UNCLOSED = "A quotation mark opens here and none closes it. Put one behind the words it begins."
_VALUE = "to look for. Write it right behind the colon, without a space."

_STATES: dict[str, Test] = {
    "due": lambda _, schedule, today: (
        schedule.due is not None and schedule.due <= today and not schedule.suspended
    ),
    "new": lambda _, schedule, __: schedule.is_new,
    "suspended": lambda _, schedule, __: schedule.suspended,
    "buried": lambda _, schedule, today: schedule.buried_on == today,
    "flagged": lambda _, schedule, __: schedule.flagged,
}


LEECH = "leech"


def _below(path: str, folder: str) -> bool:
    return path.casefold() == folder or path.casefold().startswith(f"{folder}/")


_FIELDS: dict[str, Callable[[str], Test]] = {
    "topic": lambda value: lambda card, _, __: _below(card.note.topic, value),
    "deck": lambda value: lambda card, _, __: _below(card.note.deck, value),
    "kind": lambda value: lambda card, _, __: card.note.kind == value,
    "round": lambda value: lambda card, _, __: card.note.round == value,
    "tag": lambda value: lambda card, _, __: value in map(str.casefold, card.note.tags),
    "is": lambda value: _STATES[value],
}


@dataclass(frozen=True, slots=True)
class Query:
    """All tests must hold; each may be turned round by a minus.

    ``words`` are those that must occur, in small letters: an index may look for them first.
    """

    tests: tuple[tuple[Test, bool], ...]
    words: tuple[str, ...] = ()

    def matches(self, card: Listed, schedule: Schedule, today: Day) -> bool:
        """Whether a card is found."""
        return all(test(card, schedule, today) is wanted for test, wanted in self.tests)


@dataclass(frozen=True, slots=True)
class QueryFault:
    """Why a query cannot be understood; ``column`` counts from 1."""

    column: int
    sentence: str


def parse_query(text: str, leech_lapses: int = 8) -> Query | QueryFault:
    """Read a query; what is unknown in it, or missing, is a fault in words.

    A card forgotten ``leech_lapses`` times is a leech.
    """
    tests: list[tuple[Test, bool]] = []
    words: list[str] = []
    position = 0
    while position < len(text):
        word = _WORD.match(text, position)
        if word and word["bare"] == "" and text.startswith('"', word.end()):
            return QueryFault(word.end() + 1, _UNCLOSED)
        if text[position].isspace() or word is None or not word[0]:
            position += 1
            continue
        value = (word["bare"] if word["quoted"] is None else word["quoted"]).casefold()
        known, wrong = _known(word["field"], value)
        if wrong:
            guess = did_you_mean(wrong, known) or f"Known: {', '.join(known)}."
            return QueryFault(position + 1, f"A search does not know “{wrong}”. {guess}")
        if word["field"] and not value:
            return QueryFault(position + 1, f"Nothing stands behind “{word['field']}:” {_VALUE}")
        if value:
            test = _test(word["field"], value, leech_lapses)
            tests.append((test, not word["minus"]))
            words += [] if word["field"] or word["minus"] else [value]
        position = word.end()
    return Query(tuple(tests), tuple(words))


def _test(field: str | None, value: str, leech_lapses: int) -> Test:
    if field == "is" and value == LEECH:
        return lambda _, schedule, __: schedule.lapses >= leech_lapses
    return _FIELDS[field](value) if field else _contains(value)


def _known(field: str | None, value: str) -> tuple[tuple[str, ...], str]:
    """Give the words that could stand here, and the one that cannot."""
    if field and field not in _FIELDS:
        return tuple(_FIELDS), field
    states = (*_STATES, LEECH)
    if field == "is" and value not in states:
        return states, value or "is:"
    return (), ""


def _contains(word: str) -> Test:
    """Look for a word in all that a card says."""

    def test(card: Listed, _: Schedule, __: Day) -> bool:
        return any(word in part.casefold() for part in (card.prompt, card.id, card.note.body))

    return test
