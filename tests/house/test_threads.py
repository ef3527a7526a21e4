"""Threads are started in two places: for the window, and for the check of a log's file."""

import ast

from tests.house.sources import modules

STARTERS = {
    "Thread", "QThread", "QThreadPool", "QRunnable", "ThreadPoolExecutor", "ProcessPoolExecutor",
    "start_new_thread", "to_thread", "run_in_executor", "QtConcurrent",
}  # fmt: skip


def names_in(tree: ast.Module) -> set[str]:
    """Collect every name, attribute and imported name of a module."""
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    names |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    return names | {node.name for node in ast.walk(tree) if isinstance(node, ast.alias)}


def test_two_modules_start_threads() -> None:
    found = {module.path for module in modules("flashcards") if names_in(module.tree) & STARTERS}
    assert found == {"flashcards/store/file_check.py", "flashcards/ui/tasks.py"}
