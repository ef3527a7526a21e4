"""Flashcards: spaced repetition on Markdown decks."""

__version__ = "0.1.0"
