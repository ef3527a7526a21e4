"""From a file's bytes to its text, whatever program wrote them."""

import re
from collections.abc import Mapping
from typing import NamedTuple

_WIDE = (b"\xff\xfe", b"\xfe\xff")
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig", "UTF-8"), *((mark, "utf-16", "UTF-16") for mark in _WIDE))
_LOOKED_AT = 4_000

ENCODINGS: Mapping[str, str] = {
    "UTF-8": "utf-8-sig",
    "UTF-16": "utf-16",
    "Windows-1252": "cp1252",
    "Windows-1250": "cp1250",
    "Windows-1251": "cp1251",
    "Mac-Roman": "mac_roman",
    "Shift-JIS": "cp932",
    "GB18030": "gb18030",
}
"""What a person may say that a file is in; not all of it can be guessed."""

_FOREIGN = re.compile(rb"[\xc0-\xff]{3,}")
_HIGH = re.compile(rb"[\x80-\xff]")


class Decoded(NamedTuple):
    """A text, and what its encoding is called."""

    text: str
    encoding: str


def decoded(content: bytes, said: str = "") -> Decoded:
    """Read a byte-order mark, else UTF-8, else what Windows programs write. Never raises.

    What is no letter in the encoding becomes a replacement mark (U+FFFD).

    ``said`` is one of ENCODINGS, where the person knows better.
    """
    if said:
        return _decoded_as(content, said)
    for mark, codec, name in _MARKS:
        if content.startswith(mark):
            return Decoded(content.decode(codec, "replace"), name)
    if wide := _without_mark(content[:_LOOKED_AT]):
        return Decoded(content.decode(wide, "replace"), "UTF-16")
    try:
        return Decoded(content.decode(), "UTF-8")
    except UnicodeDecodeError:
        name = "Windows-1251" if _is_cyrillic(content) else "Windows-1252"
        return Decoded(content.decode(ENCODINGS[name], "replace"), name)


def _is_cyrillic(content: bytes) -> bool:
    """Whether most letters beyond ASCII stand next to each other, as in no western language."""
    together = sum(map(len, _FOREIGN.findall(content)))
    return together > 0.7 * len(_HIGH.findall(content))


def is_utf16(content: bytes) -> bool:
    """Whether bytes are UTF-16, by their mark or by their zeros."""
    start = content[:_LOOKED_AT]
    return content.startswith(_WIDE) or (b"\0" in start and bool(_without_mark(start)))


def _decoded_as(content: bytes, said: str) -> Decoded:
    wide = (
        "" if content.startswith(_WIDE) or said != "UTF-16" else _without_mark(content[:_LOOKED_AT])
    )
    return Decoded(content.decode(wide or ENCODINGS[said], "replace"), said)


def _without_mark(start: bytes) -> str:
    """Recognise UTF-16 without its mark: every other byte of plain words is zero."""
    half = len(start) // 2
    if half and start[1::2].count(0) > half * 0.4 and not start[::2].count(0):
        return "utf-16-le"
    if half and start[::2].count(0) > half * 0.4 and not start[1::2].count(0):
        return "utf-16-be"
    return ""
