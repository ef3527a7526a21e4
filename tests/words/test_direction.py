"""A language that is read from the right mirrors the window; cards and charts keep their way."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from flashcards import app
from flashcards.domain.tongue import use
from flashcards.ui.language import direction, speak_on
from flashcards.ui.progress.picture import Picture
from flashcards.ui.today.heat_map import Squares
from flashcards.ui.widgets.column import column
from tests.ui import screen
from tests.ui.stage import Stage, deck_of
from tests.words.pseudo import Pseudo

RIGHT, LEFT = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight


@pytest.fixture(autouse=True)
def _as_it_was(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    yield
    use("en", None)
    speak_on(qapp)
    QLocale.setDefault(before)


@pytest.fixture
def open_in(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[str], Stage]]:
    """Give a function that opens a window whose language has a direction."""
    opened: list[Stage] = []
    monkeypatch.setenv("LANGUAGE", "de")

    def open_it(way: str) -> Stage:
        monkeypatch.setattr(app, "catalogue", lambda _language: Pseudo(way))
        (tmp_path / way).mkdir()
        opened.append(Stage(qtbot, tmp_path / way))
        opened[-1].write_deck(deck_of(3))
        opened[-1].open()
        return opened[-1]

    yield open_it
    for stage in opened:
        stage.close()


def place_of(made: QWidget, window: QWidget) -> QRect:
    """Tell where in a window something is."""
    return QRect(made.mapTo(window, made.rect().topLeft()), made.size())


def mirrored(place: QRect, width: int) -> QRect:
    return QRect(width - place.x() - place.width(), place.y(), place.width(), place.height())


def test_the_direction_is_the_languages_own() -> None:
    assert direction() == LEFT
    use("de", Pseudo("right to left"))
    assert direction() == RIGHT


def test_every_button_of_today_stands_at_the_other_side(open_in: Callable[[str], Stage]) -> None:
    there = open_in("left to right")
    usual = {made.text().strip("\u200f"): place_of(made, there.shell) for made in buttons(there)}
    there.close()
    here = open_in("right to left")
    width = here.shell.width()
    assert QGuiApplication.layoutDirection() == RIGHT
    for made in buttons(here):
        seen = place_of(made, here.shell)
        meant = mirrored(usual[plain(made)], width)
        assert abs(seen.x() - meant.x()) <= 12, plain(made)
        assert seen.y() == meant.y(), plain(made)


def plain(made: QPushButton) -> str:
    return made.text().replace("\u200f", "")


def buttons(stage: Stage) -> list[QPushButton]:
    return [made for made in screen.buttons(stage.shell) if made.text()]


def test_the_first_grade_stands_at_the_right(open_in: Callable[[str], Stage]) -> None:
    stage = open_in("right to left")
    stage.press("Return", "Space")
    found = [place_of(made, stage.shell).x() for made in grades(stage)]
    assert len(found) == 4
    assert found == sorted(found, reverse=True)


def grades(stage: Stage) -> list[QPushButton]:
    return [made for made in screen.buttons(stage.shell) if made.property("role") == "grade"]


def test_tab_goes_from_the_right_to_the_left(open_in: Callable[[str], Stage]) -> None:
    stage = open_in("right to left")
    stage.press("Return", "Space")
    stops = [made for made in screen.tab_round(stage.shell) if made in grades(stage)]
    places = [place_of(made, stage.shell).x() for made in stops]
    assert places == sorted(places, reverse=True)


def test_a_column_leaves_room_for_its_bar_where_the_bar_is(qtbot: QtBot) -> None:
    for way in (LEFT, RIGHT):
        page = QWidget()
        page.setLayoutDirection(way)
        qtbot.addWidget(page)
        tall = QWidget()
        column(page).addWidget(tall)
        page.resize(1024, 700)
        page.show()
        before = place_of(tall, page).center().x()
        tall.setMinimumHeight(2_000)
        QApplication.processEvents()
        assert abs(place_of(tall, page).center().x() - before) <= 1


def test_time_goes_from_left_to_right_on_a_map_in_every_language(qtbot: QtBot) -> None:
    """Charts and the squares of the year are pictures: they are not mirrored."""
    QGuiApplication.setLayoutDirection(RIGHT)
    page = QWidget()
    qtbot.addWidget(page)
    assert page.layoutDirection() == RIGHT
    assert [made.layoutDirection() for made in (Squares(page), Picture())] == [LEFT, LEFT]


def test_qts_own_words_are_the_languages(qapp: QApplication) -> None:
    assert qapp.translate("QPlatformTheme", "Cancel") == "Cancel"
    use("de", Pseudo())
    speak_on(qapp)
    assert qapp.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    assert QLocale().toString(1234.5, "f", 1) == "1.234,5"
    use("en", None)
    speak_on(qapp)
    assert qapp.translate("QPlatformTheme", "Cancel") == "Cancel"
