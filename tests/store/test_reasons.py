"""Why the system refuses something is told in the language of the sentence around it."""

import locale
import os
from errno import ENOENT
from pathlib import Path

import pytest

from flashcards.app import open_preferences
from flashcards.domain.tongue import ENGLISH, LANGUAGES, language
from flashcards.services.desk import Options
from flashcards.store.reasons import LOCALES, reason_in

OTHER = "C.utf8"


def in_force() -> str:
    return locale.setlocale(locale.LC_MESSAGES)


@pytest.fixture
def german_system() -> None:
    """Have another locale in force, as Qt does from the environment; the test before leaves C."""
    try:
        locale.setlocale(locale.LC_MESSAGES, OTHER)
    except locale.Error:
        pytest.skip("this system has no second locale")


@pytest.mark.usefixtures("german_system")
def test_english_has_the_reasons_that_every_system_has() -> None:
    assert (in_force(), reason_in("en"), in_force()) == (OTHER, "C", "C")
    assert os.strerror(ENOENT) == "No such file or directory"


def test_another_language_takes_the_first_locale_that_there_is() -> None:
    try:
        assert reason_in("de", {"de": ("no_SUCH.UTF-8", OTHER)}) == OTHER
    except AssertionError:
        assert in_force() == "C", "where there is none, it is English"


@pytest.mark.usefixtures("german_system")
def test_without_any_the_reasons_are_english() -> None:
    assert reason_in("de", {"de": ("no_SUCH.UTF-8",)}) == "C"


def test_every_other_language_has_its_locales() -> None:
    assert LOCALES.keys() == LANGUAGES.keys() - {ENGLISH}


def test_a_system_without_such_a_choice_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(locale, "LC_MESSAGES")
    assert reason_in("de") == ""


@pytest.mark.usefixtures("german_system")
def test_where_the_language_is_chosen_the_reasons_are(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('language = "en"', "utf-8")
    open_preferences(Options(data=str(tmp_path)), ["de"])
    assert (language(), in_force()) == ("en", "C")
