"""Past reviews as CSV: what is read, and how a bad line is told."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flashcards.domain.clock import Moment
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.log.events import Reviewed
from flashcards.interchange.log_csv import CsvFault, PastReview, read_reviews, write_reviews

HEAD = "card,time,grade\n"
ROW = "l1,2026-01-01T12:00:00Z,4\n"
TIME = 1_767_268_800_000
READ = [(Moment(TIME, 0), Reviewed(CardId("l1"), Grade.GOOD))]


def read(text: str) -> list[PastReview] | CsvFault:
    return read_reviews(text.encode())


@pytest.mark.parametrize(
    "text",
    [
        HEAD + ROW,
        "\ufeff" + HEAD + ROW,
        (HEAD + ROW).replace("\n", "\r\n"),
        f"\n{HEAD}\n\n{ROW}\n",
        HEAD + ROW.rstrip(),
        "grade,card,duration_ms,time\n4,l1,,2026-01-01T12:00:00Z\n",
        " Card , TIME,Grade\n l1 , 2026-01-01T12:00:00+00:00 , 4 \n",
        '"card","time","grade"\n"l1","2026-01-01T12:00:00.000000Z","4"\n',
        HEAD + "l1,20260101T120000Z,4\n",
    ],
)
def test_one_review_however_it_is_written(text: str) -> None:
    assert read(text) == READ


@pytest.mark.parametrize(
    ("time", "utc_ms", "offset_min"),
    [
        ("2026-01-01T12:00:00.250+05:30", TIME + 250 - 330 * 60_000, 330),
        ("2026-01-01 12:00-08:00", TIME + 480 * 60_000, -480),
        ("2026-01-01T12:00:00.0009Z", TIME, 0),
    ],
)
def test_a_time_keeps_its_offset(time: str, utc_ms: int, offset_min: int) -> None:
    assert read(f"{HEAD}l1,{time},4") == [(Moment(utc_ms, offset_min), READ[0][1])]


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        ("", 1, "The file is empty."),
        ("\n\n", 1, "The file is empty."),
        ("card;time;grade\n", 1, "There is no column called “card;time;grade”."),
        ("card,time,grad\n", 1, "There is no column called “grad”. Did you mean “grade”?"),
        ("card,time\n", 1, "The column “grade” is missing."),
        ("card,time,grade,card\n", 1, "The column “card” is there twice"),
        ("\n\ncard,tim,grade\n", 3, "There is no column called “tim”."),
        (f"{HEAD}{ROW}l1,2026-01-01T12:00:00Z\n", 3, "row: 2, and in the first line: 3"),
        (f"{HEAD}{ROW}{ROW.strip()},9\n", 3, "Fields in this row: 4"),
        (f"{HEAD},2026-01-01T12:00:00Z,4\n", 2, "This row names no card"),
        (f"{HEAD}\n\nl1,yesterday,4\n", 4, "“yesterday” is no time"),
        (f"{HEAD}l1,2026-01-01,4\n", 2, "“2026-01-01” does not say its offset from UTC"),
        (f"{HEAD}l1,2026-01-01T12:00:00,4\n", 2, "does not say its offset from UTC"),
        (f"{HEAD}l1,0001-01-01T00:00:00+14:00,4\n", 2, "outside the years 1970 to 9998"),
        (f"{HEAD}l1,2026-01-01T12:00:00Z,6\n", 2, "“6” is no grade"),
        (f"{HEAD}l1,2026-01-01T12:00:00Z,-1\n", 2, "“-1” is no grade"),
        (f"{HEAD}l1,2026-01-01T12:00:00Z,4.0\n", 2, "“4.0” is no grade"),
        (f"{HEAD}l1,2026-01-01T12:00:00Z,\n", 2, "“” is no grade"),
        (f"{HEAD}l1,2026-01-01T12:00:00Z,٤\n", 2, "“٤” is no grade"),
        (f"{HEAD.strip()},duration_ms\n{ROW.strip()},1.5\n", 2, "“1.5” is no duration"),
        (f"{HEAD.strip()},duration_ms\n{ROW.strip()},{'9' * 13}\n", 2, "is no duration"),
        (f"{HEAD.strip()},parts\n{ROW.strip()},few\n", 2, "“few” is no number of steps"),
        (
            f"{HEAD.strip()},parts,missed\n{ROW.strip()},1,a b\n",
            2,
            "row: 2, of those in “parts”: 1",
        ),
        (f"{HEAD.strip()},missed\n{ROW.strip()},a\n", 2, "row: 1, of those in “parts”: 0"),
        (f'{HEAD}{ROW}"l1\nl2,2026\n', 3, "This is not CSV: unexpected end of data."),
        (f"{HEAD.strip()},shift\n{ROW.strip()},some\n", 2, "“some” is no shift"),
        (f"{HEAD.strip()},early\n{ROW.strip()},yes\n", 2, "“yes” is neither 1"),
        (f'{HEAD}"l"1,2026-01-01T12:00:00Z,4\n', 2, "This is not CSV"),
        (f"{HEAD}{'x' * 200_000},2026-01-01T12:00:00Z,4\n", 2, "This is not CSV"),
        (f"{HEAD}l1,{'y' * 200},4\n", 2, "“" + "y" * 40 + "…” is no time"),
    ],
)
def test_a_bad_line_is_told(text: str, line: int, sentence: str) -> None:
    fault = read(text)
    assert isinstance(fault, CsvFault)
    assert fault.line == line
    assert sentence in fault.sentence


def test_steps_that_were_missed_come_along() -> None:
    marked = Reviewed(CardId("l1"), Grade.HARD, 9, 5, ("forward", "loss"))
    text = write_reviews([(READ[0][0], marked), *READ])
    assert text == (
        "card,time,grade,duration_ms,parts,missed\n"
        "l1,2026-01-01T12:00:00.000+00:00,3,9,5,forward loss\n"
        "l1,2026-01-01T12:00:00.000+00:00,4,0,0,\n"
    )
    assert read(text) == [(READ[0][0], marked), *READ]
    assert write_reviews(READ).startswith("card,time,grade,duration_ms\n")


def test_a_shift_of_the_due_day_comes_along() -> None:
    moved = Reviewed(CardId("l1"), Grade.GOOD, 9, shift=-2)
    text = write_reviews([(READ[0][0], moved)])
    assert text.splitlines()[0] == "card,time,grade,duration_ms,shift"
    assert read(text) == [(READ[0][0], moved)]


def test_bytes_that_are_no_text_are_told() -> None:
    fault = read_reviews(b"card,time,grade\nl1,\xff\n")
    assert fault == CsvFault(2, "A byte here is not UTF-8; save the file as UTF-8.")


moments = st.builds(
    Moment, st.integers(86_400_000, 253_000_000_000_000), st.integers(-14 * 60, 14 * 60)
)
cards = st.text(st.characters(exclude_categories=("Cs", "Cc", "Z")), min_size=1)
durations = st.integers(0, 999_999_999_999)
steps = st.lists(cards, max_size=4).map(tuple)
answers = st.builds(
    lambda card, grade, duration, unmissed, missed, shift, early: Reviewed(
        CardId(card), grade, duration, unmissed + len(missed), missed, shift, early
    ),
    *(cards, st.sampled_from(Grade), durations, st.integers(0, 9), steps, st.integers(-99, 99)),
    st.booleans(),
)


@settings(deadline=None)
@given(st.lists(st.tuples(moments, answers)))
def test_what_is_written_is_read_back(reviews: list[PastReview]) -> None:
    assert read_reviews(write_reviews(reviews).encode()) == reviews


@settings(deadline=None)
@given(st.binary())
def test_no_content_raises(content: bytes) -> None:
    read_reviews(content)
    read_reviews(HEAD.encode() + content)
