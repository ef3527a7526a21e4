"""Rule 3 of identity: a note that vanished and a new one in the same deck, when they are alike.

Decks are the same where notes have just moved between them: a renamed file, a deck that was split.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from flashcards.domain.ids import NoteId
from flashcards.domain.likeness import Text, likeness, text_of
from flashcards.domain.log.events import Noted
from flashcards.domain.log.names import Pair as Names
from flashcards.domain.note import Note
from flashcards.domain.roots import roots

CLEARLY = 0.3
"""The best pair must be better than any other of either note by so much."""

CANDIDATES = 8
"""A new note is compared with so many vanished ones."""

COMMON = 64
"""A word that more vanished notes of a deck hold than this does not lead to any."""

Pair = tuple[float, int, int]
"""Likeness, place among the newcomers, place among the vanished ones."""


@dataclass(frozen=True, slots=True)
class Unnamed:
    """A note, its fingerprint, and what it is called where nothing is known of it."""

    note: Note
    fingerprint: str
    name: NoteId


@dataclass(frozen=True, slots=True)
class Matched:
    """Which newcomers are which vanished notes, and which may be."""

    adopted: dict[NoteId, NoteId]
    """By the newcomer's name."""
    doubts: list[tuple[Unnamed, Noted]]


def adoptions(
    new: Iterable[Unnamed],
    vanished: Iterable[Noted],
    moves: Iterable[tuple[str, str]] = (),
    denied: Collection[Names] = (),
) -> Matched:
    """Match newcomers with vanished notes, deck by deck; what is not clear stays unmatched.

    ``moves`` are pairs of decks between which other notes have moved; ``denied`` are pairs that
    are not the same, as the person said.
    """
    decks = roots(moves)
    gone: dict[str, list[Noted]] = {}
    for noted in vanished:
        gone.setdefault(decks.get(noted.deck, noted.deck), []).append(noted)
    came: dict[str, list[Unnamed]] = {}
    for newcomer in new:
        deck: str = newcomer.note.deck
        came.setdefault(decks.get(deck, deck), []).append(newcomer)
    matched = Matched({}, [])
    for deck in came.keys() & gone.keys():
        _match(matched, came[deck], gone[deck], denied)
    return matched


def _match(
    matched: Matched, new: Sequence[Unnamed], vanished: Sequence[Noted], denied: Collection[Names]
) -> None:
    """Take the best pair again and again, as long as it is clearly the best for both."""
    pairs = sorted(_pairs(new, vanished, denied), reverse=True)
    of_note: dict[int, list[Pair]] = {}
    of_gone: dict[int, list[Pair]] = {}
    for pair in pairs:
        of_note.setdefault(pair[1], []).append(pair)
        of_gone.setdefault(pair[2], []).append(pair)
    settled: set[Pair] = set()
    for pair in pairs:
        if pair in settled:
            continue
        best, note, gone = pair
        meeting = {*of_note[note], *of_gone[gone]}
        rivals = [each[0] for each in meeting - settled - {pair}]
        if not rivals or best - max(rivals) >= CLEARLY:
            matched.adopted[new[note].name] = vanished[gone].note
        else:
            matched.doubts.append((new[note], vanished[gone]))
        settled |= meeting


def _pairs(
    new: Sequence[Unnamed], vanished: Sequence[Noted], denied: Collection[Names]
) -> Iterable[Pair]:
    """List the pairs that could be one note; two notes with ids of their own are two notes."""
    old_texts = [text_of(noted.prompt, noted.body) for noted in vanished]
    holders = _holders(old_texts)
    for place, newcomer in enumerate(new):
        note = newcomer.note
        text = text_of(note.prompt, note.body)
        for gone in _candidates(text, holders):
            old = vanished[gone]
            if (note.explicit_id and old.explicit_id) or (old.note, newcomer.name) in denied:
                continue
            alike = likeness(old_texts[gone], text)
            if alike:
                yield alike, place, gone


def _holders(texts: Sequence[Text]) -> dict[str, list[int]]:
    """Tell which texts hold a word; what many hold says nothing about one of them."""
    holders: dict[str, list[int]] = {}
    for place, text in enumerate(texts):
        for word in {*text.prompt, *text.body}:
            holders.setdefault(word, []).append(place)
    return holders


def _candidates(text: Text, holders: dict[str, list[int]]) -> list[int]:
    """Name the texts that share the most words, each word counting for its rarity.

    Only so many are compared: a deck reworded as a whole is read in linear time.
    """
    shared: Counter[int] = Counter()
    for word in sorted({*text.prompt, *text.body}):
        places = holders.get(word, ())
        if len(places) <= COMMON:
            for place in places:
                shared[place] += COMMON // len(places)
    return [place for place, _ in shared.most_common(CANDIDATES)]
