"""Past reviews go out under names that an empty log gives, and come back to the same notes."""

from flashcards.domain.grade import Grade
from flashcards.domain.log.events import Reviewed
from flashcards.services.transfer import export_reviews, import_reviews
from tests.services.fakes import MemoryFile, MemoryLog, SetClock, library_on

ANSWER = "Its slope stays constant near zero, so it drives small weights to exactly zero.\n\n"
OLD, NEW = f"## What does L1 do?\n{ANSWER}", f"## What do L1 penalties do?\n{ANSWER}"


def test_a_vanished_note_goes_out_under_the_name_of_its_last_text() -> None:
    """Or else its reviews would go to the note that has its first text now."""
    clock, log = SetClock(), MemoryLog(MemoryFile())
    library = library_on({"a": OLD}, log=log, clock=clock)
    first = next(library.cards()).id
    library.record(Reviewed(first, Grade.GOOD), clock())
    library_on({"a": NEW}, log=log, clock=clock)
    library = library_on({"a": NEW + OLD}, log=log, clock=clock)
    reworded, again = (card.id for card in library.cards())
    assert reworded == first
    library.record(Reviewed(again, Grade.EASY), clock())
    library = library_on({"a": OLD}, log=log, clock=clock)
    assert [card.id for card in library.cards()] == [again]
    rows = export_reviews(library)
    assert import_reviews(library, rows).added == 0
    elsewhere = library_on({"a": OLD})
    assert import_reviews(elsewhere, rows).added == 2
    (there,) = elsewhere.cards()
    assert elsewhere.schedule_of(there.id).last_grade is Grade.EASY
    assert len(elsewhere.schedules) == 2
