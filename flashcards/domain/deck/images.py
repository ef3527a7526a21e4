"""Find the images that a Markdown text names: inline, by reference, or as an HTML tag."""

import re
from collections.abc import Iterator
from urllib.parse import quote

_INLINE = re.compile(
    r"(?<!\\)!\[(?:[^\[\]]|\[[^\[\]]*\])*\]"
    r"(?:\([ \t]*(?:<(?P<angle>[^<>\n]*)>|(?P<bare>[^\s()]*(?:\([^\s()]*\)[^\s()]*)*))"
    r"|\[(?P<label>[^\[\]]*)\])"
)
_TAG = re.compile(
    r"<img\b[^<>]*?\bsrc\s*=\s*"
    r"(?:\"(?P<double>[^\"<>]*)\"|'(?P<single>[^'<>]*)'|(?P<plain>[^\s\"'<>]+))",
    re.IGNORECASE,
)
_DEFINITION = re.compile(r"^ {0,3}\[([^\[\]]+)\]:[ \t]*<?([^\s<>]+)", re.MULTILINE)

_MISREAD = re.compile(r"[%<>`$]")
"""What would not be taken for a letter of a name."""
_PARTING = re.compile(r"[\s()]")

Image = tuple[int, str]
"""The offset of an image in its text, and the name it is looked for by, as it is written."""


def images(text: str) -> Iterator[Image]:
    """Yield the images; ``text`` has neither code nor comments (see ``body.seen``)."""
    if "![" in text:
        definitions = {_plain(label): name for label, name in _DEFINITION.findall(text)}
        for found in _INLINE.finditer(text):
            if found["label"] is None:
                yield found.start(), found["angle"] or found["bare"] or ""
            elif (name := definitions.get(_plain(found["label"] or _words(found[0])))) is not None:
                yield found.start(), name
    if "<" in text:
        for tag in _TAG.finditer(text):
            yield tag.start(), tag["double"] or tag["single"] or tag["plain"] or ""


def image_target(name: str) -> str:
    """Write an image's name as a link has it, so that it is found again."""
    kept = _MISREAD.sub(lambda found: quote(found[0]), name)
    return f"<{kept}>" if _PARTING.search(kept) else kept


def _plain(label: str) -> str:
    """Write a label as it is compared: case and blanks make no difference."""
    return " ".join(label.casefold().split())


def _words(image: str) -> str:
    """Give what stands in the first brackets."""
    return image[2 : image.index("]")]
