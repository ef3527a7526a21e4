"""``python -m tests.shots [OUT] [--only SCENE ...]``: a picture of every page, in every look."""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.shots.scenes import SCENES


@dataclass(frozen=True, slots=True)
class Look:
    """A theme, the screen's scale, the text's zoom."""

    theme: str
    scale: int = 1
    zoom: float = 1.0

    @property
    def name(self) -> str:
        """A part of a file's name."""
        zoomed = f"-{self.zoom:.0%}".replace("%", "") if self.zoom != 1 else ""
        return f"{self.theme}-{self.scale}x{zoomed}"


SCREEN = (1366, 768)

LOOKS = tuple(
    Look(theme, scale, zoom)
    for theme in ("light", "dark")
    for scale, zoom in ((1, 1.0), (2, 1.0), (1, 1.75))
)


def main(arguments: Sequence[str]) -> None:
    """Write the pictures, look by look."""
    parser = argparse.ArgumentParser(prog="python -m tests.shots", description=__doc__)
    parser.add_argument("out", nargs="?", type=Path, default=Path("shots"))
    parser.add_argument("--only", nargs="+", choices=[scene.name for scene in SCENES], default=[])
    chosen = parser.parse_args(arguments)
    chosen.out.mkdir(parents=True, exist_ok=True)
    for look in LOOKS:
        _photograph(chosen.out, look, chosen.only)
    count = len(list(chosen.out.glob("*.png")))
    sys.stdout.write(f"{count} pictures are in {chosen.out}\n")


def _photograph(out: Path, look: Look, names: Sequence[str]) -> None:
    """Play the scenes in a process of their own, without a screen."""
    camera = [sys.executable, "-m", "tests.shots.camera", str(out), look.theme, str(look.zoom)]
    with TemporaryDirectory() as folder:
        screen = Path(folder) / "screen.json"
        screen.write_text(json.dumps(_screen(look.scale)), "utf-8")
        environment = os.environ | {
            "QT_QPA_PLATFORM": f"offscreen:configfile={screen}",
            "QT_SCALE_FACTOR": str(look.scale),
        }
        subprocess.run([*camera, look.name, *names], check=True, env=environment)


def _screen(scale: int) -> dict[str, object]:
    """Describe a small laptop's screen; Qt's own one without a screen is narrower than dialogs."""
    size = {"width": SCREEN[0] * scale, "height": SCREEN[1] * scale}
    sharpness = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    return {"screens": [{"name": "laptop", "x": 0, "y": 0} | size | sharpness]}


if __name__ == "__main__":
    main(sys.argv[1:])
