"""A heading's ``{#id .kind key=value}``, in the syntax of Python-Markdown's ``attr_list``."""

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""(?:\#(?P<id>[^\s=]+)|\.(?P<kind>[^\s=]+)|(?P<key>[A-Za-z][\w-]*)=
        (?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"']*)))(?:[ \t]+|$)""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Attributes:
    """What stands in the braces; ``kinds`` are the classes in their order."""

    id: str = ""
    kinds: tuple[str, ...] = ()
    values: tuple[tuple[str, str], ...] = ()


def split_heading(heading: str) -> tuple[str, Attributes]:
    """Part a heading's text from its attribute list. Braces that hold anything else are text."""
    before, brace, rest = heading.rpartition("{")
    inside, close, after = rest.partition("}")
    is_last = brace and close and not after.strip(" \t") and before[-1:] in ("", " ", "\t")
    attributes = read(inside.removeprefix(":").strip(" \t")) if is_last else None
    if attributes is None:
        return heading.strip(), Attributes()
    return before.strip(), attributes


def read(inside: str) -> Attributes | None:
    """Read what stands between the braces; None where it is no attribute list."""
    note_id, kinds, values, position = "", [], [], 0
    while position < len(inside):
        token = _TOKEN.match(inside, position)
        if token is None:
            return None
        if token["id"]:
            note_id = token["id"]
        elif token["kind"]:
            kinds.append(token["kind"])
        else:
            value = next(
                token[name] for name in ("double", "single", "bare") if token[name] is not None
            )
            values.append((token["key"], value))
        position = token.end()
    return Attributes(note_id, tuple(kinds), tuple(values)) if position else None
