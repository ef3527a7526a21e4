"""A heading's ``{#id .kind key=value}``, in the syntax of Python-Markdown's ``attr_list``."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""(?:\#(?P<id>[^\s=]+)|\.(?P<kind>[^\s=]+)|(?P<key>[A-Za-z][\w-]*)=
        (?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"']*)))(?:[ \t]+|$)""",
    re.VERBOSE,
)
_LIKE_ATTRIBUTES = re.compile(r":?[ \t]*(?:#[ \t]*\w|\.[^\W\d])")

_UNOPENED = re.compile(r"(?<=[ \t])#[\w.:-]+\}$")


@dataclass(frozen=True, slots=True)
class Attributes:
    """What stands in the braces; ``kinds`` are the classes: a kind, and options of it."""

    ids: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    values: tuple[tuple[str, str], ...] = ()


def split_heading(heading: str) -> tuple[str, Attributes]:
    """Part a heading's text from its attribute list. Braces that hold anything else are text."""
    before, brace, rest = heading.rpartition("{")
    inside, close, after = rest.partition("}")
    is_last = brace and close and not after.strip(" \t") and before[-1:] in ("", " ", "\t")
    attributes = read(within_braces(inside)) if is_last else None
    if attributes is None:
        return heading.strip(), Attributes()
    return before.strip(), attributes


def odd_braces(prompt: str, kinds: Iterable[str]) -> str:
    """Give the braces at a prompt's end that look meant as an attribute list, or nothing.

    What follows ``#`` or ``.`` in them looks so, and so do a kind's bare name and ``#id}``.
    """
    before, brace, rest = prompt.rpartition("{")
    inside, _, after = rest.partition("}")
    if not brace:
        found = _UNOPENED.search(prompt)
        return found[0] if found else ""
    if after:
        return ""
    is_kind = before[-1:] in ("", " ", "\t") and inside.strip(" \t") in kinds
    return brace + rest if is_kind or _LIKE_ATTRIBUTES.match(inside) else ""


def within_braces(text: str) -> str:
    """Give what stands in braces, with or without these, and without a colon before it."""
    return text.removeprefix("{").removesuffix("}").removeprefix(":").strip(" \t")


def read(inside: str) -> Attributes | None:
    """Read what stands between the braces; None where it is no attribute list."""
    ids, kinds, values, position = list[str](), list[str](), list[tuple[str, str]](), 0
    while position < len(inside):
        token = _TOKEN.match(inside, position)
        if token is None:
            return None
        if token["id"]:
            ids.append(token["id"])
        elif token["kind"]:
            words = token["kind"].split(".")
            kinds += words if all(words) else [token["kind"]]
        else:
            value = next(
                token[name] for name in ("double", "single", "bare") if token[name] is not None
            )
            values.append((token["key"], value))
        position = token.end()
    return Attributes(tuple(ids), tuple(kinds), tuple(values)) if position else None
