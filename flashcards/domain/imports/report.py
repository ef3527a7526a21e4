"""What an import came to, in words: what became what, and what was passed over, by line."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from flashcards.domain.imports.found import Found, Skipped
from flashcards.domain.tongue import tr, trn


@dataclass(frozen=True, slots=True)
class Account:
    """One file's import: how it was read, which notes it gave, what became of the rest."""

    file: str
    told: str
    encoding: str
    notes: tuple[Found, ...]
    skipped: tuple[Skipped, ...]
    remarks: tuple[str, ...] = ()


def report(account: Account) -> list[str]:
    """Tell an import, a line each."""
    lines = [
        tr(
            "{file} was read as {told}, in {encoding}.",
            file=account.file,
            told=tr(account.told),
            encoding=account.encoding,
        )
    ]
    lines += [f"  {remark}" for remark in account.remarks]
    lines.append("  " + tr("It gives {kinds}.", kinds=_kinds(account.notes)))
    changed = [(note.line, remark) for note in account.notes for remark in note.remarks]
    if changed:
        lines.append("  " + tr("Changed on the way:"))
        lines += _by_line(changed)
    if account.skipped:
        lines.append(
            "  "
            + trn("Left out, {count} thing:", "Left out, {count} things:", len(account.skipped))
        )
        lines += _by_line((each.line, each.reason) for each in account.skipped)
    return lines


def _kinds(notes: Iterable[Found]) -> str:
    """Count what became what."""
    kinds = Counter(note.kind for note in notes)
    parts = [
        trn("{count} {kind} note", "{count} {kind} notes", count, kind=kind)
        for kind, count in kinds.most_common()
    ]
    return ", ".join(parts) or tr("no notes")


def _by_line(told: Iterable[tuple[int, str]]) -> list[str]:
    return [
        "    " + tr("line {line}: {sentence}", line=line, sentence=sentence)
        for line, sentence in sorted(told)
    ]
