"""Rule 3 of identity: a note that vanished and a new one in the same deck, when they are alike."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from flashcards.domain.ids import NoteId
from flashcards.domain.likeness import Text, likeness, text_of
from flashcards.domain.log.events import Noted
from flashcards.domain.note import Note
from flashcards.domain.problems import DOUBTFUL_NOTE, Place, Problem

CLEARLY = 0.3
"""The best pair must be better than any other of either note by so much."""

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
    adopted: dict[Note, NoteId] = {}
    doubts: list[Problem] = []
    while pairs:
        best, note, gone = pairs[0]
        rivals = [pair for pair in pairs[1:] if note == pair[1] or gone == pair[2]]
        if not rivals or best - rivals[0][0] >= CLEARLY:
            adopted[new[note]] = vanished[gone].note
        else:
            doubts.append(_doubt(new[note], vanished[gone]))
        pairs = [pair for pair in pairs if pair[1] != note and pair[2] != gone]
    return adopted, doubts


def _pairs(new: Sequence[Note], vanished: Sequence[Noted]) -> Iterable[Pair]:
    """List the pairs that could be one note; two notes with ids of their own are two notes."""
    old_texts = [text_of(noted.prompt, noted.body) for noted in vanished]
    for place, note in enumerate(new):
        text = text_of(note.prompt, note.body)
        for gone, noted in enumerate(vanished):
            if not (note.explicit_id and noted.explicit_id):
                alike = _alike(old_texts[gone], text)
                if alike:
                    yield alike, place, gone


def _alike(old: Text, new: Text) -> float:
    """Compare, unless no word is shared: most notes of a deck have nothing in common."""
    if set(old.prompt).isdisjoint(new.prompt) and set(old.body).isdisjoint(new.body):
        return 0.0
    return likeness(old, new)


def _doubt(note: Note, noted: Noted) -> Problem:
    place = Place(note.file, note.span.line)
    return DOUBTFUL_NOTE.at(place, new=note.prompt, old=noted.prompt)
