"""One file's import, from its bytes to the notes a deck takes and the words that tell of it."""

from dataclasses import dataclass

from flashcards.domain.imports import table
from flashcards.domain.imports.encoding import decoded
from flashcards.domain.imports.formats import TABLE, Format, format_of
from flashcards.domain.imports.found import Found, cleaned
from flashcards.domain.imports.gather import Taken, gathered
from flashcards.domain.imports.report import Account
from flashcards.domain.imports.table import Wish


@dataclass(frozen=True, slots=True)
class Import:
    """What one file gives a deck: notes with their texts, the title it has, and its account."""

    notes: tuple[tuple[Found, str], ...]
    title: str
    account: Account


def imported(
    file: str, content: bytes, taken: Taken, wished: Format | None = None, wish: Wish | None = None
) -> Import:
    """Read a file in the format wished for, else in the one that it seems to be in."""
    text, encoding = decoded(content)
    text = cleaned(text)
    chosen = wished or format_of(file, text)
    found = table.read(text, wish) if chosen is TABLE else chosen.read(text)
    made = gathered(found, taken)
    notes = tuple(note for note, _ in made.notes)
    account = Account(file, chosen.told, encoding, notes, made.skipped, found.remarks)
    return Import(made.notes, found.title, account)
