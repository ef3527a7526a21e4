"""``python -m tests.decks.counts``: how many notes and cards, by deck, kind, topic and round."""

import sys
from collections import Counter
from collections.abc import Callable

from flashcards.domain.note import Note
from tests.decks.content import DECKS, cards, notes

GROUPS: tuple[tuple[str, Callable[[Note], str]], ...] = (
    ("deck", lambda note: note.deck.removeprefix(f"{DECKS}/")),
    ("kind", lambda note: note.kind),
    ("topic", lambda note: note.topic),
    ("round", lambda note: note.round or "none"),
    ("verified", lambda note: "verified" if note.verified else "unverified"),
)
"""What is counted by, and a note's group."""


def table(name: str, group: Callable[[Note], str]) -> str:
    """Draw the counts of one grouping, as a Markdown table in the groups' order."""
    written = Counter(group(note) for note in notes().values())
    asked = Counter(group(card.note) for card in cards())
    rows = [f"| {key} | {written[key]} | {asked[key]} |" for key in sorted(written)]
    return "\n".join([f"| {name} | notes | cards |", "|---|--:|--:|", *rows])


def main() -> None:
    """Print every table, and the sum."""
    for name, group in GROUPS:
        sys.stdout.write(f"{table(name, group)}\n\n")
    sys.stdout.write(f"{len(notes())} notes, {len(cards())} cards\n")


if __name__ == "__main__":
    main()
