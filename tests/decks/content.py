"""The shipped decks as the tests of their content look at them."""

import re
from functools import cache
from pathlib import Path

from flashcards.domain.collection import Collection, collect
from flashcards.domain.identity import Known
from flashcards.domain.note import Card, Note
from flashcards.store.deck_files import DeckFiles

DECKS = Path(__file__).parents[2] / "decks"

_NO_PROSE = re.compile(
    r"^ {0,3}```.*?^ {0,3}```"  # code
    r"|\$\$.*?\$\$|\$[^$\n]*\$"  # formulas
    r"|^\s*\|[^\n]*"  # tables
    r"|!\[[^\]]*\]\([^)]*\)"  # images
    r"|^\[\^[^\]]+\]:[^\n]*",  # footnotes
    re.DOTALL | re.MULTILINE,
)


@cache
def shipped() -> Collection:
    """Read all decks, as the program does."""
    read = DeckFiles([DECKS]).read()
    return collect(read.decks, Known(), read.problems)


def notes() -> dict[str, Note]:
    """Give every note by its id."""
    return {name: named.note for name, named in shipped().notes.items()}


def cards() -> list[Card]:
    """List what is asked."""
    return list(shipped().cards.values())


def deck_paths() -> list[Path]:
    """List the files that are decks."""
    return sorted(path for path in DECKS.rglob("*.md") if path.name != "README.md")


def prose(text: str) -> str:
    """Blank code, formulas, tables, images and footnotes; an opening space stands for each."""
    return _NO_PROSE.sub(" ", text)


def plain_words(text: str) -> str:
    """Write a text as its words alone, in small letters, one blank between them and around."""
    return " ".join(["", *re.findall(r"[^\W_]+", text.casefold()), ""])
