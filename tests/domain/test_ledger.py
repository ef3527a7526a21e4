"""Answers in few bytes, and what is counted from them."""

from hypothesis import given
from hypothesis import strategies as st

from flashcards.domain.clock import Day
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.ledger import Ledger, Row, Sort, packed, together, unpacked

ROWS = st.builds(
    Row,
    st.sampled_from([CardId("a"), CardId("b")]),
    st.integers(719_163, 719_170).map(Day),
    st.integers(0, 23),
    st.sampled_from(Grade),
    st.sampled_from(Sort),
    st.integers(0, 2**31),
)


def ledger(rows: list[Row]) -> Ledger:
    found = Ledger()
    for row in rows:
        found.add(row)
    return found


@given(ROWS)
def test_a_code_holds_the_whole_answer(row: Row) -> None:
    assert unpacked(row.card, packed(row), row.duration_ms) == row
    assert packed(row._replace(day=Day(3_652_059))) < 2**32


@given(st.lists(ROWS, max_size=30))
def test_what_was_counted_as_it_came_is_what_is_counted_anew(rows: list[Row]) -> None:
    found = ledger(rows)
    anew = found.count({CardId("a"), CardId("b"), CardId("never seen")})
    assert anew == found.total
    assert sum(its.answers for its in anew.days.values()) == len(found) == len(rows)


@given(st.lists(ROWS, min_size=1, max_size=30))
def test_the_last_answer_can_be_taken_back(rows: list[Row]) -> None:
    found = ledger(rows)
    assert found.take_back() == rows[-1]
    assert found == ledger(rows[:-1]) or rows[-1].card not in {row.card for row in rows[:-1]}
    assert found.total == ledger(rows[:-1]).total


def test_only_the_cards_and_days_asked_for_are_counted() -> None:
    a = Row(CardId("a"), Day(719_163), 9, Grade.GOOD, Sort.YOUNG, 5)
    found = ledger([a, a._replace(card=CardId("b")), a._replace(day=Day(719_165))])
    count = found.count({CardId("a")})
    ((day, its),) = count.between(Day(719_163), Day(719_164))
    assert (day, its.answers, its.number(Grade.GOOD, Sort.YOUNG)) == (719_163, 1, 1)
    assert (its.given[9], its.right[9], its.of(Sort.FIRST), its.duration_ms) == (1, 1, 0, 5)
    both = together(its for _, its in count.between(Day(0), Day(999_999)))
    assert (both.given[9], both.number(Grade.GOOD, Sort.YOUNG), both.duration_ms) == (2, 2, 10)
