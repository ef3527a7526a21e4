"""What the pictures show, in numbers and words."""

from dataclasses import replace

import pytest

from flashcards.domain.recall.calibration import Calibration, Score
from flashcards.domain.settings import Settings
from flashcards.services.progress import StatsView
from flashcards.services.weak_topics import RoundRow
from flashcards.ui.progress.plot import Kind, Plot, table_text
from flashcards.ui.progress.plots import DOUBT, plots
from tests.services.test_insight import Week


def view(days: int = 4, grade: int = 4, settings: Settings | None = None) -> StatsView:
    week = Week(settings)
    week.days(days, grade)
    week.insight.read()
    return week.stats()


def plot(title: str, of: StatsView) -> Plot:
    (found,) = [one for one in plots(of) if one.title == title]
    return found


def test_weak_topics_have_their_interval_and_what_it_rests_on() -> None:
    found = plot("Weak topics", view(grade=1))
    (mark,) = found.marks
    assert found.sample.startswith("20 reviews; ")
    assert (found.kind, mark.label) == (Kind.BARS, "d")
    assert mark.low is not None
    assert mark.high is not None
    assert mark.low < mark.value < mark.high
    assert found.rows[0][0] == "d"
    assert found.rows[0][4:8] == ("20", "5", "6", "1")


def test_weak_topics_tell_the_last_four_mondays() -> None:
    found = plot("Weak topics", view(days=14))
    (mark,) = found.marks
    assert len(mark.trend) == 4
    assert None not in mark.trend
    assert found.header[8:] == ("4 Mondays ago", "3 Mondays ago", "2 Mondays ago", "last Monday")
    assert found.rows[0][8:] == tuple(f"{value:.0%}" for value in mark.trend if value)
    (early,) = plot("Weak topics", view(days=3)).marks
    assert early.trend[:3] == (None, None, None)


def test_what_cannot_be_rated_is_said_and_not_drawn() -> None:
    found = plot("Weak topics", view(days=0))
    assert (found.marks, found.note) == ((), "1 topic cannot be rated yet.")


def test_rounds_are_shown_today_and_on_the_day_of_the_interview() -> None:
    found = plot("Ready, by round", view(settings=Settings(interview="2026-02-20")))
    today, then = found.marks
    assert today.told.endswith("% today")
    assert then.told.endswith("% then")
    assert then.value < today.value


def test_where_predictions_do_not_come_true_that_is_said_and_readiness_is_hidden() -> None:
    poor, guess = Score(0.6, 0.5), Score(0.5, 0.4)
    doubtful = replace(view(grade=1), calibration=Calibration(200, (), poor, guess, guess))
    assert plot("Weak topics", doubtful).note == DOUBT
    hidden = replace(doubtful.topics, rounds=(RoundRow("coding", 6, 5, None, None),))
    rounds = plot("Ready, by round", replace(doubtful, topics=replace(hidden, note="So.")))
    assert (rounds.marks, rounds.note) == ((), "So.")


def test_retention_has_an_interval_that_small_numbers_make_wide() -> None:
    (mark,) = plot("Remembered when due", view()).marks
    assert (mark.label, mark.told, mark.value) == ("asked within 3 weeks", "100% of 15", 1.0)
    assert mark.low == pytest.approx(0.847, abs=0.001)
    assert mark.high == pytest.approx(1.0)


def test_a_year_is_a_square_a_day() -> None:
    found = plot("The last year", view())
    assert (found.kind, len(found.marks), found.sample) == (
        Kind.SQUARES, 365, "20 answers on 4 days",
    )  # fmt: skip
    assert sum(mark.value for mark in found.marks) == 20
    assert "Thursday 1 January: 5 answers" in [mark.told for mark in found.marks]


def test_a_long_period_is_told_by_the_week() -> None:
    found = plot("Learned", view())
    assert len(found.marks) == 53
    assert (sum(mark.value for mark in found.marks), found.sample) == (
        5, "5 in this time; 5 of 6 cards seen by now",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Grades", "Good 4: 20 answers"),
        ("Hours of the day", "12:00: 20 answers, 100% right"),
        ("Intervals", "21–60 days: 5 cards"),
        ("Ease", "2.4: 5 cards"),
        ("Does predicted recall come true?", "100% (said 96%) of 15"),
    ],
)
def test_each_count_is_told_in_words(title: str, told: str) -> None:
    assert told in [mark.told for mark in plot(title, view()).marks]


def test_with_nothing_answered_nothing_is_drawn() -> None:
    drawn = [one.title for one in plots(view(days=0)) if one.marks]
    assert drawn == []


def test_the_numbers_are_a_table_that_spreadsheets_take() -> None:
    found = plot("Remembered when due", view())
    assert table_text(found).splitlines()[:2] == [
        "wait\tanswers\tright\tshare",
        "asked within 3 weeks\t15\t15\t100%",
    ]


def test_what_fits_before_the_interview_is_foreseen() -> None:
    assert view().fits == ""
    settings = Settings(interview="2026-02-20", minutes_per_day=10)
    assert view(settings=settings).fits == (
        "42 days to study until the interview. At 10 minutes a day 6 of 6 cards fit by then."
    )


def test_of_more_cards_a_part_is_foreseen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flashcards.services.progress.MOST_FORESEEN", 2)
    settings = Settings(interview="2026-02-20", minutes_per_day=10)
    assert view(settings=settings).fits == (
        "42 days to study until the interview. At 10 minutes a day about 100% of the cards fit by "
        "then, as one in 3 tells."
    )
