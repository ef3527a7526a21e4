"""Only ``ui/tasks.py`` starts threads."""

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


def test_one_module_starts_threads() -> None:
    found = {module.path for module in modules("flashcards") if names_in(module.tree) & STARTERS}
    assert found == {"flashcards/ui/tasks.py"}
