"""Decks read and named piece by piece are what they are when read and named all at once."""

from dataclasses import dataclass, field, replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flashcards.domain.grade import Grade
from flashcards.domain.ids import NoteId
from flashcards.domain.log.events import Noted, Reviewed
from flashcards.domain.settings import Settings
from flashcards.services import naming
from flashcards.services.deciding import different, same
from flashcards.services.decks import Decks
from flashcards.services.library import Library, Outside
from flashcards.services.naming import Takeover
from flashcards.store.index import Index
from tests.services.fakes import MemoryFile, MemoryLog, SetClock, Texts

PROMPTS = (
    "What is a norm?",
    "What is the norm?",
    "What is a norn?",
    "Why do weights shrink slowly?",
    "Why do weights shrink slowly now?",
)
BODIES = (
    "The penalty drives every small weight to zero because its slope is constant.",
    "The penalty drives every small weight to zero since its slope is constant.",
    "Entirely different words {{stand}} here, about something else.",
)


@dataclass(frozen=True)
class Written:
    """A note as its author has it."""

    prompt: int = 0
    body: int = 0
    id: str = ""
    kind: str = ""

    def __str__(self) -> str:
        words = " ".join(filter(None, (self.id and f"#{self.id}", self.kind and f".{self.kind}")))
        braces = f" {{{words}}}" if words else ""
        return f"## {PROMPTS[self.prompt]}{braces}\n\n{BODIES[self.body]}\n\n"


written = st.builds(
    Written,
    st.integers(0, len(PROMPTS) - 1),
    st.integers(0, len(BODIES) - 1),
    st.sampled_from(["", "", "a", "b"]),
    st.sampled_from(["", "", "reversed", "cloze"]),
)
edits = st.fixed_dictionaries(
    {},
    optional={
        "prompt": st.integers(0, len(PROMPTS) - 1),
        "body": st.integers(0, len(BODIES) - 1),
        "id": st.sampled_from(["", "a", "b", "c"]),
        "kind": st.sampled_from(["", "reversed", "cloze"]),
    },
)
numbers = st.integers(0, 5)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("insert"), st.sampled_from("xyz"), numbers, written),
        st.tuples(st.just("edit"), st.sampled_from("xyz"), numbers, edits),
        st.tuples(st.just("delete"), st.sampled_from("xyz"), numbers, st.none()),
        st.tuples(st.just("move"), st.sampled_from("xyz"), numbers, st.sampled_from("xyz")),
        st.tuples(st.just("rename"), st.sampled_from("xyz"), numbers, st.sampled_from("xyz")),
        st.tuples(st.just("review"), st.just(""), numbers, st.none()),
        st.tuples(st.just("say"), st.just(""), numbers, st.none()),
        st.tuples(st.just("restart"), st.just(""), numbers, st.none()),
        st.tuples(st.just("wait"), st.just(""), numbers, st.none()),
    ),
    max_size=25,
)


@dataclass
class Desk:
    """Decks that are edited, and a library that lives on while they are."""

    files: dict[str, list[Written]] = field(default_factory=dict)
    file: MemoryFile = field(default_factory=MemoryFile)
    clock: SetClock = field(default_factory=SetClock)
    index: Index = field(default_factory=lambda: Index(None))

    def __post_init__(self) -> None:
        self.texts = Texts({})
        self.library = self.started()

    def started(self) -> Library:
        outside = Outside(self.texts, self.index, MemoryLog(self.file), self.clock)
        library = Library(outside, Settings())
        library.load()
        return library

    def act(self, name: str, file: str, number: int, more: object) -> None:
        notes = self.files.setdefault(file, []) if file else []
        place = number % len(notes) if notes else 0
        if name == "insert":
            notes.insert(number, more)  # type: ignore[arg-type]  # what steps say
        elif name == "edit" and notes:
            notes[place] = replace(notes[place], **more)  # type: ignore[arg-type]  # what steps say
        elif name == "delete" and notes:
            del notes[place]
        elif name == "move" and notes:
            self.files.setdefault(str(more), []).append(notes.pop(place))
        elif name == "rename":
            self.files[str(more)] = self.files.pop(file)
        elif name == "review" and len(self.library.catalogue):
            card = list(self.library.catalogue)[number % len(self.library.catalogue)]
            self.library.record(Reviewed(card, Grade.GOOD), self.clock())
        elif name == "say":
            self.say(number)
        elif name == "restart":
            self.library = self.started()

    def adopt(self, *, ahead: bool, late: bool) -> None:
        """Take over what was saved: at once, or as another thread found it, written or late."""
        library = self.library
        if ahead:
            found = library.ahead().takeover(self.index, MemoryLog(self.file))
            while (left := library.tell_some(found, 1)) is not found:
                assert left is not None, "nothing else was done meanwhile"
                found = left
            if library.take_over(found):
                if not late:
                    library.keep_index()
                return
        library.load()

    def say(self, number: int) -> None:
        """Answer the first question whether two notes are the same."""
        asked = [problem.between for problem in self.library.problems if problem.between]
        for new, old in asked[:1]:
            note = self.library.note(NoteId(new))
            assert note is not None
            (same if number % 2 else different)(self.library, note, NoteId(old))

    def save(self) -> None:
        texts = {name: "".join(map(str, notes)) for name, notes in sorted(self.files.items())}
        self.texts.texts = texts


def seen(decks: Decks) -> object:
    """Everything that decks say."""
    entries = [(entry.name, entry.adopted, entry.note) for entry in decks.entries()]
    return decks.catalogue.shelves, decks.problems, entries


def readings(file: MemoryFile) -> list[Noted]:
    return [event.fact for event in file.events if isinstance(event.fact, Noted)]


def told_anew(desk: Desk) -> tuple[object, set[Noted]]:
    """Read and name all decks at once: what they say, and what would be noted in the log."""
    new: set[Noted] = set()

    def note(made: Takeover) -> None:
        new.update(made.news.changed if made.news else ())

    decks = Decks(desk.texts, Index(None), MemoryLog(desk.file))
    decks.take(decks.look(), set(), note)
    return seen(decks), new


@pytest.mark.parametrize(
    ("many", "ahead", "late"),
    [(64, False, False), (1, False, False), (64, True, False), (64, True, True)],
)
@settings(max_examples=100, deadline=None)
@given(steps)
def test_piece_by_piece_is_as_all_at_once(
    many: int, ahead: bool, late: bool, done: list[tuple[str, str, int, object]]
) -> None:
    desk = Desk()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(naming, "MANY", many)
        for step, after in pairwise([*done, ("end", "", 0, None)]):
            desk.act(*step)
            desk.save()
            if after[0] == "wait":
                continue  # two edits are seen at once
            told, new = told_anew(desk)
            before = len(readings(desk.file))
            desk.adopt(ahead=ahead, late=late)
            assert seen(desk.library._decks) == told
            assert set(readings(desk.file)[before:]) == new
