"""Whether there is a screen, asked before Qt, which would abort."""

import socket
from pathlib import Path

import pytest

from flashcards.ui.display import missing_display

NONE = "There is no display here, so Flashcards goes on in the terminal."
DEAD = "The display :987 does not answer, so Flashcards goes on in the terminal."

MACHINES = [
    ({}, "linux", NONE),
    ({"DISPLAY": ""}, "linux", NONE),
    ({"DISPLAY": ":987"}, "linux", DEAD),
    ({"DISPLAY": ":987.0"}, "linux", DEAD.replace(":987", ":987.0")),
    ({"DISPLAY": "nonsense"}, "linux", DEAD.replace(":987", "nonsense")),
    ({"DISPLAY": "far.example:10.0"}, "linux", ""),
    ({"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": "/nowhere"}, "linux", NONE),
    ({"QT_QPA_PLATFORM": "offscreen"}, "linux", ""),
    ({"QT_QPA_PLATFORM": "vnc:size=800x600"}, "linux", ""),
    ({"QT_QPA_PLATFORM": "xcb"}, "linux", NONE),
    ({}, "win32", ""),
    ({}, "darwin", ""),
]


@pytest.mark.parametrize(("environment", "platform", "sentence"), MACHINES)
def test_what_a_machine_lacks(environment: dict[str, str], platform: str, sentence: str) -> None:
    assert missing_display(environment, platform) == sentence


@pytest.mark.parametrize("abstract", [True, False])
def test_a_display_that_answers_is_there(abstract: bool) -> None:
    path = Path("/tmp/.X11-unix/X986")
    path.parent.mkdir(exist_ok=True)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(f"\0{path}" if abstract else str(path))
        server.listen()
        try:
            assert missing_display({"DISPLAY": ":986"}, "linux") == ""
        finally:
            path.unlink(missing_ok=True)


def test_a_wayland_session_that_answers_is_there(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-7"))
        server.listen()
        environment = {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)}
        assert missing_display(environment, "linux") == ""
