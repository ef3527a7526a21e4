"""An index that may be written later than it is read: in between, memory has what is missing."""

from collections.abc import Collection, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from flashcards.domain.entry import Entry, Filed, Leaf
from flashcards.domain.ids import NoteId
from flashcards.domain.signs import Signs

if TYPE_CHECKING:
    from flashcards.services.ports import Index


@dataclass(frozen=True, slots=True)
class _Late:
    """What is to be written, after which version."""

    written: dict[str, tuple[Leaf, Filed]]
    gone: AbstractSet[str]
    heard: str
    after: int

    @property
    def files(self) -> AbstractSet[str]:
        """The files of which the index does not say what is so."""
        return self.written.keys() | self.gone

    def leaves(self, files: Iterable[str]) -> list[Leaf]:
        """Give those of some files that it has."""
        return [self.written[file][0] for file in files if file in self.written]


class LateIndex:
    """Says what an index will say. Only ``settle`` may be called in another thread."""

    def __init__(self, index: "Index") -> None:
        self._index = index
        self._late: _Late | None = None
        self._lock = Lock()

    def put_off(
        self, written: Iterable[tuple[Leaf, Filed]], gone: Iterable[str], heard: str, after: int
    ) -> int:
        """Take what is to be written, and give the version that this will make.

        What was put off before is settled by now.
        """
        files = {leaf.file: (leaf, filed) for leaf, filed in written}
        self._late = _Late(files, frozenset(gone), heard, after)
        return after + 1

    def settle(self, index: "Index | None" = None) -> None:
        """Write what was put off, by an ``index`` of one's own where that is another thread.

        Raises ChangedElsewhereError or IndexLostError; without ``index`` it is forgotten then.
        """
        with self._lock:
            late = self._late
            if late is None:
                return
            try:
                into = index or self._index
                into.replace(late.written.values(), late.gone, late.heard, late.after)
            except Exception:
                if index is None:
                    self._late = None
                raise
            self._late = None

    def forget(self) -> None:
        """Give up what was put off: the index is begun anew."""
        self._late = None

    # --- what an index is asked --------------------------------------------------------------

    def version(self) -> int:
        """Tell how often it was written."""
        late = self._late
        return late.after + 1 if late else self._index.version()

    def heard(self) -> str:
        """Tell up to where in the log the names were taken."""
        late = self._late
        return late.heard if late else self._index.heard()

    def paths(self) -> AbstractSet[str]:
        """Tell which files it holds."""
        late = self._late
        return (self._index.paths() - late.gone) | {*late.written} if late else self._index.paths()

    def filed(self, since: int = 0) -> Sequence[Filed]:
        """Read what was written after a version."""
        late = self._late
        found = self._index.filed(since)
        if late is None:
            return found
        others = [filed for filed in found if filed.file not in late.files]
        return [*others, *(filed for _, filed in late.written.values())]

    def leaves(self, files: Iterable[str] | None = None) -> Sequence[Leaf]:
        """Read the notes of some files, or of all."""
        late = self._late
        if late is None:
            return self._index.leaves(files)
        wanted = [*(self.paths() if files is None else files)]
        others = self._index.leaves(file for file in wanted if file not in late.files)
        return [*others, *late.leaves(wanted)]

    def entry(self, file: str, name: NoteId) -> Entry | None:
        """Read one note of a file."""
        late = self._late
        if late is None or file not in late.files:
            return self._index.entry(file, name)
        own = (entry for leaf in late.leaves([file]) for entry in leaf.entries)
        return next((entry for entry in own if entry.name == name), None)

    def leaves_with(self, signs: Signs, but: Collection[str] = ()) -> Sequence[Leaf]:
        """Read the files that have notes with any of these signs, and maybe more; ``but`` those."""
        late = self._late
        if late is None:
            return self._index.leaves_with(signs, but)
        others = self._index.leaves_with(signs, {*but, *late.files})
        return [*others, *late.leaves(file for file in late.written if file not in but)]

    def files_saying(self, words: Collection[str]) -> AbstractSet[str] | None:
        """Tell which files say all of some words, and maybe others; None where that is unknown."""
        late = self._late
        found = self._index.files_saying(words)
        return found if found is None or late is None else {*found, *late.written}

    def replace(
        self, written: Iterable[tuple[Leaf, Filed]], gone: Iterable[str], heard: str, after: int
    ) -> int:
        """Write at once; what was put off before is settled by now."""
        return self._index.replace(written, gone, heard, after)

    def lose(self) -> None:
        """Throw it away, because it does not hold what it should. Raises IndexLostError."""
        self._index.lose()
