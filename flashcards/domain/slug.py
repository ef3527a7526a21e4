"""Readable names made from text: ``Effect on weights`` becomes ``effect-on-weights``."""

import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from unicodedata import normalize

_WORDS = re.compile(r"[^\W_]+")
LONGEST = 48


def slug(text: str) -> str:
    """Make a name of letters, digits and hyphens; text without any gets one from its hash."""
    plain = normalize("NFKC", text).casefold()
    words = "-".join(_WORDS.findall(plain))
    if not words:
        return blake2b(plain.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    if len(words) <= LONGEST:
        return words
    tail = blake2b(words.encode(), digest_size=4).hexdigest()
    return f"{words[:LONGEST].rstrip('-')}-{tail}"


def distinct(names: Iterable[str], taken: Iterable[str] = ()) -> Iterator[str]:
    """Yield each name, with the next free number where it was there before or is taken."""
    used, numbers = set(taken), dict[str, int]()
    for name in names:
        numbers[name] = numbers.get(name, 0) + 1
        key = f"{name}-{numbers[name]}" if numbers[name] > 1 else name
        while key in used:
            numbers[name] += 1
            key = f"{name}-{numbers[name]}"
        used.add(key)
        yield key


_SMALL_WORDS = re.compile(
    r"(?:an?|and|are|as|at|by|do|does|for|from|how|in|is|its?|of|on|or|the|to|was|what|when|"
    r"where|which|who|why|with)"
)


def telling(words: Sequence[str]) -> list[str]:
    """Leave out the words that most questions share; all stay where nothing else would."""
    return [word for word in words if not _SMALL_WORDS.fullmatch(word)] or list(words)
