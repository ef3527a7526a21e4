"""The first frame of a second start: right numbers, or none."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.stage import MONDAY, Stage
from tests.ui.test_elsewhere import import_reviews

NAMED = "".join(f"## Question {n} {{#c{n}}}\nAnswer {n}\n\n" for n in range(1, 6))
UNKNOWN = "–"


@pytest.fixture
def seen(stage: Stage) -> Stage:
    """Leave a window that has been open, and in which one card was answered."""
    stage.write_deck(NAMED)
    stage.open()
    stage.press("Return", "Space", "3")
    stage.close()
    return stage


def first_numbers(stage: Stage) -> list[str]:
    """Start, and read due and new before anything is loaded."""
    stage.raise_curtain()
    found = stage.texts()
    due = found.index("due")
    return [found[due - 1], found[due + 1]]


def numbers(qtbot: QtBot, stage: Stage) -> str:
    """Wait until all is loaded, and read the headline."""
    assert stage.program is not None
    with qtbot.waitSignal(stage.program.conductor.ready):
        pass
    return stage.texts()[1]


def test_a_second_start_shows_its_numbers_at_once(qtbot: QtBot, seen: Stage) -> None:
    assert first_numbers(seen) == ["0", "4"]
    assert numbers(qtbot, seen) == "4 cards for today"


def test_a_first_start_shows_none(stage: Stage) -> None:
    assert first_numbers(stage) == [UNKNOWN, UNKNOWN]


def edit_deck(stage: Stage) -> None:
    stage.write_deck(NAMED + "## Question 6\nAnswer 6\n")


def touch_nothing_but_the_text(stage: Stage) -> None:
    stage.write_deck(NAMED.replace("Answer 5\n", ""))


def add_deck(stage: Stage) -> None:
    stage.write_deck("## Question 6\nAnswer 6\n", "another.md")


def remove_deck(stage: Stage) -> None:
    (stage.decks / "deck.md").unlink()


def change_setting(stage: Stage) -> None:
    (stage.data / "settings.toml").write_text("new_per_day = 2\n", "utf-8")


def review_elsewhere(stage: Stage) -> None:
    import_reviews(stage, "c4")


def damage(stage: Stage) -> None:
    glance = stage.data / "cache" / "today.json"
    state, _ = glance.read_text("utf-8").split("\n", 1)
    glance.write_text(f"{state}\n[1, 2]", "utf-8")


CHANGES = [
    (edit_deck, "5 cards for today"),
    (touch_nothing_but_the_text, "3 cards for today"),
    (add_deck, "5 cards for today"),
    (remove_deck, "No cards yet"),
    (change_setting, "1 card for today"),
    (review_elsewhere, "3 cards for today"),
    (damage, "4 cards for today"),
]


@pytest.mark.parametrize(("change", "truth"), CHANGES)
def test_what_changed_since_shows_no_number_until_it_is_read(
    qtbot: QtBot, seen: Stage, change: Callable[[Stage], None], truth: str
) -> None:
    change(seen)
    assert first_numbers(seen) == [UNKNOWN, UNKNOWN]
    assert numbers(qtbot, seen) == truth


def test_a_review_added_elsewhere_while_the_window_was_open_counts(stage: Stage) -> None:
    stage.write_deck(NAMED)
    stage.open()
    stage.press("Return", "Space", "3")
    import_reviews(stage, "c4")
    stage.close()
    assert first_numbers(stage) in (["0", "3"], [UNKNOWN, UNKNOWN])


def test_another_day_has_its_own_numbers(qtbot: QtBot, seen: Stage) -> None:
    seen.options = replace(seen.options, today=MONDAY + timedelta(days=1))
    assert first_numbers(seen) == ["1", "4"]
    assert numbers(qtbot, seen) == "5 cards for today"


def test_a_deck_changed_while_the_window_was_open_is_not_foreseen(stage: Stage) -> None:
    stage.write_deck(NAMED)
    stage.open()
    edit_deck(stage)
    stage.close()
    assert first_numbers(stage) in (["0", "6"], [UNKNOWN, UNKNOWN])
