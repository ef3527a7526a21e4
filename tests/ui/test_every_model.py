"""Qt's own tester goes along with every list and table there is, on every page and dialog."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QCompleter, QLineEdit, QWidget

from tests.ui import screen
from tests.ui.stage import Stage
from tests.ui.test_every_page import SCENES, on_stage, play

pytestmark = pytest.mark.qt_log_ignore("does not support raise", "does not support grabbing")

WITH_LISTS = {
    "Settings": 4,
    "Write": 2,
    "Cards": 2,
    "Move": 1,
    "Find anything": 1,
    "Add a note": 1,
    "Card": 1,
}
"""Scenes, and how many models there are at least."""


def models(window: QWidget) -> Iterator[QAbstractItemModel]:
    """List what views, boxes and completions of a window show."""
    views, boxes = window.findChildren(QAbstractItemView), window.findChildren(QComboBox)
    choosers = window.findChildren(QCompleter)
    of_boxes, of_choosers = (box.model() for box in boxes), (each.model() for each in choosers)
    yield from filter(None, (*(view.model() for view in views), *of_boxes, *of_choosers))


def follow(window: QWidget) -> list[QAbstractItemModelTester]:
    """Let the tester check each as it is, and as it changes; what it warns of fails a test."""
    warn = QAbstractItemModelTester.FailureReportingMode.Warning
    return [QAbstractItemModelTester(model, warn) for model in dict.fromkeys(models(window))]


@pytest.mark.parametrize("name", WITH_LISTS)
def test_every_model_keeps_qts_rules(stage: Stage, name: str) -> None:
    scene = next(each for each in SCENES if each.name == name)
    play(stage, scene)

    def look(window: QWidget) -> None:
        testers = follow(window)
        assert len(testers) >= WITH_LISTS[name]
        for tester in testers:
            model = tester.model()
            assert model.rowCount(model.index(0, 0)) == 0, "no list is a tree"
            assert model.data(QModelIndex()) is None
            tester.deleteLater()

    on_stage(stage, scene, look)


@pytest.mark.parametrize("name", ["Find anything", "Cards"])
def test_lists_keep_them_while_one_types(stage: Stage, name: str) -> None:
    scene = next(each for each in SCENES if each.name == name)
    play(stage, scene)

    def look(window: QWidget) -> None:
        testers = follow(window)
        field = screen.focused()
        assert isinstance(field, QLineEdit)
        for words in ("sigma", "s", "zzzz", ""):
            field.setText(words)
            field.textEdited.emit(words)
            QTest.qWait(20)
        for tester in testers:
            tester.deleteLater()

    on_stage(stage, scene, look)


@pytest.mark.parametrize("text", ["## One\n1\n\n## Two\n2\n", "Nothing is asked.\n", ""])
def test_the_outline_keeps_them_while_one_writes(stage: Stage, text: str) -> None:
    scene = next(each for each in SCENES if each.name == "Write")
    play(stage, scene)
    testers = follow(stage.shell)
    stage.press("Ctrl+A", "Delete")
    QTest.keyClicks(screen.focused(), text.replace("\n", "\r"))
    QTest.qWait(700)
    for tester in testers:
        tester.deleteLater()
