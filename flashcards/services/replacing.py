"""Find and replace in all decks: each file whole or not at all, and only while it says the same."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from flashcards.domain.deck.endings import plain, restored
from flashcards.domain.deck.seek import Hit, Sought, Spot, replaced, spots
from flashcards.domain.errors import (
    FlashcardsError,
    SearchStoppedError,
    SlowExpressionError,
    TextChangedError,
)
from flashcards.domain.tongue import number, tr, trn
from flashcards.services.together import Kept, Together, Written
from flashcards.services.writing import Texts

if TYPE_CHECKING:
    from flashcards.services.desk import Desk

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


@dataclass(frozen=True, slots=True)
class Means:
    """What replacing needs of the outside; ``last`` keeps what was replaced, to be taken back."""

    texts: Texts
    seeker: Seeker
    together: Together
    last: Kept


class Replacing:
    """Reads and writes the decks in whatever thread it is called from."""

    def __init__(self, means: Means) -> None:
        self._means, self._texts, self._seeker = means, means.texts, means.seeker

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
        before = self._means.last.read()
        try:
            self._keep([change for change, _ in wanted])
        except FlashcardsError as error:
            return Outcome(left=(str(error),))
        outcome = self._written(wanted, mine, step)
        with suppress(FlashcardsError):  # what was kept before it holds, too
            if outcome.left and outcome.changes:
                self._keep(outcome.changes)
            elif outcome.left:
                self._means.last.write(before)
        return outcome

    def _keep(self, changes: Iterable[Change]) -> None:
        """Keep what files said; what is open is taken back on the page. Raises FlashcardsError."""
        kept = [asdict(_anywhere(each)) for each in changes if not each.open]
        self._means.last.write(json.dumps(kept))

    def last(self) -> Outcome:
        """Give what was replaced last in files, by whatever window or command."""
        try:
            kept = json.loads(self._means.last.read())
            return Outcome(tuple(Change(**each) for each in kept))
        except (ValueError, TypeError):
            return Outcome()

    def turn(self, outcome: Outcome, mine: Mapping[str, str], step: Step) -> Outcome:
        """Take a replacement back, in every deck that still says what was written then."""
        back = [
            (Change(each.file, each.after, each.before, each.file in mine), 0)
            for each in outcome.changes
        ]
        turned = self._written(back, mine, step)
        if not turned.left:
            self._means.last.remove()
        return turned

    def _written(
        self, wanted: Sequence[tuple[Change, int]], mine: Mapping[str, str], step: Step
    ) -> Outcome:
        """Write every deck that can be; where it is stopped, tell how many are left as they are."""
        changes, left, count = list[Change](), list[str](), 0
        files = [self._planned(change) for change, _ in wanted if change.file not in mine]
        try:
            self._means.together.begin([each for each in files if each])
        except FlashcardsError as error:
            return Outcome(left=(str(error),))
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
        self._means.together.end()
        return Outcome(tuple(changes), count, tuple(left))

    def _planned(self, change: Change) -> Written | None:
        """Say what a file is to say, as it is written; None where it will be left as it is."""
        try:
            written = self._texts.read(Path(change.file))
        except FlashcardsError:
            return None
        if plain(written.text) != change.before:
            return None
        after = restored(written.text, change.after)
        return Written(_anywhere(change).file, written.text, after)

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


def replacing_on(desk: "Desk") -> Replacing:
    """Replace in the decks of a desk."""
    return Replacing(Means(desk.paper.texts, desk.seeker, desk.together, desk.replaced))


def _anywhere(change: Change) -> Change:
    """Name its file so that it is found from any folder."""
    return replace(change, file=str(Path(change.file).absolute()))


def left_alone(file: Path | str) -> str:
    """Say why a deck was not touched."""
    return tr("{file} was changed meanwhile, and is left as it is.", file=file)
