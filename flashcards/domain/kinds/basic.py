"""basic: the heading asks, the body answers; a thematic break lengthens the question."""

from flashcards.domain.kinds.kind import TYPED, Expansion, Kind, question, refused, to_type
from flashcards.domain.note import Faces, Note
from flashcards.domain.problems import EMPTY_ANSWER


def _expand(note: Note) -> Expansion:
    above, answer = _split(note)
    if not answer.strip():
        return refused(note, EMPTY_ANSWER)
    front, back = question(note.prompt, above.strip("\n")), answer.strip("\n")
    return Expansion((Faces("", note.prompt, front, back, expected=to_type(note, back)),))


def _split(note: Note) -> tuple[str, str]:
    """Part the body at its first thematic break; what follows a second one is answer."""
    if not note.breaks:
        return "", note.body
    start = note.breaks[0]
    line_end = note.body.find("\n", start)
    return note.body[:start], note.body[line_end + 1 :] if line_end >= 0 else ""


TEMPLATE = """## Question
Answer
"""

BASIC = Kind("basic", _expand, TEMPLATE, options=(TYPED,))
