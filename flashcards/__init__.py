"""Flashcards: spaced repetition on Markdown decks."""
