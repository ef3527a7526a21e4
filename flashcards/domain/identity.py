"""Which note is which: by id, by fingerprint, by likeness, else new (design rules 1 to 4)."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from itertools import chain, count
from shlex import quote
from unicodedata import normalize

from flashcards.domain.adoption import Unnamed, adoptions
from flashcards.domain.ids import CardId, NoteId, card_id
from flashcards.domain.likeness import plain_body
from flashcards.domain.log.events import (
    Adopted,
    Distinguished,
    Doubted,
    Event,
    Merged,
    Noted,
    Rekeyed,
    own_name,
)
from flashcards.domain.log.names import Decisions, decisions
from flashcards.domain.log.replay import cancelled
from flashcards.domain.note import Note
from flashcards.domain.problems import (
    DOUBTFUL_NOTE,
    DUPLICATE_ID,
    DUPLICATE_PROMPT,
    Place,
    Problem,
)
from flashcards.domain.tongue import tr


def fingerprint(kind: str, prompt: str) -> str:
    """Give what a note without an id is recognised by: its kind and its normalised prompt."""
    plain = " ".join(normalize("NFKC", prompt).casefold().split())
    text = f"{kind}\n{plain}".encode("utf-8", "surrogatepass")
    return blake2b(text, digest_size=8).hexdigest()


@dataclass(slots=True)
class Known:
    """The notes that the log has history of, by each thing they were recognised by."""

    by_id: dict[str, NoteId] = field(default_factory=dict)
    by_fingerprint: dict[str, NoteId] = field(default_factory=dict)
    latest: dict[NoteId, Noted] = field(default_factory=dict)
    decided: Decisions = field(default_factory=Decisions)
    doubted: dict[NoteId, list[NoteId]] = field(default_factory=dict)
    """Vanished notes that a note with a history of its own may have been."""
    rekeyed: dict[CardId, CardId] = field(default_factory=dict)
    entangled: set[NoteId] = field(default_factory=set)
    """Notes whose cards have, or had, events under another card's name."""

    def add(self, noted: Noted) -> None:
        """Learn how a note reads; an older reading stays known unless another note took it."""
        name = self.decided.name(noted.note)
        if (name, noted.own_name) in self.decided.denied:
            return
        if noted.explicit_id:
            self.by_id[noted.explicit_id] = name
        self.by_fingerprint[noted.fingerprint] = name
        self.latest[name] = noted if name == noted.note else replace(noted, note=name)

    def renamed(self, card: CardId, there: Container[CardId]) -> CardId:
        """Follow a card to the first of its names that is ``there``; else it keeps its own."""
        seen: set[CardId] = set()
        now = card
        while now not in there and now not in seen:
            seen.add(now)
            merged = self.decided.card(now)
            now = self.rekeyed.get(now, now) if merged == now else merged
        return now if now in there else card

    def learn(self, event: Event) -> None:
        """Take in one event, but for decisions."""
        match event.fact:
            case Merged(note, other=other) as merged:
                self.add(merged)
                self.entangled |= {note, other}
            case Noted() as noted:
                self.add(noted)
            case Distinguished(note, other):
                self.entangled |= {note, other}
            case Doubted(note, other):
                self.doubted.setdefault(other, []).append(note)
            case Rekeyed(note, old, new):
                name = self.decided.name(note)
                self.entangled |= {note, name}
                self.rekeyed[card_id(name, old)] = card_id(name, new)
            case _:
                pass


def known_of(events: Iterable[Event]) -> Known:
    """Collect what the log knows of notes; ``events`` in their total order."""
    events = list(events)
    dead = cancelled(events)
    alive = [event for event in events if event.key not in dead]
    known = Known(decided=decisions(alive))
    for event in alive:
        known.learn(event)
    return known


@dataclass(frozen=True, slots=True)
class Named:
    """A note with the id its history stands under."""

    id: NoteId
    note: Note
    fingerprint: str
    adopted: bool = False
    """Whether only its likeness told which note it is."""

    @property
    def fresh(self) -> NoteId:
        """What the note is called where nothing is known of it."""
        return own_name(self.note.explicit_id, self.fingerprint)

    def noted(self) -> Noted:
        """Record how the note reads now."""
        note, fact = self.note, Adopted if self.adopted else Noted
        return fact(
            self.id,
            note.explicit_id,
            self.fingerprint,
            note.deck,
            note.kind,
            note.prompt,
            plain_body(note.body),
        )


@dataclass(frozen=True, slots=True)
class Identified:
    """Every note that could be told from all others, and the problems with the rest."""

    notes: tuple[Named, ...]
    problems: tuple[Problem, ...]


