"""How a story is told: who acts in it, what came of it in numbers, how long it takes."""

import re
from collections.abc import Iterator

from flashcards.domain.deck.change import Change, changed
from flashcards.domain.deck.literal import comments
from flashcards.domain.kinds.fields import Field, Fields
from flashcards.domain.note import Note
from flashcards.domain.problems import LONG_STORY, NO_NUMBER, WE_NOT_I, Place, Problem
from flashcards.domain.spoken import minutes_text

PACE = 130
"""Words a minute of someone who tells a story calmly."""

_UNSAID = re.compile(r"https?://\S+|^[ \t]*\d{1,9}[.)](?=\s)", re.MULTILINE)
_QUOTED = re.compile(r"“[^”\n]{0,400}”|\"[^\"\n]{0,400}\"|`[^`\n]{0,400}`")
_WORD = re.compile(r"[^\W_]+(?:['’.,/-][^\W_]+)*")
_I = re.compile(r"\bi\b(?!\.e\b|/)", re.IGNORECASE)
_WE = re.compile(r"\bwe\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"[\d%½¼¾⅓⅔]|\bpercent\b|\b(?:zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|"
    r"hundreds?|thousands?|[mb]illions?|dozens?|once|twice|thrice|both|half|halves|halv(?:ed|ing)|"
    r"thirds?|quarters?|fifths?|tenths?|(?:doubl|tripl|quadrupl)(?:e|ed|es|ing)|\w+fold)\b"
    r"|(?<!no )\bone\b(?! (?:of|another|could|can|day)\b)",
    re.IGNORECASE,
)


def advice(note: Note, told: Fields, minutes: float) -> Iterator[Problem]:
    """Report what would make the story count for less."""
    for field in told.fields:
        if field.key == "action":
            yield from _who_acts(note, field)
        elif field.key == "result" and not _NUMBER.search(_said(field.text)):
            yield NO_NUMBER.at(Place(note.file, field.line))
    words = sum(words_told(field.text) for field in told.fields)
    if words > minutes * PACE:
        yield LONG_STORY.at(
            Place(note.file, note.span.line),
            pace=PACE,
            words=words,
            takes=minutes_text(words / PACE),
            has=minutes_text(minutes),
        )


def words_told(text: str) -> int:
    """Count the words of a text that are told aloud."""
    return len(_WORD.findall(_said(text)))


def _who_acts(note: Note, action: Field) -> Iterator[Problem]:
    """Count who acts; “our” and “us” name what was worked on, and quotes are others' words."""
    told = _QUOTED.sub("", _said(action.text))
    ours, mine = len(_WE.findall(told)), len(_I.findall(told))
    if ours > mine:
        yield WE_NOT_I.at(Place(note.file, action.line), we=ours, i=mine)


def _said(text: str) -> str:
    """Leave out what is not told: comments, addresses, an entry's number."""
    hidden = [Change(start, end, "") for start, end in comments(text)]
    return _UNSAID.sub("", changed(text, hidden))
