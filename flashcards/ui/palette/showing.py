"""What the palette offers: the keys of the page in front, pages, decks, settings, cards."""

from collections.abc import Iterator
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from flashcards.domain.choices import CHOICES
from flashcards.domain.errors import FlashcardsError
from flashcards.domain.in_words import in_words
from flashcards.domain.queue.scope import Scope, deck_scope
from flashcards.domain.search.completion import reference
from flashcards.domain.tongue import tr, trc
from flashcards.services.browsing import Browsing
from flashcards.ui.actions import action
from flashcards.ui.palette.dialog import Offer, Palette
from flashcards.ui.shortcuts import at_hand, press, shown_key

if TYPE_CHECKING:
    from flashcards.ui.pages import Means

CARDS = 12
_LOOKED_AT = 2_000
"""Of so many cards that say it, those whose question does stand first."""

_PAGES = ("cards", "progress", "write", "decks")


class Showing(QObject):
    """Opens the palette over the page in front."""

    def __init__(self, means: "Means") -> None:
        super().__init__(means.shell)
        self._means, self._shell, self._library = means, means.shell, means.desk.library
        self._browsing = Browsing(self._library)

    def open(self, _at: str = "") -> None:
        """Ask what is wanted, and do it once the palette is gone."""
        palette = Palette(list(self._offers()), self._cards_saying, self._shell)
        reading = self._means.reading
        reading.advanced.connect(palette.show_reading)
        reading.done.connect(palette.find_again)
        reading.begin()
        palette.exec()
        if palette.chosen:
            try:
                palette.chosen.do()
            except FlashcardsError as error:
                self._shell.notice.warn(str(error))

    def _offers(self) -> Iterator[Offer]:
        here = at_hand(self._shell, self._shell.page)
        for name, shortcut in here.items():
            if name != "palette":
                yield Offer(action(name).label, shown_key(name), partial(press, shortcut))
        for name in _PAGES:
            if name not in here:
                opened = partial(self._means.open_page, name)
                yield Offer(action(name).label, trc("sort", "page"), opened)
        yield from self._searches()
        yield from self._decks()
        for choice in CHOICES:
            words = tr("Setting: {name}", name=tr(choice.label))
            opened = partial(self._open, "settings", choice.name)
            yield Offer(words, tr(choice.section), opened)

    def _searches(self) -> Iterator[Offer]:
        """Offer to review what each saved search finds of today."""
        for name in self._library.settings.searches:
            words, scope = tr("Review @{name}", name=name), Scope(reference(name))
            yield Offer(words, tr("saved search"), partial(self._means.start, scope))

    def _decks(self) -> Iterator[Offer]:
        """Offer to review each deck, as far as it is due or new today."""
        decks = dict.fromkeys(shelf.deck for shelf in self._library.catalogue.shelves)
        for deck in decks:
            start = partial(self._means.start, deck_scope(deck))
            yield Offer(tr("Review {deck}", deck=deck), trc("sort", "deck"), start)

    def _cards_saying(self, typed: str) -> list[Offer]:
        """Find the first cards that the Cards page would, once it could."""
        reading = self._means.reading
        if not reading.is_busy and not reading.is_done:
            reading.begin()  # a deck was saved, or another program wrote to the log, meanwhile
        if not reading.is_done:
            return []
        columns = self._library.finder.table.columns
        prompts, decks, ids = columns["prompt"], columns["deck"], columns["id"]
        words, slots = typed.casefold().split(), self._browsing.found(typed).slots
        asking = (
            slot
            for slot in slots[:_LOOKED_AT]
            if all(word in prompts[slot].casefold() for word in words)
        )
        first = dict.fromkeys([*islice(asking, CARDS), *slots[:CARDS]])
        return [
            Offer(in_words(prompts[slot]), decks[slot], partial(self._open, "cards", ids[slot]))
            for slot in islice(first, CARDS)
        ]

    def _open(self, page: str, at: str) -> None:
        self._means.open_page(page, at)
