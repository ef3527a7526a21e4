"""Settings and the palette, with real keys in a real window: what they do is read from the disk."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.journey.person import Person

pytestmark = pytest.mark.journey

WORDS = "".join(f"## Question {name} {{#{name}}}\nAnswer.\n\n" for name in "abc")


@pytest.fixture
def decks(tmp_path: Path) -> Path:
    folder = tmp_path / "decks"
    folder.mkdir()
    (folder / "words.md").write_text(WORDS, "utf-8")
    return folder


def kept(person: Person) -> dict[str, Any]:
    """Read the settings as the person left them."""
    file = person.data / "settings.toml"
    return tomllib.loads(file.read_text("utf-8")) if file.exists() else {}


def begun(person: Person, decks: Path) -> None:
    """Start, and wait until the decks are read: before that no page but Today can be opened."""
    person.start(decks)
    person.linger()


def test_a_setting_is_found_by_a_word_changed_and_reset(person: Person, decks: Path) -> None:
    begun(person, decks)
    person.type("ctrl+comma")
    person.linger()
    person.type(*"learned", "Tab", "Tab", "Tab", "space")
    person.until("the choice in the file", lambda: kept(person) == {"fuzz": True})
    person.type("Tab", "space")
    person.until("the default in the file", lambda: kept(person) == {"fuzz": False})
    person.type("Escape")
    assert person.quit() == 0


def test_another_key_holds_at_once(person: Person, decks: Path) -> None:
    person.data.mkdir(parents=True, exist_ok=True)
    (person.data / "settings.toml").write_text('[keys]\nbury = "ctrl+j"\n', "utf-8")
    person.start(decks)
    person.begin()
    person.type("ctrl+j")
    person.until("the deed in the log", lambda: person.log() == [("buried", "a")])
    assert person.quit() == 0


def test_the_palette_changes_the_theme_and_the_window_still_quits(
    person: Person, decks: Path
) -> None:
    begun(person, decks)
    person.type("ctrl+k")
    person.linger()
    person.close("Find anything", *"next", "space", *"theme", "Return")
    person.until("the theme in the file", lambda: kept(person) == {"theme": "light"})
    assert person.quit() == 0


@pytest.mark.parametrize("key", ["F10", "Alt_L"])
def test_the_menus_come_by_a_key_and_are_gone_through_by_keys(
    person: Person, decks: Path, key: str
) -> None:
    begun(person, decks)
    person.type(key)
    person.linger()
    person.type("Right", "Right", "Right", "Return")
    person.question()
    person.type("f")
    person.until("the deed in the log", lambda: person.log() == [("flagged", "a")])
    person.type(key)
    person.linger()
    person.type("Right", "Return")
    person.until("the deed taken back", lambda: person.log()[-1][0] == "undone")
    person.type(key)
    person.linger()
    assert person.quit("Up", "Return") == 0
