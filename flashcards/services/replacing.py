"""Find and replace in all decks: each file whole or not at all, and only while it says the same."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from flashcards.domain.deck.endings import plain, restored
from flashcards.domain.deck.seek import Hit, Sought, Spot, replaced, spots
from flashcards.domain.errors import (
    FlashcardsError,
    SearchStoppedError,
    SlowExpressionError,
    TextChangedError,
)
from flashcards.domain.tongue import number, tr, trn
from flashcards.services.writing import Texts

MOST = 5_000
"""So many places are listed; an expression that has more is too wide to be looked through."""

SLOW = 3
"""After so many decks that an expression takes too long for, it is tried on no other."""

Step = Callable[[], None]
"""Called once a deck; what it raises stops everything."""


class Seeker(Protocol):
    """Finds expressions without keeping anybody waiting; see runner/seeker.py."""

    def hits(self, sought: Sought, text: str, new: str = "") -> list[Hit]:
        """Find the places. Raises SlowExpressionError and SearchStoppedError."""
        ...

    def stop(self) -> None:
        """Give up what is being looked for."""
        ...


class TooManyPlacesError(FlashcardsError):
    """So many places that nobody can look through them."""

    def __init__(self) -> None:
        super().__init__(
            "There are more than {count} places: look for more words, or for longer ones.",
            count=number(MOST),
        )


@dataclass(frozen=True, slots=True)
class Found:
    """A deck's text, its lines ending in LF, and the places in it."""

    file: str
    text: str
    hits: tuple[Hit, ...]
    open: bool = False
    """Whether it is a text on the Write page that is not saved."""

    @property
    def spots(self) -> list[Spot]:
        """The places as they are shown."""
        return list(spots(self.text, self.hits))


@dataclass(frozen=True, slots=True)
class Search:
    """What was found in which decks, and which decks were left out, in sentences."""

    sought: Sought
    found: tuple[Found, ...]
    left: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many places there are."""
        return sum(len(each.hits) for each in self.found)


@dataclass(frozen=True, slots=True)
class Change:
    """What one deck said, and says now."""

    file: str
    before: str
    after: str
    open: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was written, how many places that are, and what was left as it is, in sentences."""

    changes: tuple[Change, ...] = ()
    count: int = 0
    left: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """Say what was done, and what was not."""
        if not self.changes:
            return " ".join([tr("Nothing was replaced."), *self.left])
        decks = trn("{count} deck", "{count} decks", len(self.changes))
        did = trn(
            "Replaced {count} place in {decks}.",
            "Replaced {count} places in {decks}.",
            self.count,
            decks=decks,
        )
        return " ".join([did, *self._unsaved, *self.left])

    @property
    def told_back(self) -> str:
        """Say what was taken back, and what was not."""
        if not self.changes:
            return " ".join([tr("Nothing was taken back."), *self.left])
        did = trn("{count} deck as before.", "{count} decks as before.", len(self.changes))
        return " ".join([did, *self._unsaved, *self.left])

    @property
    def _unsaved(self) -> list[str]:
        names = [Path(each.file).name for each in self.changes if each.open]
        return [tr("{name} is open, and not saved yet.", name=name) for name in names]


@dataclass(slots=True)
class _Account:
    """What is gathered while decks are gone through."""

    found: list[Found] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    slow: int = 0


class Replacing:
    """Reads and writes the decks in whatever thread it is called from."""

    def __init__(self, texts: Texts, seeker: Seeker) -> None:
        self._texts, self._seeker = texts, seeker

    def stop(self) -> None:
        """Give up what is being looked for."""
        self._seeker.stop()

    def hits(self, sought: Sought, text: str, new: str = "") -> list[Hit]:
        """Find the places of a text. Raises SlowExpressionError and SearchStoppedError."""
        if sought.pattern and not sought.fault_with(new):
            return self._seeker.hits(sought, text, new)
        return sought.hits(text, new)

    def search(
        self, sought: Sought, files: Iterable[str], mine: Mapping[str, str], step: Step
    ) -> Search:
        """Look through decks; ``mine`` are texts that stand for what their files say.

        Raises TooManyPlacesError, and SearchStoppedError.
        """
        account = _Account()
        for file in files:
            step()
            try:
                self._look(sought, file, mine.get(file), account)
            except SlowExpressionError as error:
                account.slow += 1
                if account.slow == SLOW:
                    raise
                account.left.append(tr("{file} was left out. {why}", file=file, why=error))
        return Search(sought, tuple(account.found), tuple(account.left))

    def _look(self, sought: Sought, file: str, mine: str | None, account: _Account) -> None:
        try:
            text = plain(self._texts.read(Path(file)).text) if mine is None else mine
        except FlashcardsError as error:
            account.left.append(str(error))
            return
        if hits := tuple(self.hits(sought, text)):
            account.found.append(Found(file, text, hits, mine is not None))
            if sum(len(each.hits) for each in account.found) > MOST:
                raise TooManyPlacesError

    def replace(
        self, sought: Sought, chosen: Sequence[Found], new: str, mine: Mapping[str, str], step: Step
    ) -> Outcome:
        """Replace the chosen places; a deck that says something else by now is left as it is.

        What is to stand in a text of ``mine`` is in the changes, for whoever has it open.
        """
        wanted = list[tuple[Change, int]]()
        for found in chosen:
            step()
            places = {(each.start, each.end) for each in found.hits}
            every = self.hits(sought, found.text, new)
            hits = [each for each in every if (each.start, each.end) in places]
            after = replaced(found.text, hits)
            wanted.append((Change(found.file, found.text, after, found.open), len(hits)))
        return self._written(wanted, mine, step)

    def turn(self, outcome: Outcome, mine: Mapping[str, str], step: Step) -> Outcome:
        """Take a replacement back, in every deck that still says what was written then."""
        back = [
            (Change(each.file, each.after, each.before, each.file in mine), 0)
            for each in outcome.changes
        ]
        return self._written(back, mine, step)

    def _written(
        self, wanted: Sequence[tuple[Change, int]], mine: Mapping[str, str], step: Step
    ) -> Outcome:
        """Write every deck that can be; where it is stopped, tell how many are left as they are."""
        changes, left, count = list[Change](), list[str](), 0
        for place, (change, places) in enumerate(wanted):
            try:
                step()
            except SearchStoppedError:
                rest = len(wanted) - place
                left.append(
                    trn(
                        "It was stopped: {count} deck is left as it was.",
                        "It was stopped: {count} decks are left as they were.",
                        rest,
                    )
                )
                break
            if refusal := self._write(change, mine):
                left.append(refusal)
            else:
                changes.append(change)
                count += places
        return Outcome(tuple(changes), count, tuple(left))

    def _write(self, change: Change, mine: Mapping[str, str]) -> str:
        """Write one deck; say in a sentence why not."""
        file = Path(change.file)
        if change.file in mine:
            return "" if mine[change.file] == change.before else left_alone(file)
        try:
            written = self._texts.read(file)
            if plain(written.text) != change.before:
                return left_alone(file)
            written.save(restored(written.text, change.after))
        except TextChangedError:
            return left_alone(file)
        except FlashcardsError as error:
            return str(error)
        return ""


def left_alone(file: Path | str) -> str:
    """Say why a deck was not touched."""
    return tr("{file} was changed meanwhile, and is left as it is.", file=file)
