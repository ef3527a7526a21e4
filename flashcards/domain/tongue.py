"""Every sentence that people read, in their language.

A sentence stands in the code in English and passes through here on its way to a person. The
catalogue of another language is handed in by ``use``, and holds for the process: that is the one
state that this program keeps in a module (ARCHITECTURE.md, invariant 11). Without a catalogue a
sentence costs its format, and nothing is loaded.
"""

from collections.abc import Iterable, Mapping
from typing import Protocol

LANGUAGES = {"en": "English", "de": "Deutsch"}
"""The languages there are, as each calls itself."""

ENGLISH = "en"
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


class Catalogue(Protocol):
    """What is said in another language; ``gettext.GNUTranslations`` is one."""

    def gettext(self, message: str, /) -> str:
        """Translate a sentence."""
        ...

    def ngettext(self, msgid1: str, msgid2: str, n: int, /) -> str:
        """Translate a sentence about a number of things."""
        ...

    def pgettext(self, context: str, message: str, /) -> str:
        """Translate a word that has several meanings."""
        ...


class _Spoken:
    """The language in force."""

    language = ENGLISH
    catalogue: Catalogue | None = None


def use(language: str, catalogue: Catalogue | None) -> None:
    """Speak a language from now on; without a catalogue it is English."""
    _Spoken.language = language if catalogue else ENGLISH
    _Spoken.catalogue = catalogue


def language() -> str:
    """Name the language in force, for what is kept in words (an index, a glance)."""
    return _Spoken.language


def tr(text: str, /, **details: object) -> str:
    """Say a sentence; ``details`` fill its gaps. Without any, braces are text."""
    return filled(text, details) if details else _said(text)


def filled(text: str, details: Mapping[str, object]) -> str:
    """Say a template, which writes braces twice where they are text, details or none."""
    return _filled(_said(text), text, details)


def _said(text: str) -> str:
    catalogue = _Spoken.catalogue
    return catalogue.gettext(text) if catalogue and text else text


def trn(one: str, many: str, count: int, /, **details: object) -> str:
    """Say a sentence about a number of things, which fills the gap ``{count}``; 0 is “no”."""
    catalogue = _Spoken.catalogue
    text = one if count == 1 else many
    said = catalogue.ngettext(one, many, count) if catalogue else text
    return _filled(said, text, {"count": _how_many(count), **details})


def trc(context: str, text: str, /, **details: object) -> str:
    """Say a word whose translation depends on what it is said of, which ``context`` tells."""
    catalogue = _Spoken.catalogue
    said = catalogue.pgettext(context, text) if catalogue else text
    return _filled(said, text, details) if details else said


def later(text: str) -> str:
    """Mark a sentence in a table: it is said where it is shown, by ``tr``."""
    return text


def both(one: str, many: str) -> tuple[str, str]:
    """Mark both forms of a sentence about a number of things, which ``trn`` says elsewhere."""
    return one, many


def number(amount: int) -> str:
    """Write a whole number: ``12,345``."""
    return f"{amount:,}".replace(",", trc("between thousands", ","))


def _how_many(count: int) -> str:
    return number(count) if count else trc("how many", "no")


def _filled(said: str, text: str, details: Mapping[str, object]) -> str:
    """Fill the gaps; a translation with a wrong one gives way to the English sentence."""
    try:
        return said.format(**details)
    except (LookupError, ValueError, AttributeError):
        return text.format(**details)


def asked_for(environment: Mapping[str, str]) -> list[str]:
    """Tell which languages an environment asks for, the first one first (as gettext does)."""
    said = next((value for name in _VARIABLES if (value := environment.get(name))), "")
    return [name for name in said.split(":") if name]


def chosen(choice: str, wanted: Iterable[str]) -> str:
    """Choose a language: the one that is set, else the first wanted one that there is."""
    if choice in LANGUAGES:
        return choice
    known = (name.replace("-", "_").partition("_")[0].partition(".")[0] for name in wanted)
    return next((name for name in known if name in LANGUAGES), ENGLISH)
