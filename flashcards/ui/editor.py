"""Open a deck at a line in the person's editor."""

import shlex
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import quote

from PySide6.QtCore import QProcess, QUrl
from PySide6.QtGui import QDesktopServices

from flashcards.domain.tongue import tr

WINDOWED = {
    "code": "code --goto {file}:{line}",
    "codium": "codium --goto {file}:{line}",
    "subl": "subl {file}:{line}",
    "zed": "zed {file}:{line}",
    "kate": "kate --line {line} {file}",
    "gedit": "gedit +{line} {file}",
    "gnome-text-editor": "gnome-text-editor {file} +{line}",
    "gvim": "gvim +{line} {file}",
    "emacs": "emacs +{line} {file}",
}
"""Editors with a window that can jump to a line, in the order they are looked for."""

NAMED = WINDOWED | {
    "emacsclient": "emacsclient --no-wait --alternate-editor=emacs +{line} {file}",
    "obsidian": "obsidian://open?path={file}",
    "system": "",
}
"""What may be said in one word, too. Obsidian opens the file in its vault, but at no line."""

IN_TERMINAL = {
    "vim": "vim +{line} {file}",
    "vi": "vi +{line} {file}",
    "nvim": "nvim +{line} {file}",
    "nano": "nano +{line} {file}",
    "micro": "micro +{line} {file}",
    "hx": "hx {file}:{line}",
}
"""Editors that need a terminal around them."""

TERMINALS = {
    "x-terminal-emulator": "x-terminal-emulator -e",
    "gnome-terminal": "gnome-terminal --",
    "konsole": "konsole -e",
    "alacritty": "alacritty -e",
    "kitty": "kitty",
    "xterm": "xterm -e",
}
"""Terminals and what stands before a command in them, in the order they are looked for."""

_ADDRESS = "://"

Which = Callable[[str], str | None]


def editor_command(template: str, file: Path, line: int, which: Which = shutil.which) -> list[str]:
    """Fill in the person's command, else that of an editor found here.

    It is one address where the editor is opened by one; nothing where the system is to choose.
    """
    filled = _template(template.strip(), which)
    if _ADDRESS in filled:
        return [filled.format(file=quote(str(file), safe=""), line=line)]
    return [part.format(file=file, line=line) for part in _split(filled)]


def _template(said: str, which: Which) -> str:
    """Give a command for what the setting says: a word that is known, a command, or nothing."""
    if not said:
        return next((known for name, known in WINDOWED.items() if which(name)), "")
    if said in NAMED:
        return NAMED[said]
    if said in IN_TERMINAL:
        terminal = next((before for name, before in TERMINALS.items() if which(name)), "")
        return f"{terminal} {IN_TERMINAL[said]}".strip()
    return said if "{" in said else f"{said} {{file}}"


def _split(template: str) -> Sequence[str]:
    try:
        return shlex.split(template)
    except ValueError:
        return template.split()


def open_in_editor(template: str, file: Path, line: int) -> str:
    """Open the file; give a sentence where that did not work, else nothing."""
    try:
        command = editor_command(template, file.resolve(), line)
    except (KeyError, IndexError, ValueError, AttributeError, TypeError):
        return tr(
            "The setting “editor” cannot be used: {command} (it may name {{file}} and {{line}}).",
            command=template,
        )
    if len(command) == 1 and _ADDRESS in command[0]:
        opened = QDesktopServices.openUrl(QUrl(command[0]))
        return "" if opened else tr("No program here opens {address}.", address=command[0])
    if command:
        started, _ = QProcess.startDetached(command[0], command[1:])
        wrong = tr("The editor did not start: {command}.", command=shlex.join(command))
        return "" if started else wrong
    if QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.resolve()))):
        return ""
    return tr(
        "No editor was found. Open {file} at line {line}, or set “editor” in the settings.",
        file=file,
        line=line,
    )
