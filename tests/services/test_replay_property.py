"""Whatever is done in whatever order: memory and cache are what a replay of the log gives."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from flashcards.domain.errors import FlashcardsError
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.log.events import Reviewed
from flashcards.domain.log.replay import replay
from flashcards.domain.scheduling.scheduler import Schedule
from flashcards.domain.scheduling.sm2 import Sm2
from flashcards.services.deciding import decide
from flashcards.services.library import Library
from flashcards.services.session import Session
from flashcards.services.transfer import export_reviews, import_reviews
from tests.services.conftest import FIVE, Place

Schedules = Mapping[CardId, Schedule]

ON_A_CARD = ("bury", "suspend", "flag")
ALWAYS = ("undo", "redo", "restart")
DECISIONS = ("same", "different")
WORDS = ("penalty", "penallty", "pennalty", "fine")
GAPS = "## Net {#net .cloze}\nElastic net adds the {{L1 penalty}} to the sum of {{squares}}.\n"

steps = st.one_of(
    st.sampled_from(list(Grade)),
    st.sampled_from(list(Grade)),
    st.sampled_from([*ON_A_CARD, *ALWAYS, "undo"]),
    st.tuples(st.just("wait"), st.sampled_from([-40.0, -1.0, 0.2, 1.0, 7.0])),
    st.tuples(st.just("edit"), st.sampled_from("abcde")),
    st.tuples(st.just("import"), st.integers(-50, 3)),
    st.tuples(st.just("reword"), st.sampled_from(WORDS)),
    st.tuples(st.sampled_from(DECISIONS), st.sampled_from("abcde"), st.sampled_from("abcde")),
)


def touched(schedules: Schedules) -> Schedules:
    """Leave out what is as new: a card whose every event was undone."""
    return {name: found for name, found in schedules.items() if found != Schedule(name)}


def told(library: Library) -> Schedules:
    """Add up the log, without memory and cache."""
    return replay(library.events(), Sm2(), library.settings.rollover_hour)


def read_again(library: Library, session: Session) -> None:
    """Do what a saved deck does; what waits to be asked is there to be asked."""
    library.load()
    session.refresh()
    asked = session.view()
    assert (asked.card is None) == (asked.left == 0)


def act(place: Place, library: Library, session: Session, step: object) -> None:
    """Do one step, where it can be done."""
    match step:
        case Grade():
            if session.view().card:
                session.answer(step, 10, 2, ("missed",) * (step < Grade.GOOD))
        case str() if step in ALWAYS or session.view().card:
            getattr(session, step)()
        case ("wait", float(days)):
            place.clock.go(days)
        case ("edit", str(name)):
            place.write(FIVE.replace(f"## {name} ", f"# {name} "))
            read_again(library, session)
        case ("reword", str(word)):
            place.write(GAPS.replace("penalty", word), "gaps")
            read_again(library, session)
        case (str(verb), str(new), str(old)):
            with suppress(FlashcardsError):
                decide(library, verb, new, old)
            read_again(library, session)
        case ("import", int(days)):
            at = place.clock()
            past = type(at)(at.utc_ms + days * 86_400_000, 120)
            rows = [Reviewed(CardId(name), Grade.HARD) for name in ("c", "net/l1-penalty")]
            import_reviews(library, [(past, fact) for fact in rows])
            assert import_reviews(library, export_reviews(library)).added == 0


@settings(max_examples=30, deadline=None)
@given(st.lists(steps, max_size=40))
def test_memory_and_cache_are_what_the_log_adds_up_to(done: list[object]) -> None:
    with TemporaryDirectory() as folder:
        place = Place(Path(folder))
        place.write(GAPS, "gaps")
        library = place.library()
        session = Session(library)
        for step in done:
            act(place, library, session, step)
        assert touched(library.schedules) == touched(told(library))
        library.load()
        assert touched(library.schedules) == touched(told(library))
        assert touched(place.library().schedules) == touched(told(library))
        place.close()


@settings(max_examples=15, deadline=None)
@given(st.lists(steps, max_size=25))
def test_taking_back_every_step_of_a_sitting_leaves_what_was_there(done: list[object]) -> None:
    with TemporaryDirectory() as folder:
        place = Place(Path(folder))
        place.write(GAPS, "gaps")
        library = place.library()
        first = Session(library)
        for grade in (Grade.GOOD, Grade.AGAIN, *[Grade.GOOD] * 4):
            first.answer(grade, 1)
        before = touched(library.schedules)
        session = Session(library)
        for step in done:
            if not isinstance(step, tuple) or step[0] not in ("import", *DECISIONS):
                act(place, library, session, step)
        while session.view().undo:
            session.undo()
        act(place, library, session, ("reword", "penalty"))
        assert touched(library.schedules) == before
        assert touched(place.library().schedules) == before
        place.close()
