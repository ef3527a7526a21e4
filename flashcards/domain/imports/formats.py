"""The formats that can be read, and which of them a text is written in."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from flashcards.domain.imports import anki, hashcards, mdanki, obsidian, table
from flashcards.domain.imports.found import Findings
from flashcards.domain.imports.rows import parts_alike
from flashcards.domain.tongue import later


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name on the command line, what it is called, and how it is read."""

    name: str
    told: str
    read: Callable[[str], Findings]


HASHCARDS = Format("hashcards", "hashcards", hashcards.read)
OBSIDIAN = Format("obsidian", later("Obsidian's Spaced Repetition"), obsidian.read)
MDANKI = Format("mdanki", later("mdanki's headings"), mdanki.read)
ANKI = Format("anki", later("Anki's text export"), anki.read)
TABLE = Format("table", later("a table"), table.read)

FORMATS = (TABLE, ANKI, HASHCARDS, OBSIDIAN, MDANKI)
_MARKDOWN = (HASHCARDS, MDANKI, OBSIDIAN)


def format_named(name: str) -> Format | None:
    """Find a format by its name."""
    return next((each for each in FORMATS if each.name == name), None)


def format_of(file: str, text: str) -> Format:
    """Tell what a text is: by its head, by its file's ending, else by what finds most in it.

    What was copied has no ending: it is a table where its rows are parted alike. Spreadsheets write
    text files, too, with names in their first row.
    """
    ending = PurePath(file).suffix.lower()
    if anki.has_head(text):
        return ANKI
    if ending == ".txt" and "\t" in text:
        return TABLE if table.has_header(text) else ANKI
    if ending in (".csv", ".tsv", ".tab") or (not ending and parts_alike(text)):
        return TABLE
    return max(_MARKDOWN, key=lambda each: _gain(each.read(text)))


def _gain(found: Findings) -> int:
    return len(found.notes) - len(found.skipped)
