"""In which order a day asks: what is chosen, apart from how it is done (``order``)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ordering:
    """In which order a day asks: one word each of ``settings.ORDERS``."""

    new: str = "decks"
    reviews: str = "overdue"
    mix: str = "spread"


USUAL = Ordering()
