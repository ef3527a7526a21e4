"""What is being named where the cursor stands, and the words that fit."""

import pytest

from flashcards.domain.deck.completion import Wanted, fitting, wanted
from flashcards.domain.deck.tokens import FRONT, TEXT


@pytest.mark.parametrize(
    ("before", "state", "sort", "letters"),
    [
        ("## What? {.cl", TEXT, "kind", "cl"),
        ("## What? {#a .", TEXT, "kind", ""),
        ("## What? {.compare.co", TEXT, "kind", "co"),
        ("## What? {#rel", TEXT, "id", "rel"),
        ("## What? {topic=ml/", TEXT, "topic", "ml/"),
        ('## What? {tags="gpu nu', TEXT, "tag", "nu"),
        ("## What? {#a ver", TEXT, "attribute", "ver"),
        ("see ![a plot](images/p", TEXT, "image", "images/p"),
        ("topic: ml/re", FRONT, "topic", "ml/re"),
        ("round: ", FRONT, "round", ""),
        ("tags: [one, tw", FRONT, "tag", "tw"),
        ("ti", FRONT, "header", "ti"),
    ],
)
def test_it_is_told_by_what_stands_before_the_cursor(
    before: str, state: int, sort: str, letters: str
) -> None:
    assert wanted(before, state) == Wanted(sort, letters)


@pytest.mark.parametrize("before", ["plain .cl", "## What? {.cloze} ", "[a](b", "## {x | y", ""])
def test_elsewhere_nothing_is_named(before: str) -> None:
    assert wanted(before, TEXT) is None


def test_a_title_is_the_authors_own() -> None:
    assert wanted("title: My deck", FRONT) is None


def test_words_that_begin_so_come_first() -> None:
    assert fitting("l", ["ml", "loss", "l", "nlp", "Loss"]) == ["Loss", "loss", "ml", "nlp"]
