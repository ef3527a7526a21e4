"""What stays as it is while the window speaks another language: keys, names, files, choices."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QComboBox, QDateEdit, QLabel, QLineEdit, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from flashcards.domain.clock import Day
from flashcards.domain.grade import Grade
from flashcards.domain.imports.formats import FORMATS
from flashcards.domain.problems import Place, Problem, Severity
from flashcards.domain.queue.plan import DayPlan
from flashcards.domain.reveal import Reveal
from flashcards.domain.tongue import use
from flashcards.ui.actions import ACTIONS, action
from flashcards.ui.bringing.reading_part import ReadingPart
from flashcards.ui.dialogs.due_day import DueDayDialog
from flashcards.ui.dialogs.keys import KeysDialog
from flashcards.ui.keymap import Keymap
from flashcards.ui.problem_text import problem_text
from flashcards.ui.progress.chart import Chart
from flashcards.ui.progress.plot import Kind, Mark, Plot, table_text
from flashcards.ui.review.grade_bar import GradeBar
from flashcards.ui.review.pieces import quoted_hint, source_line, told
from flashcards.ui.shell import Shell
from flashcards.ui.today.words import first_words, held_back, waiting_words
from tests.ui import screen
from tests.ui.stage import MONDAY, Stage, deck_of
from tests.words.pseudo import Pseudo, pseudo

PLOT = Plot(
    "Weak topics",
    "9 reviews",
    Kind.BARS,
    (Mark("ml", 0.4, "40%"),),
    ("topic", "weak"),
    (("ml", "40%"),),
)


@pytest.fixture(autouse=True)
def _spoken() -> Iterator[None]:
    use("de", Pseudo())
    yield
    use("en", None)


def test_every_action_has_words_and_is_found_by_its_name() -> None:
    for each in ACTIONS:
        assert each.label == pseudo(each.english), each.name
        assert action(each.name) is each


def test_a_key_that_is_taken_is_told_with_the_words_of_its_owner() -> None:
    (problem,) = Keymap({"bury": "S"}, Place).problems
    assert pseudo("Suspend the card") in problem.message
    assert problem.code == "taken-key"


@pytest.mark.parametrize(
    ("severity", "said"),
    [
        (Severity.ERROR, "Error: {message}"),
        (Severity.WARNING, "Warning: {message}"),
        (Severity.HINT, "Hint: {message}"),
    ],
)
def test_how_bad_a_problem_is_stands_before_it(severity: Severity, said: str) -> None:
    problem = Problem(Place("a.md"), severity, "any", "No prompt.", "Write one.")
    assert problem_text(problem) == pseudo(said).format(message="No prompt.")
    use("en", None)
    assert problem_text(problem) == said.format(message="No prompt.")


@pytest.mark.parametrize("choice", ["system", "light", "dark"])
def test_the_theme_is_named(qtbot: QtBot, choice: str) -> None:
    shell = Shell()
    qtbot.addWidget(shell)
    shell.show_theme(choice)
    assert pseudo(f"Theme: {choice}") in [made.text() for made in screen.buttons(shell)]


def test_the_keys_of_a_page_are_found_whatever_it_is_called(qtbot: QtBot, window: QWidget) -> None:
    sheet = KeysDialog(window, "Cards")
    qtbot.addWidget(sheet)
    words = [label.text() for label in sheet.findChildren(QLabel)]
    assert {pseudo("Cards"), pseudo("Everywhere"), pseudo("Order and columns")} <= set(words)
    assert pseudo("Save the deck") not in words


@pytest.mark.parametrize(
    ("reveal", "text", "tip"),
    [
        ("answer", "Show answer", "Show the answer"),
        ("step", "Show step", "Show the next step"),
        ("section", "Show section", "Show the next section"),
    ],
)
def test_the_answers_button_names_what_it_shows(
    qtbot: QtBot, reveal: str, text: str, tip: str
) -> None:
    bar = GradeBar()
    qtbot.addWidget(bar)
    screen.show(qtbot, bar)
    bar.show_question(reveal)
    assert bar.findChildren(QWidget) != []
    (made,) = [each for each in screen.buttons(bar) if pseudo(text) in each.text()]
    assert pseudo(tip) in made.toolTip()


def test_every_part_of_an_answer_has_words_for_its_button() -> None:
    nouns = {Reveal((), marked).noun for marked in (True, False)}
    assert nouns == {"step", "section"}


def test_what_surrounds_a_card_is_told_and_the_card_is_not() -> None:
    assert quoted_hint("Its slope") == f"> ###### {pseudo('Hint')}\n> \n> Its slope"
    assert source_line("A book").endswith(pseudo("Source: {source}").format(source="A book"))
    found = told("L1", "L2", filled=False).html
    assert pseudo("You typed") in found
    assert pseudo("The answer") in found
    assert pseudo("✓ as expected") in told("L2", "L2", filled=True).html


def test_a_table_is_read_in_the_language_and_written_in_one(qtbot: QtBot) -> None:
    chart = Chart()
    qtbot.addWidget(chart)
    screen.show(qtbot, chart)
    chart.show_plot(PLOT)
    assert chart.title == pseudo("Weak topics")
    screen.button(chart, pseudo("Numbers")).click()
    (table,) = chart.findChildren(QTableWidget)
    heads = [table.horizontalHeaderItem(place) for place in range(2)]
    assert [head and head.text() for head in heads] == [pseudo("topic"), pseudo("weak")]
    assert table_text(PLOT) == "topic\tweak\nml\t40%\n"


def test_a_table_is_saved_as_in_english(qtbot: QtBot, tmp_path: Path) -> None:
    chart = Chart()
    qtbot.addWidget(chart)
    chart.show_plot(PLOT)
    chart.save(tmp_path / "weak.csv")
    assert (tmp_path / "weak.csv").read_text("utf-8").splitlines()[0] == "topic,weak"


def test_a_date_is_typed_as_the_language_writes_it(qtbot: QtBot, window: QWidget) -> None:
    dialog = DueDayDialog("L1?", MONDAY, None, window)
    qtbot.addWidget(dialog)
    (field,) = dialog.findChildren(QDateEdit)
    assert field.locale().language() == QLocale.Language.German
    assert dialog.day == MONDAY


def plan(due: int = 0, new: int = 0) -> DayPlan:
    return DayPlan(
        day=Day(1), due=3, new=2, minutes=1, topics=(), held_back_due=due, held_back_new=new
    )


@pytest.mark.parametrize(
    ("due", "new", "sentence"),
    [
        (0, 0, ""),
        (1, 0, "1 due waits for another day (your daily limits)."),
        (1_200, 0, "1,200 due wait for another day (your daily limits)."),
        (0, 1, "1 new waits for another day (your daily limits)."),
        (0, 7, "7 new wait for another day (your daily limits)."),
        (1, 1, "1 due and 1 new wait for another day (your daily limits)."),
    ],
)
def test_what_waits_for_another_day_is_one_sentence(due: int, new: int, sentence: str) -> None:
    use("en", None)
    assert held_back(plan(due, new)) == sentence


def test_one_minute_has_a_caption_of_its_own() -> None:
    use("en", None)
    assert first_words(plan()) == ("due", "new", "minute")
    assert waiting_words() == ("due", "new", "minutes")


def test_what_an_import_may_be_is_told_and_kept_by_its_name(qtbot: QtBot) -> None:
    part = ReadingPart()
    qtbot.addWidget(part)
    formats, _encodings, separators = part.findChildren(QComboBox)[:3]
    assert [formats.itemData(place) for place in range(formats.count())] == [
        each.name for each in FORMATS
    ]
    assert formats.itemText(0) == pseudo(FORMATS[0].told)
    assert separators.itemText(separators.findData("tab")) == pseudo("tabs")


# --- the whole window -----------------------------------------------------------------------


@pytest.fixture
def spoken_stage(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> Stage:
    monkeypatch.setenv("LANGUAGE", "de")
    monkeypatch.setattr("flashcards.app.catalogue", lambda _language: Pseudo())
    stage.write_deck(deck_of(2) + "\n## What is a norm?\nA length.\n")
    stage.open()
    return stage


def test_what_was_taken_back_is_told_in_one_language(spoken_stage: Stage) -> None:
    spoken_stage.press("Return", "Space", "3", "U")
    told = pseudo("Undid {grade} on “{prompt}”").format(grade=pseudo("Good"), prompt="Question 1")
    assert spoken_stage.notice == told
    assert spoken_stage.log() == [f"reviewed {int(Grade.GOOD)}", "undone"]


def test_a_period_is_chosen_by_its_words_and_counts_its_days(spoken_stage: Stage) -> None:
    spoken_stage.press("Return", "Space", "3", "Escape", "Escape", "G")
    spoken_stage.wait_for(pseudo("Grades"))
    (period,) = spoken_stage.page.findChildren(QComboBox)
    assert [period.itemText(place) for place in range(period.count())] == [
        pseudo(words) for words in ("4 weeks", "3 months", "a year", "all time")
    ]
    assert period.currentData() == 365


def test_a_search_is_written_in_the_same_words_in_every_language(spoken_stage: Stage) -> None:
    spoken_stage.press("B")
    spoken_stage.wait_for(pseudo("{count} cards").format(count=3))
    (field,) = spoken_stage.page.findChildren(QLineEdit)
    field.setText("is:new norm")
    of = pseudo("{found} of {count} cards").format(found=1, count=3)
    spoken_stage.wait_for(of)
