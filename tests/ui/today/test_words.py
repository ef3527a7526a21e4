"""What Today says, as a table of sentences."""

from dataclasses import replace
from pathlib import Path

import pytest

from flashcards.domain.clock import Day
from flashcards.domain.problems import EMPTY_PROMPT, Place
from flashcards.domain.queue.plan import DayPlan
from flashcards.services.day_view import TodayView
from flashcards.ui.today.words import first_words, headline, subline

FREE = DayPlan(Day(739_677), due=0, new=0, minutes=0, topics=())
BUSY = replace(FREE, due=3, new=2, minutes=2)
QUIET = TodayView(FREE, 80, 7, (Path("decks"),), (), 0, "")
NO_CARDS = replace(QUIET, cards=0)
HELD = replace(BUSY, held_back_due=1_200, held_back_new=5)

SENTENCES = [
    (QUIET, "Nothing due today", ""),
    (replace(QUIET, next_due="tomorrow"), "Nothing due today", "The next card is due tomorrow."),
    (
        replace(QUIET, done_today=1, next_due="in 6 days"),
        "Done for today",
        "1 card answered so far today. The next card is due in 6 days.",
    ),
    (replace(QUIET, plan=BUSY), "5 cards for today", ""),
    (replace(QUIET, plan=replace(FREE, new=1)), "1 card for today", ""),
    (
        replace(QUIET, plan=HELD),
        "5 cards for today",
        "1,200 due and 5 new wait for another day (your daily limits).",
    ),
    (
        replace(QUIET, plan=replace(FREE, held_back_new=1)),
        "Nothing due today",
        "1 new waits for another day (your daily limits).",
    ),
    (
        replace(QUIET, suspended=1),
        "Nothing due today",
        "1 suspended card: “flashcards resume QUERY” brings back what you name.",
    ),
    (
        NO_CARDS,
        "No cards yet",
        "Put a Markdown file into decks: a line “## Question”, and the answer below it."
        " It shows here as soon as it is saved.",
    ),
    (
        replace(NO_CARDS, problems=(EMPTY_PROMPT.at(Place("a.md")),)),
        "No cards yet",
        "The decks in decks have no card that can be asked; the reasons are below.",
    ),
]


@pytest.mark.parametrize(("view", "head", "sub"), SENTENCES)
def test_today_says(view: TodayView, head: str, sub: str) -> None:
    assert (headline(view), subline(view)) == (head, sub)


@pytest.mark.parametrize(("minutes", "caption"), [(0, "minutes"), (1, "minute"), (2, "minutes")])
def test_one_minute_is_singular(minutes: int, caption: str) -> None:
    assert first_words(replace(BUSY, minutes=minutes)) == ("due", "new", caption)
