"""Every page and dialog, in every state: named, reached by Tab, whole at twice its size."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

import pytest
from PySide6.QtCore import QAbstractAnimation, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QPushButton,
    QScrollBar,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from flashcards.domain.grade import Grade
from flashcards.ui.review.page import GUARD_MS
from flashcards.ui.widgets.scrolled import Scrolled
from flashcards.ui.widgets.trail import Trail
from tests.ui import screen
from tests.ui.stage import Stage, deck_of
from tests.ui.test_today_errands import answer, names

DECK = r"""
## What does $\sigma(z)$ do? {#plain}
It maps $z$ to $(0, 1)$.

## How does a convolution work? {#steps .steps}

> hint: its own vector comes late

1. A dense layer
2. Pooling
3. Concatenation

## Your biggest impact? {#story .star minutes=2 values="Win or Learn"}
### Situation
A slow shop.
### Task
Make it quick.
### Action
I measured.
### Result
2 times as quick.

## What does L2 do? {#typed .typed}
It shrinks weights.
"""
BROKEN = "## No answer {#none}\n\n## Misspelt {#kind .clozee}\nAn {{answer}}.\n"
SIX = 'grades = "six"\n'
LINE = 12
"""Pixels by which the middles of what stands in one line may differ."""
SECTIONS = 3
"""So often Tab stays in the field of a date: year, month, day."""
SHORT = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
"""How a choice is made whose words may be longer than the window is wide."""
NO_CONTROLS = (QAccessible.Role.NoRole, QAccessible.Role.Client)


@dataclass(frozen=True, slots=True)
class Scene:
    """Keys that lead there from Today, whole once it says ``whole``; ``choice`` is reviewed."""

    name: str
    keys: tuple[str, ...] = ()
    choice: str = ""
    settings: str = ""
    rich: bool = False
    dialog: str = ""
    whole: str = ""
    copied: str = ""
    turns: int = 1
    """How often Tab goes up again: from what is sought it leads down to what replaces it."""


SCENES = (
    Scene("Today"),
    Scene("Today, with all that it can hold", ("/",), rich=True),
    Scene("Review", choice="convolution -1"),
    Scene("Review, a question", choice="sigma"),
    Scene("Review, an answer", ("Space",), "sigma"),
    Scene("Review, six grades, flagged", ("Space", "F"), "sigma", SIX),
    Scene("Review, a hint", ("H",), "convolution"),
    Scene("Review, a step", ("Space", "Space"), "convolution"),
    Scene("Review, marked steps", ("Space", "Space", "M", "Space"), "convolution"),
    Scene(
        "Review, six grades, one suggested", ("Space", "Space", "M", "Space"), "convolution", SIX
    ),
    Scene("Review, a story", (), "impact"),
    Scene("Review, a section", ("Space", "Space"), "impact"),
    Scene("Review, typing", (), "shrinks"),
    Scene("Review, typed", ("I", "Return"), "shrinks"),
    Scene("Summary", ("Space", "3"), "sigma"),
    Scene("Progress", ("G",), rich=True, whole="Grades"),
    Scene("Progress of nothing", ("G",), whole="Nothing was answered yet"),
    Scene("Settings", ("Ctrl+,",), settings="fuzz = true\nfuz = 1\n", whole="Choose an action"),
    Scene("Write", ("W",), whole="Preview"),
    Scene("Write, searching", ("W", "Ctrl+F"), whole="Preview", turns=2),
    Scene("Write, a problem", ("W", "F8"), whole="Preview"),
    Scene("New deck", ("W",), dialog="Ctrl+Alt+N"),
    Scene("Edit a note", (), "sigma", dialog="E"),
    Scene("Add a note", dialog="Ctrl+N"),
    Scene("Cards", ("B",), rich=True, whole="cards"),
    Scene("Cards, one chosen", ("B", "Return", "Down"), whole="cards"),
    Scene("Cards, a fault", ("B", '"'), whole="none closes it"),
    Scene("Cards, none", ("B", "9", "9"), whole="No card is found"),
    Scene("Decks", ("Ctrl+D",), rich=True, whole="Decks"),
    Scene("Decks, one renamed", ("Ctrl+D", "Down"), dialog="F2"),
    Scene("Decks, one moved", ("Ctrl+D", "Down"), dialog="M"),
    Scene("Decks, a new one", ("Ctrl+D",), dialog="N"),
    Scene("Decks, one thrown away", ("Ctrl+D", "Down"), dialog="Del"),
    Scene("Import", dialog="Ctrl+I"),
    Scene("Import a table", dialog="Ctrl+V", copied="Term\tMeaning\nq\ta\nr\t\n"),
    Scene("Tag", ("B", "Return"), dialog="T", whole="cards"),
    Scene("Move", ("B", "Return"), dialog="M", whole="cards"),
    Scene("Keys", dialog="?"),
    Scene("About", dialog="F12", settings='[keys]\nabout = "F12"\n'),
    Scene("Find anything", dialog="Ctrl+K"),
    Scene("Card", ("Space", "3", "U"), "sigma", dialog="I"),
    Scene("Choose a day", (), "sigma", dialog="Ctrl+Shift+D"),
)


def forgotten(stage: Stage) -> None:
    """Let a break leave a backlog, leeches, and squares on the map."""
    stage.write_deck(deck_of(70) + BROKEN, "long.md")
    answer(stage, days_ago=dict.fromkeys(range(40, 9, -2), Grade.AGAIN), cards=names(2))
    answer(stage, days_ago={9: Grade.GOOD}, cards=names(70))


def play(stage: Stage, scene: Scene, zoom: float = 1.0) -> None:
    """Open a window and go where the scene is."""
    (stage.data / "settings.toml").write_text(scene.settings, "utf-8")
    stage.write_deck(DECK)
    if scene.rich:
        forgotten(stage)
    program = stage.open()
    program.look.set_zoom(zoom)
    if scene.rich:
        stage.wait_for("Where you are weak")
    if scene.choice:
        stage.press("/")
        QTest.keyClicks(screen.focused(), scene.choice)
        stage.press("Return")
    for key in scene.keys:
        QTest.qWait(GUARD_MS + 20)
        stage.press(key)
    if scene.whole:
        stage.wait_for(scene.whole)


def on_stage(stage: Stage, scene: Scene, look: Callable[[QWidget], None]) -> None:
    """Look at the window, or at the dialog that a key opens."""
    if not scene.dialog:
        look(stage.shell)
        return
    failures: list[BaseException] = []
    looked: list[bool] = []
    QApplication.clipboard().setText(scene.copied)

    def seen() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog):
            QTimer.singleShot(50, seen)
            return
        looked.append(True)
        try:
            look(dialog)
        except AssertionError as failure:
            failures.append(failure)
        finally:
            dialog.reject()

    QTimer.singleShot(400 if scene.copied else 150, seen)
    stage.press(scene.dialog)
    while not looked:
        QTest.qWait(20)
    for failure in failures:
        raise failure


@pytest.fixture(params=SCENES, ids=lambda scene: scene.name)
def scene(request: pytest.FixtureRequest) -> Scene:
    found: Scene = request.param
    return found


def test_tab_alone_goes_through_it_in_the_order_of_the_eye(stage: Stage, scene: Scene) -> None:
    play(stage, scene)
    on_stage(stage, scene, partial(walk, turns=scene.turns))


def walk(window: QWidget, turns: int = 1) -> None:
    """Go round by Tab, and look at each stop."""
    stops: list[QWidget] = []
    while screen.focused() not in stops:
        stop = screen.focused()
        stops.append(stop)
        assert screen.read_aloud(stop), stop
        if by_tab(stop):
            assert role(stop) not in NO_CONTROLS or isinstance(stop, Scrolled), stop
            assert stop.visibleRegion().isEmpty() or differs_with_focus(stop, window), stop
        for _ in range(SECTIONS):
            if screen.focused() is stop:
                screen.press(window, "Tab")
    missed = [made.text() for made in screen.buttons(window) if made not in stops]
    assert missed == []
    assert turns_back([stop for stop in stops if by_tab(stop)], window) <= turns


def by_tab(stop: QWidget) -> bool:
    """Whether it is more than the page that has the keys at first."""
    return bool(stop.focusPolicy() & Qt.FocusPolicy.TabFocus)


def role(stop: QWidget) -> QAccessible.Role:
    """Say what a screen reader takes it for."""
    return QAccessible.queryAccessibleInterface(stop).role()


def turns_back(stops: list[QWidget], window: QWidget) -> int:
    """Count how often the way round goes up, or to the left in one line; once is the round."""
    for bar in window.findChildren(QScrollBar):
        bar.setValue(0)
    centres = [made.mapTo(window, made.rect().center()) for made in stops]
    return sum(
        after.y() < before.y() - LINE
        or (abs(after.y() - before.y()) <= LINE and after.x() < before.x())
        for before, after in pairwise([*centres, centres[0]])
    )


def differs_with_focus(stop: QWidget, window: QWidget) -> bool:
    """Whether one can see that the focus is here."""
    stop.clearFocus()
    unlit = window.grab().toImage()
    stop.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    return window.grab().toImage() != unlit


def spoken_tree(widget: QWidget) -> Iterator[str]:
    """Read a window as a screen reader does: its children, and theirs."""
    waiting = [QAccessible.queryAccessibleInterface(widget)]
    while waiting:
        part = waiting.pop()
        if part.state().invisible:
            continue
        yield part.text(QAccessible.Text.Name)
        yield part.text(QAccessible.Text.Description)
        waiting += [part.child(place) for place in range(part.childCount())]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Review, a question", r"What does $\sigma(z)$ do?"),
        ("Review, an answer", r"It maps $z$ to $(0, 1)$."),
        ("Review, an answer", "Good, 1 day"),
        ("Review, a step", "Missed it"),
        ("Review, typing", "Your answer"),
        ("Summary", "1 answer"),
        ("Today, with all that it can hold", "Backlog"),
        ("Today, with all that it can hold", "Leeches"),
        ("Today, with all that it can hold", "Problems in your decks"),
        ("Today, with all that it can hold", "Choose what to review"),
    ],
)
def test_a_screen_reader_finds_it(stage: Stage, name: str, words: str) -> None:
    play(stage, next(scene for scene in SCENES if scene.name == name))
    assert any(words in spoken for spoken in spoken_tree(stage.shell))


def test_at_twice_its_size_no_word_is_cut(stage: Stage, scene: Scene) -> None:
    play(stage, scene, zoom=2.0)
    on_stage(stage, scene, whole)


def whole(window: QWidget) -> None:
    """Compare the room that words have with the room they ask for."""
    QApplication.processEvents()
    if not isinstance(window, QDialog):
        assert (window.width(), window.height()) == (1024, 700)
    cut = [cut_text(made) for made in window.findChildren(QWidget) if made.isVisible()]
    assert list(filter(None, cut)) == []
    for made in screen.buttons(window):
        right = made.mapTo(window, made.rect().bottomRight()).x()
        assert right < window.width(), made.text()


def cut_text(made: QWidget) -> str:
    """Give the words of a label, button, field or choice that has too little room; else nothing."""
    if isinstance(made, QComboBox):
        return cut_choice(made)
    if isinstance(made, Trail) or not isinstance(made, (QLabel, QPushButton, QAbstractSpinBox)):
        return ""
    wraps = isinstance(made, QLabel) and made.wordWrap()
    tall = made.heightForWidth(made.width()) if wraps else made.sizeHint().height()
    wide = 0 if wraps else made.sizeHint().width()
    return made.text() if made.height() < tall - 1 or made.width() < wide else ""


def cut_choice(made: QComboBox) -> str:
    """Give what is chosen, where that is cut; a deck's or a folder's name may be."""
    if made.isEditable() or made.sizeAdjustPolicy() == SHORT:
        return ""
    asked = QStyleOptionComboBox()
    made.initStyleOption(asked)
    of_field = QStyle.SubControl.SC_ComboBoxEditField
    room = made.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, asked, of_field, made)
    is_cut = made.fontMetrics().horizontalAdvance(made.currentText()) > room.width() + 1
    return made.currentText() if is_cut else ""


def test_nothing_moves_by_itself(stage: Stage) -> None:
    play(stage, SCENES[1])
    stage.press("Escape", "Return", "Space", "3", "Escape", "Escape")
    top = [stage.program, *QApplication.topLevelWidgets()]
    moving = [part for made in top if made for part in made.findChildren(QObject)]
    assert not [part for part in moving if isinstance(part, QAbstractAnimation)]


def test_a_choice_that_is_cut_is_found(qtbot: QtBot) -> None:
    box = QComboBox()
    qtbot.addWidget(box)
    box.addItems(["Longest overdue"])
    screen.show(qtbot, box)
    assert cut_choice(box) == ""
    box.setFixedWidth(60)
    QApplication.processEvents()
    assert cut_choice(box) == "Longest overdue"
    box.setSizeAdjustPolicy(SHORT)
    assert cut_choice(box) == ""
