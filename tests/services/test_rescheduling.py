"""Another scheduler: foreseen, done, and taken back without a loss."""

from dataclasses import replace
from pathlib import Path

import pytest

from flashcards.domain.grade import Grade
from flashcards.domain.log.replay import replay
from flashcards.domain.scheduling.chosen import scheduler_for
from flashcards.domain.settings import Settings
from flashcards.services.library import Library
from flashcards.services.preferences import Preferences
from flashcards.services.rescheduling import Change, change_to, foresee, settle, write
from flashcards.services.session import Session
from flashcards.store.settings_file import SettingsFile
from tests.services.conftest import Place

FSRS = Settings(scheduler="fsrs")


@pytest.fixture
def reviewed(place: Place) -> Library:
    """Answer every card, some days in a row, in several ways."""
    library = place.library()
    for grades in ((4, 4, 1, 3, 5), (4, 5, 4), (4, 2)):
        session = Session(library)
        for grade in grades:
            if session.view().card:
                session.answer(Grade(grade), 9_000)
        place.clock.go(7)
    return library


def changed(library: Library, folder: Path, new: Settings) -> Change:
    """Go over to other choices, as the Settings page and the command do."""
    change = change_to(library, new)
    write(library.log, foresee(library.log, change))
    settle(library, Preferences(SettingsFile(folder / "settings.toml")), change)
    return change


def test_there_and_back_again_every_schedule_is_the_same(reviewed: Library, tmp_path: Path) -> None:
    before = dict(reviewed.schedules)
    changed(reviewed, tmp_path, FSRS)
    between = dict(reviewed.schedules)
    assert between == replay(reviewed.events(), scheduler_for(FSRS), 4)
    assert all(schedule.stability for schedule in between.values())
    changed(reviewed, tmp_path, Settings())
    assert dict(reviewed.schedules) == before


def test_the_choice_is_in_the_file_and_the_cache_is_not_replayed_at_the_next_start(
    reviewed: Library, tmp_path: Path, place: Place
) -> None:
    change = changed(reviewed, tmp_path, FSRS)
    assert 'scheduler = "fsrs"' in (tmp_path / "settings.toml").read_text("utf-8")
    assert reviewed.log.touched(change.name) == reviewed.schedules.keys()
    assert place.library(FSRS).schedules == reviewed.schedules


def test_what_it_comes_to_is_said_before_anything_is_done(reviewed: Library) -> None:
    before = dict(reviewed.schedules)
    moved, minutes = foresee(reviewed.log, change_to(reviewed, FSRS)).lines
    assert moved.endswith(" later.")
    assert "of 5 cards get another due day: " in moved
    assert minutes.startswith("About ")
    assert " a day over the next 90 days, instead of " in minutes
    assert dict(reviewed.schedules) == before


def test_without_an_answer_nothing_moves(place: Place) -> None:
    library = place.library()
    found = foresee(library.log, change_to(library, FSRS))
    assert found.lines == ["No card has been answered yet, so none moves."]


def test_a_change_of_what_no_schedule_depends_on_moves_nothing(reviewed: Library) -> None:
    assert not change_to(reviewed, replace(reviewed.settings, desired_retention=0.8)).moves
    assert change_to(reviewed, replace(FSRS, desired_retention=0.8)).moves
    found = foresee(reviewed.log, change_to(reviewed, replace(reviewed.settings, theme="dark")))
    assert found.lines[0] == "No card gets another due day."


def test_an_answer_given_meanwhile_is_replayed_too(reviewed: Library, tmp_path: Path) -> None:
    change = change_to(reviewed, FSRS)
    foreseen = foresee(reviewed.log, change)
    Session(reviewed).answer(Grade.EASY, 5_000)
    write(reviewed.log, foreseen)
    reviewed.use(FSRS)
    assert dict(reviewed.schedules) == replay(reviewed.events(), scheduler_for(FSRS), 4)


def test_it_runs_on_a_log_of_its_own_and_tells_how_far_it_is(
    reviewed: Library, place: Place
) -> None:
    shares = list[float]()
    change, other = change_to(reviewed, FSRS), place.library().log
    write(other, foresee(other, change, shares.append))
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    reviewed.use(FSRS)
    Session(reviewed).answer(Grade.GOOD, 5_000)
    assert dict(reviewed.schedules) == replay(reviewed.events(), scheduler_for(FSRS), 4)


def test_it_can_be_stopped_half_way(reviewed: Library) -> None:
    class StoppedError(Exception):
        pass

    def stop(_: float) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        foresee(reviewed.log, change_to(reviewed, FSRS), stop)
    assert reviewed.log.touched(reviewed.cache_name) is not None
