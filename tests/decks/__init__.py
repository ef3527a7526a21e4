"""The shipped decks, and the examples of their specification."""
