"""Which note is which: by id, by fingerprint, by likeness, else new (design rules 1 to 4)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import chain, count
from unicodedata import normalize

from flashcards.domain.adoption import adoptions
from flashcards.domain.ids import NoteId
from flashcards.domain.likeness import plain_body
from flashcards.domain.log.events import Adopted, Event, Noted
from flashcards.domain.note import Note
from flashcards.domain.problems import DUPLICATE_ID, DUPLICATE_PROMPT, Place, Problem


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

    def add(self, noted: Noted) -> None:
        """Learn how a note reads; an older reading stays known unless another note took it."""
        if noted.explicit_id:
            self.by_id[noted.explicit_id] = noted.note
        self.by_fingerprint[noted.fingerprint] = noted.note
        self.latest[noted.note] = noted


def known_of(events: Iterable[Event]) -> Known:
    """Collect what the log knows of notes; ``events`` in their total order."""
    known = Known()
    for event in events:
        if isinstance(event.fact, Noted):
            known.add(event.fact)
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
        return NoteId(self.note.explicit_id or f"~{self.fingerprint}")

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
    owners = _owners([note.explicit_id for note, _ in distinct], known)
    recognised = _recognised(distinct, owners, known)
    claimed = set(recognised.values())
    found, doubts = adoptions(
        [note for note, _ in distinct if _spot(note) not in recognised],
        [noted for name, noted in known.latest.items() if name not in claimed],
    )
    adopted = {_spot(note): name for note, name in found.items()}
    claimed |= set(adopted.values())
    named: list[Named] = []
    for note, mark in distinct:
        spot = _spot(note)
        name = recognised.get(spot) or adopted.get(spot) or _new(note, mark, known, claimed)
        claimed.add(name)
        named.append(Named(name, note, mark, adopted=spot in adopted))
    return Identified(tuple(named), (*problems, *doubts))


Spot = tuple[str, int]
"""Where a note stands: enough to tell it from all others, and quickly."""


def _spot(note: Note) -> Spot:
    return (note.file, note.span.start)


def _owners(ids: Iterable[str], known: Known) -> dict[str, NoteId]:
    """Apply rule 1. A history known under two of the ids goes to the one it had last."""
    histories: dict[NoteId, str] = {}
    for name in ids:
        history = known.by_id.get(name)
        if history and (history not in histories or known.latest[history].explicit_id == name):
            histories[history] = name
    return {name: history for history, name in histories.items()}


def _recognised(
    notes: Iterable[tuple[Note, str]], owners: dict[str, NoteId], known: Known
) -> dict[Spot, NoteId]:
    """Apply rules 1 and 2. A history is given to one note only."""
    claimed = set(owners.values())
    found: dict[Spot, NoteId] = {}
    for note, mark in notes:
        name = owners.get(note.explicit_id)
        earlier = known.by_fingerprint.get(mark)
        if name is None and earlier is not None and earlier not in claimed:
            name = earlier
        if name is not None:
            claimed.add(name)
            found[_spot(note)] = name
    return found


def _new(note: Note, mark: str, known: Known, claimed: set[NoteId]) -> NoteId:
    """Apply rule 4: a name that no history has."""
    wanted = NoteId(note.explicit_id or f"~{mark}")
    later = (NoteId(f"{wanted}~{number}") for number in count(2))
    names = chain([wanted], later)
    return next(name for name in names if name not in claimed and name not in known.latest)


def _distinct(notes: Iterable[Note]) -> tuple[list[tuple[Note, str]], list[Problem]]:
    """Leave out notes that cannot be told from an earlier one, each with a problem."""
    ids: dict[str, Note] = {}
    prompts: dict[str, Note] = {}
    kept: list[tuple[Note, str]] = []
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
            kept.append((note, mark))
    return kept, problems


def _where(first: Note, second: Note) -> str:
    """Name the place of the first of two, briefly where both are in one file."""
    if first.file == second.file:
        return f"line {first.span.line}"
    return f"{first.file}:{first.span.line}"
