"""Every control has a name, and Tab alone reaches every button."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.ui import screen
from tests.ui.stage import Stage, deck_of

BROKEN = "\n## No answer\n"
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
