"""The names things go by, each its own type so that they cannot be swapped."""

from typing import NewType

DeckId = NewType("DeckId", str)
"""A deck's path below its folder, without the ending: ``ml/l1-vs-l2``."""

NoteId = NewType("NoteId", str)
"""A note's explicit ``#id``, or ``~`` and its fingerprint where it had none when first reviewed."""

CardId = NewType("CardId", str)
"""The note's id, and ``/key`` for a sibling: ``l1-vs-l2/penalty``."""

DeviceId = NewType("DeviceId", str)
"""Which machine's log an event was first written to."""


def card_id(note: NoteId, key: str) -> CardId:
    """Name the card of a note: the note's own id for its plain card, else ``note/key``."""
    return CardId(f"{note}/{key}" if key else note)


def note_of(card: CardId) -> NoteId:
    """Name the note a card belongs to."""
    return NoteId(card.partition("/")[0])


def key_of(card: CardId) -> str:
    """Give what tells a card from its siblings."""
    return card.partition("/")[2]
