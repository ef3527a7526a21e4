"""Cards that are forgotten again and again: they cost the most, and a better wording cures them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flashcards.domain.ids import CardId

if TYPE_CHECKING:
    from flashcards.services.library import Library

SHOWN = 3


@dataclass(frozen=True, slots=True)
class LeechView:
    """One such card, and where its note is written."""

    card: CardId
    prompt: str
    lapses: int
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class LeechesView:
    """How many there are, and the worst of them."""

    count: int = 0
    worst: tuple[LeechView, ...] = ()


NO_LEECHES = LeechesView()


def leeches_view(library: "Library") -> LeechesView:
    """Find the cards that keep being forgotten; suspended ones are out of the way already."""
    from flashcards.domain.in_words import in_words  # a glance has the words already

    forgotten = library.log.forgotten(library.settings.leech_lapses)
    found = [schedule for schedule in forgotten if schedule.card in library.catalogue]
    views = []
    for schedule in found[:SHOWN]:
        card = library.card(schedule.card)
        assert card is not None, "what is in no deck is left out"
        note = card.note
        views.append(
            LeechView(
                card.id, in_words(card.faces.prompt), schedule.lapses, note.file, note.span.line
            )
        )
    return LeechesView(len(found), tuple(views))
