"""Which cards say some letters: every word once, with the cards that have it.

The words are looked through, not the cards: a hundred thousand cards share some ten thousand.
"""

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence

from flashcards.domain.search.bits import everyone, members, packed

_WORD = re.compile(r"\w+")
_OFTEN = 64
"""A word that one card of so many has is kept as a set, the others as lists."""

_READING = 10
"""Reading a card takes as long as marking so many from lists."""


_STEP = 50
"""So many notes are taken in at once."""


def words_in(text: str) -> list[str]:
    """Cut a text, in small letters, into its words: the longest runs of letters and digits."""
    return _WORD.findall(text)


class Lexicon:
    """Grows by cards, each with what its note says and what it alone says; loses none.

    Until ``take_in`` has gone through new cards, a search reads them all.
    """

    def __init__(self) -> None:
        self._bodies: list[str] = []
        self._own: list[str] = []
        self._cards: dict[str, array[int]] = {}
        self._sets: dict[str, tuple[int, int]] = {}
        """Of frequent words: how many of their cards are in the set, and the set."""
        self._waiting: list[range] = []
        """The cards of notes that were not taken in yet."""
        self._last: tuple[str, list[str]] = ("", [])
        """The letters that were looked for last, and the words that have them."""

    def add(self, body: str, own: Sequence[str]) -> None:
        """Have the cards of one more note; all texts are in small letters."""
        self._waiting.append(range(len(self._own), len(self._own) + len(own)))
        self._own += own
        self._bodies += [body] * len(own)

    def take_in(self) -> Iterator[None]:
        """Learn the words of new cards, and make the sets of frequent words, step by step."""
        while self._waiting:
            for own in self._waiting[-_STEP:]:
                self._learn(own)
            del self._waiting[-_STEP:]
            yield
        for word, cards in self._cards.items():
            if self._is_frequent(cards):
                self._set(word, cards)
                yield

    def _learn(self, cards: range) -> None:
        """Learn the words of a note's cards."""
        shared = {*words_in(self._bodies[cards[0]])}
        for word in shared:
            self._of(word).extend(cards)
        for card in cards:
            for word in {*words_in(self._own[card])} - shared:
                self._of(word).append(card)

    def _of(self, word: str) -> "array[int]":
        found = self._cards.get(word)
        if found is None:
            found = self._cards[word] = array("I")
            self._last = ("", [])
        return found

    def saying(self, letters: str) -> int:
        """Give the set of the cards that have these letters somewhere."""
        parts, among = words_in(letters), everyone(len(self._own))
        if self._waiting:
            return self._reading(letters, among)
        if parts == [letters]:
            return self._within_words(letters)
        for part in parts:
            among &= self._within_words(part)
        return self._reading(letters, among)

    def _within_words(self, letters: str) -> int:
        """Join the cards of all words with these letters; where reading is quicker, read."""
        bits, rare = 0, list["array[int]"]()
        for word in self._with(letters):
            cards = self._cards[word]
            if self._is_frequent(cards):
                bits |= self._set(word, cards)
            else:
                rare.append(cards)
        rest = len(self._own) - bits.bit_count()
        if sum(map(len, rare)) > _READING * rest:
            return bits | self._reading(letters, everyone(len(self._own)) ^ bits)
        return bits | self._marked(rare)

    def _with(self, letters: str) -> list[str]:
        """Give the words with these letters; with one letter more, they are among the last ones."""
        before, words = self._last
        among = words if before and before in letters else self._cards
        self._last = letters, [word for word in among if letters in word]
        return self._last[1]

    def _is_frequent(self, cards: "array[int]") -> bool:
        return len(cards) * _OFTEN > len(self._own)

    def _set(self, word: str, cards: "array[int]") -> int:
        """Give a frequent word's set, made once and added to."""
        count, bits = self._sets.get(word, (0, 0))
        if count < len(cards):
            bits |= self._marked([cards[count:]])
            self._sets[word] = len(cards), bits
        return bits

    def _marked(self, lists: "Iterable[array[int]]") -> int:
        flags = bytearray(len(self._own))
        for cards in lists:
            for card in cards:
                flags[card] = 1
        return packed(flags)

    def _reading(self, letters: str, among: int) -> int:
        """Read some cards."""
        bodies, own = self._bodies, self._own
        flags = bytearray(len(own))
        for card in members(among, len(own)):
            flags[card] = letters in bodies[card] or letters in own[card]
        return packed(flags)
