"""Qt's own tester goes along with every list and table there is, on every page and dialog."""

import ast
from collections.abc import Iterator

import pytest
from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QCompleter,
    QHeaderView,
    QLineEdit,
    QTableView,
    QTableWidget,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from flashcards.ui.write.found_list import FoundList
from tests.house.sources import modules
from tests.ui import screen
from tests.ui.stage import Stage
from tests.ui.test_every_page import SCENES, on_stage, play

pytestmark = pytest.mark.qt_log_ignore("does not support raise", "does not support grabbing")

WITH_LISTS = {
    "Settings": 4,
    "Write": 2,
    "New deck": 1,
    "Cards": 2,
    "Move": 1,
    "Find anything": 1,
    "Add a note": 1,
    "Card": 1,
    "Progress": 1,
    "Decks": 1,
    "Decks, one moved": 1,
    "Import a table": 4,
}
"""Scenes, and how many models there are at least."""

SEEN_THERE = {
    "bringing/columns_part": "Import a table",
    "bringing/reading_part": "Import a table",
    "bringing/target_part": "Import a table",
    "browse/card_list": "Cards",
    "browse/rewriting_dialogs": "Move",
    "browse/search_field": "Cards",
    "dialogs/details": "Card",
    "palette/dialog": "Find anything",
    "progress/chart": "test_the_numbers_of_a_picture_keep_them",
    "progress/page": "Progress",
    "settings/controls": "Settings",
    "settings/folders": "Settings",
    "settings/fonts": "Settings",
    "settings/limits": "Settings",
    "shelves/asking": "Decks, one moved",
    "shelves/tree": "Decks",
    "write/completing": "Write",
    "write/find_bar": "test_what_is_found_in_all_decks_keeps_them",
    "write/found_list": "test_what_is_found_in_all_decks_keeps_them",
    "write/new_deck": "New deck",
    "write/note_dialogs": "Add a note",
    "write/outline": "Write",
    "write/page": "Write",
}
"""Where each module's lists are looked at: a scene, or a test below."""

VIEWS = {
    "QTableView", "QListView", "QTreeView", "QTableWidget", "QListWidget", "QTreeWidget",
    "QComboBox", "QCompleter", "QFontComboBox", "QColumnView",
}  # fmt: skip


def makes_a_list(tree: ast.Module) -> bool:
    """Whether a module has a class of lists, or makes one."""
    names = [
        base for node in ast.walk(tree) if isinstance(node, ast.ClassDef) for base in node.bases
    ]
    names += [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return bool(VIEWS & {each.id for each in names if isinstance(each, ast.Name)})


def test_no_list_of_the_window_is_forgotten() -> None:
    found = [module for module in modules("flashcards/ui") if makes_a_list(module.tree)]
    names = {module.path.removeprefix("flashcards/ui/").removesuffix(".py") for module in found}
    assert names == SEEN_THERE.keys()
    scenes = {name for name in SEEN_THERE.values() if not name.startswith("test_")}
    assert scenes <= WITH_LISTS.keys()


class Whole(QSortFilterProxyModel):
    """All columns of a QTreeWidget, whose own model breaks one of Qt's rules: a row has the same
    children there, whichever of its cells is asked for them. Here only the first cell has any.
    """

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self.setSourceModel(tree.model())

    def filterAcceptsRow(  # noqa: N802  # Qt's own name
        self, _row: int, parent: QModelIndex | QPersistentModelIndex
    ) -> bool:
        return parent.column() <= 0


def model_of(view: QAbstractItemView) -> QAbstractItemModel | None:
    return Whole(view) if isinstance(view, QTreeWidget) else view.model()


def models(window: QWidget) -> Iterator[QAbstractItemModel]:
    """List what views, boxes and completions of a window show."""
    views, boxes = window.findChildren(QAbstractItemView), window.findChildren(QComboBox)
    views = [view for view in views if not isinstance(view, QHeaderView)]  # its list's own model
    choosers = window.findChildren(QCompleter)
    of_boxes, of_choosers = (box.model() for box in boxes), (each.model() for each in choosers)
    yield from filter(None, (*map(model_of, views), *of_boxes, *of_choosers))


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
            assert tester.model().data(QModelIndex()) is None
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


def test_the_list_of_cards_keeps_them_while_it_is_sorted_and_changed(stage: Stage) -> None:
    play(stage, next(each for each in SCENES if each.name == "Cards"))
    testers = follow(stage.shell)
    (table,) = stage.page.findChildren(QTableView)
    for column in range(table.model().columnCount()):
        table.horizontalHeader().sectionClicked.emit(column)
        QTest.qWait(5)
    table.setFocus()
    stage.press("Ctrl+A", "F", "S", "Ctrl+Z", "Ctrl+Z")
    QTest.qWait(200)
    for tester in testers:
        tester.deleteLater()


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


def test_the_tree_of_decks_keeps_them_while_decks_come_and_go(qtbot: QtBot, stage: Stage) -> None:
    play(stage, next(each for each in SCENES if each.name == "Decks"))
    (tree,) = stage.page.findChildren(QTreeWidget)
    testers = follow(stage.shell)
    (stage.decks / "ml").mkdir()
    stage.write_deck("## New?\nYes.\n", "ml/new.md")
    stage.press("F5")
    qtbot.waitUntil(lambda: bool(tree.findItems("new", Qt.MatchFlag.MatchRecursive)))
    (stage.decks / "ml" / "new.md").unlink()
    stage.press("F5")
    qtbot.waitUntil(lambda: not tree.findItems("new", Qt.MatchFlag.MatchRecursive))
    for tester in testers:
        tester.deleteLater()


def test_what_is_found_in_all_decks_keeps_them(qtbot: QtBot, stage: Stage) -> None:
    play(stage, next(each for each in SCENES if each.name == "Write"))
    (found,) = stage.page.findChildren(FoundList)
    testers = follow(stage.shell)
    stage.press("Ctrl+Shift+F")
    QTest.keyClicks(screen.focused(), "weights")
    qtbot.waitUntil(lambda: found.topLevelItemCount() > 0)
    QTest.keyClicks(screen.focused(), "zzz")
    qtbot.waitUntil(lambda: found.topLevelItemCount() == 0)
    for tester in testers:
        tester.deleteLater()


def test_the_numbers_of_a_picture_keep_them(qtbot: QtBot, stage: Stage) -> None:
    play(stage, next(each for each in SCENES if each.name == "Progress"))
    next(each for each in screen.buttons(stage.page) if each.text() == "Numbers").click()
    qtbot.waitUntil(lambda: bool(stage.page.findChildren(QTableWidget)))
    for tester in follow(stage.shell):
        assert tester.model().data(QModelIndex()) is None
        tester.deleteLater()
