"""Errors of acting compose their own sentence."""

from flashcards.domain.errors import ChangedElsewhereError, FlashcardsError, IndexLostError


def test_an_error_says_what_happened_and_what_to_do() -> None:
    error: FlashcardsError = ChangedElsewhereError()
    assert str(error).startswith("Another program has added to the log;")
    assert str(IndexLostError()) == "The index of the decks was lost; read the decks again."
