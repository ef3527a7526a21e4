"""reversed: a basic note that is also asked from its answer."""

from flashcards.domain.kinds.kind import TYPED, Expansion, Kind, question, refused, to_type
from flashcards.domain.note import Faces, Note
from flashcards.domain.problems import EMPTY_ANSWER

BACK = "back"
"""The key of the card that asks backwards; the forward card keeps the note's own id."""


def _expand(note: Note) -> Expansion:
    body = note.body.strip("\n")
    if not body.strip():
        return refused(note, EMPTY_ANSWER)
    first_line = body.strip().splitlines()[0].strip()
    asked = question(note.prompt)
    return Expansion(
        (
            Faces("", note.prompt, asked, body, expected=to_type(note, body)),
            Faces(BACK, f"{first_line} ↩", body, asked, expected=to_type(note, note.prompt)),
        )
    )


TEMPLATE = """## Question {.reversed}
Term
"""

REVERSED = Kind("reversed", _expand, TEMPLATE, options=(TYPED,))
