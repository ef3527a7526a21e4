"""Imports stand at the top; one inside a function says why, because the rule has a price there."""

import ast
from collections.abc import Iterator

from tests.house.sources import Module, modules

Import = ast.Import | ast.ImportFrom
MODULES = modules("flashcards") + modules("tests")


def late_imports(module: Module) -> Iterator[ast.stmt]:
    """Give the first import of each run of imports inside a function."""
    for function in module.functions():
        for node in ast.walk(function):
            body: object = getattr(node, "body", [])
            before: object = None
            for statement in body if isinstance(body, list) else []:  # a lambda has no list
                if isinstance(statement, Import) and not isinstance(before, Import):
                    yield statement
                before = statement


def has_reason(module: Module, statement: ast.stmt) -> bool:
    """Whether a comment stands on one of the statement's lines, or on the line above it."""
    lines = module.lines[statement.lineno - 1 : statement.end_lineno]
    above = module.lines[statement.lineno - 2].strip()
    return above.startswith("#") or any("  # " in line for line in lines)


def test_an_import_inside_a_function_gives_its_reason() -> None:
    found = {
        f"{module.path}:{statement.lineno}"
        for module in MODULES
        for statement in late_imports(module)
        if not has_reason(module, statement)
    }
    assert sorted(found) == []


def test_nothing_is_imported_by_a_star_or_by_dots() -> None:
    found = [
        f"{module.path}:{node.lineno}"
        for module in MODULES
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ImportFrom)
        if node.level or any(name.name == "*" for name in node.names)
    ]
    assert found == []
