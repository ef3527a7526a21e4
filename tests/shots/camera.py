"""Play the scenes in one look: ``python -m tests.shots.camera OUT THEME ZOOM LOOK [SCENE ...]``.

A process of its own, because Qt reads the scale of the screen once.
"""

import faulthandler
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from tests.shots.scenes import SCENES
from tests.shots.stage import Stage

LONGEST_S = 120
"""A scene that waits for ever (for a dialog that nobody closes) ends by saying where."""


def main(arguments: Sequence[str]) -> None:
    """Play every scene, or those that are named; enlarged, only those that change."""
    out, theme, zoom, look, *names = arguments
    qt = QApplication(["flashcards"])
    qt.setQuitOnLastWindowClosed(False)
    for scene in SCENES:
        if names and scene.name not in names:
            continue
        if float(zoom) != 1 and not scene.zoomed:
            continue
        faulthandler.dump_traceback_later(LONGEST_S, exit=True)
        with TemporaryDirectory(prefix="flashcards-shots-") as folder:
            stage = Stage(qt, Path(folder), Path(out), look)
            stage.choose(f'theme = "{theme}"')
            stage.zoom(float(zoom))
            scene.play(stage, scene.name)
            stage.close()


if __name__ == "__main__":
    main(sys.argv[1:])
