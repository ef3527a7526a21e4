"""All cards as columns: what a search looks in, what a list is sorted by.

A card has a slot, which it keeps; a file that is read again gets new slots, and the old ones are
dead. So one saved deck among a thousand costs what that deck costs.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import compress, groupby
from operator import attrgetter
from typing import Any

from flashcards.domain.clock import Day
from flashcards.domain.ids import CardId
from flashcards.domain.scheduling.scheduler import Schedule
from flashcards.domain.search.lexicon import Lexicon
from flashcards.domain.search.listed import Listed

MISSING = 1 << 40
"""Stands where a card has no such number; it is between no others, and sorted last."""

SUSPENDED, FLAGGED, ORPHAN, ALIVE = 1, 2, 4, 8
"""What ``state`` adds up."""

_OF_NOTES = ("topic", "deck", "kind", "round", "tags")
_OF_SCHEDULES = (
    "due", "interval", "ease", "lapses", "reviews", "grade", "reviewed", "buried", "added",
)  # fmt: skip
_FRESH = (MISSING, MISSING, MISSING, 0, 0, MISSING, MISSING, MISSING)
_note_values = attrgetter(*_OF_NOTES)


class CardTable:
    """Columns by name: ``id prompt topic deck kind round tags state`` and those of schedules."""

    def __init__(self) -> None:
        names = ("id", "prompt", *_OF_NOTES, "state", *_OF_SCHEDULES)
        self.columns: dict[str, list[Any]] = {name: [] for name in names}
        self.lexicon = Lexicon()
        self.slots: dict[CardId, int] = {}
        self.order: list[int] = []
        """The slots in deck order."""
        self.is_straight = True
        """Whether that is the order of the slots."""
        self.version = self.notes_version = 0
        """Another number means that something has changed, or what notes say."""
        self._saved: list[int] = []
        self._values: dict[str, dict[Any, Any]] = {name: {} for name in _OF_NOTES}
        """Each topic, deck and tag once: equal ones are the same one, which is quick to see."""
        self._files: dict[str, range] = {}
        self._sorted: dict[tuple[str, bool], list[int]] = {}
        self._counts: dict[str, Counter[Any]] = {}

    def __len__(self) -> int:
        """Count the slots, the dead ones too."""
        return len(self._saved)

    @property
    def is_worn(self) -> bool:
        """Whether most of it is dead, so that it should be made anew."""
        return len(self) > 1000 + 2 * len(self.slots)

    # --- filling ---------------------------------------------------------------------------

    def put(
        self, file: str, cards: Iterable[Listed], saved: Day | None = None, *, orphans: bool = False
    ) -> None:
        """Have a file's cards, in its order, instead of those it had; ``saved`` is its date."""
        self.drop(file)
        first, since = len(self), MISSING if saved is None else saved
        for note, group in groupby(cards, key=attrgetter("note")):
            own = list(group)
            self._put_note(note, own, since)
        self.columns["state"] += [ALIVE | ORPHAN * orphans] * (len(self) - first)
        self._files[file] = range(first, len(self))
        self._changed()

    def _put_note(self, note: Any, cards: list[Listed], since: int) -> None:  # noqa: ANN401  # a Note, by attrgetter
        """Take in the cards of one note; but for their state."""
        columns, count = self.columns, len(cards)
        for place, card in enumerate(cards, start=len(self)):
            self.slots[card.id] = place
        columns["id"] += [card.id for card in cards]
        columns["prompt"] += [card.prompt for card in cards]
        for name, value in zip(_OF_NOTES, _note_values(note), strict=True):
            columns[name] += [self._values[name].setdefault(value, value)] * count
        for name, number in zip(_OF_SCHEDULES, (*_FRESH, since), strict=True):
            columns[name] += [number] * count
        self._saved += [since] * count
        self.lexicon.add(
            note.body.casefold(), [f"{card.prompt}\n{card.id}".casefold() for card in cards]
        )

    def drop(self, file: str) -> None:
        """Forget a file's cards."""
        for slot in self._files.pop(file, ()):
            self.columns["state"][slot] = 0
            card = self.columns["id"][slot]
            if self.slots.get(card) == slot:
                del self.slots[card]
        self._changed()

    @property
    def files(self) -> tuple[str, ...]:
        """The files that it has cards of, as they were put in."""
        return tuple(self._files)

    def arrange(self, files: Iterable[str]) -> None:
        """Put the files in their order."""
        self.order = [slot for file in files for slot in self._files.get(file, ())]
        self.is_straight = self.order == list(range(len(self)))
        self._changed()

    def learn(self, schedules: Iterable[Schedule]) -> None:
        """Take over how some cards stand."""
        slots, state = self.slots, self.columns["state"]
        targets = [self.columns[name] for name in _OF_SCHEDULES]
        for schedule in schedules:
            slot = slots.get(schedule.card)
            if slot is None:
                continue
            for target, value in zip(targets, _values(schedule, self._saved[slot]), strict=True):
                target[slot] = value
            kept = state[slot] & (ALIVE | ORPHAN)
            state[slot] = kept | SUSPENDED * schedule.suspended | FLAGGED * schedule.flagged
        self.version += 1
        self._sorted.clear()

    def _changed(self) -> None:
        self.version += 1
        self.notes_version += 1
        self._sorted.clear()
        self._counts.clear()

    # --- asking ----------------------------------------------------------------------------

    def counts(self, name: str) -> "Counter[Any]":
        """Count the values of a column, of cards that are in a deck."""
        if name not in self._counts:
            there = [kept & (ALIVE | ORPHAN) == ALIVE for kept in self.columns["state"]]
            self._counts[name] = Counter(compress(self.columns[name], there))
        return self._counts[name]

    def values(self, name: str) -> Iterable[Any]:
        """Give all that may stand in a column of topics, decks, kinds, rounds or tags, once."""
        return self._values[name]

    def sorted_by(self, name: str, *, down: bool = False) -> list[int]:
        """Give the slots in the order of a column; equals stay in deck order, unknowns are last."""
        if (name, down) not in self._sorted:
            column = self.columns[name]
            known = [slot for slot in self.order if column[slot] != MISSING]
            rest = [slot for slot in self.order if column[slot] == MISSING]
            known.sort(key=column.__getitem__, reverse=down)
            self._sorted[name, down] = known + rest
        return self._sorted[name, down]


def _values(schedule: Schedule, saved: int) -> Iterator[int]:
    """Lay a schedule out as the columns have it."""
    is_new = schedule.is_new
    yield MISSING if schedule.due is None else schedule.due
    yield MISSING if is_new else schedule.interval
    yield MISSING if is_new else schedule.ease
    yield schedule.lapses
    yield schedule.reviews
    yield MISSING if schedule.last_grade is None else int(schedule.last_grade)
    yield MISSING if schedule.last_day is None else schedule.last_day
    yield MISSING if schedule.buried_on is None else schedule.buried_on
    yield min(saved, MISSING if schedule.first_day is None else schedule.first_day)
