"""A note of each kind to be written over: what “new note” puts into a deck."""

from flashcards.domain.kinds import KINDS

PROMPT = "Question"
"""What stands for the prompt in every template."""

TEMPLATES = {kind.name: kind.template for kind in KINDS}
"""By the kind's name."""


def note_of_kind(kind: str, prompt: str = PROMPT) -> str:
    """Write a note to be filled in; a kind that there is not is a KeyError (a bug)."""
    return TEMPLATES[kind].replace(PROMPT, prompt, 1)
