"""The card kinds: one file each, and one word in this tuple."""

from dataclasses import replace

from flashcards.domain.deck.footnotes import cite, with_sources, without_marks
from flashcards.domain.kinds.basic import BASIC
from flashcards.domain.kinds.cloze import CLOZE
from flashcards.domain.kinds.compare import COMPARE
from flashcards.domain.kinds.kind import Expansion, Kind
from flashcards.domain.kinds.paper import PAPER
from flashcards.domain.kinds.reversed import REVERSED
from flashcards.domain.kinds.star import STAR
from flashcards.domain.kinds.steps import STEPS
from flashcards.domain.note import Note

KINDS: tuple[Kind, ...] = (BASIC, REVERSED, CLOZE, COMPARE, STEPS, PAPER, STAR)
DEFAULT_KIND = BASIC.name
_BY_NAME = {kind.name: kind for kind in KINDS}


def kind_names() -> tuple[str, ...]:
    """List what may stand behind the dot in a heading's braces."""
    return tuple(_BY_NAME)


def kind_named(name: str) -> Kind | None:
    """Find a kind by its name."""
    return _BY_NAME.get(name)


def expand(note: Note) -> Expansion:
    """Make a note's questions; its hint and its footnotes go with every one of them."""
    cited = cite(note)
    expansion = _BY_NAME[note.kind].questions(cited.note)
    faces, problems = expansion.faces, expansion.problems
    if cited.note.hint:
        faces = tuple(replace(each, hint=cited.note.hint) for each in faces)
    if cited.sources:
        faces = tuple(with_sources(each, cited) for each in faces)
        problems = tuple(replace(p, message=without_marks(p.message)) for p in problems)
    return Expansion(faces, (*cited.problems, *problems))
