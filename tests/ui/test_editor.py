"""Which command opens a deck at a line."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from flashcards.ui.editor import IN_TERMINAL, NAMED, editor_command, open_in_editor

DECK = Path("/my decks/l1.md")

FILE = str(DECK)
COMMANDS = [
    ("", "", []),
    ("", "code kate", ["code", "--goto", f"{FILE}:7"]),
    ("", "codium", ["codium", "--goto", f"{FILE}:7"]),
    ("", "subl", ["subl", f"{FILE}:7"]),
    ("", "zed", ["zed", f"{FILE}:7"]),
    ("", "kate emacs", ["kate", "--line", "7", FILE]),
    ("", "gedit", ["gedit", "+7", FILE]),
    ("", "gnome-text-editor", ["gnome-text-editor", FILE, "+7"]),
    ("", "gvim", ["gvim", "+7", FILE]),
    ("", "emacs", ["emacs", "+7", FILE]),
    ("", "vim", []),
    ("code", "kate", ["code", "--goto", f"{FILE}:7"]),
    (" emacs ", "", ["emacs", "+7", FILE]),
    (
        "emacsclient",
        "",
        ["emacsclient", "--no-wait", "--alternate-editor=emacs", "+7", FILE],
    ),
    ("vim", "", ["vim", "+7", FILE]),
    ("vim", "xterm konsole", ["konsole", "-e", "vim", "+7", FILE]),
    ("vi", "x-terminal-emulator", ["x-terminal-emulator", "-e", "vi", "+7", FILE]),
    ("nvim", "gnome-terminal", ["gnome-terminal", "--", "nvim", "+7", FILE]),
    ("nano", "kitty", ["kitty", "nano", "+7", FILE]),
    ("micro", "xterm", ["xterm", "-e", "micro", "+7", FILE]),
    ("hx", "alacritty", ["alacritty", "-e", "hx", f"{FILE}:7"]),
    ("obsidian", "code", ["obsidian://open?path=%2Fmy%20decks%2Fl1.md"]),
    (
        "obsidian://advanced-uri?filepath={file}&line={line}",
        "",
        ["obsidian://advanced-uri?filepath=%2Fmy%20decks%2Fl1.md&line=7"],
    ),
    ("system", "code", []),
    ("my-editor", "code", ["my-editor", FILE]),
    ("my-editor --wait", "code", ["my-editor", "--wait", FILE]),
    ("nvim-qt +{line} '{file}'", "code", ["nvim-qt", "+7", FILE]),
    ("'my editor' {file}", "", ["my editor", FILE]),
    ("it's {file}", "", ["it's", FILE]),
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


class Opened(QObject):
    """Stands for the program that opens an address."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.addresses.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))


@pytest.mark.parametrize(("setting", "scheme"), [("obsidian", "obsidian"), ("system", "file")])
def test_obsidian_and_the_system_are_asked_by_address(
    setting: str, scheme: str, tmp_path: Path
) -> None:
    opened, deck = Opened(), tmp_path / "my deck.md"
    QDesktopServices.setUrlHandler(scheme, opened, "open")  # type: ignore[arg-type]  # bytes, by its stub only
    assert open_in_editor(setting, deck, 7) == ""
    QDesktopServices.unsetUrlHandler(scheme)
    (address,) = opened.addresses
    assert address.startswith(f"{scheme}:")
    assert "my%20deck.md" in address


def test_every_editor_that_is_known_by_a_word_was_tried() -> None:
    tried = {said.strip() for said, _, _ in COMMANDS} | {found for _, found, _ in COMMANDS}
    assert {*NAMED, *IN_TERMINAL} <= tried
