"""A search by way of the index finds what a look at every card finds."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flashcards.domain.clock import Day
from flashcards.domain.scheduling.scheduler import Schedule
from flashcards.services.cards import find_cards
from flashcards.services.library import Library
from flashcards.store.index import Index
from tests.domain.search.straight import holds, tree
from tests.services.fakes import library_on

DECKS = {
    "norms": "## L1 norm {#l1 .reversed}\n\nDrives “small” WEIGHTS to zero.\n"
    "\n## Straße?\n\nGroß.\n",
    "cloze": "## Élan {#gap .cloze}\n\nIt adds {{L1::which norm?}} and {{L2}}.\n",
    "table": "## A vs B {#ab .compare}\n\n||a|b|\n|-|-|-|\n|Output range|x|y|\n",
}
TEXT = "".join(DECKS.values()) + " ab/output-range l1/back gap/l2 [which norm?] — zero. ↩ strasse"
pieces = st.builds(
    lambda at, size: TEXT[at : at + size], st.integers(0, len(TEXT)), st.integers(1, 9)
)
anything = st.text(alphabet='abnorm1 sßé-/"%*', max_size=6)


def scanned(library: Library, query: str) -> list[str]:
    """Look at every card."""
    node, listed = tree(query), library.listed()
    return [card.id for card in listed if holds(node, card, Schedule(card.id), Day(1))]


@pytest.fixture(scope="module")
def library() -> Library:
    return library_on(DECKS)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(pieces, anything), max_size=3))
def test_words_find_what_a_scan_finds(library: Library, words: list[str]) -> None:
    plain = [word.replace('"', "").strip() for word in words]
    query = " ".join(f'"{word}"' for word in plain if word)
    assert [row.id for row in find_cards(library, query)] == scanned(library, query)


def test_only_files_that_may_say_a_word_are_looked_at(library: Library) -> None:
    index = library._outside.index
    assert index.files_saying(["which norm?"]) == {"cloze.md"}
    assert index.files_saying(["weights", "strasse"]) == {"norms.md"}
    assert index.files_saying(["nowhere"]) == set()
    assert index.files_saying(["l1"]) is None


def test_what_was_saved_meanwhile_is_found() -> None:
    texts = dict(DECKS)
    library = library_on(texts)
    assert find_cards(library, "gradient") == []
    texts["norms"] = "## What is a gradient?\n\nSteep.\n"
    library.load()
    assert [row.prompt for row in find_cards(library, "gradient")] == ["What is a gradient?"]
    assert find_cards(library, "weights") == []


def test_while_another_program_writes_every_card_is_looked_at(tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    index, other = Index(path), sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert index.files_saying(["anything"]) is None
    other.close()
    assert index.files_saying(["anything"]) == set()
    index.close()
