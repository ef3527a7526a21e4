"""Tags in a note's heading: its braces are changed, and not a character else of the deck."""

import re
from collections.abc import Collection

from flashcards.domain.deck.attributes import split_heading
from flashcards.domain.deck.stamp import line_of, text_end
from flashcards.domain.note import Note

TAG = re.compile(r"""[^\s,"'{}=#]+""")
"""What may be a tag here: a word that stands in braces without quotation marks."""

_TAGS = re.compile(r"""(?<![\w-])tags=(?:"(?P<a>[^"]*)"|'(?P<b>[^']*)'|(?P<c>[^\s"'}]*))[ \t]*""")


def own_tags(heading: str) -> list[str]:
    """Give the tags that a heading itself says; those of its deck are not among them."""
    values = dict(split_heading(heading)[1].values)
    return values.get("tags", "").replace(",", " ").split()


def retagged(text: str, note: Note, add: Collection[str], drop: Collection[str]) -> str:
    """Give a deck's text with other tags for one note; the same where nothing would change.

    A tag that stands in the front matter is every note's, and cannot be taken from one.
    """
    line = line_of(text, note)
    end = text_end(line)
    heading = line[:end]
    own = own_tags(heading)
    known = {tag.casefold() for tag in note.tags}
    dropped = {tag.casefold() for tag in drop}
    tags = [tag for tag in own if tag.casefold() not in dropped]
    tags += [tag for tag in add if tag.casefold() not in known]
    if tags == own:
        return text
    start = note.span.start
    return text[:start] + _with_tags(heading, tags) + text[start + end :]


def _with_tags(heading: str, tags: list[str]) -> str:
    """Write the tags into a heading's braces, which are made or taken away where need be."""
    plain = " ".join(tags)
    written = f'tags="{plain}"' if len(tags) > 1 else f"tags={plain}"
    if split_heading(heading)[0] == heading.strip():
        return f"{heading} {{{written}}}"
    before, brace, inside = heading.rpartition("{")
    rest = _TAGS.sub("", inside.rstrip(" \t").removesuffix("}")).rstrip(" \t")
    if not tags:
        return f"{before}{{{rest}}}" if rest.strip(": \t") else before.rstrip(" \t")
    gap = " " if rest.strip(": \t") else ""
    return f"{before}{brace}{rest}{gap}{written}}}"
