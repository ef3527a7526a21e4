"""Every answer in twelve bytes: what statistics of any cards and days are counted from.

An answer's code packs its study day, the hour of the clock, the grade, and what kind of answer it
was; so counting equal codes counts all there is to count, and a million are counted in no time.
"""

from array import array
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import compress
from typing import NamedTuple

from flashcards.domain.clock import Day
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.queue.plan import LONGEST_MS

MATURE_DAYS = 21
"""After a wait of so many days a card counts as mature, as it does in Anki."""

_HOUR, _GRADE, _SORT = 32, 8, 4
_KINDS = _GRADE * _SORT
_DAY = _HOUR * _KINDS


class Sort(IntEnum):
    """What an answer says: a first sight, a repeat of the day or one ahead of time, or memory."""

    FIRST = 0
    EXTRA = 1
    YOUNG = 2
    MATURE = 3


class Row(NamedTuple):
    """One answer."""

    card: CardId
    day: Day
    hour: int
    grade: Grade
    sort: Sort
    duration_ms: int


def packed(row: Row) -> int:
    """Put day, hour, grade and sort into 32 bits."""
    return ((row.day * _HOUR + row.hour) * _GRADE + row.grade) * _SORT + row.sort


def unpacked(card: CardId, code: int, duration_ms: int) -> Row:
    """Give an answer back."""
    rest, sort = divmod(code, _SORT)
    rest, grade = divmod(rest, _GRADE)
    day, hour = divmod(rest, _HOUR)
    return Row(card, Day(day), hour, Grade(grade), Sort(sort), duration_ms)


@dataclass(slots=True)
class DayCount:
    """How many answers a day had of each grade and sort, and by the hour of the clock; their time.

    ``kinds`` has a place for each grade's sorts; ``right`` are the hours' right answers.
    """

    kinds: list[int] = field(default_factory=lambda: [0] * _KINDS)
    given: list[int] = field(default_factory=lambda: [0] * 24)
    right: list[int] = field(default_factory=lambda: [0] * 24)
    duration_ms: int = 0

    @property
    def answers(self) -> int:
        """How many there were."""
        return sum(self.kinds)

    def of(self, sort: Sort) -> int:
        """Say how many were of a sort."""
        return sum(self.kinds[sort::_SORT])

    def number(self, grade: Grade, sort: Sort) -> int:
        """Say how many had a grade, of a sort."""
        return self.kinds[grade * _SORT + sort]

    def add(self, hour: int, kind: int, count: int) -> None:
        """Count so many answers of an hour."""
        self.kinds[kind] += count
        self.given[hour] += count
        if kind >= Grade.HARD * _SORT:
            self.right[hour] += count


def together(days: Iterable[DayCount]) -> DayCount:
    """Add days up."""
    days = [DayCount(), *days]
    return DayCount(
        _sums(day.kinds for day in days),
        _sums(day.given for day in days),
        _sums(day.right for day in days),
        sum(day.duration_ms for day in days),
    )


def _sums(rows: Iterable[list[int]]) -> list[int]:
    return [*map(sum, zip(*rows, strict=True))]


@dataclass(slots=True)
class Count:
    """Answers by study day; a day without any is not there."""

    days: dict[Day, DayCount] = field(default_factory=dict)

    def add(self, row: Row, sign: int = 1) -> None:
        """Count one answer, or take it out."""
        self.add_code(packed(row), sign)
        its = self.days[row.day]
        its.duration_ms += sign * row.duration_ms
        if not its.answers:
            del self.days[row.day]

    def add_code(self, code: int, count: int) -> None:
        """Count so many answers of one code, without their time."""
        day, rest = divmod(code, _DAY)
        if day not in self.days:
            self.days[Day(day)] = DayCount()
        self.days[Day(day)].add(*divmod(rest, _KINDS), count)

    def between(self, first: Day, last: Day) -> list[tuple[Day, DayCount]]:
        """Give the days from one to another, in order."""
        return [(day, self.days[day]) for day in sorted(self.days) if first <= day <= last]


@dataclass(slots=True)
class Ledger:
    """All answers in their order; ``cards`` are numbered as they were first answered.

    ``counts`` and ``spent`` are of each card: its timed answers, and the milliseconds they took.
    """

    cards: list[CardId] = field(default_factory=list)
    numbers: dict[CardId, int] = field(default_factory=dict)
    whose: "array[int]" = field(default_factory=lambda: array("I"))
    codes: "array[int]" = field(default_factory=lambda: array("I"))
    times: "array[int]" = field(default_factory=lambda: array("I"))
    counts: "array[int]" = field(default_factory=lambda: array("I"))
    spent: "array[int]" = field(default_factory=lambda: array("Q"))
    total: Count = field(default_factory=Count)

    def __len__(self) -> int:
        return len(self.codes)

    def add(self, row: Row) -> None:
        """Take an answer in."""
        number = self.numbers.setdefault(row.card, len(self.cards))
        if number == len(self.cards):
            self.cards.append(row.card)
            self.counts.append(0)
            self.spent.append(0)
        self.whose.append(number)
        self.codes.append(packed(row))
        self.times.append(row.duration_ms)
        self.total.add(row)
        self._time(number, row.duration_ms, 1)

    def take_back(self) -> Row:
        """Forget the last answer."""
        number, code = self.whose.pop(), self.codes.pop()
        row = unpacked(self.cards[number], code, self.times.pop())
        self.total.add(row, -1)
        self._time(number, row.duration_ms, -1)
        return row

    def _time(self, number: int, duration_ms: int, sign: int) -> None:
        if duration_ms:
            self.counts[number] += sign
            self.spent[number] += sign * min(duration_ms, LONGEST_MS)

    def pace(self, card: CardId) -> tuple[int, int]:
        """Give the milliseconds that a card's answers took, pauses cut, and how many they are."""
        number = self.numbers.get(card)
        return (0, 0) if number is None else (self.spent[number], self.counts[number])

    def of(self, card: CardId) -> list[Row]:
        """List a card's answers, in order."""
        number = self.numbers.get(card, -1)
        chosen = bytes(map(number.__eq__, self.whose))
        pairs = zip(compress(self.codes, chosen), compress(self.times, chosen), strict=True)
        return [unpacked(card, code, time) for code, time in pairs]

    def answered_since(self, day: Day) -> set[CardId]:
        """Name the cards that were answered on a day or after it."""
        numbers = compress(self.whose, map((day * _DAY).__le__, self.codes))
        return {self.cards[number] for number in set(numbers)}

    def count(self, cards: Collection[CardId]) -> Count:
        """Count the answers of some cards."""
        wanted = bytearray(len(self.cards))
        for card in cards:
            if card in self.numbers:
                wanted[self.numbers[card]] = 1
        chosen = bytes(map(wanted.__getitem__, self.whose))
        return counted(compress(self.codes, chosen), compress(self.times, chosen))


def counted(codes: Iterable[int], times: Iterable[int]) -> Count:
    """Count codes, and the time of each day."""
    codes, found = list(codes), Count()
    for code, count in Counter(codes).items():
        found.add_code(code, count)
    days = map(_DAY.__rfloordiv__, codes)
    spent = dict.fromkeys(found.days, 0)
    for day, time in zip(days, times, strict=True):
        spent[Day(day)] += time
    for day, time in spent.items():
        found.days[day].duration_ms = time
    return found
