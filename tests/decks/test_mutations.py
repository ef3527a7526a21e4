"""Edits that a person makes: is history kept where they would say "the same card"?

Every note of the shipped decks is edited in every way of ``edits.py``, with its id and without, and
read again by a log that knows every card as it was. ``python -m tests.decks.test_mutations``
prints the table.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import islice
from random import Random

from flashcards.domain.collection import Collection, collect
from flashcards.domain.deck.parse import Deck, parse
from flashcards.domain.identity import Known
from flashcards.domain.ids import CardId, DeckId, card_id
from flashcards.domain.rekeying import rekeyings
from flashcards.domain.scheduling.scheduler import Schedule
from tests.decks import edits
from tests.decks.edits import DECKS, Edited, Text

Spot = tuple[str, int, str]
"""A deck, the place of a note in it, and a card's key."""


EVERY = {True: 12, False: 3}
"""Every third edit is made, all where the table is asked for; with ids, a quarter as many."""


@dataclass
class Score:
    """How many cards' histories should have been kept, were kept, and were given to others."""

    cards: int = 0
    kept: int = 0
    wrong: int = 0

    def __iadd__(self, other: "Score") -> "Score":
        self.cards += other.cards
        self.kept += other.kept
        self.wrong += other.wrong
        return self


@dataclass
class Reading:
    """What is in the decks, by where it stands."""

    collection: Collection
    spots: dict[CardId, Spot] = field(default_factory=dict)

    def __post_init__(self) -> None:
        places: dict[str, list[int]] = {}
        for named in self.collection.notes.values():
            places.setdefault(named.note.deck, []).append(named.note.span.line)
        for card in self.collection.cards.values():
            lines = sorted(places[card.note.deck])
            place = lines.index(card.note.span.line)
            self.spots[card.id] = (card.note.deck, place, card.faces.key)


def read(decks: Iterable[Text], known: Known) -> Reading:
    return Reading(collect([parsed(deck.name, deck.text) for deck in decks], known))


@lru_cache(maxsize=256)
def parsed(name: str, text: str) -> Deck:
    return parse(text, DeckId(name), f"{name}.md", lambda _: None)


@dataclass
class Before:
    """Decks whose every card was reviewed once."""

    decks: Sequence[Text]
    known: Known = field(default_factory=Known)

    def __post_init__(self) -> None:
        self.reading = read(self.decks, self.known)
        for named in self.reading.collection.notes.values():
            self.known.add(named.noted())
        self.schedules = {card: Schedule(card, reviews=1) for card in self.reading.spots}

    def score(self, edited: Edited) -> Score:
        """Edit, read again, and compare where each history went with where it should be."""
        after = read(edited.decks, self.known)
        moved = rekeyings(after.collection, self.schedules, self.known)
        now = {card: card for card in self.schedules}
        now |= {card_id(m.note, m.old): card_id(m.note, m.new) for m in moved}
        score = Score()
        for card, spot in self.reading.spots.items():
            wanted, got = edited.where(spot), after.spots.get(now[card])
            counted = spot in edited.touched or spot[:2] in edited.touched
            if counted and wanted is not None:
                score += Score(1, int(got == wanted), 0)
            score.wrong += got is not None and got != wanted
        return score


def scored(edit: edits.Edit, *, ids: bool) -> Score:
    score, chance = Score(), Random(7)
    for place, path in enumerate(DECKS):
        deck = edits.text_of(path, ids=ids)
        other = edits.text_of(DECKS[place - 1], ids=ids)
        before = Before([deck, other])
        for edited in islice(edit(deck, other, chance), None, None, EVERY[ids]):
            score += before.score(edited)
    return score


Table = dict[tuple[str, bool], Score]


@cache
def table() -> Table:
    ways = ((name, ids) for name in edits.EDITS for ids in (True, False))
    rows = {(name, ids): scored(edits.EDITS[name], ids=ids) for name, ids in ways}
    return {way: score for way, score in rows.items() if score.cards}


def test_every_edit_was_made() -> None:
    assert {name for name, _ in table()} == edits.EDITS.keys()


def test_no_history_is_ever_given_to_another_card() -> None:
    assert {key: score for key, score in table().items() if score.wrong} == {}


def test_history_is_kept_where_a_person_would_say_the_same_card() -> None:
    low = {key: score for key, score in table().items() if score.kept < 0.99 * score.cards}
    assert {key for key in low if key not in edits.NO_AIM} == set()


if __name__ == "__main__":
    EVERY.update({True: 4, False: 1})
    for (name, ids), score in table().items():
        kind = "with ids" if ids else "without"
        kept = f"{100 * score.kept / score.cards:5.1f} %"
        print(f"{name:34} {kind:9} {score.cards:4} cards  {kept} kept  {score.wrong} wrong")  # noqa: T201  # a table for people
