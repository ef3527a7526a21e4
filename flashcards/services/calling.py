"""What an open window does when the program is started once more, with decks named."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from flashcards.domain.queue.scope import Scope, deck_scope
from flashcards.domain.tongue import tr

if TYPE_CHECKING:
    from flashcards.services.library import Library


def asked_for(library: "Library", paths: Sequence[Path]) -> Scope | str:
    """Give the scope of the deck that was named; else say in a sentence how to get at it."""
    named = tr(" and ").join(path.name for path in paths)
    decks = list(dict.fromkeys(_decks(library, paths)))
    if len(decks) == 1:
        return deck_scope(decks[0])
    if decks:
        return tr(
            "{named} has {decks} decks, which are open here: / chooses among them.",
            named=named,
            decks=len(decks),
        )
    return tr(
        "{named} is not among the decks of this window. To open it, quit (Ctrl+Q), "
        "then type the command again.",
        named=named,
    )


def _decks(library: "Library", paths: Sequence[Path]) -> Iterator[str]:
    """Name the decks whose files were named, or lie in a folder that was."""
    wanted = {path.resolve() for path in paths}
    for file, deck in {card.note.file: card.note.deck for card in library.cards()}.items():
        real = Path(file).resolve()
        if wanted & {real, *real.parents}:
            yield deck
