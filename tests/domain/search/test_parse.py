"""What a person types into the search, and what it finds of one card."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId, DeckId
from flashcards.domain.scheduling.scheduler import Schedule
from flashcards.domain.search.listed import Listed
from flashcards.domain.search.parse import QueryFault, parse_query
from flashcards.domain.search.tree import Between, Either, Every, Not, Says, needed_words
from tests.domain.samples import card, due, study
from tests.domain.search.straight import finds, holds, tree

TODAY = study(100)
NOTE = replace(
    card("l1-vs-l2").note,
    deck=DeckId("ml/Norms"),
    kind="compare",
    body="Sparse weights; l∞, in O(n)",
    topic="ML/regularization",
    round="practitioner",
    tags=("Fundamentals", "math"),
)
CARD = Listed(CardId("l1-vs-l2"), "l1-vs-l2", NOTE)
OVERDUE = due("l1-vs-l2", 90)._replace(
    interval=30, ease=195, lapses=4, reviews=9, last_grade=Grade.HARD,
    first_day=study(60), last_day=study(95),
)  # fmt: skip

FOUND = (
    "", "  ", "-", '""', "sparse", "SPARSE weights", "weights l1-vs", '"sparse weights"', "l∞",
    'spar"se"', "topic:ml", "topic:ML/Regularization", 'topic:"ml"', "-topic:mlx",
    "deck:ml/norms", "kind:compare", "round:practitioner", "tag:fundamentals", "tag:math",
    "is:due", "-is:new", "-is:suspended topic:ml sparse", "-nowhere", "-tag:x",
    "(sparse or dense)", "dense or sparse", "-(dense or tight)", "(dense or (sparse weights))",
    "dense OR topic:ml is:due", "O(n)", "(o(n) or dense)", '"or" or sparse', "-is:orphan",
    "due<=0d", "due<0", "due>-11d", "due:-2w..0", "due:7d", "interval>=30d", "interval:1m",
    "interval>4w", "ease<2.0", "ease<=1.95", "ease=1.95", "ease:1.9..2", "lapses>3", "lapses:4",
    "lapses:4..", "lapses:..4", "reviews>=9 reviews<10", "grade:0..3", "grade=3", "added:41d",
    "added>39d", "added:40d..40d", "reviewed:6d", "reviewed>=5d", "x<3 or sparse",
)  # fmt: skip
NOT_FOUND = (
    "dense", "sparse dense", '"weights sparse"', "-sparse", "topic:m", "topic:regularization",
    "deck:norms", "kind:basic", "round:coding", "tag:fund", "is:new", "-is:due", "Topic:ml",
    "(dense or tight)", "-(sparse or tight)", "dense or tight", "due>0", "due>=1d", "due:-1w..",
    "interval<30d", "ease>=2", "ease<1.95", "lapses>4", "lapses:5..", "grade:0..2", "grade>3",
    "added:40d", "reviewed:5d", "reviewed>5d", "is:orphan", "w>0",
)  # fmt: skip


@pytest.mark.parametrize("query", FOUND)
def test_these_find_the_card(query: str) -> None:
    assert finds(query, CARD, OVERDUE, TODAY)
    assert holds(tree(query), CARD, OVERDUE, TODAY)


@pytest.mark.parametrize("query", NOT_FOUND)
def test_these_do_not(query: str) -> None:
    assert not finds(query, CARD, OVERDUE, TODAY)
    assert not holds(tree(query), CARD, OVERDUE, TODAY)


@pytest.mark.parametrize(
    ("query", "schedule"),
    [
        ("is:new", Schedule(CardId("c"))),
        ("-is:due", Schedule(CardId("c"))),
        ("-due<999d -interval<9 -ease<3 -grade<6 -added<999 -reviewed<999", Schedule(CardId("c"))),
        ("lapses=0 reviews=0", Schedule(CardId("c"))),
        ("-is:due", due("c", 101)),
        ("is:due", due("c", 100)),
        ("is:suspended -is:due", OVERDUE._replace(suspended=True)),
        ("is:buried", OVERDUE._replace(buried_on=TODAY)),
        ("-is:buried", OVERDUE._replace(buried_on=study(99))),
        ("is:flagged", OVERDUE._replace(flagged=True)),
        ("-is:flagged", OVERDUE),
        ("is:leech", OVERDUE._replace(lapses=8)),
        ("-is:leech", OVERDUE._replace(lapses=7)),
    ],
)
def test_a_state_is_that_of_the_schedule(query: str, schedule: Schedule) -> None:
    named = schedule._replace(card=CARD.id)
    assert finds(query, CARD, named, TODAY)
    assert holds(tree(query), CARD, named, TODAY)


def test_a_search_is_a_tree() -> None:
    either = Either((Says("a"), Not(Between("lapses", 4, None))))
    assert tree("b (a or -lapses>3)") == Every((Says("b"), either))
    assert needed_words(tree('b (a or c) "d e" -f topic:g')) == ("b", "d e")
    assert needed_words(tree("b c or d")) == ()


FAULTS = (
    ("topik:ml", "topik", "A search does not know “topik”. Did you mean “topic”?"),
    ("a  is:suspend", "suspend", "does not know “suspend”. Did you mean “suspended”?"),
    ("kind:clooze", "clooze", "does not know “clooze”. Did you mean “cloze”?"),
    ("round:x", "x", "Known: coding, practitioner, system-design, competency."),
    ("-x:y", "x", "does not know “x”. Known: topic, deck, kind, round, tag, is, due, interval,"),
    ("is:", "is:", "Known: due, new, suspended, buried, flagged, leech, orphan."),
    ("a lapsed>3", "lapsed", "A search does not know “lapsed”. Did you mean “lapses”?"),
    ("due<=soon", "soon", "“soon” is not a number of days, weeks, months or years: 7d,"),
    ("ease<2,0", "2,0", "“2,0” is not a number such as 2.3. As in ease<2.0."),
    ("lapses>3d", "3d", "“3d” is not a whole number. As in lapses>3."),
    ("lapses>", "lapses>", "Write a whole number."),
    ("grade:0..x", "0..x", "“x” is not a whole number. As in grade:0..2."),
    ("grade:..", "..", "“..” is not a whole number."),
    ("added:now", "now", "“now” is not a number of days"),
    ("topic:", "topic:", "Nothing stands behind “topic:” to look for."),
    ('a -tag:"" b', 'tag:""', "Nothing stands behind “tag:” to look for."),
    ("deck: ml", "deck:", "Write it right behind the colon, without a space."),
    ('"', '"', "A quotation mark opens here and none closes it."),
    ('sparse "weights l1', '"weights l1', "Put one behind the words it begins."),
    ('topic:"ml', '"ml', "A quotation mark opens here and none closes it."),
    ('"a" b"c', '"c', "A quotation mark opens here and none closes it."),
    ("a (b or c", "(", "This bracket is never closed."),
    ("a b) c", ")", "This bracket closes nothing."),
    ("a () b", "()", "Nothing stands between these brackets"),
    ("a or", "or", "must stand on either side of “or”"),
    ("(or a)", "or", "must stand on either side of “or”"),
    ("(a or) b", "or", "must stand on either side of “or”"),
    ("(" * 30 + "a" + ")" * 30, "(", "too many, one within the other"),
)


@pytest.mark.parametrize(("query", "word", "sentence"), FAULTS)
def test_a_fault_names_the_wrong_word_and_says_what_to_do(
    query: str, word: str, sentence: str
) -> None:
    fault = parse_query(query)
    assert isinstance(fault, QueryFault), fault
    assert query[fault.column - 1 :][: fault.length] == word
    assert sentence in fault.sentence


TERMS = (
    "sparse", "dense", "topic:ml", "is:due", "due<=7d", "ease<2", "lapses:1..4", "-tag:x", "or",
    "(", ")", "-(", '"', "-", "is:", "grade:",
)  # fmt: skip
terms = st.sampled_from(TERMS)


@given(st.text() | st.text(st.sampled_from('abis:-" due<=7.()')) | st.lists(terms).map(" ".join))
def test_any_text_is_a_tree_or_a_fault_with_its_place(text: str) -> None:
    parsed = parse_query(text)
    if isinstance(parsed, QueryFault):
        assert 1 <= parsed.column <= parsed.column + parsed.length - 1 <= len(text)
    else:
        assert finds(text, CARD, OVERDUE, TODAY) == holds(parsed, CARD, OVERDUE, TODAY)
