"""The settings file names a deck as it is called after it was renamed."""

from pathlib import Path

import pytest

from flashcards.domain.errors import FlashcardsError
from flashcards.services.following import follow
from flashcards.services.preferences import Preferences
from flashcards.store.settings_file import SettingsFile
from tests.services.fakes import library_on

ROOT = Path("/d")
WRITTEN = """# mine
[limits]
"deck:ml/norms" = { new = 1 }  # slowly
"topic:ml/norms" = { reviews = 9 }

[searches]
hard = "deck:ml/norms lapses>3"

[weights]
"ml/norms" = 2
"""
NOW = WRITTEN.replace("ml/norms", "lengths").replace('"lengths" =', "lengths =")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "settings.toml"
    made.write_text(WRITTEN, "utf-8")
    return made


def went(file: Path, was: str, now: str, *, deck: str) -> str:
    """Tell that a path is another one now, where one deck is read."""
    library = library_on({deck: "## What does L1 do?\nSparse.\n"})
    preferences = Preferences(SettingsFile(file))
    told = follow(library, preferences, [ROOT], ROOT / was, ROOT / now)
    assert not told or library.settings == preferences.settings
    return told


def test_all_that_named_the_deck_names_it_anew_and_again_when_that_is_taken_back(
    file: Path,
) -> None:
    told = went(file, "ml/norms.md", "lengths.md", deck="lengths")
    assert told == "Limits, weights and saved searches that named it do so still."
    assert file.read_text("utf-8") == NOW
    assert went(file, "lengths.md", "ml/norms.md", deck="ml/norms") == told
    assert file.read_text("utf-8") == WRITTEN


@pytest.mark.parametrize(
    ("was", "now", "deck"),
    [
        ("ml/norms.md", "/elsewhere/norms.md", "other"),
        ("ml/norms.md", "lengths.md", "other"),
        ("sets.md", "maps.md", "maps"),
        ("", "lengths.md", "lengths"),
    ],
)
def test_where_nothing_is_named_so_any_more_nothing_is_written(
    file: Path, was: str, now: str, deck: str
) -> None:
    assert went(file, was, now, deck=deck) == ""
    assert file.read_text("utf-8") == WRITTEN


def test_a_file_that_cannot_be_read_is_left_as_it_is(file: Path) -> None:
    library, preferences = library_on({"lengths": "## Q?\nA.\n"}), Preferences(SettingsFile(file))
    file.write_text("[limits", "utf-8")
    with pytest.raises(FlashcardsError, match="settings"):
        follow(library, preferences, [ROOT], ROOT / "ml/norms.md", ROOT / "lengths.md")
    assert file.read_text("utf-8") == "[limits"
