"""A sitting on the real store: every step is in the log, and can be taken back."""

from collections.abc import Callable

import pytest

from flashcards.domain.clock import Day
from flashcards.domain.grade import FOUR_GRADES, Grade
from flashcards.domain.ids import CardId
from flashcards.domain.log.events import Event, Reviewed
from flashcards.domain.queue.scope import Scope
from flashcards.domain.scheduling.scheduler import Schedule
from flashcards.domain.settings import Settings
from flashcards.services.cards import card_details
from flashcards.services.deciding import decide
from flashcards.services.session import Session
from flashcards.services.today import day_plan
from flashcards.store.event_log import EventLog
from tests.services.conftest import FIVE, Place

A = CardId("a")


def asked(session: Session) -> str:
    """Name the card that is asked; a dash where the day is done."""
    card = session.view().card
    return card.id if card else "-"


def order(session: Session, *grades: int) -> str:
    """Grade card after card, and tell which were asked."""
    names = []
    for grade in grades:
        names.append(asked(session))
        session.answer(Grade(grade), 1000)
    return " ".join([*names, asked(session)])


def test_cards_are_asked_in_turn_until_the_day_is_done(place: Place) -> None:
    assert order(Session(place.library()), 4, 5, 4, 5, 4) == "a b c d e -"


def test_what_comes_next_can_be_told_ahead(place: Place) -> None:
    session = Session(place.library())
    ahead = []
    for grade in (4, 1, 4, 4, 4, 4):
        upcoming = session.upcoming()
        ahead.append(upcoming.id if upcoming else "-")
        session.answer(Grade(grade), 1)
    assert " ".join(ahead) == "b c d e b -"


def test_what_was_below_four_is_asked_again_until_it_is_not(place: Place) -> None:
    session = Session(place.library())
    assert order(session, 3, 4, 1, 4, 4, 2, 4, 3, 5) == "a b c d e a c a a -"


def test_a_repeat_moves_no_schedule(place: Place) -> None:
    library = place.library()
    session = Session(library)
    order(session, 1, 4, 4, 4, 4)
    before = library.schedules[A]
    assert session.view().drilling
    assert [button.interval for button in session.view().buttons] == [
        "again today",
        "again today",
        "done for today",
        "done for today",
    ]
    session.answer(Grade.EASY, 1)
    after = library.schedules[A]
    assert (after.interval, after.ease, after.due) == (before.interval, before.ease, before.due)
    assert after.reviews == before.reviews + 1


def test_an_answer_does_what_its_button_said(place: Place) -> None:
    library = place.library()
    session = Session(library)
    for grade in FOUR_GRADES:
        button = next(button for button in session.view().buttons if button.grade is grade)
        card = CardId(asked(session))
        session.answer(grade, 1)
        assert button.interval == f"{library.schedules[card].interval} day"


def test_missed_steps_are_in_the_log_and_go_with_their_answer(place: Place) -> None:
    library = place.library()
    session = Session(library)
    session.answer(Grade.HARD, 1000, 5, ("fit", "ship"))
    (review,) = [event.fact for event in library.events() if isinstance(event.fact, Reviewed)]
    assert (review.parts, review.missed) == (5, ("fit", "ship"))
    assert card_details(library, A).events[0][1] == "Hard (3) after 1 s, missed: fit · ship"
    session.undo()
    assert card_details(library, A).events[0][1].endswith("fit · ship (undone)")
    assert library.schedule_of(A).is_new


def test_a_first_answer_that_is_taken_back_leaves_as_many_cards_known(place: Place) -> None:
    library = place.library()
    session = Session(library)
    session.answer(Grade.GOOD, 1)
    session.undo()
    session.restart(first=CardId("b"))
    assert day_plan(library).new == 5
    session.answer(Grade.GOOD, 1)
    known = library.schedules.touched
    assert (sorted(known), library.catalogue.count(known)) == (["a", "b"], 2)
    assert (day_plan(library).new, order(session, 4, 4)) == (4, "a c d")


def test_an_answer_survives_the_end_of_the_program(place: Place) -> None:
    Session(place.library()).answer(Grade.EASY, 5000)
    library = place.library()
    assert (library.schedules[A].ease, library.log.recent_durations()) == (260, [5000])
    assert order(Session(library), 4) == "b c"


