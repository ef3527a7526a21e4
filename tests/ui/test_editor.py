"""Which command opens a deck at a line."""

from pathlib import Path

import pytest

from flashcards.ui.editor import editor_command, open_in_editor

DECK = Path("/my decks/l1.md")

COMMANDS = [
    ("", "", []),
    ("", "code kate", ["code", "--goto", "/my decks/l1.md:7"]),
    ("", "kate emacs", ["kate", "--line", "7", "/my decks/l1.md"]),
    ("", "vim", []),
    ("vim", "code", ["vim"]),
    ("nvim-qt +{line} '{file}'", "code", ["nvim-qt", "+7", "/my decks/l1.md"]),
    ("'my editor' {file}", "", ["my editor", "/my decks/l1.md"]),
    ("it's {file}", "", ["it's", "/my decks/l1.md"]),
]


@pytest.mark.parametrize(("template", "installed", "command"), COMMANDS)
def test_the_command_is_the_persons_or_that_of_an_editor_found(
    template: str, installed: str, command: list[str]
) -> None:
    found = dict.fromkeys(installed.split(), "there")
    assert editor_command(template, DECK, 7, found.get) == command


@pytest.mark.parametrize(
    "template", ["vim {fiel}", "vim {", "vim {0}", "vim {file.x}", "v {file[x]}"]
)
def test_a_command_that_cannot_be_filled_in_is_told(template: str) -> None:
    sentence = (
        f"The setting “editor” cannot be used: {template} (it may name {{file}} and {{line}})."
    )
    assert open_in_editor(template, DECK, 7) == sentence


def test_an_editor_that_does_not_start_is_named(tmp_path: Path) -> None:
    missing = tmp_path / "no-editor"
    sentence = open_in_editor(f"{missing} +{{line}}", DECK, 7)
    assert sentence == f"The editor did not start: {missing} +7."


def test_an_editor_that_starts_is_not_talked_about(tmp_path: Path) -> None:
    assert open_in_editor("true {file}", tmp_path / "l1.md", 7) == ""
