"""The card kinds: one file each, and one word in this tuple."""

from flashcards.domain.kinds.basic import BASIC
from flashcards.domain.kinds.cloze import CLOZE
from flashcards.domain.kinds.compare import COMPARE
from flashcards.domain.kinds.kind import Kind
from flashcards.domain.kinds.reversed import REVERSED

KINDS: tuple[Kind, ...] = (BASIC, REVERSED, CLOZE, COMPARE)
DEFAULT_KIND = BASIC.name
_BY_NAME = {kind.name: kind for kind in KINDS}


def kind_names() -> tuple[str, ...]:
    """List what may stand behind the dot in a heading's braces."""
    return tuple(_BY_NAME)


def kind_named(name: str) -> Kind | None:
    """Find a kind by its name."""
    return _BY_NAME.get(name)
