"""The list of all cards: its columns in words, what a search finds of it, and in which order."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from flashcards.domain.clock import Day, date_of
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.in_words import in_words
from flashcards.domain.search.completion import (
    Offer,
    Vocabulary,
    completions,
    unknown_word,
    vocabulary_of,
)
from flashcards.domain.search.parse import QueryFault
from flashcards.domain.search.table import FLAGGED, MISSING, SUSPENDED
from flashcards.domain.spoken import day_text, days_text, decimal, due_text
from flashcards.domain.tongue import later, tr
from flashcards.services.finding import parsed
from flashcards.services.views import CardView, view_of

if TYPE_CHECKING:
    from flashcards.services.library import Library


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name in the table, its title, and how a value is said."""

    name: str
    title: str
    told: Callable[[Any, date], str]
    is_number: bool = False


def _text(value: object, _today: date) -> str:
    return str(value)


def _tags(tags: Iterable[str], _today: date) -> str:
    return ", ".join(tags)


def _due(day: Day, today: date) -> str:
    return tr("new") if day == MISSING else due_text(date_of(day), today)


def _days(days: int, _today: date) -> str:
    return "" if days == MISSING else days_text(days)


def _ease(ease: int, _today: date) -> str:
    return "" if ease == MISSING else decimal(ease / 100, 2)


def _grade(grade: int, _today: date) -> str:
    return "" if grade == MISSING else f"{Grade(grade).label} ({grade})"


def _day(day: Day, _today: date) -> str:
    return "" if day == MISSING else day_text(date_of(day))


COLUMNS = (
    Column("prompt", later("Prompt"), lambda prompt, _: in_words(prompt)),
    Column("deck", later("Deck"), _text),
    Column("topic", later("Topic"), _text),
    Column("kind", later("Kind"), _text),
    Column("tags", later("Tags"), _tags),
    Column("due", later("Due"), _due),
    Column("interval", later("Interval"), _days, is_number=True),
    Column("ease", later("Ease"), _ease, is_number=True),
    Column("lapses", later("Lapses"), _text, is_number=True),
    Column("reviews", later("Reviews"), _text, is_number=True),
    Column("grade", later("Last grade"), _grade),
    Column("added", later("Added"), _day),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One card as the list shows it, a cell a column."""

    card: CardId
    cells: tuple[str, ...]
    is_suspended: bool
    is_flagged: bool


@dataclass(frozen=True, slots=True)
class Found:
    """What a search came to: the cards' places in the table, in order; or why it came to nothing.

    ``remark`` names a word that no card has.
    """

    slots: tuple[int, ...] = ()
    fault: QueryFault | None = None
    remark: str = ""


class Browsing:
    """Answers what the list asks; the table behind it is brought up to date in steps."""

    def __init__(self, library: "Library") -> None:
        self.library = self._library = library
        self._words: tuple[int, Vocabulary] | None = None

    @property
    def is_current(self) -> bool:
        """Whether nothing has changed since the table was filled."""
        return self._library.finder.is_current

    def catching_up(self) -> Iterable[float]:
        """Bring the table up to date; each step gives the share that is done."""
        return self._library.finder.catching_up()

    def found(self, text: str, column: str = "", *, down: bool = False) -> Found:
        """Search, and sort by a column (else as the decks have them)."""
        node = parsed(self._library, text)
        if isinstance(node, QueryFault):
            return Found(fault=node)
        finder = self._library.finder
        order = finder.table.sorted_by(column, down=down) if column else None
        slots = finder.search.found(node, self._library.today(), order)
        return Found(tuple(slots), remark="" if slots else unknown_word(node, self.words))

    def rows(self, slots: Sequence[int]) -> list[Row]:
        """Put some cards into words."""
        columns, today = self._library.finder.table.columns, date_of(self._library.today())
        ids, states = columns["id"], columns["state"]
        cells = [(columns[column.name], column.told) for column in COLUMNS]
        return [
            Row(
                ids[slot],
                tuple([told(values[slot], today) for values, told in cells]),
                bool(states[slot] & SUSPENDED),
                bool(states[slot] & FLAGGED),
            )
            for slot in slots
        ]

    def cards(self, slots: Iterable[int]) -> list[CardId]:
        """Name some cards."""
        ids = self._library.finder.table.columns["id"]
        return [ids[slot] for slot in slots]

    def slot_of(self, card: CardId) -> int | None:
        """Tell a card's place in the table, where it is there."""
        return self._library.finder.table.slots.get(card)

    @property
    def words(self) -> Vocabulary:
        """The words that there are to search for."""
        table = self._library.finder.table
        if self._words is None or self._words[0] != table.notes_version:
            self._words = table.notes_version, vocabulary_of(table)
        return self._words[1]

    def offers(self, text: str, cursor: int) -> list[Offer]:
        """Offer what the word at the cursor may become."""
        return completions(text, cursor, self.words, self._library.settings.searches)

    def card(self, card: CardId) -> CardView | None:
        """Lay a card out, where it is in a deck."""
        found = self._library.card(card)
        return view_of(found) if found else None
