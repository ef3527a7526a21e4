"""``python -m tests.decks.sample``: cards to be read closely, the same ones for the same seed.

Every deck file gives one card at least; the rest come from all of them alike. A card's turn depends
on the seed and its own id alone, so mending or deleting others changes little of what is drawn.
"""

import sys
from argparse import ArgumentParser
from hashlib import sha256

from flashcards.domain.note import Card
from tests.decks.content import DECKS, cards

SEED = 20261122
COUNT = 180


def draw(drawn_from: list[Card], seed: int, count: int) -> list[Card]:
    """Choose ``count`` cards, or one a deck where there are more decks; give them deck by deck."""
    shuffled = sorted(drawn_from, key=lambda card: sha256(f"{seed} {card.id}".encode()).digest())
    first = {card.note.deck: card for card in reversed(shuffled)}
    leaders = list(first.values())
    rest = [card for card in shuffled if card not in leaders]
    chosen = leaders + rest[: max(0, count - len(leaders))]
    return sorted(chosen, key=lambda card: (card.note.deck, card.note.body_line, card.id))


def told(card: Card) -> str:
    """Write a card out as it is read: where it stands, what it asks, what it answers."""
    note, faces = card.note, card.faces
    mark = "verified" if note.verified else "unverified"
    head = f"== {note.deck.removeprefix(f'{DECKS}/')} · {card.id} · {note.kind} · {mark}"
    texts = (head, faces.front, "--", faces.back, f"source: {note.source or 'none'}")
    return "\n".join(text.strip() for text in texts)


def main(arguments: list[str]) -> None:
    """Print the sample."""
    parser = ArgumentParser(description="Draw cards to be read closely.")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--count", type=int, default=COUNT)
    asked = parser.parse_args(arguments)
    for card in draw(cards(), asked.seed, asked.count):
        sys.stdout.write(f"{told(card)}\n\n")


if __name__ == "__main__":
    main(sys.argv[1:])
