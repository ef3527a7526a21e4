"""Several decks changed together: all of them or none, through a crash and a power cut, too.

What is about to be written is kept first, in the data folder. Whoever opens that next finishes what
was begun.
"""

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Protocol

from flashcards.domain.errors import FlashcardsError, TextChangedError
from flashcards.domain.tongue import trn
from flashcards.services.writing import Texts


class Kept(Protocol):
    """Where one text is kept; see store/kept_file.py."""

    def read(self) -> str:
        """Give it; empty where there is none."""
        ...

    def write(self, text: str) -> None:
        """Keep it for good. Raises a FlashcardsError."""
        ...

    def remove(self) -> None:
        """Forget it."""
        ...


class Sheet(Protocol):
    """A file as it was read, to be changed."""

    @property
    def text(self) -> str:
        """What stands in it; nothing where it is not there."""
        ...

    def save(self, text: str) -> object:
        """Put another text in its place. Raises a FlashcardsError, also where it was changed."""
        ...


class AllOrNone(Protocol):
    """Saves several texts, or none."""

    def sheet(self, file: Path) -> Sheet:
        """Read a file to change it; one that is not there is begun. Raises a FlashcardsError."""
        ...

    def save(self, changes: Sequence[tuple[Path, Sheet, str]]) -> None:
        """Write every text. Raises a FlashcardsError; all is as it was then."""
        ...


class HalfDoneError(FlashcardsError):
    """Some of several files were written, the others cannot be, and the first not put back."""

    def __init__(self, reason: FlashcardsError) -> None:
        super().__init__(
            "{reason} Other decks are written already: the next start finishes it.", reason=reason
        )


@dataclass(frozen=True, slots=True)
class Written:
    """What one file said, and is to say; ``new`` where it was not there."""

    file: str
    before: str
    after: str
    new: bool = False


class Together:
    """Writes decks one after another, and knows after a crash how far that went."""

    def __init__(self, texts: Texts, kept: Kept, remove: Callable[[Path], None]) -> None:
        self._texts, self._kept, self._remove = texts, kept, remove
        self._finished, self._is_kept = 0, False

    @property
    def told(self) -> str:
        """Say what was finished that a crash had broken off; empty where there was nothing."""
        if not self._finished:
            return ""
        return trn(
            "A change to your decks that was broken off is finished now: {count} deck was written.",
            "A change to your decks that was broken off is finished now: "
            "{count} decks were written.",
            self._finished,
        )

    def sheet(self, file: Path) -> Sheet:
        """Read a file to change it; one that is not there is begun. Raises a FlashcardsError."""
        return self._texts.read(file)

    def begin(self, changes: Sequence[Written]) -> None:
        """Keep what is about to be written. Raises a FlashcardsError.

        What is half done since an earlier step is finished before, and that can fail, too.
        """
        if len(changes) > 1:
            self._finish()
            self._kept.write(json.dumps([asdict(each) for each in changes]))
            self._is_kept = True

    def end(self) -> None:
        """Keep it no more: all of it was written, or given up."""
        if self._is_kept:
            self._kept.remove()
            self._is_kept = False

    def save(self, changes: Sequence[tuple[Path, Sheet, str]]) -> None:
        """Write every text, in order. Raises a FlashcardsError; all is as it was then."""
        written = [
            Written(str(file.absolute()), sheet.text, text, not file.exists())
            for file, sheet, text in changes
        ]
        self.begin(written)
        try:
            for file, sheet, text in changes:
                self._write(file, sheet, text)
        except FlashcardsError as error:
            if len(changes) > 1:
                self._give_up(written, error)
            raise
        self.end()

    def _write(self, file: Path, sheet: Sheet, text: str) -> None:
        try:
            sheet.save(text)
        except TextChangedError:
            if self._texts.read(file).text != text:  # another program may have finished it
                raise

    def _give_up(self, written: Sequence[Written], reason: FlashcardsError) -> None:
        """Put back what was written already."""
        try:
            for each in reversed(written):
                self._put_back(each)
        except FlashcardsError as error:
            raise HalfDoneError(reason) from error
        self.end()

    def _put_back(self, change: Written) -> None:
        sheet = self._texts.read(Path(change.file))
        if sheet.text == change.after and change.new:
            self._remove(Path(change.file))
        elif sheet.text == change.after:
            sheet.save(change.before)

    def mend(self) -> None:
        """Finish what a crash broke off; where a file was changed since, all is left as it is."""
        with suppress(FlashcardsError):  # the next start tries again
            self._finish()

    def _finish(self) -> None:
        changes = _read(self._kept.read())
        sheets = [self._texts.read(Path(each.file)) for each in changes]
        pairs = list(zip(sheets, changes, strict=True))
        if all(sheet.text in (each.before, each.after) for sheet, each in pairs):
            for sheet, each in pairs:
                if sheet.text != each.after:
                    sheet.save(each.after)
                    self._finished += 1
        if changes:
            self._kept.remove()


def _read(kept: str) -> list[Written]:
    """Read what was kept; what is garbled was never begun."""
    try:
        return [Written(**each) for each in json.loads(kept)]
    except (ValueError, TypeError):
        return []
