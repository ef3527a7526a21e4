"""Change one choice in a settings file's text; what the person wrote around it stays."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping

_VALUE = r"""(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^#\n]*?)"""
_KEY = r"""(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[\w-]+)"""
_COMMENT = r"(?P<comment>[ \t]*(?:#[^\n]*)?)"
_ENTRY = re.compile(rf"^[ \t]*(?P<key>{_KEY})[ \t]*=[ \t]*{_VALUE}{_COMMENT}$", re.MULTILINE)
_HEADER = re.compile(r"^[ \t]*\[", re.MULTILINE)
_BARE = re.compile(r"[A-Za-z0-9_-]+")


def line_of(text: str, name: str, within: str = "") -> int:
    """Tell the line on which a choice (or its table) stands, or a name ``within`` a table.

    That of the whole table where a name has none of its own; 1 where nothing can be told.
    """
    if within:
        found = _named(text, within, name) or _own_table(text, within, name)
        found = found or _whole(text, within)
    else:
        found = _whole(text, name)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def _whole(text: str, name: str) -> re.Match[str] | None:
    return _entry(text, name) or _table(name).search(text)


def _named(text: str, table: str, name: str) -> re.Match[str] | None:
    """Find a name's line in a table with a heading."""
    head = _table(table).search(text)
    if not head:
        return None
    entries = _ENTRY.finditer(text, head.end(), _end(text, head.end()))
    return next((found for found in entries if _name(found["key"]) == name), None)


def _own_table(text: str, table: str, name: str) -> re.Match[str] | None:
    """Find an entry's own table, such as ``[limits."deck:ml"]``."""
    heading = rf"""^[ \t]*\[[ \t]*{table}[ \t]*\.[ \t]*(["']?){re.escape(name)}\1[ \t]*\]"""
    return re.compile(heading, re.MULTILINE).search(text)


def with_value(text: str, name: str, value: object) -> str:
    """Set one choice in a settings file's text; everything else stays as the person wrote it."""
    table = _table(name).search(text)
    if table and isinstance(value, Mapping):
        end = _end(text, table.end())
        return f"{text[: table.end()]}{_entries(text[table.end() : end], value)}{text[end:]}"
    written, line = _entry(text, name), f"{name} = {toml_value(value)}"
    if written:
        return f"{text[: written.start()]}{line}{written['comment']}{text[written.end() :]}"
    if isinstance(value, Mapping):
        gap = "\n" if text.endswith("\n") or not text else "\n\n"
        return f"{text}{gap}[{name}]{_entries('', value)}\n"
    offered = re.compile(rf"^# {name} = [^\n]*\n", re.MULTILINE).search(text, 0, _end(text, 0))
    end = offered.end() if offered else _end(text, 0)
    gap = "" if not end or text[end - 1] == "\n" else "\n"
    return f"{text[:end]}{gap}{line}\n{text[end:]}"


def toml_value(value: object) -> str:
    """Write a value as TOML does."""
    if isinstance(value, Mapping):
        pairs = ", ".join(_pair(name, each) for name, each in value.items())
        return f"{{ {pairs} }}" if pairs else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(toml_value, value))}]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _pair(name: str, value: object) -> str:
    key = name if _BARE.fullmatch(name) else toml_value(name)
    return f"{key} = {toml_value(value)}"


def _entry(text: str, name: str) -> re.Match[str] | None:
    """Find a choice's line above the first table."""
    entries = _ENTRY.finditer(text, 0, _end(text, 0))
    return next((found for found in entries if _name(found["key"]) == name), None)


def _table(name: str) -> re.Pattern[str]:
    return re.compile(rf"^[ \t]*\[[ \t]*{re.escape(name)}[ \t]*\][^\n]*", re.MULTILINE)


def _end(text: str, start: int) -> int:
    """Tell where the table that ``start`` is in ends: at the next one, or with the text."""
    following = _HEADER.search(text, start)
    return following.start() if following else len(text)


def _name(key: str) -> str:
    """Read a key, in quotes or bare."""
    return next(iter(tomllib.loads(f"{key} = 0"))) if key[0] in "\"'" else key


def _entries(body: str, values: Mapping[str, object]) -> str:
    """Give a table's lines their values: those of names that are gone go, new ones come last.

    As many new names as there are gone ones are these, called otherwise: they keep their lines.
    """
    bare = body.rstrip("\n")
    lines = bare.split("\n")
    named = [_name(found["key"]) for line in lines if (found := _ENTRY.match(line))]
    gone = [name for name in named if name not in values]
    new = [name for name in values if name not in named]
    renamed = dict(zip(gone, new, strict=True)) if len(gone) == len(new) else {}
    kept = _kept(lines, values, renamed)
    added = [_pair(name, values[name]) for name in new if not renamed]
    return "\n".join([*kept, *added]) + body[len(bare) :]


def _kept(
    lines: list[str], values: Mapping[str, object], renamed: Mapping[str, str]
) -> Iterator[str]:
    for line in lines:
        found = _ENTRY.match(line)
        if found is None:
            yield line
            continue
        name = _name(found["key"])
        name = renamed.get(name, name)
        if name in values:
            yield f"{_pair(name, values[name])}{found['comment']}"