def test_no_step_reads_what_the_log_tells_of_all_notes(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Session(place.library())

    def read(_: EventLog) -> list[Event]:
        raise AssertionError("it grows with every note that was ever answered")

    monkeypatch.setattr(EventLog, "noted", read)
    assert order(session, 1, 4, 4) == "a b c d"
    for step in (session.flag, session.undo, session.undo, session.redo, session.bury):
        step()
    assert session.view().undo == "Undo bury on “d”"


def test_every_step_can_be_taken_back_and_done_again(place: Place) -> None:
    place.write(FIVE + "## f {#f}\n\nanswer\n\n## g {#g}\n\nanswer\n")
    library = place.library()
    session = Session(library)
    steps: tuple[Callable[[], object], ...] = (
        lambda: session.answer(Grade.GOOD, 1),
        session.flag,
        session.bury,
        session.suspend,
        session.flag,
        session.flag,
        lambda: session.answer(Grade.AGAIN, 1),
        lambda: session.answer(Grade.EASY, 1),
        lambda: session.set_due(library.today()),
        session.reset,
        lambda: session.set_due(Day(library.today() + 9)),
    )
    seen = [(session.view().card, dict(library.schedules))]
    for step in steps:
        step()
        seen.append((session.view().card, dict(library.schedules)))
    for _ in range(2):
        for card, schedules in reversed(seen[:-1]):
            session.undo()
            assert session.view().card == card
            assert {k: v for k, v in library.schedules.items() if k in schedules} == schedules
        assert session.view().undo == ""
        for card, schedules in seen[1:]:
            session.redo()
            assert session.view().card == card
            assert {k: v for k, v in library.schedules.items() if k in schedules} == schedules
        assert session.view().redo == ""


def test_a_step_around_the_card_leaves_its_answer_in_sight(place: Place) -> None:
    library = place.library()
    session = Session(library)
    today = library.today()
    steps = session.flag(), session.undo(), session.redo(), session.set_due(today)
    assert [step.stays for step in steps] == [True] * 4
    order(session, 1, 4, 4, 4, 4)
    steps = session.answer(Grade.AGAIN, 1), session.undo(), session.bury(), session.undo()
    assert [step.stays for step in steps] == [False] * 4


def test_undo_goes_back_into_the_choice_that_it_comes_from(place: Place) -> None:
    session = Session(place.library(), Scope("b"))
    session.answer(Grade.GOOD, 1)
    session.restart()
    assert asked(session) == "a"
    session.undo()
    assert order(session, 4) == "b -"
    assert session.summary().chosen


def test_a_card_that_today_suspended_comes_back_into_the_line_that_is(place: Place) -> None:
    session = Session(place.library(), Scope("b"))
    session.suspend_card(CardId("c"))
    session.restart()
    assert session.undo().view.left == 5
    assert order(session, 4, 4, 4) == "a b c d"
    session.undo()
    assert asked(session) == "c"


def test_undo_says_what_it_takes_back(place: Place) -> None:
    session = Session(place.library())
    assert (session.view().undo, session.view().redo) == ("", "")
    session.answer(Grade.GOOD, 1)
    session.bury()
    assert session.view().undo == "Undo bury on “b”"
    session.undo()
    assert session.view().redo == "Redo bury on “b”"
    assert session.view().undo == "Undo Good on “a”"
    session.answer(Grade.HARD, 1)
    assert session.view().redo == ""


def test_what_was_taken_back_can_be_told_before_it_is(place: Place) -> None:
    session = Session(place.library())
    assert (session.undone, session.redone) == ("", "")
    session.answer(Grade.GOOD, 1)
    assert (session.undone, session.redone) == ("Undid Good on “a”", "")
    session.undo()
    assert (session.undone, session.redone) == ("", "Redid Good on “a”")
    session.redo()
    session.suspend()
    assert session.undone == "Undid suspend on “b”"


def test_undo_and_redo_without_anything_to_do_change_nothing(place: Place) -> None:
    library = place.library()
    session = Session(library)
    assert session.undo().changes.cards == session.redo().changes.cards == frozenset()
    assert library.events() == []


def test_undo_and_redo_count_in_one_instant_too(place: Place) -> None:
    place.clock.step_ms = 0
    library = place.library()
    session = Session(library)
    session.answer(Grade.EASY, 1)
    session.undo()
    assert library.schedule_of(A).is_new
    session.redo()
    assert library.schedules[A].ease == 260
    library.load_schedules()
    assert library.schedules[A].ease == 260


def test_a_redo_counts_although_the_clock_was_set_back(place: Place) -> None:
    library = place.library()
    session = Session(library)
    session.answer(Grade.EASY, 1)
    session.undo()
    place.clock.go(days=-1)
    session.redo()
    assert library.schedules[A].ease == 260


def test_the_last_deed_holds_although_the_clock_was_set_back(place: Place) -> None:
    library = place.library()
    session = Session(library)
    session.flag()
    place.clock.go(days=-1)
    session.flag()
    assert not library.schedules[A].flagged
    session.reset()
    assert library.schedules[A] == Schedule(A)
    assert dict(place.library().schedules) == dict(library.schedules)


def test_a_repeat_stays_one_although_the_clock_was_put_right_meanwhile(place: Place) -> None:
    library = place.library()
    library.record(Reviewed(A, Grade.AGAIN), place.clock())
    place.clock.go(days=-1 / 24 / 60)
    library.record(Reviewed(A, Grade.GOOD), place.clock())
    assert (library.schedules[A].repetitions, library.schedules[A].last_grade) == (0, Grade.GOOD)


def test_an_answer_before_the_latest_one_counts_in_its_place(place: Place) -> None:
    library = place.library()
    library.record(Reviewed(A, Grade.EASY), place.clock())
    place.clock.go(days=-30)
    library.record(Reviewed(A, Grade.AGAIN), place.clock())
    assert (library.schedules[A].lapses, library.schedules[A].repetitions) == (0, 1)
    assert library.schedules[A].first_day != library.schedules[A].last_day


def test_suspended_and_buried_cards_are_not_asked_later(place: Place) -> None:
    session = Session(place.library())
    session.bury()
    session.suspend()
    assert order(Session(place.library()), 4, 4, 4) == "c d e -"
    place.clock.go(days=1)
    tomorrow = order(Session(place.library()), 4, 4, 4, 4)
    assert sorted(tomorrow.split()) == ["-", "a", "c", "d", "e"]


def test_the_next_day_begins_when_the_line_of_the_last_one_ends(place: Place) -> None:
    session = Session(place.library())
    order(session, 4, 4, 4, 4)
    place.clock.go(days=1)
    session.answer(Grade.GOOD, 1)
    assert session.view().left == 4
    session.undo()
    assert (asked(session), session.view().left) == ("e", 1)
    session.redo()
    assert session.view().left == 4


def test_cards_that_left_their_deck_are_not_asked(place: Place) -> None:
    library = place.library()
    session = Session(library)
    session.answer(Grade.GOOD, 1)
    place.write(FIVE.replace("## a {#a}", "# a").replace("## b {#b}", "# b"))
    library.load()
    assert session.refresh().left == 3
    session.undo()
    assert asked(session) == "c"
    session.redo()
    assert order(session, 4, 4, 4) == "c d e -"


GAPS = "## Net {{#net .cloze}}\nElastic net adds {{{{L1 {}}}}} and {{{{L2 {}}}}}.\n"


def test_a_reworded_gap_stays_in_the_line_and_undo_reaches_its_earlier_answers(
    place: Place,
) -> None:
    place.write(GAPS.format("penalty", "penalty"))
    library = place.library()
    session = Session(library)
    assert order(session, 2, 2) == "net/l1-penalty net/l2-penalty net/l1-penalty"
    place.write(GAPS.format("penallty", "penallty"))
    library.load()
    view = session.refresh()
    assert (view.renamed, view.left) == ("net/l1-penalty", 2)
    assert "on “Net — […]”" in view.undo
    assert session.refresh().renamed is None
    assert order(session, 5) == "net/l1-penallty net/l2-penallty"
    now = CardId("net/l1-penallty")
    assert library.schedule_of(now).reviews == 2
    assert session.summary().learned == 2
    for _ in range(3):
        step = session.undo()
    assert step.changes.cards == {now}
    assert asked(session) == now
    assert library.schedule_of(now).is_new
    session.redo()
    assert library.schedule_of(now).reviews == 1
    assert dict(place.library().schedules) == dict(library.schedules)


def test_a_card_follows_its_note_when_the_person_says_which_it_is(place: Place) -> None:
    place.write("## Old\nIts slope stays constant near zero.\n")
    library = place.library()
    (old,) = library.catalogue
    library.record(Reviewed(old, Grade.GOOD), place.clock())
    place.write("## Unlike it {#new}\nIt is another.\n")
    library.load()
    session = Session(library)
    assert order(session, 1) == "new new"
    decide(library, "same", "new", old)
    library.load()
    view = session.refresh()
    assert (asked(session), view.renamed) == (old, "new")
    assert library.schedule_of(old).reviews == 2
    session.undo()
    assert library.schedule_of(old).reviews == 1


@pytest.mark.parametrize("answers", [(), (4,)], ids=["at a start", "with an answer"])
def test_what_another_program_says_of_a_note_holds_here(
    place: Place, answers: tuple[int, ...]
) -> None:
    place.write("## Old\nIts slope stays constant near zero.\n")
    library = place.library()
    (old,) = library.catalogue
    library.record(Reviewed(old, Grade.GOOD), place.clock())
    place.write("## Unlike it {#new}\nIt is another.\n")
    library.load()
    session = Session(library)
    decide(place.library(), "same", "new", old)
    order(session, *answers)
    session.restart()
    assert asked(session) == "-"
    assert library.schedule_of(old).reviews == 1 + len(answers)
    assert list(library.catalogue) == [old]


def test_an_edited_card_shows_its_new_text(place: Place) -> None:
    library = place.library()
    session = Session(library)
    place.write(FIVE.replace("answer", "better"))
    library.load()
    session.refresh()
    card = session.view().card
    assert card is not None
    assert card.back == "better"


def test_the_limits_of_the_day_hold_over_several_sittings(place: Place) -> None:
    settings = Settings(new_per_day=2)
    assert order(Session(place.library(settings)), 4) == "a b"
    assert order(Session(place.library(settings)), 4) == "b -"


def test_the_summary_of_a_sitting(place: Place) -> None:
    session = Session(place.library())
    for grade in (Grade.GOOD, Grade.AGAIN, Grade.GOOD):
        session.answer(grade, 40_000)
    session.answer(Grade.EASY, 1)
    session.undo()
    summary = session.summary()
    assert (summary.answers, summary.minutes, summary.learned, summary.recalled) == (3, 2, 3, 2)
    assert summary.graded == (("Again", 1), ("Good", 2))
    assert (summary.tomorrow_due, summary.tomorrow_new, summary.left_today) == (3, 2, 3)
    assert summary.undo == "Undo Good on “c”"


@pytest.mark.parametrize(("grades", "keys"), [("four", "1234"), ("six", "012345")])
def test_the_keys_of_the_grades(place: Place, grades: str, keys: str) -> None:
    session = Session(place.library(Settings(grades=grades)))
    assert "".join(button.key for button in session.view().buttons) == keys


def test_a_card_is_learned_anew_and_not_asked_again_now(place: Place) -> None:
    session = Session(place.library())
    assert order(session, 4) == "a b"
    undone = session.undo().view
    assert undone.card is not None
    session.answer(Grade.AGAIN, 1)
    assert order(session, 4, 4, 4, 4) == "b c d e a"
    session.reset()
    assert asked(session) == "-"
    assert place.library().schedule_of(A).is_new
    session.undo()
    assert asked(session) == "a"
    assert not place.library().schedule_of(A).is_new


def test_a_card_waits_for_the_day_that_was_chosen(place: Place) -> None:
    library = place.library()
    session = Session(library)
    session.set_due(Day(library.today() + 9))
    assert asked(session) == "b"
    assert library.schedule_of(A).due == library.today() + 9
    assert session.undo().view.undo == ""
    session.set_due(library.today())
    assert asked(session) == "a"


def test_a_leech_is_told_when_it_becomes_one(place: Place) -> None:
    library = place.library(Settings(leech_lapses=2))
    told = []
    for _ in range(5):
        session = Session(library)
        while asked(session) != "a":
            session.answer(Grade.EASY, 1)
        told.append(session.answer(Grade.AGAIN, 1).told)
        place.clock.go(days=1)
    sentence = "“a” was forgotten {} times: a leech. Today helps to rewrite it."
    assert told == ["", "", sentence.format(2), sentence.format(3), sentence.format(4)]
