"""Decks are untrusted: only harmless HTML passes, and nothing outside the deck's folder."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote

import nh3

_INLINE_TAGS = "a abbr b br code del em i img ins kbd mark q s samp small span strong sub sup u var"
_BLOCK_TAGS = "blockquote dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre ul"
_TABLE_TAGS = "table tbody td tfoot th thead tr"
TAGS = frozenset(f"{_INLINE_TAGS} {_BLOCK_TAGS} {_TABLE_TAGS}".split(" "))
_ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title", "width", "height"},
    "ol": {"start"},
    "li": {"class"},
    "pre": {"class"},
    "span": {"class"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan"},
}
_CONTENT_DROPPED = {"script", "style", "template", "iframe", "object", "noscript"}
_CLASS = re.compile(r"[a-z][a-z0-9]{0,3}|code|task")
_SMALL_NUMBER = re.compile(r"[0-9]{1,4}")
_NO_CELL = re.compile(r"<table>(?:\s|</?t(?:body|head|foot|r)>)*</table>")
"""A table without a cell, which no text document can hold."""
_ALIGNMENTS = frozenset(("left", "right", "center"))


def sanitize(html: str) -> str:
    """The same HTML without scripts, handlers, styles, remote images or odd links."""
    clean = nh3.clean(
        html,
        tags=set(TAGS),
        clean_content_tags=_CONTENT_DROPPED,
        attributes=_ATTRIBUTES,
        attribute_filter=_kept_value,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )
    return _NO_CELL.sub("", clean)


def inside_deck(source: str) -> str | None:
    """An image's name as a relative path inside the deck's folder; None when it leads elsewhere."""
    name = unquote(source).strip()
    if not name or any(sign in name for sign in ("\\", ":", "\0", "?", "#")):
        return None
    if not name.isprintable():
        return None
    path = posixpath.normpath(name)
    if path.startswith(("/", "..")) or path == ".":
        return None
    return path


def _kept_value(tag: str, attribute: str, value: str) -> str | None:
    match tag, attribute:
        case "img", "src":
            return inside_deck(value)
        case "a", "href":
            scheme = value.partition(":")[0].lower().strip()
            return value if scheme in ("http", "https", "mailto") else None
        case _, "class":
            return value if _CLASS.fullmatch(value) else None
        case _, "align":
            return value if value in _ALIGNMENTS else None
        case _, "width" | "height" | "start" | "colspan" | "rowspan":
            return value if _SMALL_NUMBER.fullmatch(value) else None
    return value
