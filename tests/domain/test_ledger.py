"""Answers in few bytes, and what is counted from them."""

from hypothesis import given
from hypothesis import strategies as st

from flashcards.domain.clock import Day
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.ledger import Ledger, Row, Sort, packed, unpacked

ROWS = st.builds(
    Row,
    st.sampled_from([CardId("a"), CardId("b")]),
    st.integers(719_163, 719_170).map(Day),
    st.integers(0, 23),
    st.sampled_from(Grade),
    st.sampled_from(Sort),
    st.integers(0, 2**31),
)
ALL = (Day(1), Day(999_999))


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
    assert sorted(anew.answers(*ALL)) == sorted(found.total.answers(*ALL))
    assert sorted(anew.by_hour(*ALL)) == sorted(found.total.by_hour(*ALL))
    assert anew.times == found.total.times
    assert sum(one.number for one in anew.answers(*ALL)) == len(found) == len(rows)


@given(st.lists(ROWS, min_size=1, max_size=30))
def test_the_last_answer_can_be_taken_back(rows: list[Row]) -> None:
    found = ledger(rows)
    assert found.take_back() == rows[-1]
    before = ledger(rows[:-1])
    assert sorted(found.total.answers(*ALL)) == sorted(before.total.answers(*ALL))
    assert found.total.times == before.total.times


def test_only_the_cards_and_days_asked_for_are_counted() -> None:
    a = Row(CardId("a"), Day(719_163), 9, Grade.GOOD, Sort.YOUNG, 5)
    found = ledger([a, a._replace(card=CardId("b")), a._replace(day=Day(719_165))])
    count = found.count({CardId("a")})
    (one,) = count.answers(Day(719_163), Day(719_164))
    assert (one.grade, one.sort, one.number) == (Grade.GOOD, Sort.YOUNG, 1)
    (hour,) = count.by_hour(Day(719_164), Day(719_165))
    assert (hour.hour, hour.ok, hour.number) == (9, True, 1)
