"""Whether two readings are one note that was edited: what a person would call the same card.

Cautious on purpose: a history lost is said, a history wrongly attached would be a lie. Two notes
made by one template ("What is L1?", "What is L2?") look alike by their letters, so words that
tell are compared one by one, and a prompt alone is believed only where no such word differs.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from unicodedata import normalize

from flashcards.domain.slug import telling

LONGEST = 600
"""So many characters of a body are compared, and kept in the log."""

_WORD = re.compile(r"[^\W_]+")
_TYPO = 0.75
"""Two words at least so alike, and long enough, are one word and a slip of the finger."""
_TYPO_LENGTH = 4
_TELLING_BODY = 4
"""A body of fewer words than this says little about which note it belongs to."""


@dataclass(frozen=True, slots=True)
class Text:
    """What is compared of a note: the telling words of its prompt and of its body."""

    prompt: tuple[str, ...]
    body: tuple[str, ...]


def text_of(prompt: str, body: str) -> Text:
    """Take the words of a prompt, and of the beginning of a body."""
    return Text(_words(prompt), _words(body[:LONGEST]))


def plain_body(body: str) -> str:
    """Give the beginning of a body, as the log keeps it."""
    return body[:LONGEST].strip()


def likeness(old: Text, new: Text) -> float:
    """Say how much two readings are alike, from 0 to 2; 0 where they are different notes."""
    prompts, bodies = _ratio(old.prompt, new.prompt), _ratio(old.body, new.body)
    rich = min(len(old.body), len(new.body)) >= _TELLING_BODY
    same = (
        (bodies == 1.0 and rich)
        or (bodies >= 0.8 and rich and prompts >= 0.3)
        or (bodies >= 0.5 and prompts >= 0.6)
        or ((len(new.prompt) > 1 or bodies >= 0.5) and _same_but_for_slips(old.prompt, new.prompt))
    )
    return prompts + bodies if same else 0.0


def _words(text: str) -> tuple[str, ...]:
    return tuple(telling(_WORD.findall(normalize("NFKC", text).casefold())))


def _ratio(old: Sequence[str], new: Sequence[str]) -> float:
    """Share of words that stand in both, in the same order; an empty text is like nothing."""
    if not old or not new:
        return 0.0
    return SequenceMatcher(None, old, new, autojunk=False).ratio()


def _same_but_for_slips(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether every word of one stands in the other, but for slips of the finger."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            continue
        if b - a != d - c or not all(map(_is_slip, old[a:b], new[c:d])):
            return False
    return True


def _is_slip(old: str, new: str) -> bool:
    """Whether two words are one word and a slip; numbers never are."""
    if min(len(old), len(new)) < _TYPO_LENGTH or old.isdigit() or new.isdigit():
        return False
    return SequenceMatcher(None, old, new, autojunk=False).ratio() >= _TYPO
