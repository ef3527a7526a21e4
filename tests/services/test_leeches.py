"""Cards that keep being forgotten."""

from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.log.events import Reviewed, Suspended
from flashcards.domain.settings import Settings
from flashcards.services.leeches import leeches_view
from flashcards.services.library import Library
from tests.services.fakes import SetClock, library_on

DECK = {"d": "## Hard? {#hard}\nA.\n\n## Harder? {#harder}\nB.\n\n## Easy? {#easy}\nC.\n"}


def forget(library: Library, clock: SetClock, **times: int) -> None:
    """Answer each card once, then forget it so many times, each on another day."""
    for day in range(max(times.values()) + 1):
        for card, count in times.items():
            if day <= count:
                library.record(Reviewed(CardId(card), Grade.AGAIN), library.now())
        clock.go(days=2)


def test_the_worst_come_first() -> None:
    clock = SetClock()
    library = library_on(DECK, clock=clock)
    forget(library, clock, hard=8, harder=10, easy=7)
    found = leeches_view(library)
    assert found.count == 2
    assert [(leech.prompt, leech.lapses) for leech in found.worst] == [
        ("Harder?", 10),
        ("Hard?", 8),
    ]
    assert (found.worst[0].file, found.worst[0].line) == ("d.md", 4)


def test_how_often_is_a_setting() -> None:
    clock = SetClock()
    library = library_on(DECK, clock=clock, settings=Settings(leech_lapses=3))
    forget(library, clock, hard=3)
    assert leeches_view(library).count == 1


def test_a_suspended_card_is_out_of_the_way() -> None:
    clock = SetClock()
    library = library_on(DECK, clock=clock)
    forget(library, clock, hard=8)
    library.record(Suspended(CardId("hard")), library.now())
    assert leeches_view(library).count == 0
