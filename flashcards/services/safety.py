"""Backups, restoring, salvage and the doctor: what to do when, and how it is told."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from flashcards.domain import spoken
from flashcards.domain.clock import datetime_of
from flashcards.domain.ids import CardId
from flashcards.domain.log.gaps import gaps_text, missing
from flashcards.domain.log.replay import replay
from flashcards.domain.rotation import Backup, Purpose
from flashcards.domain.scheduling.scheduler import Schedule
from flashcards.domain.tongue import later, number, tr, trn

if TYPE_CHECKING:
    from flashcards.domain.clock import Moment
    from flashcards.domain.safety import Difference, LogReport, Salvage, Side
    from flashcards.services.library import Library

SAMPLE = 300
"""So many schedules are compared with the log; if one is wrong, all are made anew."""

KINDS = (
    later("reviewed"),
    later("undone"),
    later("suspended"),
    later("resumed"),
    later("buried"),
    later("flagged"),
    later("unflagged"),
    later("reset"),
    later("due"),
    later("noted"),
    later("adopted"),
    later("merged"),
    later("distinguished"),
    later("doubted"),
    later("rekeyed"),
)
"""The words of the log for its events, as they are told of."""
REASONS = {
    Purpose.OPEN: later("when the window was opened"),
    Purpose.CLOSE: later("when the program was closed"),
    Purpose.ASKED: later("because you asked"),
    Purpose.BULK: later("before many cards were changed"),
    Purpose.MIGRATION: later("before a new version changed the file"),
    Purpose.RESTORE: later("before a restore"),
    Purpose.RESTORED: later("after a restore"),
    Purpose.SALVAGED: later("after a salvage"),
}


class VaultPort(Protocol):
    """What is done with the log as a whole; see store/vault.py. Raises FlashcardsErrors."""

    @property
    def folder(self) -> Path:
        """Where the backups are."""
        ...

    @property
    def exists(self) -> bool:
        """Whether there is a log, or was one."""
        ...

    def backups(self) -> list[Backup]:
        """List the backups, the newest first."""
        ...

    def back_up(self, purpose: Purpose, *, always: bool = False) -> Backup | None:
        """Back up; where the newest backup has it all already, only if it must be ``always``."""
        ...

    def copy_to(self, path: Path) -> None:
        """Write a checked backup to a file."""
        ...

    def look_over(self) -> None:
        """Check the file's own order, quickly. Raises a DamagedError."""
        ...

    def difference(self, backup: Path) -> "Difference":
        """Tell what restoring would change."""
        ...

    def restore(self, backup: Path) -> Path | None:
        """Put a backup in the log's place; tell where the present state was set aside."""
        ...

    def check(self, step: Callable[[str], None]) -> "LogReport":
        """Check the log; ``step`` is told what comes next."""
        ...

    def survey(self) -> "Salvage":
        """Put together what can be saved of a damaged log."""
        ...

    def accept(self, found: "Salvage") -> Path | None:
        """Put it in the log's place; tell where the damaged files are kept."""
        ...

    def drop(self, found: "Salvage") -> None:
        """Leave everything as it is."""
        ...

    def forget_schedules(self) -> None:
        """Let the schedules be replayed from the log."""
        ...

    def forget_cache(self) -> None:
        """Take away the files that are derived."""
        ...


class Safety:
    """Keeps one log safe. Any thread may use it: it shares no connection with the library.

    ``by_itself`` says whether a backup is made where nothing risky is done.
    """

    def __init__(
        self, open_vault: Callable[[], VaultPort], by_itself: Callable[[], bool] = lambda: True
    ) -> None:
        self._open_vault, self._by_itself = open_vault, by_itself

    @property
    def vault(self) -> VaultPort:
        """The door to the files, opened when it is first needed."""
        return self._open_vault()

    def look_after(self) -> None:
        """Check the file, and back up what was written since the newest backup."""
        vault = self.vault
        vault.look_over()
        if self._by_itself():
            vault.back_up(Purpose.OPEN)

    def leave(self) -> None:
        """Back up what was written, when the program is closed."""
        if self._by_itself():
            self.vault.back_up(Purpose.CLOSE)

    def back_up(self) -> str:
        """Back up because the person asks, and say where to."""
        made = self.vault.back_up(Purpose.ASKED, always=True)
        if made is None:
            return tr("There is no log yet.")
        size = f"{made.size / 1e6:,.1f}"
        return tr("Backed up to {file} ({size} MB).", file=made.path, size=size)

    def newest(self) -> str:
        """Say when the newest backup was made, and why."""
        made = next(iter(self.vault.backups()), None)
        if made is None:
            return tr("There is no backup yet.")
        when, why = moment_text(made.at), tr(REASONS[made.purpose])
        return tr("The newest is of {when}, made {why}.", when=when, why=why)

    def survey(self) -> "Salvage":
        """Put together what can be saved of a damaged log; nothing is changed by it."""
        return self.vault.survey()

    def before_bulk(self) -> None:
        """Back up before many cards are changed at once. Raises where that cannot be done."""
        self.vault.back_up(Purpose.BULK)


