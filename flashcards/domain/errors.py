"""Why an action could not be done: one class a cause, each composing its own sentence.

Text that people wrote never raises (see problems.py); these are for what a person asked the
program to do.
"""

from flashcards.domain.tongue import tr


class FlashcardsError(Exception):
    """The base of all: ``str(error)`` says what happened, where, and what to do.

    It is given its sentence in English, and what fills the gaps, as ``tr`` is.
    """

    def __init__(self, text: str = "", /, **details: object) -> None:
        super().__init__(tr(text, **details))


class ChangedElsewhereError(FlashcardsError):
    """Another program wrote to the log since it was last read; read again, and repeat."""

    def __init__(self) -> None:
        super().__init__("Another program has added to the log; read it again and repeat the step.")


class TextChangedError(FlashcardsError):
    """A file is not what was read any more: read it again, and put both versions together."""


class SlowExpressionError(FlashcardsError):
    """A regular expression that takes too long for a text."""

    def __init__(self) -> None:
        super().__init__(
            "This expression takes too long: it goes back and forth without end. Repeat no group"
            " that repeats something itself, as in (a+)+."
        )


class SearchStoppedError(FlashcardsError):
    """The person did not want to find it any more."""

    def __init__(self) -> None:
        super().__init__("The search was stopped.")


class IndexLostError(FlashcardsError):
    """The index of the decks was damaged, locked or full; it is empty now, so read them again."""

    def __init__(self) -> None:
        super().__init__("The index of the decks was lost; read the decks again.")


class DamagedError(FlashcardsError):
    """The log, or a part of it, is damaged or gone; what is left of it can be salvaged."""
