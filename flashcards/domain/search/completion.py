"""What may be meant while a search is typed: the words that there are, with their counts."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from flashcards.domain.problems import did_you_mean
from flashcards.domain.search.operators import FIELDS, MEASURES, STATES
from flashcards.domain.search.table import CardTable
from flashcards.domain.search.tree import Node, Within, leaves
from flashcards.domain.tongue import later, tr, trn

MOST = 8

_TYPED = re.compile(r'(?:^|[\s(])-?(?P<part>(?:(?P<field>[a-z]+):)?(?P<value>"[^"]*|[^\s"()]*))$')
_REST = re.compile(r'[^\s"()]*"?')
_START = re.compile(r"[\w.]+")
_OPERATORS = {
    **{f"{name}:": told for name, told in FIELDS.items()},
    "is:": later("how it stands"),
    **{measure.example: measure.help for measure in MEASURES.values()},
}


@dataclass(frozen=True, slots=True)
class Offer:
    """A text to put in place of what stands from ``start`` to ``end``, and what it is."""

    start: int
    end: int
    text: str
    told: str


class Vocabulary:
    """The topics, decks, kinds, rounds and tags that there are, found by how they begin.

    A path is found by each of its parts: ``reg`` finds ``ml/regularization``.
    """

    def __init__(self, words: Mapping[str, Mapping[str, int]]) -> None:
        self.words = words
        self._keys = sorted(
            (word.casefold()[found.start() :], field, word)
            for field, counts in words.items()
            for word in counts
            for found in _START.finditer(word.casefold())
        )

    def beginning(self, start: str, field: str = "") -> list[tuple[str, str, int]]:
        """Give field, word and count of what begins so, the most frequent first."""
        found = dict[tuple[str, str], int]()
        for place in range(bisect_left(self._keys, (start,)), len(self._keys)):
            key, of, word = self._keys[place]
            if not key.startswith(start):
                break
            if field in ("", of):
                found[of, word] = self.words[of][word]
        order = sorted(found, key=lambda pair: (-found[pair], pair[1]))
        return [(of, word, found[of, word]) for of, word in order]


def vocabulary_of(table: CardTable) -> Vocabulary:
    """Collect the words of all cards; a topic or a folder counts all that is below it."""
    words = {
        "topic": _with_folders(table.counts("topic")),
        "deck": _with_folders(table.counts("deck")),
        "kind": table.counts("kind"),
        "round": table.counts("round"),
        "tag": _tags(table.counts("tags")),
    }
    plain = {
        field: {word: n for word, n in found.items() if word} for field, found in words.items()
    }
    return Vocabulary(plain)


def _with_folders(counts: Mapping[str, int]) -> Counter[str]:
    summed = Counter[str]()
    for path, count in counts.items():
        summed[path] += count
        while "/" in path:
            path = path.rpartition("/")[0]
            summed[path] += count
    return summed


def _tags(counts: Mapping[tuple[str, ...], int]) -> Counter[str]:
    summed = Counter[str]()
    for tags, count in counts.items():
        summed.update(dict.fromkeys(tags, count))
    return summed


def completions(
    text: str, cursor: int, words: Vocabulary, saved: Iterable[str] = (), most: int = MOST
) -> list[Offer]:
    """Offer what the word at the cursor may become; nothing where it is whole, or quoted text.

    ``saved`` are the names of searches, which begin with ``@``.
    """
    typed = _TYPED.search(text, 0, cursor)
    if typed is None or typed["part"].startswith('"'):
        return []
    rest = _REST.match(text, cursor)
    end = rest.end() if rest else cursor
    start = typed["value"].strip('"').casefold()
    if typed["field"] is None and start.startswith("@"):
        found = _saved(start[1:], saved)
    else:
        found = _meant(typed["field"], start, words)
    offers = (Offer(typed.start("part"), end, *pair) for pair in found)
    return [each for each in offers if each.text.rstrip() != text[each.start : end]][:most]


def _meant(field: str | None, start: str, words: Vocabulary) -> Iterator[tuple[str, str]]:
    """Give texts with what they are."""
    if field == "is":
        yield from _states(start)
    elif field in MEASURES:
        yield from [(MEASURES[field].example, MEASURES[field].help)]
    elif field is not None:
        yield from _words(words.beginning(start, field))
    else:
        yield from ((text, tr(told)) for text, told in _OPERATORS.items() if text.startswith(start))
        if start:
            yield from _states(start)
            yield from _words(words.beginning(start))


def _saved(start: str, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    for name in names:
        if start in name.casefold():
            yield f"{reference(name)} ", tr("a search you saved")


def reference(name: str) -> str:
    """Write a saved search's name as a search has it."""
    return f"@{name}" if name and _REST.fullmatch(name) else f'@"{name}"'


def _states(start: str) -> Iterator[tuple[str, str]]:
    return ((f"is:{name} ", tr(told)) for name, told in STATES.items() if name.startswith(start))


def _words(found: Iterable[tuple[str, str, int]]) -> Iterator[tuple[str, str]]:
    for field, word, count in found:
        plain = word.replace('"', "")
        written = plain if _REST.fullmatch(plain) else f'"{plain}"'
        yield f"{field}:{written} ", trn("{count} card", "{count} cards", count)


def unknown_word(node: Node, words: Vocabulary) -> str:
    """Say which topic, deck or tag of a search there is none of, and what may be meant."""
    for leaf in leaves(node):
        if isinstance(leaf, Within):
            known = {word.casefold(): word for word in words.words[leaf.field]}
            if leaf.value not in known:
                guess = did_you_mean(leaf.value, known)
                return tr(
                    "No card has the {field} “{value}”. {guess}",
                    field=leaf.field,
                    value=leaf.value,
                    guess=guess,
                ).rstrip()
    return ""