def identify(notes: Iterable[Note], known: Known) -> Identified:
    """Name the notes of all decks; ids first, because an id claims its history over any text."""
    distinct, problems = _distinct(notes)
    recognised = _recognised(distinct, known)
    claimed = set(recognised.values())
    matched = adoptions(
        [one for one in distinct if one.name not in recognised],
        [noted for name, noted in known.latest.items() if name not in claimed],
        _moves(distinct, recognised, known),
        known.decided.denied,
    )
    claimed |= set(matched.adopted.values())
    named: dict[NoteId, Named] = {}
    for one in distinct:
        adopted = matched.adopted.get(one.name)
        name = recognised.get(one.name) or adopted or _new(one.name, known, claimed)
        claimed.add(name)
        named[one.name] = Named(name, one.note, one.fingerprint, adopted=adopted is not None)
    problems += [_doubt(named[one.name], noted) for one, noted in matched.doubts]
    problems += _open_doubts(named.values(), known, claimed)
    return Identified(tuple(named.values()), tuple(problems))


def _recognised(notes: Sequence[Unnamed], known: Known) -> dict[NoteId, NoteId]:
    """Apply rules 1 and 2. A history is given to one note only."""
    owners = _owners([one.note.explicit_id for one in notes], known)
    claimed = set(owners.values())
    found: dict[NoteId, NoteId] = {}
    for one in notes:
        name = owners.get(one.note.explicit_id)
        earlier = known.by_fingerprint.get(one.fingerprint)
        if name is None and earlier is not None and earlier not in claimed:
            name = earlier
        if name is not None:
            claimed.add(name)
            found[one.name] = name
    return found


def _owners(ids: Iterable[str], known: Known) -> dict[str, NoteId]:
    """Apply rule 1. A history known under two of the ids goes to the one it had last."""
    histories: dict[NoteId, str] = {}
    for name in ids:
        history = known.by_id.get(name)
        if history and (history not in histories or known.latest[history].explicit_id == name):
            histories[history] = name
    return {name: history for history, name in histories.items()}


def _moves(
    notes: Iterable[Unnamed], recognised: dict[NoteId, NoteId], known: Known
) -> set[tuple[str, str]]:
    """Tell between which decks notes have moved: a file was renamed, or a deck split."""
    found = {
        (known.latest[recognised[one.name]].deck, one.note.deck)
        for one in notes
        if one.name in recognised
    }
    return {(old, new) for old, new in found if old != new}


def _new(wanted: NoteId, known: Known, claimed: set[NoteId]) -> NoteId:
    """Apply rule 4: a name that no history has."""
    later = (NoteId(f"{wanted}~{number}") for number in count(2))
    taken = known.decided.merged
    return next(
        name
        for name in chain([wanted], later)
        if name not in claimed and name not in known.latest and name not in taken
    )


def _distinct(notes: Iterable[Note]) -> tuple[list[Unnamed], list[Problem]]:
    """Leave out notes that cannot be told from an earlier one, each with a problem."""
    ids: dict[str, Note] = {}
    prompts: dict[str, Note] = {}
    kept: list[Unnamed] = []
    problems: list[Problem] = []
    for note in notes:
        mark = fingerprint(note.kind, note.prompt)
        place = Place(note.file, note.span.line)
        if note.explicit_id in ids:
            first = _where(ids[note.explicit_id], note)
            problems.append(DUPLICATE_ID.at(place, id=note.explicit_id, first=first))
        elif mark in prompts and not (note.explicit_id and prompts[mark].explicit_id):
            problems.append(DUPLICATE_PROMPT.at(place, first=_where(prompts[mark], note)))
        else:
            prompts.setdefault(mark, note)
            if note.explicit_id:
                ids[note.explicit_id] = note
            kept.append(Unnamed(note, mark, own_name(note.explicit_id, mark)))
    return kept, problems


def _open_doubts(named: Iterable[Named], known: Known, claimed: set[NoteId]) -> Iterable[Problem]:
    """Ask again about notes that got a history before the person said which they are."""
    for one in named:
        for name in known.doubted.get(one.id, ()):
            decided = (name, one.id) in known.decided.denied
            if name in known.latest and name not in claimed and not decided:
                yield _doubt(one, known.latest[name])


def _doubt(named: Named, old: Noted) -> Problem:
    """Ask whether a note is one that vanished, and say how to answer."""
    note = named.note
    found = DOUBTFUL_NOTE.at(
        Place(note.file, note.span.line),
        new=note.prompt,
        old=old.prompt,
        deck=old.deck,
        same=command("same", note, old.note),
        different=command("different", note, old.note),
    )
    return replace(found, between=(named.id, old.note))


def command(verb: str, note: Note, old: NoteId) -> str:
    """Write what to type to say that a note is, or is not, the one that vanished.

    The name goes without its ``~``, which shells take for a person's folder.
    """
    spot = quote(f"{note.file}:{note.span.line}")
    return f"flashcards {verb} {spot} {old.removeprefix('~')}"


def _where(first: Note, second: Note) -> str:
    """Name the place of the first of two, briefly where both are in one file."""
    if first.file == second.file:
        return tr("line {line}", line=first.span.line)
    return f"{first.file}:{first.span.line}"
