"""The Decks page: decks and their folders, put in order."""
