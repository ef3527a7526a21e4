"""The template of all translations, drawn out of the code; and what a translation compiles to."""

from collections.abc import Iterator
from datetime import UTC, datetime
from inspect import cleandoc
from io import BytesIO
from typing import Any

import click
from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from flashcards.cli.main import flashcards
from flashcards.domain.tongue import ENGLISH, LANGUAGES
from flashcards.store.catalogues import FOLDER, NAME
from tests.house.sources import ROOT, paths

TEMPLATE = FOLDER / f"{NAME}.pot"
LOCALES = [language for language in LANGUAGES if language != ENGLISH]
SAYING = ("tr", "later", "__init__", "CommandError", "NoteError")
"""What is given a sentence; an error takes it as ``tr`` does."""

KEYWORDS: dict[str, Any] = {
    **dict.fromkeys(SAYING),
    **{"trn": (1, 2), "both": (1, 2), "trc": ((1, "c"), 2)},
}
_THEN = datetime(2026, 1, 1, tzinfo=UTC)  # so that only sentences change a file


def template() -> Catalog:
    """Draw every sentence out of the code, with the files in which it stands."""
    drawn = Catalog(project="Flashcards", version="0.1.0", creation_date=_THEN, charset="utf-8")
    drawn.header_comment = "# The sentences of Flashcards; made by `make words`."
    for path in paths("flashcards", "*.py"):
        with (ROOT / path).open("rb") as source:
            for _line, message, _comments, context in extract("python", source, KEYWORDS):
                drawn.add(message, locations=[(path, 0)], context=context)
    for message in help_texts(flashcards):
        drawn.add(message, locations=[("flashcards/cli", 0)])
    drawn.add("[required]", locations=[("flashcards/cli", 0)])
    return drawn


def help_texts(command: click.Command) -> Iterator[str]:
    """Give what ``--help`` says: of a command, its options, and its own commands."""
    yield cleandoc(command.help or "")
    context = click.Context(command, help_option_names=["-h", "--help"])
    options = command.get_params(context)
    yield from (each.help for each in options if isinstance(each, click.Option) and each.help)
    for each in command.commands.values() if isinstance(command, click.Group) else ():
        yield from help_texts(each)


def po_path(language: str) -> str:
    """Name a language's translations, below the locale folder."""
    return f"{language}/LC_MESSAGES/{NAME}.po"


def translation(language: str) -> Catalog:
    """Read what people wrote."""
    with (FOLDER / po_path(language)).open("rb") as file:
        return read_po(file, locale=language)


def written(catalogue: Catalog) -> bytes:
    """Write a catalogue as text, with the files but not the lines of its sentences."""
    text = BytesIO()
    write_po(text, catalogue, width=100, sort_by_file=True, include_lineno=False)
    return text.getvalue()


def compiled(catalogue: Catalog) -> bytes:
    """Compile a catalogue."""
    binary = BytesIO()
    write_mo(binary, catalogue)
    return binary.getvalue()


def renew() -> None:
    """Write the template, bring every translation up to date with it, and compile them."""
    drawn = template()
    TEMPLATE.write_bytes(written(drawn))
    for language in LOCALES:
        path = FOLDER / po_path(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists():
            catalogue = translation(language)
        else:
            catalogue = Catalog(language, project="Flashcards", version="0.1.0", fuzzy=False)
            catalogue.creation_date = catalogue.revision_date = _THEN
        catalogue.update(drawn, no_fuzzy_matching=True)
        path.write_bytes(written(catalogue))
        path.with_suffix(".mo").write_bytes(compiled(catalogue))
