"""What undo and redo are about: one whole sentence for each kind of deed, which names its card."""

from typing import NamedTuple

from flashcards.domain.log.events import (
    Buried,
    DueSet,
    Fact,
    Flagged,
    Reset,
    Resumed,
    Reviewed,
    Suspended,
    Unflagged,
)
from flashcards.domain.tongue import filled, later


class Ways(NamedTuple):
    """What one kind of deed is called before and after it is taken back, or brought back."""

    undo: str
    undone: str
    redo: str
    redone: str


NOTHING = Ways("", "", "", "")


def ways(fact: Fact, prompt: str) -> Ways:
    """Say each sentence of a deed; a KeyError is a deed that no session does (a bug)."""
    grade = fact.grade.label if isinstance(fact, Reviewed) else ""
    details = {"prompt": prompt, "grade": grade}
    return Ways(*(filled(sentence, details) for sentence in _WAYS[type(fact)]))


_WAYS: dict[type, Ways] = {
    Reviewed: Ways(
        later("Undo {grade} on “{prompt}”"),
        later("Undid {grade} on “{prompt}”"),
        later("Redo {grade} on “{prompt}”"),
        later("Redid {grade} on “{prompt}”"),
    ),
    Buried: Ways(
        later("Undo bury on “{prompt}”"),
        later("Undid bury on “{prompt}”"),
        later("Redo bury on “{prompt}”"),
        later("Redid bury on “{prompt}”"),
    ),
    Suspended: Ways(
        later("Undo suspend on “{prompt}”"),
        later("Undid suspend on “{prompt}”"),
        later("Redo suspend on “{prompt}”"),
        later("Redid suspend on “{prompt}”"),
    ),
    Resumed: Ways(
        later("Undo resume on “{prompt}”"),
        later("Undid resume on “{prompt}”"),
        later("Redo resume on “{prompt}”"),
        later("Redid resume on “{prompt}”"),
    ),
    Reset: Ways(
        later("Undo reset on “{prompt}”"),
        later("Undid reset on “{prompt}”"),
        later("Redo reset on “{prompt}”"),
        later("Redid reset on “{prompt}”"),
    ),
    DueSet: Ways(
        later("Undo due day on “{prompt}”"),
        later("Undid due day on “{prompt}”"),
        later("Redo due day on “{prompt}”"),
        later("Redid due day on “{prompt}”"),
    ),
    Flagged: Ways(
        later("Undo flag on “{prompt}”"),
        later("Undid flag on “{prompt}”"),
        later("Redo flag on “{prompt}”"),
        later("Redid flag on “{prompt}”"),
    ),
    Unflagged: Ways(
        later("Undo unflag on “{prompt}”"),
        later("Undid unflag on “{prompt}”"),
        later("Redo unflag on “{prompt}”"),
        later("Redid unflag on “{prompt}”"),
    ),
}
