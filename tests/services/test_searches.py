"""Searches under a name: kept, found everywhere, and told where they cannot be read."""

from pathlib import Path

import pytest

from flashcards.domain.errors import FlashcardsError
from flashcards.domain.queue.scope import Scope
from flashcards.services.browsing import Browsing
from flashcards.services.finding import found_cards
from flashcards.services.library import Library
from flashcards.services.preferences import Preferences
from flashcards.services.searches import broken_searches, save_search
from flashcards.services.session import Session
from flashcards.store.settings_file import SettingsFile
from tests.services.fakes import library_on
from tests.services.test_limiting import TEXTS, asked


@pytest.fixture
def library() -> Library:
    return library_on(TEXTS)


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(SettingsFile(tmp_path / "settings.toml"))


def test_a_search_is_kept_under_its_name_and_found_by_it(
    library: Library, preferences: Preferences
) -> None:
    told = save_search(library, preferences, " graphs ", "deck:coding  ")
    assert told == "Saved: “@graphs” stands for this search wherever you search."
    text = Path(preferences.place).read_text("utf-8")
    assert text.endswith('\n[searches]\ngraphs = "deck:coding"\n')
    assert len(found_cards(library, "@graphs BFS")) == 1
    for _ in Browsing(library).catching_up():
        pass
    assert len(Browsing(library).found("-@graphs").slots) == 4
    assert [each.text for each in Browsing(library).offers("@g", 2)] == ["@graphs "]


def test_a_saved_search_is_a_session(library: Library, preferences: Preferences) -> None:
    save_search(library, preferences, "graphs", "deck:coding")
    assert sorted(asked(Session(library, Scope("@graphs")))) == ["When BFS?", "When DFS?"]


def test_a_name_that_is_there_takes_the_new_search(
    library: Library, preferences: Preferences
) -> None:
    save_search(library, preferences, "mine", "BFS")
    save_search(library, preferences, "mine", "DFS")
    assert preferences.settings.searches == {"mine": "DFS"}


@pytest.mark.parametrize(
    ("name", "query", "told"),
    [
        ("", "BFS", "A saved search needs a name, without quotation marks."),
        ('my "own"', "BFS", "A saved search needs a name, without quotation marks."),
        ("mine", " ", "There is nothing to save: type a search first."),
        ("mine", "is:dew", "A search does not know “dew”. Did you mean “new”?"),
    ],
)
def test_what_cannot_be_saved_is_said(
    library: Library, preferences: Preferences, name: str, query: str, told: str
) -> None:
    with pytest.raises(FlashcardsError, match=told[:40]):
        save_search(library, preferences, name, query)
    assert preferences.settings.searches == {}


def test_a_broken_one_is_told_with_its_line_and_costs_no_other(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('[searches]\ngood = "is:due"\n"not so" = "is:dew"\nnumber = 3\n', "utf-8")
    preferences = Preferences(SettingsFile(file))
    assert preferences.settings.searches == {"good": "is:due", "not so": "is:dew"}
    (wrong,) = preferences.problems
    assert (wrong.place.line, wrong.code) == (4, "wrong-setting-entry")
    (broken,) = broken_searches(preferences)
    assert (broken.place.line, broken.code) == (3, "wrong-setting-search")
    assert broken.message == "The saved search “not so” cannot be read."
    assert broken.hint.startswith("A search does not know “dew”.")
