"""The translations that come with the program: compiled catalogues, one a language."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from flashcards.domain.tongue import ENGLISH

if TYPE_CHECKING:
    from gettext import GNUTranslations

FOLDER = Path(__file__).parents[1] / "locale"
NAME = "flashcards"


def catalogue(language: str, folder: Path = FOLDER) -> "GNUTranslations | None":
    """Load what is said in a language; None for English, and where there is no such file."""
    if language == ENGLISH:
        return None
    from gettext import GNUTranslations  # English, which most starts speak, does without

    path = folder / language / "LC_MESSAGES" / f"{NAME}.mo"
    with suppress(OSError, ValueError), path.open("rb") as file:
        return GNUTranslations(file)
    return None
