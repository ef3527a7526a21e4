"""A problem as one sentence: how bad it is, and what is wrong."""

from typing import TYPE_CHECKING

from flashcards.domain.problems import Severity
from flashcards.domain.tongue import later, tr

if TYPE_CHECKING:
    from flashcards.domain.problems import Problem

_SENTENCES = {
    Severity.ERROR: later("Error: {message}"),
    Severity.WARNING: later("Warning: {message}"),
    Severity.HINT: later("Hint: {message}"),
}


def problem_text(problem: "Problem") -> str:
    """Say a problem as a row has room for it; its hint stands below."""
    return tr(_SENTENCES[problem.severity], message=problem.message)
