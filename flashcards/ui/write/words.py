"""The words that completion offers: what the other notes use, and what the format knows."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from flashcards.domain.deck.attributes import split_heading
from flashcards.domain.deck.header import KEYS, ROUNDS
from flashcards.domain.deck.images import image_target
from flashcards.domain.deck.parse import ATTRIBUTES
from flashcards.domain.deck.stamp import readable_id
from flashcards.domain.kinds import kind_named, kind_names
from flashcards.domain.kinds.kind import Kind
from flashcards.services.standing import tags, topics

if TYPE_CHECKING:
    from flashcards.services.desk import Desk
    from flashcards.ui.write.editor import DeckEditor

FEW = 5_000
"""With more cards than this, tags are taken from the deck alone: reading all takes too long."""


class Words:
    """Gives the words of a sort; ``file`` is the deck that is being written."""

    def __init__(self, desk: "Desk", editor: "DeckEditor") -> None:
        self._desk = desk
        self.file = Path()
        editor.completing.offer = self._offer
        self._sorts: Mapping[str, Callable[[str], Sequence[str] | set[str]]] = {
            "topic": lambda _: topics(desk.library),
            "tag": lambda _: self._tags(),
            "round": lambda _: ROUNDS,
            "header": lambda _: [f"{key}: " for key in KEYS],
            "kind": self._kinds,
            "id": lambda line: [readable_id(_prompt(line))],
            "attribute": self._attributes,
            "image": lambda _: [*map(image_target, desk.paper.texts.images(self.file))],
        }

    def _offer(self, sort: str, line: str) -> Sequence[str]:
        return list(self._sorts[sort](line))

    def _tags(self) -> set[str]:
        library = self._desk.library
        if len(library.catalogue) > FEW:
            return tags(each.note for each in library.entries_in(str(self.file)))
        return tags(each.note for each in library.notes())

    @staticmethod
    def _kinds(line: str) -> Sequence[str]:
        """Give the kinds, or the options of the one that stands there."""
        options = [option for kind in _there(line) for option in kind.options]
        return options or [*kind_names(), "typed"]

    @staticmethod
    def _attributes(line: str) -> Sequence[str]:
        own = [key for kind in _there(line) for key in kind.attributes]
        return [f"{key}=" for key in (*own, *ATTRIBUTES)]


def _prompt(line: str) -> str:
    return line.lstrip("# \t").partition("{")[0].strip()


def _there(line: str) -> list[Kind]:
    """Give the kinds that stand in a heading's braces."""
    inside = line.rpartition("{")[2].partition("}")[0]
    words = [word for word in inside.split() if word.startswith(".")]
    names = split_heading(f"x {{{' '.join(words)}}}")[1].kinds
    return [kind for name in names if (kind := kind_named(name))]
