"""Why an action could not be done: one class a cause, each composing its own sentence.

Text that people wrote never raises (see problems.py); these are for what a person asked the
program to do.
"""


class FlashcardsError(Exception):
    """The base of all: ``str(error)`` says what happened, where, and what to do."""
