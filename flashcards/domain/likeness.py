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

_BLANKS = re.compile(r"[ \t]{2,}")
_RULE = re.compile("-{4,}")
_WORD = re.compile(r"[^\W_]+")
_TYPO_LENGTH = 4
"""A slip is only believed in words of so many letters."""
_TELLING_BODY = 4
"""A body of fewer words than this says little about which note it belongs to."""


@dataclass(frozen=True, slots=True)
class Text:
    """What is compared of a note: the telling words of its prompt and of its body."""

    prompt: tuple[str, ...]
    body: tuple[str, ...]


def text_of(prompt: str, body: str) -> Text:
    """Take the words of a prompt, and of the beginning of a body."""
    return Text(words_of(prompt), words_of(plain_body(body)))


def plain_body(body: str) -> str:
    """Give the beginning of a body, as the log keeps it: without the blanks that align a table."""
    return _RULE.sub("---", _BLANKS.sub(" ", body[: 4 * LONGEST]))[:LONGEST].strip()


def likeness(old: Text, new: Text) -> float:
    """Say how much two readings are alike, from 0 to 2; 0 where they are different notes."""
    prompts, bodies = share(old.prompt, new.prompt), share(old.body, new.body)
    rich = min(len(old.body), len(new.body)) >= _TELLING_BODY
    same = (
        (bodies == 1.0 and rich)
        or (bodies >= 0.8 and rich and prompts >= 0.3)
        or (bodies >= 0.5 and prompts >= 0.6)
        or ((len(new.prompt) > 1 or bodies >= 0.5) and same_but_for_slips(old.prompt, new.prompt))
    )
    return prompts + bodies if same else 0.0


def words_of(text: str) -> tuple[str, ...]:
    """Take the words of a text that tell it from others."""
    return tuple(telling(every_word(text)))


def every_word(text: str) -> list[str]:
    """Take all words of a text, small ones included."""
    return _WORD.findall(normalize("NFKC", text).casefold())


def share(old: Sequence[str], new: Sequence[str]) -> float:
    """Share of words that stand in both, in the same order; an empty text is like nothing."""
    if not old or not new:
        return 0.0
    return SequenceMatcher(None, old, new, autojunk=False).ratio()


def same_but_for_slips(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether every word of one stands in the other, but for slips of the finger."""
    pairs = zip(old, new, strict=True) if len(old) == len(new) else [("", "x")]
    return all(was == now or _is_slip(was, now) for was, now in pairs)


def _is_slip(old: str, new: str) -> bool:
    """Whether two words are one word and a slip: a letter more, less, wrong or swapped.

    Never in the first letter or in a digit: "atypical" is not "typical", nor "fp8" "fp4".
    """
    if min(len(old), len(new)) < _TYPO_LENGTH or old[0] != new[0]:
        return False
    start = _agreeing(old, new)
    end = _agreeing(old[start:][::-1], new[start:][::-1])
    was, now = old[start : len(old) - end], new[start : len(new) - end]
    if any(map(str.isdigit, was + now)):
        return False
    return max(len(was), len(now)) <= 1 or (len(was) == 2 and was == now[::-1])


def _agreeing(old: str, new: str) -> int:
    """Count the letters that two words begin with in common."""
    pairs = zip(old, new, strict=False)
    return next((n for n, (was, now) in enumerate(pairs) if was != now), min(len(old), len(new)))
