"""What an answer leaves in memory: a little, and not more after many than after few."""

import gc
import tracemalloc
from collections.abc import Iterator

import pytest

from flashcards.domain.grade import Grade
from flashcards.domain.settings import Settings
from flashcards.services.session import Session
from tests.services.conftest import Place

CARDS, ANSWERS, MOST_BYTES = 600, 150, 2_000
"""Of a sitting, what undo needs; of each card, that it was answered."""


@pytest.fixture(autouse=True)
def _traced() -> Iterator[None]:
    tracemalloc.start()
    yield
    tracemalloc.stop()


def left_behind(session: Session, grade: Grade) -> float:
    """Answer, and tell how many bytes an answer leaves."""
    gc.collect()
    before, _ = tracemalloc.get_traced_memory()
    for _ in range(ANSWERS):
        session.answer(grade, 1_000)
    gc.collect()
    return (tracemalloc.get_traced_memory()[0] - before) / ANSWERS


@pytest.mark.parametrize("grade", [Grade.GOOD, Grade.AGAIN], ids=["known", "forgotten"])
def test_the_hundredth_answer_leaves_as_little_as_the_tenth(place: Place, grade: Grade) -> None:
    place.write("".join(f"## card {number}\n\nanswer\n\n" for number in range(CARDS)))
    library = place.library(Settings(new_per_day=CARDS))
    session = Session(library)
    left_behind(session, grade)
    assert left_behind(session, grade) < MOST_BYTES
    place.write("## one\n\nmore\n", "other")
    library.load()
    session.refresh()
    assert left_behind(session, grade) < MOST_BYTES
    for _ in range(3 * ANSWERS):
        session.undo()
    assert session.view().left == CARDS
    assert not session.view().undo
