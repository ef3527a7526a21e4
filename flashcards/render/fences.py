"""Fenced code, found as CommonMark says: within lists and quotations, and open until the end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_OPENING = re.compile(r"^((?: |>|[-+*] |\d{1,9}[.)] )*)(`{3,}(?=[^`]*$)|~{3,})[ \t]*(.*)$")
_LANGUAGE = re.compile(r"\{?[ .]*([^\s{},=]*)")
_MARKER = re.compile(r"[^ >]")


def lift_fences(lines: list[str], store: Callable[[str, str], str]) -> list[str]:
    """The lines with one placeholder in place of each fenced block.

    `store` takes the code and its language and gives the placeholder.
    """
    out: list[str] = []
    place = 0
    while place < len(lines):
        match = _OPENING.match(lines[place])
        place += 1
        if not match:
            out.append(lines[place - 1])
            continue
        prefix, fence, info = match.groups()
        body, place = _body(lines, place, prefix, fence)
        placeholder = store("\n".join(body), _language(info))
        out += _placed(prefix, placeholder)
    return out


def _body(lines: list[str], place: int, prefix: str, fence: str) -> tuple[list[str], int]:
    """The code's lines without the container's prefix, and the place after the closing fence."""
    body: list[str] = []
    depth, width = prefix.count(">"), len(prefix)
    closing = re.compile(rf"^ *{re.escape(fence)}{re.escape(fence[0])}*[ \t]*$")
    while place < len(lines):
        line = _without_prefix(lines[place], depth, width)
        if line is None:
            break
        place += 1
        if closing.match(line):
            break
        body.append(line)
    while body and not body[-1].strip():
        body.pop()
    return body, place


def _without_prefix(line: str, depth: int, width: int) -> str | None:
    """The line inside its quotation; None when the quotation is over."""
    removed = 0
    for _ in range(depth):
        match = re.match(r" {0,3}> ?", line)
        if not match:
            return None
        removed += match.end()
        line = line[match.end() :]
    indent = len(line) - len(line.lstrip(" "))
    return line[min(indent, max(0, width - removed)) :]


def _language(info: str) -> str:
    match = _LANGUAGE.match(info)
    return match[1].lower() if match else ""


def _placed(prefix: str, placeholder: str) -> list[str]:
    """At the margin the block stands alone; in a list a blank line would set its items apart."""
    if not prefix.strip(" ") and len(prefix) < 2:
        return ["", placeholder, ""]
    blank = [prefix.rstrip()] if ">" in prefix and not _MARKER.search(prefix) else []
    return [*blank, prefix + placeholder, *blank]
