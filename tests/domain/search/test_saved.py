"""Searches under a name, within other searches."""

import pytest

from flashcards.domain.search.completion import completions, reference
from flashcards.domain.search.parse import QueryFault, parse_query
from tests.domain.search.test_completion import WORDS

SAVED = {
    "weak graphs": "topic:graphs lapses>3",
    "core": "tag:core or round:coding",
    "both": '@core -@"weak graphs"',
    "round": "@and",
    "and": "@Round",
    "broken": "topic:graphs is:dew",
}


def read(text: str) -> object:
    return parse_query(text, saved=SAVED)


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ('@"weak graphs"', "topic:graphs lapses>3"),
        ("@CORE is:due", "(tag:core or round:coding) is:due"),
        ("-@core", "-(tag:core or round:coding)"),
        ("@both", "(tag:core or round:coding) -(topic:graphs lapses>3)"),
        ("(@core)", "tag:core or round:coding"),
        ('"@core"', '"@core"'),
        ("a@core", "a@core"),
    ],
)
def test_a_name_stands_for_its_search(typed: str, plain: str) -> None:
    assert read(typed) == read(plain)


@pytest.mark.parametrize(
    ("typed", "column", "length", "sentence"),
    [
        ("is:due @cor", 8, 4, "There is no saved search “cor”. Did you mean “core”?"),
        ("@", 1, 1, 'There is no saved search “”. The sign itself is written “"@"”.'),
        ("@round", 1, 6, "The saved search “round” cannot be read: The saved search “and” cannot"),
        (
            "@broken",
            1,
            7,
            "The saved search “broken” cannot be read: A search does not know “dew”.",
        ),
    ],
)
def test_what_cannot_be_read_is_marked_where_it_is_named(
    typed: str, column: int, length: int, sentence: str
) -> None:
    fault = read(typed)
    assert isinstance(fault, QueryFault)
    assert (fault.column, fault.length) == (column, length)
    assert fault.sentence.startswith(sentence)


def test_searches_that_ask_for_each_other_come_to_an_end() -> None:
    fault = read("@round")
    assert isinstance(fault, QueryFault)
    assert fault.sentence.endswith("The saved search “round” asks for itself.")


@pytest.mark.parametrize(
    ("typed", "offers"),
    [
        ("@", ['@"weak graphs" ', "@core "]),
        ("@GRA", ['@"weak graphs" ']),
        ("is:due (-@co", ["@core "]),
        ("topic:@", []),
    ],
)
def test_names_are_offered_once_the_sign_is_typed(typed: str, offers: list[str]) -> None:
    found = completions(typed, len(typed), WORDS, ("weak graphs", "core"))
    assert [(each.text, each.told) for each in found] == [
        (text, "a search you saved") for text in offers
    ]


def test_a_name_is_quoted_where_it_must_be() -> None:
    assert [reference(name) for name in ("core", "weak graphs", "o(n)")] == [
        "@core",
        '@"weak graphs"',
        '@"o(n)"',
    ]
