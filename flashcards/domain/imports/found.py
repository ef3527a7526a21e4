"""What a foreign text was found to hold: notes, what was passed over, and remarks, all by line."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from flashcards.domain.tongue import tr

_ENDING = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SOUND = re.compile(
    r"!\[[^\[\]\n]*\]\((?P<link>[^()\n]*\.(?:mp3|m4a|ogg|wav|flac|opus))\)"
    r"|!\[\[(?P<embed>[^\[\]\n|]*\.(?:mp3|m4a|ogg|wav|flac|opus))(?:\|[^\[\]\n]*)?\]\]",
    re.IGNORECASE,
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufeff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Found:
    """A note as a foreign text has it; its texts are Markdown already."""

    line: int
    prompt: str
    """One line; empty for a cloze note, which is then called by its own first words."""
    body: str
    kind: str = "basic"
    question: str = ""
    """What belongs to the question below the prompt."""
    options: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    section: str = ""
    topic: str = ""
    source: str = ""
    hint: str = ""
    remarks: tuple[str, ...] = ()
    """What was changed or left out on the way, in sentences."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """What became no note, and why, as a sentence."""

    line: int
    reason: str
    known: bool = False
    """Whether it is only that the decks have it already."""


def lacking(line: int, name: str, *, answer: bool) -> Skipped:
    """Pass over what has no answer, or else no question."""
    if answer:
        return Skipped(line, tr("“{text}” has no answer.", text=name))
    return Skipped(line, tr("“{text}” has no question.", text=name))


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found in one text; ``remarks`` are about the text as a whole."""

    notes: tuple[Found, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    title: str = ""
    remarks: tuple[str, ...] = ()


def findings(
    made: Iterable[Found | Skipped], title: str = "", remarks: Iterable[str] = ()
) -> Findings:
    """Part what was found from what was passed over."""
    made = list(made)
    notes = tuple(each for each in made if isinstance(each, Found))
    skipped = tuple(each for each in made if isinstance(each, Skipped))
    return Findings(notes, skipped, title, tuple(remarks))


def deletion(number: int, text: str, hint: str = "") -> str:
    """Write a gap; empty where it cannot be one, because its text would end it or be a hint."""
    if "::" in text or "::" in hint or "}}" in hint or not text.strip():
        return ""
    return f"{{{{c{number}::{text}{'::' * bool(hint)}{hint}}}}}"


def silent(text: str) -> tuple[str, tuple[str, ...]]:
    """Leave out sounds that stand where pictures do, and tell of each."""
    names = [found["link"] or found["embed"] for found in _SOUND.finditer(text)]
    return (_SOUND.sub("", text) if names else text), tuple(map(unheard, names))


def unheard(sound: str) -> str:
    """Say that a sound was left out."""
    return tr("The sound “{sound}” was left out: a card is read, not heard.", sound=sound)


def cleaned(text: str) -> str:
    """Write every line's end as LF, and leave out what no text shows."""
    return _CONTROL.sub("", _ENDING.sub("\n", text))


def one_line(text: str) -> str:
    """Write a text as a prompt has room for it."""
    return " ".join(text.split())


def shortened(text: str, most: int = 40) -> str:
    """Name a text in a report by its beginning."""
    line = one_line(text)
    return line if len(line) <= most else f"{line[:most].rstrip()}…"
