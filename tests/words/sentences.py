"""Finds what looks like a sentence in the code and does not pass through ``tr``."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.house.sources import Module

SAYING = {"tr", "trn", "trc", "later", "both", "filled"}
QUIET = {
    *("compile", "execute", "text", "ValueError", "TypeError", "RuntimeError", "KeyError"),
    *("strftime", "encode", "decode", "startswith", "endswith", "removeprefix", "removesuffix"),
    *("option", "command", "version_option", "setObjectName", "setProperty", "setStyleSheet"),
    *("CommandError", "NoteError", "FlashcardsError", "NewType", "getattr", "OSError", "cast"),
}
"""Calls whose texts nobody reads, or that say them by ``tr`` (``--help``, and our errors)."""

_SENTENCE = re.compile(r"[A-Za-z][a-z’']*[,.:;”)]? [a-z“(]+[^=;{}<>]*$|^[A-Z][a-z]+ [a-z]+")
_CODE = re.compile(
    r"^\s*(?:<|SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA|BEGIN|FROM|WHERE|ORDER|WITH|Q[A-Z]|#|%|\\|>)"
    r"|\b(?:WHERE|SELECT|FROM events|ORDER BY|kind =)\b|[a-z]-[a-z]+:|^\s*$"
)


@dataclass(frozen=True)
class Bare:
    """A text that a person may read and no translation reaches."""

    path: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line} {self.text[:60]!r}"


def bare_sentences(module: Module) -> Iterator[Bare]:
    """Walk a module's texts that look like sentences, those left out that nobody reads."""
    quiet = {id(node) for root in ast.walk(module.tree) for node in _quiet_below(root)}
    for node in ast.walk(module.tree):
        if id(node) in quiet:
            continue
        text = _text(node)
        if text is not None and _SENTENCE.search(text) and not _CODE.search(text):
            yield Bare(module.path, getattr(node, "lineno", 0), text)


def _text(node: ast.AST) -> str | None:
    """Give a literal's text, with a number for each gap of an f-string."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.JoinedStr):
        parts = (part.value if isinstance(part, ast.Constant) else "0" for part in node.values)
        return "".join(map(str, parts)) if len(node.values) > 1 else None
    return None


def _quiet_below(node: ast.AST) -> Iterator[ast.AST]:
    """Give the nodes below one that is a docstring, an annotation, or already said."""
    for part in _parts_unread(node):
        yield from ast.walk(part)
    if isinstance(node, ast.JoinedStr):
        yield from (part for part in node.values if isinstance(part, ast.Constant))


def _parts_unread(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Expr(value=ast.Constant()) | ast.Assert():
            yield node
        case ast.Call():
            name = getattr(node.func, "id", None) or getattr(node.func, "attr", None)
            if name in SAYING:
                yield from node.args[: 2 if name in ("trn", "both", "trc") else 1]
            elif name in QUIET or name == "__init__":
                yield from (*node.args, *(each.value for each in node.keywords))
        case ast.arg(annotation=ast.expr() as annotation) | ast.AnnAssign(annotation=annotation):
            yield annotation
        case ast.FunctionDef(returns=ast.expr() as returns):
            yield returns
        case ast.Subscript(slice=ast.Constant() as key):
            yield key
        case ast.Compare():
            yield from (each for each in (node.left, *node.comparators) if _is_plain(each))


def _is_plain(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant | ast.Tuple | ast.Set | ast.List)


def said_in_gaps(module: Module) -> Iterator[str]:
    """Find ``tr`` within an f-string, where Babel does not see it on Python 3.11."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.JoinedStr) and any(map(_says_a_literal, ast.walk(node))):
            yield f"{module.path}:{node.lineno}"


def _says_a_literal(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call) or getattr(node.func, "id", "") not in SAYING:
        return False
    return isinstance(node.args[0], ast.Constant)
