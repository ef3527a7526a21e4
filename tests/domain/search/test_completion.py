"""What is offered while a search is typed; the cursor stands at the |."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.domain.search.completion import (
    Vocabulary,
    completions,
    unknown_word,
    vocabulary_of,
)
from tests.domain.search.straight import table_of, tree
from tests.domain.search.test_table import listed

WORDS = Vocabulary(
    {
        "topic": {"ml": 40, "ml/regularization": 3, "ml/rnn": 5, "system design": 2},
        "deck": {"papers/Pin": 7},
        "kind": {"cloze": 4},
        "round": {"coding": 6},
        "tag": {"core": 9, "reg": 1},
    }
)


def offered(typed: str) -> list[str]:
    """Give what the search would be, with each offer taken."""
    cursor, text = typed.index("|"), typed.replace("|", "")
    offers = completions(text, cursor, WORDS)
    return [text[: each.start] + each.text + text[each.end :] for each in offers]


@pytest.mark.parametrize(
    ("typed", "offers"),
    [
        ("topic:re|", ["topic:ml/regularization "]),
        ("topic:ml|", ["topic:ml/rnn ", "topic:ml/regularization "]),
        ("topic:r|", ["topic:ml/rnn ", "topic:ml/regularization "]),
        ("is:due topic:sys|", ['is:due topic:"system design" ']),
        ('topic:"system d|', ['topic:"system design" ']),
        ("deck:pin|", ["deck:papers/Pin "]),
        ("a (tag:c| or b", ["a (tag:core  or b"]),
        ("-is:su|", ["-is:suspended "]),
        ("su|", ["is:suspended "]),
        ("reg|", ["topic:ml/regularization ", "tag:reg "]),
        ("rev|", ["reviews>=10", "reviewed:7d"]),
        ("is:s|us", ["is:suspended "]),
        ("grade:|", ["grade:0..2"]),
        ("nothing:|", []),
        ("zzz|", []),
        ('"in a phrase|', []),
        ('"|', []),
        ("tag:core|", []),
    ],
)  # fmt: skip
def test_words_that_there_are_are_offered(typed: str, offers: list[str]) -> None:
    assert offered(typed) == offers


def test_an_empty_search_offers_what_it_knows() -> None:
    told = [(each.text, each.told) for each in completions("", 0, WORDS)]
    assert told[:3] == [
        ("topic:", "a topic, and all below it"),
        ("deck:", "a deck, or a folder of decks"),
        ("kind:", "a kind of note"),
    ]


def test_an_offer_tells_how_many_cards_it_finds() -> None:
    cards = [listed("a", topic="ml/cnn", deck="papers/x"), listed("b", topic="ml")]
    words = vocabulary_of(table_of(*cards))
    assert words.words["topic"] == {"ml/cnn": 1, "ml": 2}
    assert words.words["deck"] == {"papers/x": 1, "papers": 1, "d": 1}
    assert words.words["tag"] == {}
    assert completions("topic:m", 7, words)[0].told == "2 cards"


def test_tags_are_counted_each() -> None:
    words = vocabulary_of(table_of(listed("a", tags=("core", "x")), listed("b", tags=("core",))))
    assert words.words["tag"] == {"core": 2, "x": 1}


def test_a_word_that_no_card_has_is_named() -> None:
    guess = "No card has the topic “ml/regularisation”. Did you mean “ml/regularization”?"
    assert unknown_word(tree("is:due topic:ml/regularisation"), WORDS) == guess
    assert unknown_word(tree("tag:zzzz"), WORDS) == "No card has the tag “zzzz”."
    assert unknown_word(tree("topic:ML words is:due"), WORDS) == ""


@given(st.text(st.sampled_from('atopic:is"( |'), max_size=12), st.integers(0, 12))
def test_at_any_place_of_any_text_an_offer_stands_within_it(text: str, cursor: int) -> None:
    cursor = min(cursor, len(text))
    for each in completions(text, cursor, WORDS):
        assert 0 <= each.start <= cursor <= each.end <= len(text)
