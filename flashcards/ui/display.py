"""Whether there is a screen to show a window on; asked before Qt, which would abort."""

import socket
import sys
from collections.abc import Mapping
from pathlib import Path

from flashcards.domain.tongue import tr

_HEADLESS = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")


def missing_display(environment: Mapping[str, str], platform: str = sys.platform) -> str:
    """Say in a sentence what is missing, or nothing. Only Linux and the BSDs can lack a display."""
    if platform in ("win32", "darwin"):
        return ""
    if environment.get("QT_QPA_PLATFORM", "").split(":")[0] in _HEADLESS:
        return ""
    if _wayland_answers(environment):
        return ""
    display = environment.get("DISPLAY", "")
    if not display:
        return tr("There is no display here, so Flashcards goes on in the terminal.")
    if not _answers(display):
        return tr(
            "The display {display} does not answer, so Flashcards goes on in the terminal.",
            display=display,
        )
    return ""


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    """Whether a Wayland compositor listens; its socket lies in the session's runtime folder."""
    name, folder = environment.get("WAYLAND_DISPLAY"), environment.get("XDG_RUNTIME_DIR", "")
    return bool(name) and _connects(str(Path(folder, str(name))))


def _answers(display: str) -> bool:
    """Whether an X server listens; a remote one is believed."""
    host, _, rest = display.rpartition(":")
    number = rest.split(".")[0]
    if host not in ("", "unix") or not number.isdigit():
        return bool(host)
    path = f"/tmp/.X11-unix/X{number}"
    return _connects(path) or _connects(f"\0{path}")


def _connects(address: str) -> bool:
    if not address.startswith("\0") and not Path(address).exists():
        return False
    with socket.socket(socket.AF_UNIX) as connection:
        try:
            connection.connect(address)
        except OSError:
            return False
    return True
