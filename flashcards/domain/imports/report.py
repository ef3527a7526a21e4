"""What an import came to, in words: what became what, and what was passed over, by line."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from flashcards.domain.imports.found import Found, Skipped
from flashcards.domain.spoken import counted


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
    lines = [f"{account.file} was read as {account.told}, in {account.encoding}."]
    lines += [f"  {remark}" for remark in account.remarks]
    lines.append(f"  It gives {_kinds(account.notes)}.")
    changed = [(note.line, remark) for note in account.notes for remark in note.remarks]
    if changed:
        lines.append("  Changed on the way:")
        lines += _by_line(changed)
    if account.skipped:
        lines.append(f"  Left out, {counted(len(account.skipped), 'thing')}:")
        lines += _by_line((each.line, each.reason) for each in account.skipped)
    return lines


def _kinds(notes: Iterable[Found]) -> str:
    """Count what became what."""
    kinds = Counter(note.kind for note in notes)
    parts = [counted(count, f"{kind} note") for kind, count in kinds.most_common()]
    return ", ".join(parts) or "no notes"


def _by_line(told: Iterable[tuple[int, str]]) -> list[str]:
    return [f"    line {line}: {sentence}" for line, sentence in sorted(told)]