@dataclass(frozen=True, slots=True)
class CacheReport:
    """How the schedules were compared with the log, and which histories no deck has."""

    compared: int
    wrong: int
    orphans: tuple[CardId, ...]


def check_caches(safety: Safety, library: "Library") -> CacheReport:
    """Compare some schedules with what the log says; where one is wrong, make all anew."""
    cards = sorted(library.schedules)
    sample = [
        card for card in cards[:: max(1, len(cards) // SAMPLE)] if _stands_alone(library, card)
    ]
    wrong = sum(_replayed(library, card) != library.schedule_of(card) for card in sample)
    if wrong:
        safety.vault.forget_schedules()
        library.load_schedules()
    orphans = tuple(card for card in cards if card not in library.catalogue)
    return CacheReport(len(sample), wrong, orphans)


def _stands_alone(library: "Library", card: CardId) -> bool:
    """Whether no other card's events count for it, so that reading its own is enough."""
    return len(library.kin(card)) == 1


def _replayed(library: "Library", card: CardId) -> Schedule:
    told = replay(library.events_of(card), library.scheduler, library.settings.rollover_hour)
    return told.get(card) or Schedule(card)


def moment_text(at: "Moment") -> str:
    """Say when something was."""
    return spoken.moment_text(datetime_of(at))


def entries(count: int) -> str:
    """Say a number of entries: ``1 entry``, ``3 entries``, ``no entries``."""
    return trn("{count} entry", "{count} entries", count)


def difference_lines(difference: "Difference") -> list[str]:
    """Say what a restore would change."""
    if difference.damage:
        return [tr("The present log cannot be compared: {damage}.", damage=difference.damage)]
    lines = [
        f"{word}: {_side_text(side)}"
        for word, side in ((tr("Goes"), difference.lost), (tr("Comes"), difference.gained))
        if side.count
    ]
    if difference.cards:
        lines.append(
            trn(
                "Another schedule: {count} card",
                "Another schedule: {count} cards",
                difference.cards,
            )
        )
    return lines


def _side_text(side: "Side") -> str:
    kinds = ", ".join(f"{number(count)} {tr(kind)}" for kind, count in side.kinds)
    when = tr(
        "from {first} to {last}",
        first=moment_text(side.first),
        last=moment_text(side.last),
    )
    return f"{entries(side.count)} {when} ({kinds})"


def salvage_lines(found: "Salvage") -> list[str]:
    """Say what can be saved, what cannot, and what will happen."""
    read = entries(found.read)
    read = read[:1].upper() + read[1:]
    lines = [tr("{entries} can be read from the damaged file.", entries=read)]
    if found.backup:
        lines.append(
            tr(
                "The backup of {moment} adds {entries} that the file has no more.",
                moment=moment_text(found.backup.at),
                entries=entries(found.added),
            )
        )
    else:
        lines.append(tr("There is no backup to add to them."))
    if found.differing:
        lines.append(
            tr(
                "{entries} differ between the two; the backup's are taken.",
                entries=entries(found.differing),
            )
        )
    lines.append(_loss_text(found))
    if found.last:
        lines.append(tr("The newest entry is of {moment}.", moment=moment_text(found.last)))
    return lines


def _loss_text(found: "Salvage") -> str:
    if not found.lost:
        return tr("As far as the numbers tell, nothing is lost.")
    return tr(
        "Lost: {entries} (numbers {gaps}).",
        entries=entries(missing(found.lost)),
        gaps=gaps_text(found.lost),
    )


def report_lines(report: "LogReport") -> list[str]:
    """Say what is wrong with a log, a sentence each; nothing where it is sound."""
    lines = []
    if report.damage:
        lines.append(tr("The file is damaged: {damage}.", damage=report.damage))
    if report.gaps:
        count = entries(missing(report.gaps))
        lines.append(
            tr(
                "Missing from the log: {count}, numbers {gaps}.",
                count=count,
                gaps=gaps_text(report.gaps),
            )
        )
    if report.unreadable:
        named = _some(report.unreadable)
        lines.append(
            tr(
                "Entries that cannot be read: {unreadable}, {named}.",
                unreadable=number(len(report.unreadable)),
                named=named,
            )
        )
    if report.stray:
        lines.append(
            tr(
                "Undos of what is not in the log: {stray}. They change nothing.",
                stray=number(report.stray),
            )
        )
    if report.early:
        lines.append(
            tr(
                "Undos dated before what they undo: {early}. They change nothing.",
                early=number(report.early),
            )
        )
    return lines


def remark_lines(report: "LogReport") -> list[str]:
    """Say what is not wrong, but may explain something."""
    lines = []
    if report.known:
        lines.append(
            tr("Lost before an earlier salvage: {entries}.", entries=entries(missing(report.known)))
        )
    if report.backwards:
        why = tr("past reviews were imported, or the clock was set back")
        lines.append(
            tr(
                "Dated before the one before them: {entries} ({why}).",
                entries=entries(report.backwards),
                why=why,
            )
        )
    return lines


def _some(names: Sequence[str], most: int = 3) -> str:
    more = tr(" and {count} more", count=number(len(names) - most)) * (len(names) > most)
    return f"{'; '.join(names[:most])}{more}"
