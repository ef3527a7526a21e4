"""Siblings that were reworded: a gap's text or a row's aspect, whose card would else begin anew.

As cautious as ``likeness``: a sibling that is gone and one that is new are the same where their
names differ by a slip, or where one stands in the other's place and asks the same.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from operator import itemgetter

from flashcards.domain.collection import Collection as Cards
from flashcards.domain.identity import Known
from flashcards.domain.ids import CardId, DeckId, NoteId, card_id, key_of, note_of
from flashcards.domain.kinds import expand, kind_named
from flashcards.domain.likeness import (
    Text,
    every_word,
    likeness,
    same_but_for_slips,
    share,
    words_of,
)
from flashcards.domain.log.events import Noted, Rekeyed
from flashcards.domain.marks import CLOSE, OPEN
from flashcards.domain.note import Faces, Note, Span
from flashcards.domain.problems import DOUBTFUL_SIBLING, Place, Problem
from flashcards.domain.scheduling.scheduler import Schedule
from flashcards.domain.slug import LONGEST
from flashcards.domain.tongue import tr

GAP = "{}"
"""Stands for a hidden text among a gap's surroundings."""

SAME_TEXT = 0.8
"""A gap is only left in the same words where so much of its text is the same."""

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Sibling:
    """One of a note's questions: its key in words, and what else it is recognised by."""

    words: tuple[str, ...]
    answer: tuple[str, ...]
    """What is answered; for a gap, all that stands around it."""
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Matched:
    """Which siblings of a note are which old ones; and old ones that two or more may be."""

    pairs: tuple[Pair, ...]
    doubts: Mapping[str, tuple[str, ...]]


def rekeyings(cards: Cards, schedules: Mapping[CardId, Schedule], known: Known) -> list[Rekeyed]:
    """Find the siblings that were reworded since the log last noted how their note reads."""
    gone = _gone(cards, schedules, known)
    found = list(_once_more(gone, cards, known))
    for note, matched in _matched(gone, cards, schedules, known):
        found += [Rekeyed(note, *pair) for pair in matched.pairs]
    return found


def doubtful(
    cards: Cards, schedules: Mapping[CardId, Schedule], known: Known
) -> dict[NoteId, list[Problem]]:
    """Report the siblings with a history that two or more others may be, none of them answered."""
    found: dict[NoteId, list[Problem]] = {}
    gone = _gone(cards, schedules, known)
    for note, matched in _matched(gone, cards, schedules, known):
        written = cards.notes[note].note
        for was, news in matched.doubts.items():
            names = tr(" or ").join(f"“{new}”" for new in news)
            place = Place(written.file, written.span.line)
            found.setdefault(note, []).append(DOUBTFUL_SIBLING.at(place, old=was, new=names))
    return found


def _gone(
    cards: Cards, schedules: Mapping[CardId, Schedule], known: Known
) -> dict[NoteId, set[str]]:
    """Name the siblings that have a history, and are in their note no more."""
    gone: dict[NoteId, set[str]] = {}
    for card in schedules:
        note = note_of(card)
        there = card in cards.cards or note not in cards.notes
        if not there and note in known.latest and schedules[card] != Schedule(card):
            gone.setdefault(note, set()).add(key_of(card))
    return gone


def _matched(
    gone: Mapping[NoteId, Collection[str]],
    cards: Cards,
    schedules: Mapping[CardId, Schedule],
    known: Known,
) -> Iterator[tuple[NoteId, Matched]]:
    """Match what is gone with what is new, note by note."""
    now: dict[NoteId, list[Faces]] = {}
    for asked in cards.cards.values() if gone else ():
        if asked.note_id in gone:
            now.setdefault(asked.note_id, []).append(asked.faces)
    for note, faces in now.items():
        old, reading = known.latest[note], cards.notes[note].note
        if old.kind == reading.kind:
            keys = (face.key for face in faces)
            fresh = {key for key in keys if _untouched(card_id(note, key), schedules)}
            yield note, reworded(old, faces, gone[note], fresh, reading.options)


