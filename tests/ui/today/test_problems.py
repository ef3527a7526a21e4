"""Problems in decks, each a sentence with a button that opens its place."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from flashcards.domain.problems import (
    DOUBTFUL_NOTE,
    EMPTY_PROMPT,
    IDLE_SETTING,
    OUTSIDE_NOTE,
    UNKNOWN_KEY,
    Place,
    Problem,
)
from flashcards.ui.today.problems import ProblemList
from tests.ui.screen import button, buttons, described, read_aloud, texts

ERROR = EMPTY_PROMPT.at(Place("ml/b.md", 7))
WARNING = UNKNOWN_KEY.at(Place("ml/a.md", 2), key="tilte", guess="Did you mean “title”?")
ASKED = replace(
    DOUBTFUL_NOTE.at(Place("ml/a.md", 3), new="N", old="O", deck="a", same="s", different="d"),
    between=("~new", "~old"),
)
HINT = OUTSIDE_NOTE.at(Place("ml/a.md", 1))


@pytest.fixture
def shown(qtbot: QtBot) -> ProblemList:
    made = ProblemList()
    qtbot.addWidget(made)
    return made


def places(shown: ProblemList) -> list[str]:
    return [made.text() for made in buttons(shown) if ".md:" in made.text()]


def test_a_row_says_what_is_wrong_and_what_to_do(shown: ProblemList) -> None:
    shown.show_problems([WARNING])
    assert texts(shown) == [
        "1 problem in your decks",
        "Warning: The front matter does not know the key “tilte”.",
        "Did you mean “title”?",
    ]


def test_problems_are_counted_where_they_are(shown: ProblemList) -> None:
    own = IDLE_SETTING.at(Place("data/settings.toml", 3), name="deck:x", guess="")
    for problems, title in (
        ([own], "1 problem in your settings"),
        ([WARNING, HINT, own], "2 problems in your decks · 1 problem in your settings"),
    ):
        shown.show_problems(problems)
        assert texts(shown)[0] == title


def test_a_question_about_two_notes_is_answered_where_it_stands(
    qtbot: QtBot, shown: ProblemList
) -> None:
    shown.show_problems([ASKED, HINT])
    same, different = (button(shown, words) for words in ("Same note", "Different"))
    assert (read_aloud(same), described(same)) == ("Same note", ASKED.message)
    assert any(words.startswith("Which is it?") for words in texts(shown))
    for made, verb in ((same, "same"), (different, "different")):
        with qtbot.waitSignal(shown.decision_wanted) as decided:
            made.click()
        assert decided.args == [verb, "~new", "~old"]
    shown.show_problems([HINT])
    assert places(shown) == ["a.md:1"]


def test_errors_come_first_and_hints_last(shown: ProblemList) -> None:
    shown.show_problems([HINT, WARNING, ERROR])
    assert places(shown) == ["b.md:7", "a.md:2", "a.md:1"]


def test_a_button_opens_the_deck_at_the_line(qtbot: QtBot, shown: ProblemList) -> None:
    shown.show_problems([ERROR])
    where, elsewhere = buttons(shown)
    for made, signal in ((where, shown.write_wanted), (elsewhere, shown.edit_wanted)):
        with qtbot.waitSignal(signal) as opened:
            made.click()
        assert opened.args == ["ml/b.md", 7]
    assert (read_aloud(where), read_aloud(elsewhere)) == (
        "b.md:7",
        "Open b.md:7 in your own editor",
    )


@pytest.mark.parametrize(
    ("count", "words"),
    [(7, "and 2 more: “flashcards check” lists them all."), (5, "Write one after the ##.")],
)
def test_problems_that_have_no_room_are_counted(shown: ProblemList, count: int, words: str) -> None:
    many: list[Problem] = [EMPTY_PROMPT.at(Place("a.md", line)) for line in range(1, count + 1)]
    shown.show_problems(many)
    assert (len(places(shown)), texts(shown)[0], texts(shown)[-1]) == (
        5,
        f"{count} problems in your decks",
        words,
    )


def test_decks_without_a_problem_hide_the_list(shown: ProblemList) -> None:
    shown.show_problems([])
    assert shown.isHidden()
