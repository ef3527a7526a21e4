"""One file's import, from its bytes to the notes a deck takes and the words that tell of it."""

from dataclasses import dataclass

from flashcards.domain.imports.encoding import decoded
from flashcards.domain.imports.formats import TABLE, Format, format_of
from flashcards.domain.imports.found import Found, cleaned
from flashcards.domain.imports.gather import Step, Taken, gathered
from flashcards.domain.imports.report import Account
from flashcards.domain.imports.table import Table, Wish, findings_in, table_in
from flashcards.domain.tongue import later, tr

UNREADABLE = later(
    "Some letters (�) cannot be read in {encoding}: say which encoding the file is in, if you know."
)
_NO_WISH = Wish()


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file is read, where the person says so; what is empty is seen by what it holds."""

    format: Format | None = None
    encoding: str = ""
    table: Wish = _NO_WISH


AS_IT_SEEMS = Reading()


@dataclass(frozen=True, slots=True)
class Import:
    """What one file gives a deck: notes with their texts, the title it has, and its account.

    ``format`` is what it was read as, and ``table`` its rows, where it was one.
    """

    notes: tuple[tuple[Found, str], ...]
    title: str
    account: Account
    format: Format
    table: Table | None = None


def imported(
    file: str,
    content: bytes,
    taken: Taken,
    reading: Reading = AS_IT_SEEMS,
    step: Step = lambda *_: None,
) -> Import:
    """Read a file as the person says, else as what it seems to be."""
    text, encoding = decoded(content, reading.encoding)
    text = cleaned(text)
    chosen = reading.format or format_of(file, text)
    table = table_in(text, reading.table) if chosen is TABLE else None
    found = findings_in(table) if table else chosen.read(text)
    made = gathered(found, taken, step)
    notes = tuple(note for note, _ in made.notes)
    remarks = (*found.remarks, *((tr(UNREADABLE, encoding=encoding),) * ("\ufffd" in text)))
    account = Account(file, chosen.told, encoding, notes, made.skipped, remarks)
    return Import(made.notes, found.title, account, chosen, table)
