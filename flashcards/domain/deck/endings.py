"""A text's line endings, put aside while it is edited and put back when it is saved.

An editor's lines end in LF. Whatever ended a line that is still there ends it again.
"""

import re
from collections import Counter
from collections.abc import Iterator

from flashcards.domain.matching import matches

_OTHER = "\r\u2029\ufdd0\ufdd1"
_ENDING = re.compile(f"\r\n|[\n{_OTHER}]")
"""All that a text editor's widget takes for the end of a line."""


def plain(text: str) -> str:
    """Let every line end in LF."""
    return _ENDING.sub("\n", text) if any(end in text for end in _OTHER) else text


def restored(before: str, edited: str) -> str:
    """Give edited lines the endings they had in ``before``; new ones, the usual ending there."""
    endings = _ENDING.findall(before)
    usual = Counter(endings).most_common(1)[0][0] if endings else "\n"
    if len(set(endings)) < 2:
        return edited.replace("\n", usual)
    old, new = plain(before).split("\n"), edited.split("\n")
    found = _found(old, new, [*endings, ""], usual)
    return "".join(f"{line}{ending}" for line, ending in zip(new, found, strict=True))


def _found(old: list[str], new: list[str], endings: list[str], usual: str) -> Iterator[str]:
    """Find each new line's ending; the last line has none."""
    kept = [usual] * len(new)
    for here, there, size in matches(old, new):
        kept[there : there + size] = endings[here : here + size]
    yield from (ending or usual for ending in kept[:-1])
    yield ""
