"""Every control has a name, and Tab alone reaches every button."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from tests.ui import screen
from tests.ui.stage import Stage, deck_of

BROKEN = "\n## No answer\n"
SOURCE = "A paper with a long name, " * 5
SECTION = "A section whose name is as long as sections get"
LONG = f"---\nsource: {SOURCE}\n---\n# {SECTION}\n\n{deck_of(3)}"
PAGES = [
    ("Today", []),
    ("Review", ["Return"]),
    ("Review", ["Return", "Space"]),
    ("Review", ["Return", "Space", "3", "U"]),
    ("Summary", ["Return", "Space", "3", "Escape"]),
]


@pytest.fixture(params=PAGES, ids=lambda page: " ".join([page[0], *page[1]]))
def shown(request: pytest.FixtureRequest, stage: Stage) -> Stage:
    """Show each page in turn, with problems in the decks, and a notice over it."""
    name, keys = request.param
    stage.write_deck(deck_of(3) + BROKEN)
    program = stage.open()
    stage.press(*keys)
    program.shell.notice.warn("The disk is full.")
    assert stage.where == name
    return stage


def controls(window: QWidget) -> list[QWidget]:
    """List what can take the focus."""
    found = window.findChildren(QWidget)
    return [
        made for made in found if made.isVisible() and made.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]


def test_every_control_has_a_name(shown: Stage) -> None:
    nameless = [made for made in controls(shown.shell) if not screen.read_aloud(made)]
    assert nameless == []


def test_tab_alone_reaches_every_button(shown: Stage) -> None:
    there = screen.buttons(shown.shell)
    reached = screen.tab_round(shown.shell)
    assert [made.text() for made in there if made not in reached] == []


def test_shift_tab_goes_the_same_way_back(shown: Stage) -> None:
    forth = screen.tab_round(shown.shell)
    shown.press("Shift+Tab")
    assert screen.focused() is forth[-1]


def test_every_figure_is_read_aloud_with_its_word(stage: Stage) -> None:
    stage.write_deck(deck_of(12))
    stage.open()
    spoken = {screen.read_aloud(made) for made in stage.page.findChildren(QWidget)}
    assert {"0 due", "12 new", "4 minutes"} <= spoken


@pytest.mark.parametrize("key", ["PgDown", "Down", "End"])
def test_a_long_today_scrolls_by_the_keyboard(stage: Stage, key: str) -> None:
    stage.write_deck(deck_of(3) + BROKEN * 5)
    program = stage.open()
    program.look.set_zoom(2.0)
    (area,) = stage.page.findChildren(QScrollArea)
    stage.press(key)
    assert area.verticalScrollBar().value() > 0
    stage.press("Home")
    assert area.verticalScrollBar().value() == 0


def test_text_at_twice_its_size_leaves_every_button_in_sight(stage: Stage) -> None:
    stage.write_deck(LONG)
    program = stage.open()
    program.look.set_zoom(2.0)
    stage.press("Return", "Space", "F")
    wide, tall = stage.shell.width(), stage.shell.height()
    assert (wide, tall) == (1024, 700)
    for made in screen.buttons(stage.shell):
        corner = made.mapTo(stage.shell, made.rect().bottomRight())
        assert corner.x() < wide, made.text()
        assert corner.y() < tall, made.text()
        assert made.width() >= made.fontMetrics().horizontalAdvance(made.text()), made.text()
