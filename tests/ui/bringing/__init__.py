"""Tests of what is brought in, and of decks put in order."""
