"""How far a card's answer is shown: at once, or part by part, each marked where the note asks."""

from dataclasses import dataclass, replace

from flashcards.domain.grade import Grade
from flashcards.domain.note import Part
from flashcards.domain.tongue import tr, trn

NOTHING_MARKED: tuple[int, tuple[str, ...]] = (0, ())
"""How many steps were marked, and the keys of those missed, where nobody was asked."""


def grade_of(missed: int, total: int) -> Grade:
    """Give the grade that marks speak for.

    All known is Good; half or more missed is Again; anything between is Hard.
    """
    if 2 * missed >= total:
        return Grade.AGAIN
    return Grade.HARD if missed else Grade.GOOD


@dataclass(frozen=True, slots=True)
class Reveal:
    """So many of the parts are shown; ``hits`` says of the marked ones if they were known."""

    parts: tuple[Part, ...] = ()
    marked: bool = False
    shown: int = 0
    hits: tuple[bool, ...] = ()
    at_once: bool = False
    """Whether the person let all parts show, and so marks no more of them."""

    @property
    def total(self) -> int:
        """Count what is to be shown; an answer without parts is one."""
        return len(self.parts) or 1

    @property
    def noun(self) -> str:
        """What a part is called."""
        return "step" if self.marked else "section"

    @property
    def place(self) -> str:
        """Say which of its parts is the newest."""
        details = {"shown": self.shown, "total": self.total}
        if self.marked:
            return tr("Step {shown} of {total}", **details)
        return tr("Section {shown} of {total}", **details)

    @property
    def asks(self) -> bool:
        """Whether the newest part waits for its mark."""
        return self.marked and len(self.hits) < self.shown and not self.at_once

    @property
    def done(self) -> bool:
        """Whether the card can be graded."""
        return self.shown >= self.total and not self.asks

    @property
    def marks(self) -> tuple[int, tuple[str, ...]]:
        """What the log keeps: how many parts were marked, and the keys of those missed."""
        return len(self.hits), tuple(part.key for part in self._missed())

    @property
    def tally(self) -> str:
        """Say how the marking came out; empty where nothing was marked."""
        if not self.hits:
            return ""
        known = sum(self.hits)
        tally = trn(
            "{known} of {count} step", "{known} of {count} steps", len(self.hits), known=known
        )
        missed = " · ".join(part.title for part in self._missed())
        return tr("{tally}, missed: {missed}", tally=tally, missed=missed) if missed else tally

    @property
    def suggested(self) -> Grade | None:
        """The grade that the marks speak for, once all are there."""
        if not self.hits or len(self.hits) < self.total:
            return None
        return grade_of(self.hits.count(False), self.total)

    @property
    def undo(self) -> str:
        """Name the mark that can be taken back; empty where there is none."""
        if not self.hits:
            return ""
        return tr("Undo the mark on “{title}”", title=self.parts[len(self.hits) - 1].title)

    def onward(self) -> "Reveal":
        """Show the next part."""
        return replace(self, shown=min(self.total, self.shown + 1))

    def whole(self) -> "Reveal":
        """Show all that is left."""
        return replace(self, shown=self.total, at_once=True)

    def mark(self, *, hit: bool) -> "Reveal":
        """Say of the newest part if it was known, and show the next."""
        return replace(self, hits=(*self.hits, hit)).onward()

    def unmarked(self) -> "Reveal":
        """Take the last mark back, and ask for it anew."""
        return replace(self, shown=len(self.hits), hits=self.hits[:-1], at_once=False)

    def _missed(self) -> list[Part]:
        pairs = zip(self.parts, self.hits, strict=False)
        return [part for part, hit in pairs if not hit]
