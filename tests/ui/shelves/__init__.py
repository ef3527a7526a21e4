"""Tests of the Decks page."""
