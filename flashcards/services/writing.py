"""A deck's text while a person writes it: opened, kept safe, saved, merged with others' changes."""

import json
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from flashcards.domain.clock import Moment, datetime_of
from flashcards.domain.deck.change import difference
from flashcards.domain.deck.endings import plain, restored
from flashcards.domain.deck.header import ReadYaml
from flashcards.domain.deck.misplaced import nameable
from flashcards.domain.deck.parse import parse
from flashcards.domain.deck.stamp import insertions, stamped
from flashcards.domain.errors import FlashcardsError, TextChangedError
from flashcards.domain.ids import DeckId
from flashcards.domain.kinds import expand
from flashcards.domain.merge3 import Merged, merge
from flashcards.domain.spoken import day_and_month, time_text
from flashcards.domain.tongue import tr

TRIES = 5
"""So often a save is done over because another program wrote in between."""


class TextFile(Protocol):
    """A file as it was read; see store/deck_writer.py."""

    @property
    def text(self) -> str:
        """What stands in it; nothing where it is not there."""
        ...

    def save(self, text: str) -> "TextFile":
        """Put another text in its place.

        Raises TextChangedError where it is not what was read any more.
        """
        ...


class Texts(Protocol):
    """Where decks are read to be written; see store/deck_texts.py."""

    def read(self, file: Path) -> TextFile:
        """Read a file; one that is not there is begun."""
        ...

    def add_image(self, file: Path, content: bytes, ending: str = ".png") -> str:
        """Put an image beside a deck, and give its name."""
        ...

    def take_image(self, file: Path, image: Path) -> str:
        """Copy an image file beside a deck, and give its name."""
        ...

    def images(self, file: Path) -> list[str]:
        """List the images that a deck may show."""
        ...


class Unsaved(Protocol):
    """Where unsaved texts are kept; see store/unsaved.py."""

    def read(self, deck: str) -> str:
        """Give what was kept for a deck."""
        ...

    def write(self, deck: str, text: str) -> None:
        """Keep a text."""
        ...

    def remove(self, deck: str) -> None:
        """Forget it."""
        ...

    def all(self) -> list[str]:
        """Give everything that was kept."""
        ...


@dataclass(frozen=True, slots=True)
class Paper:
    """What writing needs of the outside."""

    texts: Texts
    unsaved: Unsaved
    clock: Callable[[], Moment]
    read_yaml: ReadYaml


@dataclass(frozen=True, slots=True)
class Left:
    """A text that was not saved: which deck's, when it was kept, and what it began with.

    Where it stood in a form (services/form_text.py), that is told, and which note's it is.
    """

    file: str
    text: str
    base: str
    at: Moment
    form: str = ""
    note: str = ""

    @property
    def key(self) -> str:
        """Tell under which name it is kept."""
        return self.form or self.file

    @property
    def line(self) -> int:
        """The first line that says something else than the file did."""
        return 1 + self.text.count("\n", 0, difference(self.base, self.text).start)

    @property
    def when(self) -> str:
        """Say until when it was written."""
        at = datetime_of(self.at)
        return tr("{time} on {day}", time=time_text(at), day=day_and_month(at))


@dataclass(frozen=True, slots=True)
class Saved:
    """What stands in the file now, and how it came about."""

    text: str
    ids: int = 0
    """So many notes were given an id."""
    merged: bool = False
    """Whether another program's changes are in it, too."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Another program changed the same lines; nothing was written. ``theirs`` is the file now."""

    merged: Merged
    theirs: TextFile


