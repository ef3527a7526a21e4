"""All decks together: their cards, named, and everything wrong with them."""

from collections.abc import Iterable
from dataclasses import dataclass

from flashcards.domain.deck.parse import Deck
from flashcards.domain.identity import Known, Named, identify
from flashcards.domain.ids import CardId, NoteId, card_id
from flashcards.domain.kinds import expand
from flashcards.domain.note import Card
from flashcards.domain.problems import Problem


@dataclass(frozen=True, slots=True)
class Collection:
    """What there is to know: the cards in deck order, found by their id."""

    cards: dict[CardId, Card]
    notes: dict[NoteId, Named]
    problems: tuple[Problem, ...]


def collect(decks: Iterable[Deck], known: Known, problems: Iterable[Problem] = ()) -> Collection:
    """Name every note and make its cards; ``problems`` are those of reading the files."""
    decks = list(decks)
    identified = identify((note for deck in decks for note in deck.notes), known)
    found = [*problems, *identified.problems]
    found += [problem for deck in decks for problem in deck.problems]
    cards: dict[CardId, Card] = {}
    for named in identified.notes:
        expansion = expand(named.note)
        found += expansion.problems
        for faces in expansion.faces:
            name = card_id(named.id, faces.key)
            cards[name] = Card(name, named.id, named.note, faces)
    notes = {named.id: named for named in identified.notes}
    return Collection(cards, notes, tuple(sorted(set(found))))
