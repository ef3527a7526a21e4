"""Search: words, and fields such as ``topic:ml``."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.domain.ids import CardId, DeckId
from flashcards.domain.scheduling.scheduler import Schedule
from flashcards.domain.search import Listed, Query, QueryFault, parse_query
from tests.domain.samples import card, due, study

TODAY = study(100)
NOTE = replace(
    card("l1-vs-l2").note,
    deck=DeckId("ml/Norms"),
    kind="compare",
    body="Sparse weights; l∞",
    topic="ML/regularization",
    round="practitioner",
    tags=("Fundamentals", "math"),
)
CARD = Listed(CardId("l1-vs-l2"), "l1-vs-l2", NOTE)
OVERDUE = due("l1-vs-l2", 90)


def finds(query: str, schedule: Schedule = OVERDUE, found: Listed = CARD) -> bool:
    parsed = parse_query(query)
    assert isinstance(parsed, Query), parsed
    return parsed.matches(found, schedule, TODAY)


FOUND = (
    "", "  ", "-", '""', "sparse", "SPARSE weights", "weights l1-vs", '"sparse weights"', "l∞",
    'spar"se"', "topic:ml", "topic:ML/Regularization", 'topic:"ml"', "-topic:mlx",
    "deck:ml/norms", "kind:compare", "round:practitioner", "tag:fundamentals", "tag:math",
    "is:due", "-is:new", "-is:suspended topic:ml sparse", "-nowhere", "-tag:x",
)  # fmt: skip
NOT_FOUND = (
    "dense", "sparse dense", '"weights sparse"', "-sparse", "topic:m", "topic:regularization",
    "deck:norms", "kind:basic", "round:coding", "tag:fund", "is:new", "-is:due", "Topic:ml",
)  # fmt: skip


@pytest.mark.parametrize("query", FOUND)
def test_these_find_the_card(query: str) -> None:
    assert finds(query)


@pytest.mark.parametrize("query", NOT_FOUND)
def test_these_do_not(query: str) -> None:
    assert not finds(query)


@pytest.mark.parametrize(
    ("query", "schedule"),
    [
        ("is:new", Schedule(CardId("c"))),
        ("-is:due", Schedule(CardId("c"))),
        ("-is:due", due("c", 101)),
        ("is:due", due("c", 100)),
        ("is:suspended -is:due", replace(OVERDUE, suspended=True)),
        ("is:buried", replace(OVERDUE, buried_on=TODAY)),
        ("-is:buried", replace(OVERDUE, buried_on=study(99))),
        ("is:flagged", replace(OVERDUE, flagged=True)),
        ("-is:flagged", OVERDUE),
        ("is:leech", replace(OVERDUE, lapses=8)),
        ("-is:leech", replace(OVERDUE, lapses=7)),
    ],
)
def test_a_state_is_that_of_the_schedule(query: str, schedule: Schedule) -> None:
    assert finds(query, schedule)


@pytest.mark.parametrize(
    ("query", "column", "sentence"),
    [
        ("topik:ml", 1, "A search does not know “topik”. Did you mean “topic”?"),
        ("a  is:suspend", 4, "A search does not know “suspend”. Did you mean “suspended”?"),
        ("-x:y", 1, "A search does not know “x”. Known: topic, deck, kind, round, tag, is."),
        (
            "is:",
            1,
            "A search does not know “is:”. Known: due, new, suspended, buried, flagged, leech.",
        ),
    ],
)
def test_what_a_search_does_not_know_is_a_fault_in_words(
    query: str, column: int, sentence: str
) -> None:
    assert parse_query(query) == QueryFault(column, sentence)


@pytest.mark.parametrize(
    ("query", "column", "sentence"),
    [
        ("topic:", 1, "Nothing stands behind “topic:” to look for."),
        ('a -tag:"" b', 3, "Nothing stands behind “tag:” to look for."),
        ("deck: ml", 1, "Write it right behind the colon, without a space."),
        ('"', 1, "A quotation mark opens here and none closes it."),
        ('sparse "weights l1', 8, "Put one behind the words it begins."),
        ('topic:"ml', 7, "A quotation mark opens here and none closes it."),
        ('"a" b"c', 6, "A quotation mark opens here and none closes it."),
    ],
)
def test_what_is_missing_in_a_search_is_a_fault_in_words(
    query: str, column: int, sentence: str
) -> None:
    fault = parse_query(query)
    assert isinstance(fault, QueryFault)
    assert fault.column == column
    assert sentence in fault.sentence


@given(st.text() | st.text(st.sampled_from('abis:-" due')))
def test_any_text_is_a_query_or_a_fault(text: str) -> None:
    parsed = parse_query(text)
    if isinstance(parsed, Query):
        parsed.matches(CARD, OVERDUE, TODAY)
    else:
        assert 1 <= parsed.column <= len(text)
