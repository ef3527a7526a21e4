"""The pieces of a card in a terminal: question, hint, parts, what was typed."""

from flashcards.cli.faces import in_words, say_face
from flashcards.cli.output import clean, say
from flashcards.domain.note import Part
from flashcards.domain.tongue import tr
from flashcards.domain.typed import Sign, alike, compared
from flashcards.services.views import CardView


def say_question(card: CardView) -> None:
    """Print the question, with its quiet context."""
    say_face(card.front)
    if card.context:
        say(f"\n{in_words(card.context).strip()}")


def say_hint(card: CardView) -> None:
    """Print the hint."""
    say("\n" + tr("Hint:"))
    say_face(card.hint)


def say_part(part: Part, *, marked: bool) -> None:
    """Print a step or a section under its title."""
    say_face(f"{'######' if marked else '####'} {' '.join(part.title.split())}\n\n{part.text}")


def say_source(card: CardView) -> None:
    """Print where the answer is from."""
    if card.source:
        say("\n" + tr("Source: {source}", source=card.source))


def say_typed(typed: str, expected: str) -> None:
    """Print what was typed beside what was expected: extra words after −, missing ones after +."""
    words = in_words(expected).strip()
    if alike(typed, words):
        say(tr("✓ As expected.") + "\n")
        return
    pieces = (
        piece.words if piece.sign is Sign.SAME else f"[{piece.sign}{piece.words}]"
        for piece in compared(typed, words)
    )
    say(tr("You typed: {text}", text=clean(" ".join(pieces))) + "\n")
