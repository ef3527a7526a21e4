"""Read what a person types into the search: any text is a tree, or a fault with its place."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from flashcards.domain.problems import did_you_mean
from flashcards.domain.search.operators import (
    CHOSEN_FROM,
    FIELDS,
    MEASURES,
    STATES,
    Measure,
    compared,
)
from flashcards.domain.search.tree import (
    Between,
    Either,
    Every,
    Leaf,
    Node,
    Not,
    Says,
    Standing,
    Within,
)
from flashcards.domain.tongue import filled, later, tr

LEECH_LAPSES = 8
_NONE: Mapping[str, str] = MappingProxyType({})
_PREFIXES = (*FIELDS, "is", *MEASURES)
_FIELD = re.compile("([a-z]+):")
_COMPARISON = re.compile("([a-z]+)(<=|>=|<|>|=)")
_RANGE = "." * 2
_OR = ("or", "OR")

_UNCLOSED = later(
    "A quotation mark opens here and none closes it. Put one behind the words it begins."
)
_OPEN = later("This bracket is never closed. Put one behind what it begins.")
_CLOSED = later('This bracket closes nothing. The sign itself is looked for as “")"”.')
_EMPTY = later("Nothing stands between these brackets to look for.")
_LONELY = later(
    'Something to look for must stand on either side of “or”; the word itself is “"or"”.'
)
_DEEP = later("These brackets are too many, one within the other.")
DEEPEST = 20


@dataclass(frozen=True, slots=True)
class QueryFault:
    """Why a search cannot be understood; ``column`` counts from 1, ``length`` is of the word."""

    column: int
    sentence: str
    length: int = 1


class _Misread(Exception):  # noqa: N818  # a way out of the parser, told as a QueryFault
    """Carries the fault to where it is given back."""

    def __init__(self, start: int, end: int, sentence: str) -> None:
        super().__init__(sentence)
        self.fault = QueryFault(start + 1, sentence, max(1, end - start))


@dataclass(slots=True)
class _Group:
    """An open bracket, or the whole: alternatives, each with all that must hold."""

    start: int
    is_turned: bool = False
    alternatives: list[list[Node]] = field(default_factory=lambda: [[]])
    lonely: tuple[int, int] | None = None
    """Where the last “or” stands that nothing follows yet."""

    def add(self, node: Node) -> None:
        self.alternatives[-1].append(node)
        self.lonely = None

    def turn(self, start: int, end: int) -> None:
        """Take what follows as another way to be found."""
        if not self.alternatives[-1]:
            raise _Misread(start, end, tr(_LONELY))
        self.alternatives.append([])
        self.lonely = start, end

    def node(self) -> Node:
        """Join all that it holds."""
        if self.lonely:
            raise _Misread(*self.lonely, tr(_LONELY))
        every = [nodes[0] if len(nodes) == 1 else Every((*nodes,)) for nodes in self.alternatives]
        node = every[0] if len(every) == 1 else Either((*every,))
        return Not(node) if self.is_turned else node


def parse_query(
    text: str, leech_lapses: int = LEECH_LAPSES, saved: Mapping[str, str] = _NONE
) -> Node | QueryFault:
    """Read a search; what is unknown in it, or missing, is a fault in words.

    A card forgotten ``leech_lapses`` times is a leech. ``saved`` are searches by name, which
    stand in others as ``@name``.
    """
    try:
        return _Reader(text, leech_lapses, saved).read()
    except _Misread as misread:
        return misread.fault


class _Reader:
    """Goes through the text once, with the open brackets on a stack."""

    def __init__(
        self,
        text: str,
        leech_lapses: int,
        saved: Mapping[str, str],
        within: tuple[str, ...] = (),
    ) -> None:
        self.text, self.leech_lapses = text, leech_lapses
        self.saved, self.within = saved, within
        self.at = 0
        self.groups = [_Group(0)]

    def read(self) -> Node:
        """Read it all."""
        while self.at < len(self.text):
            if self.text[self.at].isspace():
                self.at += 1
            elif self.text[self.at] == ")":
                self._close()
            else:
                self._term()
        if len(self.groups) > 1:
            start = self.groups[-1].start
            raise _Misread(start, start + 1, tr(_OPEN))
        return self.groups[0].node()

    def _close(self) -> None:
        """Take a group for one condition of the group around it."""
        if len(self.groups) == 1:
            raise _Misread(self.at, self.at + 1, tr(_CLOSED))
        group = self.groups.pop()
        self.at += 1
        if group.alternatives == [[]]:
            raise _Misread(group.start, self.at, tr(_EMPTY))
        self.groups[-1].add(group.node())

    def _term(self) -> None:
        """Read a condition, “or”, or the opening of a group."""
        start = self.at
        is_turned = self.text[start] == "-"
        self.at += is_turned
        if self.text.startswith("(", self.at):
            if len(self.groups) > DEEPEST:
                raise _Misread(self.at, self.at + 1, tr(_DEEP))
            self.groups.append(_Group(self.at, is_turned))
            self.at += 1
            return
        if not is_turned and self._read_or():
            return
        node = self._condition()
        if node:
            self.groups[-1].add(Not(node) if is_turned else node)

    def _read_or(self) -> bool:
        start, end = self.at, self._word_end(self.at)
        if self.text[start:end] not in _OR or self.text.startswith('"', end):
            return False
        self.groups[-1].turn(start, end)
        self.at = end
        return True

    def _condition(self) -> Node | None:
        """Read one condition; None where nothing is typed yet."""
        if self.text.startswith("@", self.at):
            return self._saved()
        start, named = self.at, _FIELD.match(self.text, self.at)
        if named:
            self.at = named.end()
            return self._field(named[1], start)
        comparison = _COMPARISON.match(self.text, start)
        if comparison and self._is_measure(comparison[1], start):
            self.at = comparison.end()
            return self._comparison(comparison[1], comparison[2], start)
        value = self._value()
        return Says(value.casefold()) if value else None

    def _saved(self) -> Node:
        """Read a search that was saved; its name is known in any case."""
        start = self.at
        self.at += 1
        name = self._value()
        named = {each.casefold(): each for each in self.saved}
        found = named.get(name.casefold())
        if found is None:
            guess = did_you_mean(name.casefold(), named) or tr('The sign itself is written “"@"”.')
            told = tr("There is no saved search “{name}”.", name=name)
            raise _Misread(start, self.at, f"{told} {guess}")
        if found in self.within:
            told = tr("The saved search “{name}” asks for itself.", name=found)
            raise _Misread(start, self.at, told)
        inner = _Reader(self.saved[found], self.leech_lapses, self.saved, (*self.within, found))
        try:
            return inner.read()
        except _Misread as misread:
            why = misread.fault.sentence
            told = tr("The saved search “{name}” cannot be read: {why}", name=found, why=why)
            raise _Misread(start, self.at, told) from misread

    def _is_measure(self, name: str, start: int) -> bool:
        """Whether a word before ``<`` is one that cards have; one that is nearly so is a slip."""
        guess = did_you_mean(name, MEASURES)
        if name not in MEASURES and guess:
            raise _Misread(
                start,
                start + len(name),
                tr("A search does not know “{name}”. {guess}", name=name, guess=guess),
            )
        return name in MEASURES

    def _field(self, name: str, start: int) -> Leaf:
        """Read what stands behind a colon."""
        if name not in _PREFIXES:
            raise self._unknown(name, _PREFIXES, start, self.at - 1)
        begun = self.at
        value = self._value().casefold()
        if not value and name != "is":
            raise _Misread(
                start,
                self.at,
                tr(
                    "Nothing stands behind “{name}:” to look for. "
                    "Write it right behind the colon, without a space.",
                    name=name,
                ),
            )
        if name in MEASURES:
            return self._range(name, value, begun)
        known = (*STATES,) if name == "is" else CHOSEN_FROM.get(name)
        if known and value not in known:
            raise self._unknown(value or "is:", known, begun if value else start, self.at)
        if name == "is":
            is_leech = value == "leech"
            return Between("lapses", self.leech_lapses) if is_leech else Standing(value)
        return Within(name, value)

    @staticmethod
    def _unknown(word: str, known: tuple[str, ...], start: int, end: int) -> _Misread:
        guess = did_you_mean(word, known) or tr("Known: {known}.", known=", ".join(known))
        return _Misread(
            start, end, tr("A search does not know “{word}”. {guess}", word=word, guess=guess)
        )

    def _comparison(self, name: str, operator: str, start: int) -> Between:
        """Read what stands behind ``<=`` and the like."""
        begun = self.at
        value = self._value()
        found = MEASURES[name].read(value)
        if found is None:
            raise self._no_number(MEASURES[name], value, begun if value else start)
        return compared(name, operator, found)

    def _range(self, name: str, value: str, begun: int) -> Between:
        """Read ``0..2``, open at either end, or one value."""
        measure = MEASURES[name]
        if _RANGE not in value:
            found = measure.read(value)
            if found is None:
                raise self._no_number(measure, value, begun)
            return compared(name, measure.plainly, found)
        first, _, last = value.partition(_RANGE)
        ends = [measure.read(end) if end else None for end in (first, last)]
        wrong = [
            end for end, found in zip((first, last), ends, strict=True) if end and found is None
        ]
        if wrong or not (first or last):
            raise self._no_number(measure, wrong[0] if wrong else value, begun)
        low, high = ends
        return Between(
            name,
            None if low is None else compared(name, ">=", low).low,
            None if high is None else compared(name, "<=", high).high,
        )

    def _no_number(self, measure: Measure, value: str, begun: int) -> _Misread:
        details = {"value": value, "expected": measure.expected, "example": measure.example}
        said = later("“{value}” is not {expected}. As in {example}.")
        if not value:
            said = later("Write {expected}. As in {example}.")
        return _Misread(begun, self.at, filled(said, details))

    def _value(self) -> str:
        """Take what stands in quotation marks, or up to the next blank."""
        if self.text.startswith('"', self.at):
            end = self.text.find('"', self.at + 1)
            if end < 0:
                raise _Misread(self.at, len(self.text), tr(_UNCLOSED))
            value = self.text[self.at + 1 : end]
            self.at = end + 1
            return value
        end = self._word_end(self.at)
        value = self.text[self.at : end]
        self.at = end
        return value

    def _word_end(self, start: int) -> int:
        """Find a word's end. Brackets within it are letters, as in ``O(n)``, where they pair."""
        depth = 0
        for at in range(start, len(self.text)):
            sign = self.text[at]
            if sign.isspace() or sign == '"' or (sign == ")" and not depth):
                return at
            depth += (sign == "(") - (sign == ")")
        return len(self.text)
