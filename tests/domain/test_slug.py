"""Readable names made from text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.domain.slug import LONGEST, slug


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Effect on weights", "effect-on-weights"),
        ("  L1 vs. L2!  ", "l1-vs-l2"),
        ("snake_case", "snake-case"),
        ("Straße", "strasse"),
        ("\ufb01le ①", "file-1"),
        ("学習率", "学習率"),
        ("a/b", "a-b"),
    ],
)
def test_words_are_joined_by_hyphens(text: str, name: str) -> None:
    assert slug(text) == name


def test_text_without_words_is_named_by_its_hash() -> None:
    assert slug("+") != slug("−")
    assert re.fullmatch(r"[0-9a-f]{8}", slug("+"))
    assert slug("\udcff") == slug("\udcff")


def test_a_long_text_is_cut_and_still_told_from_its_like() -> None:
    first, second = slug("word " * 20 + "one"), slug("word " * 20 + "two")
    assert first != second
    assert first.startswith("word-word-")
    assert len(first) <= LONGEST + 9


@given(st.text())
def test_a_name_has_no_character_that_ids_use_otherwise(text: str) -> None:
    name = slug(text)
    assert name
    assert not set(name) & set("/~ \n_")