class Writing:
    """One deck on the desk. Its lines end in LF, whatever the file's do."""

    def __init__(self, file: Path, paper: Paper, taken: Callable[[], Collection[str]]) -> None:
        self.file, self._paper, self._taken = file, paper, taken
        self._written = paper.texts.read(file)
        self._base = plain(self._written.text)

    @property
    def text(self) -> str:
        """What the file held when it was last read or saved."""
        return self._base

    def left(self) -> Left | None:
        """Give the text that an earlier window did not save, where it says something else."""
        left = left_in(self._paper.unsaved.read(str(self.file)))
        return left if left and left.text != self._base else None

    def resume(self, left: Left) -> None:
        """Go on with a text that was left: what was written since then is merged on saving."""
        self.begin_with(left.base)

    def begin_with(self, base: str) -> None:
        """Take a text for the one that was begun with: what the file says else is merged."""
        self._base = base

    @property
    def is_gone(self) -> bool:
        """Whether another program took the file away, or emptied it."""
        return bool(self._base) and not plain(self._paper.texts.read(self.file).text)

    def reread(self) -> bool:
        """Read the file again, where nothing of it waits to be saved; tell if it says otherwise."""
        self._written = self._paper.texts.read(self.file)
        before, self._base = self._base, plain(self._written.text)
        return self._base != before

    def keep(self, text: str) -> None:
        """Keep the text safe from a crash. Raises a FlashcardsError where that is impossible."""
        at = self._paper.clock()
        words = {"file": str(self.file), "text": text, "base": self._base}
        kept = words | {"at": str(at.utc_ms), "offset": str(at.offset_min)}
        self._paper.unsaved.write(str(self.file), json.dumps(kept))

    def forget(self) -> None:
        """Keep nothing any more: the text was saved, or given up."""
        self._paper.unsaved.remove(str(self.file))

    def save(self, text: str, over: Clash | None = None) -> Saved | Clash:
        """Write the text, with an id for each new note; ``over`` says which clash it settles.

        What another program wrote meanwhile is merged; a file that it took away, or emptied, is
        written anew. Raises a FlashcardsError where nothing
        could be written; the file is as it was then.
        """
        if over:
            self._written, self._base = over.theirs, plain(over.theirs.text)
        merged = False
        for _ in range(TRIES):
            try:
                return self._put(text, merged=merged)
            except TextChangedError:
                theirs = self._paper.texts.read(self.file)
            if now := plain(theirs.text):
                together = merge(self._base, text, now)
                if together.disputes:
                    return Clash(together, theirs)
                text, merged = together.text(), True
            self._written, self._base = theirs, now
        return self._put(text, merged=merged)

    def _put(self, text: str, *, merged: bool) -> Saved:
        """Write; a text that was left may begin with another one than stands in the file."""
        if self._base != plain(self._written.text):
            raise TextChangedError
        named, ids = with_ids(text, self._taken())
        self._written = self._written.save(restored(self._written.text, named))
        self._base = named
        self.forget()
        return Saved(named, ids, merged)


def with_ids(text: str, taken: Collection[str]) -> tuple[str, int]:
    """Give each note that asks something an id, as ``flashcards stamp`` does."""
    deck = parse(text, DeckId(""), "", lambda _: None)
    notes = [note for note in nameable(deck.notes) if note.explicit_id or expand(note).faces]
    found = insertions(text, notes, taken)
    return stamped(text, found), len(found)


def left_in(kept: str) -> Left | None:
    """Read what was kept; None where it is no such thing."""
    try:
        found = json.loads(kept)
        at = Moment(int(found["at"]), int(found["offset"]))
        form, note = (str(found.get(name, "")) for name in ("form", "note"))
        return Left(str(found["file"]), str(found["text"]), str(found["base"]), at, form, note)
    except (ValueError, KeyError, TypeError):
        return None


def all_left(paper: Paper) -> list[Left]:
    """Give every deck's text that was not saved, where its file says something else."""
    found = [left_in(kept) for kept in paper.unsaved.all()]
    left = [each for each in found if each and not each.form]
    return [each for each in left if each.text != _said(paper, Path(each.file))]


def _said(paper: Paper, file: Path) -> str | None:
    """Give what a file says; None where it cannot be read."""
    try:
        return plain(paper.texts.read(file).text)
    except FlashcardsError:
        return None
