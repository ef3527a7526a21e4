"""What the palette offers: the keys of the page in front, pages, decks, settings, cards."""

from collections.abc import Iterator
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QShortcut

from flashcards.domain.choices import CHOICES
from flashcards.domain.errors import FlashcardsError
from flashcards.domain.ids import CardId
from flashcards.domain.queue.scope import deck_scope
from flashcards.services.cards import card_details
from flashcards.ui.actions import ACTIONS
from flashcards.ui.dialogs.details import DetailsDialog
from flashcards.ui.palette.dialog import Offer, Palette
from flashcards.ui.shortcuts import ACTION, shown_key

if TYPE_CHECKING:
    from flashcards.ui.pages import Means

CARDS = 12
_PAGES = {each.name: each.label for each in ACTIONS if each.name in ("cards", "progress", "write")}
_LABELS = {each.name: each.label for each in ACTIONS}


class Showing(QObject):
    """Opens the palette over the page in front."""

    def __init__(self, means: "Means") -> None:
        super().__init__(means.shell)
        self._means, self._shell, self._library = means, means.shell, means.desk.library

    def open(self) -> None:
        """Ask what is wanted, and do it once the palette is gone."""
        palette = Palette(list(self._offers()), self._cards_saying, self._shell)
        palette.exec()
        if palette.chosen:
            try:
                palette.chosen.do()
            except FlashcardsError as error:
                self._shell.notice.warn(str(error))

    def _offers(self) -> Iterator[Offer]:
        here = dict(self._actions())
        for name, shortcut in here.items():
            yield Offer(_LABELS[name], shown_key(name), partial(_press, shortcut))
        for name, words in _PAGES.items():
            if name not in here:
                yield Offer(words, "page", partial(self._means.open_page, name))
        for choice in CHOICES:
            words = f"Setting: {choice.label}"
            yield Offer(words, choice.section, partial(self._open_setting, choice.name))
        yield from self._decks()

    def _actions(self) -> Iterator[tuple[str, QShortcut]]:
        """Give what the keys of the page in front, and of every page, do."""
        page = self._shell.page
        for shortcut in self._shell.findChildren(QShortcut):
            name, owner = shortcut.property(ACTION), shortcut.parent()
            at_hand = owner is self._shell or owner is page or (page and page.isAncestorOf(owner))  # type: ignore[arg-type]  # a shortcut's parent is a widget
            if name in _LABELS and at_hand and name != "palette":
                yield name, shortcut

    def _decks(self) -> Iterator[Offer]:
        """Offer to review each deck, as far as it is due or new today."""
        decks = dict.fromkeys(shelf.deck for shelf in self._library.catalogue.shelves)
        for deck in decks:
            yield Offer(f"Review {deck}", "deck", partial(self._means.start, deck_scope(deck)))

    def _open_setting(self, name: str) -> None:
        from flashcards.ui.settings.page import SettingsPage  # when a setting is wanted

        self._means.open_page("settings")
        page = self._shell.page
        assert isinstance(page, SettingsPage), "it was brought forward just now"
        page.go_to(name)

    def _cards_saying(self, typed: str) -> list[Offer]:
        """Find the first cards whose question has all the words."""
        words = typed.casefold().split()
        saying = (
            card
            for card in self._library.listed(words)
            if all(word in card.prompt.casefold() for word in words)
        )
        return [
            Offer(card.prompt, card.note.deck, partial(self._show_card, card.id))
            for card in islice(saying, CARDS)
        ]

    def _show_card(self, card: CardId) -> None:
        DetailsDialog(card_details(self._library, card), self._shell).exec()


def _press(shortcut: QShortcut) -> None:
    """Do what a key does; a signal alone would not keep its shortcut alive for us."""
    shortcut.activated.emit()
