"""Open a deck at a line in the person's editor."""

import shlex
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QProcess, QUrl
from PySide6.QtGui import QDesktopServices

_KNOWN = (
    ("code", "code --goto {file}:{line}"),
    ("codium", "codium --goto {file}:{line}"),
    ("subl", "subl {file}:{line}"),
    ("zed", "zed {file}:{line}"),
    ("kate", "kate --line {line} {file}"),
    ("gedit", "gedit +{line} {file}"),
    ("gnome-text-editor", "gnome-text-editor {file} +{line}"),
    ("gvim", "gvim +{line} {file}"),
    ("emacs", "emacs +{line} {file}"),
)
"""Editors with a window that can jump to a line, in the order they are looked for."""

Which = Callable[[str], str | None]


def editor_command(template: str, file: Path, line: int, which: Which = shutil.which) -> list[str]:
    """Fill in the person's command, else that of an editor found here, else nothing."""
    found = template or next((known for name, known in _KNOWN if which(name)), "")
    return [part.format(file=file, line=line) for part in _split(found)]


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
        return (
            f"The setting “editor” cannot be used: {template} (it may name {{file}} and {{line}})."
        )
    if command:
        started, _ = QProcess.startDetached(command[0], command[1:])
        return "" if started else f"The editor did not start: {shlex.join(command)}."
    if QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.resolve()))):
        return ""
    return f"No editor was found. Open {file} at line {line}, or set “editor” in the settings."
