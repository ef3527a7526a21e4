"""A card's face in a terminal: styled where a person sees it, plain words in a pipe."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from flashcards.cli.output import clean, is_terminal, say
from flashcards.domain.deck.literal import literal_stretches
from flashcards.domain.marks import CLOSE, OPEN

if TYPE_CHECKING:
    from rich.segment import Segment

_MARKS = re.compile(f"([{OPEN}{CLOSE}])")
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_KEPT = str.maketrans({OPEN: "\ue0f0", CLOSE: "\ue0f1"})
_BRACKETS = re.compile("\ue0f0\\[?|\\]?\ue0f1")


def say_face(source: str) -> None:
    """Print a face."""
    if is_terminal():
        _say_styled(source)
    else:
        say(in_words(source))


def in_words(source: str) -> str:
    """Give a face as plain text; what a cloze card asks stands in brackets."""
    from flashcards.render.faces import plain  # 100 ms that only a review in a pipe pays

    text = plain(source.translate(_KEPT))
    return _BRACKETS.sub(lambda found: "[" if found[0][0] == "\ue0f0" else "]", text)


def _say_styled(source: str) -> None:
    from rich.console import Console  # 60 ms that a pipe does not pay
    from rich.markdown import Markdown
    from rich.segment import Segments

    console = Console(highlight=False)
    text = Markdown(_math_kept(clean(source)), code_theme="ansi_dark", hyperlinks=False)
    width = min(console.width, 80)
    segments = console.render(text, console.options.update_width(width))
    console.print(Segments(emphasised(segments)))


def _math_kept(source: str) -> str:
    """Escape what Markdown would read into TeX."""
    parts, position = [], 0
    for start, end in literal_stretches(source):
        if source[start] == "$":
            tex = _PUNCTUATION.sub(r"\\\1", source[start:end])
            parts += [source[position:start], tex]
            position = end
    return "".join([*parts, source[position:]])


def emphasised(segments: "Iterable[Segment]") -> "Iterator[Segment]":
    """Turn the marks of a cloze card into bold type."""
    from rich.segment import Segment  # see above
    from rich.style import Style

    marked, bold = False, Style(bold=True, underline=True)
    for segment in segments:
        if segment.control:
            yield segment
            continue
        for part in _MARKS.split(segment.text):
            if part in (OPEN, CLOSE):
                marked = part == OPEN
            elif part:
                style = (segment.style or Style()) + bold if marked else segment.style
                yield Segment(part, style)
