"""The operating system's reasons (“no such file”) in the language that is spoken here."""

import locale
from collections.abc import Mapping, Sequence
from contextlib import suppress

from flashcards.domain.tongue import ENGLISH

_NONE = "C"
"""The locale that every system has; its reasons are English."""

LOCALES = {"de": ("de_DE.UTF-8", "de_AT.UTF-8", "de_CH.UTF-8", "de_DE")}
"""What systems call a language, the likeliest first."""


def reason_in(language: str, locales: Mapping[str, Sequence[str]] = LOCALES) -> str:
    """Have the system give its reasons in a language, or in English; say by which locale.

    Empty where a system gives them in its own language only (Windows).
    """
    category = getattr(locale, "LC_MESSAGES", None)
    if category is None:
        return ""
    for name in (*(locales.get(language, ()) if language != ENGLISH else ()), _NONE):
        with suppress(locale.Error):
            return locale.setlocale(category, name)
    return ""
