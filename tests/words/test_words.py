"""The catalogues: what is in them can be said."""

import ast
from collections.abc import Iterator
from contextlib import suppress
from string import Formatter

import pytest
from babel.messages.catalog import Message

from flashcards.domain.tongue import ENGLISH
from flashcards.store.catalogues import FOLDER, catalogue
from tests.house.sources import modules
from tests.words.catalogues import (
    KEYWORDS,
    LOCALES,
    TEMPLATE,
    compiled,
    po_path,
    template,
    translation,
    written,
)


def gaps(text: str) -> set[str]:
    """Name the gaps of a sentence; one whose braces are text has none."""
    with suppress(ValueError):
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    return set()


@pytest.mark.parametrize("language", LOCALES)
def test_a_language_is_shipped_whole(language: str) -> None:
    missing = [
        message.id
        for message in translation(language)
        if message.id and not all(every(message.string or ""))
    ]
    assert missing == []


@pytest.mark.parametrize("language", LOCALES)
def test_a_translation_has_the_gaps_of_its_sentence(language: str) -> None:
    wrong = [
        (original, said)
        for message in translation(language)
        if message.id
        for original, said in pairs(message)
        if said and gaps(original) - {"count"} != gaps(said) - {"count"}
    ]
    assert wrong == []


def pairs(message: Message) -> list[tuple[str, str]]:
    """Put each form beside the one that it translates; the last one is of many things."""
    originals, forms = every(message.id), every(message.string or "")
    return [(originals[min(place, len(originals) - 1)], form) for place, form in enumerate(forms)]


def every(said: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said)


def test_the_template_has_every_sentence_of_the_code() -> None:
    """Where this fails, ``make words`` draws them out again."""
    assert TEMPLATE.read_bytes() == written(template())


@pytest.mark.parametrize("language", LOCALES)
def test_a_translation_begins_and_ends_as_its_sentence_does(language: str) -> None:
    """A blank or a line's end there joins it to what stands beside it."""
    wrong = [
        original
        for message in translation(language)
        if message.id
        for original, said in pairs(message)
        if said and edges(original) != edges(said)
    ]
    assert wrong == []


def edges(text: str) -> tuple[str, str]:
    """Give the blanks at both ends."""
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


@pytest.mark.parametrize("language", LOCALES)
def test_a_translation_knows_its_sentences_only_and_is_sure_of_them(language: str) -> None:
    known = {(message.id, message.context) for message in template()}
    found = [message for message in translation(language) if message.id]
    assert [message.id for message in found if (message.id, message.context) not in known] == []
    assert [message.id for message in found if message.fuzzy] == []


def test_no_sentence_is_lost_on_its_way_to_the_template() -> None:
    drawn = {every(message.id)[0] for message in template() if message.id}
    assert set(sentences()) - drawn == set()


def sentences() -> Iterator[str]:
    """Find what stands in the code as a sentence by its syntax, however deep in other calls."""
    for module in modules("flashcards"):
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and (name := called(node)) in KEYWORDS:
                for text in node.args[name == "trc" :][:1]:
                    if isinstance(text, ast.Constant) and isinstance(text.value, str):
                        yield text.value


def called(call: ast.Call) -> str:
    """Name what is called."""
    return str(getattr(call.func, "id", getattr(call.func, "attr", "")))


@pytest.mark.parametrize("language", LOCALES)
def test_what_is_loaded_is_what_was_written(language: str) -> None:
    path = FOLDER / po_path(language)
    assert path.with_suffix(".mo").read_bytes() == compiled(translation(language))


@pytest.mark.parametrize("language", LOCALES)
def test_a_language_of_the_settings_can_be_loaded(language: str) -> None:
    assert catalogue(language) is not None


def test_english_needs_no_catalogue_and_an_unknown_language_has_none() -> None:
    assert catalogue(ENGLISH) is None
    assert catalogue("tlh") is None
