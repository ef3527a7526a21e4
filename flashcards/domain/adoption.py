"""Rule 3 of identity: a note that vanished and a new one in the same deck, when they are alike."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from flashcards.domain.ids import NoteId
from flashcards.domain.likeness import Text, likeness, text_of
from flashcards.domain.log.events import Noted
from flashcards.domain.note import Note
from flashcards.domain.problems import DOUBTFUL_NOTE, Place, Problem

CLEARLY = 0.3
"""The best pair must be better than any other of either note by so much."""

CANDIDATES = 8
"""A new note is compared with so many vanished ones."""

COMMON = 64
"""A word that more vanished notes of a deck hold than this does not lead to any."""

Pair = tuple[float, int, int]
"""Likeness, place among the new notes, place among the vanished ones."""


def adoptions(
    new: Iterable[Note], vanished: Iterable[Noted]
) -> tuple[dict[Note, NoteId], list[Problem]]:
    """Match new notes with vanished ones, deck by deck; what is not clear stays unmatched."""
    gone: dict[str, list[Noted]] = {}
    for noted in vanished:
        gone.setdefault(noted.deck, []).append(noted)
    adopted: dict[Note, NoteId] = {}
    doubts: list[Problem] = []
    for deck, notes in groupby(new, key=lambda note: note.deck):
        if deck in gone:
            found, unclear = _within_deck(list(notes), gone[deck])
            adopted |= found
            doubts += unclear
    return adopted, doubts


def _within_deck(
    new: Sequence[Note], vanished: Sequence[Noted]
) -> tuple[dict[Note, NoteId], list[Problem]]:
    """Take the best pair again and again, as long as it is clearly the best for both."""
    pairs = sorted(_pairs(new, vanished), reverse=True)
    of_note: dict[int, list[Pair]] = {}
    of_gone: dict[int, list[Pair]] = {}
    for pair in pairs:
        of_note.setdefault(pair[1], []).append(pair)
        of_gone.setdefault(pair[2], []).append(pair)
    adopted: dict[Note, NoteId] = {}
    doubts: list[Problem] = []
    settled: set[Pair] = set()
    for pair in pairs:
        if pair in settled:
            continue
        best, note, gone = pair
        meeting = {*of_note[note], *of_gone[gone]}
        rivals = [each[0] for each in meeting - settled - {pair}]
        if not rivals or best - max(rivals) >= CLEARLY:
            adopted[new[note]] = vanished[gone].note
        else:
            doubts.append(_doubt(new[note], vanished[gone]))
        settled |= meeting
    return adopted, doubts


def _pairs(new: Sequence[Note], vanished: Sequence[Noted]) -> Iterable[Pair]:
    """List the pairs that could be one note; two notes with ids of their own are two notes."""
    old_texts = [text_of(noted.prompt, noted.body) for noted in vanished]
    holders = _holders(old_texts)
    for place, note in enumerate(new):
        text = text_of(note.prompt, note.body)
        for gone in _candidates(text, holders):
            if not (note.explicit_id and vanished[gone].explicit_id):
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


def _doubt(note: Note, noted: Noted) -> Problem:
    place = Place(note.file, note.span.line)
    return DOUBTFUL_NOTE.at(place, new=note.prompt, old=noted.prompt)