def reworded(
    old: Noted,
    now: Iterable[Faces],
    gone: Collection[str],
    fresh: Collection[str],
    options: tuple[str, ...] = (),
) -> Matched:
    """Match the keys of a note's siblings that are ``gone`` with the ``fresh`` ones they became.

    One that is new and answered already is none of them, but makes it doubtful which is.
    """
    before = {face.key: _sibling(face) for face in _faces_of(old, options)}
    after = {face.key: _sibling(face) for face in now}
    places = dict(_places(list(before), list(after)))
    scored = [
        (score, was, new)
        for was in sorted(gone)
        for new in sorted(after)
        if (new in fresh or not {was, new} <= before.keys())
        and _family(was) == _family(new)
        and (score := _score(before.get(was), was, after[new], placed=places.get(was) == new))
    ]
    clear = _clear(scored)
    doubts = {was: news for was, news in clear.doubts.items() if set(news) <= set(fresh)}
    return Matched(tuple(pair for pair in clear.pairs if pair[1] in fresh), doubts)


def _untouched(card: CardId, schedules: Mapping[CardId, Schedule]) -> bool:
    return card not in schedules or schedules[card] == Schedule(card)


def _once_more(
    gone: Mapping[NoteId, Collection[str]], cards: Cards, known: Known
) -> Iterator[Rekeyed]:
    """Take along what was answered meanwhile where it was not known that a sibling was reworded."""
    for note, keys in gone.items():
        for key in sorted(keys):
            now = known.rekeyed.get(card_id(note, key))
            if now in cards.cards:
                yield Rekeyed(note, key, key_of(now))


def _family(key: str) -> str:
    """Tell a column's key from a row's, by what stands before its colon."""
    return key.rpartition(":")[0]


def _faces_of(old: Noted, options: tuple[str, ...]) -> Iterable[Faces]:
    """Ask what a note asked when the log last noted how it reads; options are not in the log."""
    note = Note(
        DeckId(old.deck), "", Span(0, 0, 1), 1, old.kind, old.prompt, old.body, options=options
    )
    return expand(note).faces if kind_named(old.kind) else ()


def _sibling(face: Faces) -> Sibling:
    around = face.back
    if face.filled:
        before, _, rest = face.back.partition(OPEN)
        around = rest.partition(CLOSE)[2]
        return Sibling(_words(face.key), (*every_word(before), GAP, *every_word(around)), gap=True)
    return Sibling(_words(face.key), words_of(around))


def _words(key: str) -> tuple[str, ...]:
    """Take a key apart; a long one without its last word, which may be cut, and its hash."""
    words = key.split("-")
    return tuple(words[:-2] if len(key) > LONGEST else words)


def _places(old: Sequence[str], new: Sequence[str]) -> Iterator[Pair]:
    """Pair keys that stand between the same others."""
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "replace" and b - a == d - c:
            yield from zip(old[a:b], new[c:d], strict=True)


def _score(old: Sibling | None, was: str, new: Sibling, *, placed: bool) -> int:
    """Say how surely two siblings are one: from 3, by place, to 0."""
    slip = same_but_for_slips(_words(was), new.words)
    if old is None:
        return int(slip)
    if placed and (slip or _asks_the_same(old, new)):
        return 3
    if old.gap:
        return 2 * (slip and _asks_the_same(old, new))
    return 2 * bool(likeness(Text(old.words, old.answer), Text(new.words, new.answer)))


def _asks_the_same(old: Sibling, new: Sibling) -> bool:
    """Whether the answer is the same; for a gap, whether it is left in the same words."""
    if not old.gap:
        return old.answer == new.answer
    return _neighbours(old) == _neighbours(new) and share(old.answer, new.answer) >= SAME_TEXT


def _neighbours(sibling: Sibling) -> tuple[str, ...]:
    gap = sibling.answer.index(GAP)
    return sibling.answer[max(0, gap - 1) : gap + 2]


def _clear(scored: Iterable[tuple[int, str, str]]) -> Matched:
    """Take the surest pairs; where two of one score meet, none of them is."""
    clear: list[Pair] = []
    doubts: dict[str, tuple[str, ...]] = {}
    settled: set[tuple[str, str]] = set()
    for _, group in groupby(sorted(scored, reverse=True), key=itemgetter(0)):
        pairs = [
            (was, new)
            for _, was, new in group
            if ("was", was) not in settled and ("new", new) not in settled
        ]
        olds, news = Counter(was for was, _ in pairs), Counter(new for _, new in pairs)
        for was, new in pairs:
            settled |= {("was", was), ("new", new)}
            if olds[was] > 1:
                doubts[was] = (new, *doubts.get(was, ()))
            elif news[new] == 1:
                clear.append((was, new))
    return Matched(tuple(clear), doubts)
