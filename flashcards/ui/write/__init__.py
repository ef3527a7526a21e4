"""The Write page: a deck's text, its problems where they stand, and its cards beside it."""
