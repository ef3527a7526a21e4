"""Decks, cards and events in few words, for the tests of the domain."""

from collections.abc import Iterable, Mapping

import yaml

from flashcards.domain import kinds
from flashcards.domain.catalogue import Catalogue, shelves_of
from flashcards.domain.clock import Day, Moment
from flashcards.domain.deck.header import YamlFault
from flashcards.domain.deck.parse import Deck, parse
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId, DeckId, DeviceId, NoteId, card_id
from flashcards.domain.kinds.kind import Expansion
from flashcards.domain.log.events import Event, EventKey, Fact, Reviewed
from flashcards.domain.note import Card, Faces, Note, Span
from flashcards.domain.problems import Problem
from flashcards.domain.queue.gather import DaySchedules
from flashcards.domain.scheduling.scheduler import Schedule

DAY_MS = 24 * 60 * 60 * 1000
EPOCH = 719_163
"""The study day 1970-01-01, as an ordinal."""


def read_yaml(text: str) -> object:
    """Read front matter as the store does, with less care."""
    try:
        return yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        return YamlFault(error.problem or "it is not YAML", mark.line if mark else 0)
    except (yaml.YAMLError, ValueError) as error:
        return YamlFault(str(error))


def read(text: str, deck: str = "d") -> Deck:
    """Read a deck called ``d`` in the file ``d.md``."""
    return parse(text, DeckId(deck), f"{deck}.md", read_yaml)


def note_of(text: str) -> Note:
    """Read a deck's only note."""
    (note,) = read(text).notes
    return note


def expand(text: str) -> Expansion:
    """Make the questions of a deck's only note."""
    return kinds.expand(note_of(text))


def places(problems: Iterable[Problem]) -> list[str]:
    """Write problems as ``line:column code``."""
    return [f"{found.place.line}:{found.place.column} {found.code}" for found in problems]


def card(name: str, key: str = "", deck: str = "d", topic: str = "t", tags: str = "") -> Card:
    """Make a card of the note ``name``."""
    words = tuple(tags.split())
    note = Note(
        DeckId(deck),
        f"{deck}.md",
        Span(0, 0, 1),
        2,
        "basic",
        name,
        "answer",
        topic=topic,
        tags=words,
    )
    return Card(card_id(NoteId(name), key), NoteId(name), note, Faces(key, name, name, "answer"))


def cards(names: str, deck: str = "d") -> list[Card]:
    """Make cards from words such as ``a b/1 b/2``; what follows the slash tells siblings apart."""
    parts = [name.partition("/") for name in names.split()]
    return [card(name, key, deck) for name, _, key in parts]


def catalogue(cards: Iterable[Card]) -> Catalogue:
    """List cards as a day's queue knows them."""
    return Catalogue(shelves_of((card.note, [card.id]) for card in cards))


def ids(names: str) -> list[CardId]:
    """Name cards in words such as ``a b/1 b/2``."""
    return [CardId(name) for name in names.split()]


def names(found: Iterable[CardId]) -> str:
    """Write names as ``ids`` reads them."""
    return " ".join(found)


def schedules(known: Mapping[CardId, Schedule]) -> DaySchedules:
    """Offer all that is known to a day."""
    return DaySchedules({*known}, known.values())


def at(day: int, hour: float = 12) -> Moment:
    """Give a moment of a day counted from 1970-01-01, in UTC."""
    return Moment(round(day * DAY_MS + hour * 3_600_000))


def study(day: int) -> Day:
    """Give the study day so many days after 1970-01-01."""
    return Day(EPOCH + day)


def event(number: int, fact: Fact, day: float = 0, device: str = "desk") -> Event:
    """Make a device's event, at noon of a day counted from 1970-01-01."""
    return Event(EventKey(DeviceId(device), number), at(0, day * 24 + 12), fact)


def reviews(
    grades: Iterable[int], days: Iterable[float], name: str = "c", device: str = "desk"
) -> list[Event]:
    """Make the log of a card that was graded on those days."""
    pairs = enumerate(zip(grades, days, strict=True), start=1)
    return [
        event(n, Reviewed(CardId(name), Grade(grade)), day, device) for n, (grade, day) in pairs
    ]


def due(name: str, day: int) -> Schedule:
    """Make the schedule of a card last answered long ago, due on a day from 1970-01-01."""
    return Schedule(CardId(name), due=study(day), first_day=study(-900), last_day=study(-800))
