"""What a check, a restore or a salvage found, in words."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from flashcards.domain.log.gaps import gaps_text, missing
from flashcards.domain.tongue import later, number, tr, trn
from flashcards.services.safety import moment_text

if TYPE_CHECKING:
    from flashcards.domain.safety import Difference, LogReport, Salvage, Side

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
