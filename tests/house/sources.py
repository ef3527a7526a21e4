"""The project's own files, as the house rules look at them."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).parents[2]
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """A Python file: its path below the project's folder, its text, its syntax tree."""

    path: str
    text: str

    @cached_property
    def lines(self) -> list[str]:
        """The text's lines."""
        return self.text.splitlines()

    @cached_property
    def tree(self) -> ast.Module:
        """The syntax tree."""
        return ast.parse(self.text)

    def functions(self) -> Iterator[Function]:
        """Walk all functions, methods and inner ones included."""
        for node in ast.walk(self.tree):
            if isinstance(node, Function):
                yield node


def modules(folder: str) -> list[Module]:
    """Read the Python files below a folder."""
    return [Module(path, (ROOT / path).read_text("utf-8")) for path in paths(folder, "*.py")]


def paths(folder: str, pattern: str = "*") -> list[str]:
    """List the files below a folder, what tools left behind excepted."""
    found = (path for path in (ROOT / folder).rglob(pattern) if path.is_file())
    kept = (path for path in found if "__pycache__" not in path.parts)
    return sorted(path.relative_to(ROOT).as_posix() for path in kept)


def length(node: ast.stmt) -> int:
    """Count the lines of a statement."""
    return (node.end_lineno or node.lineno) - node.lineno + 1
