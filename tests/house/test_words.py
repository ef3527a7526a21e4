"""Everything public is explained, and nothing has a name that explains nothing."""

import ast
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from tests.house.sources import Module, modules

OURS, TESTS = modules("flashcards"), modules("tests")
Named = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
EMPTY_WORDS = {"manager", "helper", "helpers", "item", "items", "info", "handle", "util", "utils"}
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_UNFINISHED = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X)\b|_leg" r"acy\b")


def public(body: list[ast.stmt], prefix: str = "") -> Iterator[tuple[str, Named]]:
    """Walk the public classes and functions, and the public methods of the former."""
    for node in body:
        if isinstance(node, ast.If | ast.Try):
            yield from public(node.body, prefix)
        elif isinstance(node, Named) and not node.name.startswith("_"):
            yield prefix + node.name, node
            if isinstance(node, ast.ClassDef):
                yield from public(node.body, f"{prefix}{node.name}.")


def undocumented(module: Module) -> Iterator[str]:
    if not ast.get_docstring(module.tree):
        yield module.path
    for name, node in public(module.tree.body):
        is_override = re.match(r"[a-z]+[A-Z]", node.name)  # in Qt's spelling, explained there
        is_setter = any(ast.unparse(found).endswith(".setter") for found in node.decorator_list)
        if not is_override and not is_setter and not ast.get_docstring(node):
            yield f"{module.path}:{node.lineno} {name}"


def test_every_module_class_and_function_says_what_it_is_for() -> None:
    assert [name for module in OURS for name in undocumented(module)] == []


def test_every_test_module_says_what_it_shows() -> None:
    assert [module.path for module in TESTS if not ast.get_docstring(module.tree)] == []


def words_of(name: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(name)}


def test_no_module_or_class_is_called_by_an_empty_word() -> None:
    names = [(module.path, PurePosixPath(module.path).stem) for module in OURS + TESTS]
    names += [
        (f"{module.path}:{node.lineno}", node.name)
        for module in OURS + TESTS
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef)
    ]
    found = [f"{place} {name}" for place, name in names if words_of(name) & EMPTY_WORDS]
    assert found == []


def test_no_function_processes_data() -> None:
    found = [
        f"{module.path}:{function.lineno}"
        for module in OURS + TESTS
        for function in module.functions()
        if function.name == "process_data"
    ]
    assert found == []


def test_nothing_is_left_for_later() -> None:
    found = [
        f"{module.path}:{number} {line.strip()}"
        for module in OURS + TESTS
        for number, line in enumerate(module.lines, start=1)
        if _UNFINISHED.search(line)
    ]
    assert found == []
