"""``python -m tests.shots [OUT] [--only SCENE ...] [--look LOOK ...]``: every page, in every look.

A look is a language, a theme, a scale and a zoom. What was seen is in ``README.md`` beside this.
"""

import argparse
import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from flashcards.domain.tongue import LANGUAGES
from tests.shots.scenes import SCENES
from tests.shots.stage import SHOWN


@dataclass(frozen=True, slots=True)
class Look:
    """A language, a theme, the screen's scale, the text's zoom."""

    language: str
    theme: str
    scale: int = 1
    zoom: float = 1.0

    @property
    def name(self) -> str:
        """A part of a file's name."""
        zoomed = f"-{self.zoom:.0%}".replace("%", "") if self.zoom != 1 else ""
        return f"{self.language}-{self.theme}-{self.scale}x{zoomed}"


SCREEN = (1366, 768)
UI = Path(__file__).parents[2] / "flashcards" / "ui"
_DIALOG = re.compile(r"^class (\w+)\((?:QDialog|\w+Dialog)\)", re.MULTILINE)
_BASES = {"NoteDialog"}

LOOKS = tuple(
    Look(language, theme, scale, zoom)
    for language in LANGUAGES
    for theme in ("light", "dark")
    for scale, zoom in ((1, 1.0), (2, 1.0), (1, 1.75))
)


def main(arguments: Sequence[str]) -> None:
    """Write the pictures, look by look."""
    parser = argparse.ArgumentParser(prog="python -m tests.shots", description=__doc__)
    parser.add_argument("out", nargs="?", type=Path, default=Path("shots"))
    parser.add_argument("--only", nargs="+", choices=[scene.name for scene in SCENES], default=[])
    looks = {look.name: look for look in LOOKS}
    parser.add_argument("--look", nargs="+", choices=list(looks), default=list(looks))
    chosen = parser.parse_args(arguments)
    chosen.out.mkdir(parents=True, exist_ok=True)
    for name in chosen.look:
        _photograph(chosen.out, looks[name], chosen.only)
    count = len(list(chosen.out.glob("*.png")))
    sys.stdout.write(f"{count} pictures are in {chosen.out}\n")
    unseen = ", ".join(sorted(dialogs() - shown(chosen.out)))
    if unseen and not chosen.only:
        sys.stdout.write(f"No picture shows {unseen}\n")


def dialogs() -> set[str]:
    """Name every dialog that the window can show."""
    code = (file.read_text("utf-8") for file in UI.rglob("*.py"))
    return {name for text in code for name in _DIALOG.findall(text)} - _BASES


def shown(out: Path) -> set[str]:
    """Name what was photographed."""
    return set((out / SHOWN).read_text("utf-8").split())


def _photograph(out: Path, look: Look, names: Sequence[str]) -> None:
    """Play the scenes in a process of their own, without a screen."""
    camera = [sys.executable, "-m", "tests.shots.camera", str(out), look.theme, str(look.zoom)]
    with TemporaryDirectory() as folder:
        screen = Path(folder) / "screen.json"
        screen.write_text(json.dumps(_screen(look.scale)), "utf-8")
        environment = os.environ | {
            "QT_QPA_PLATFORM": f"offscreen:configfile={screen}",
            "QT_SCALE_FACTOR": str(look.scale),
            "LANGUAGE": look.language,
        }
        subprocess.run([*camera, look.name, *names], check=True, env=environment)


def _screen(scale: int) -> dict[str, object]:
    """Describe a small laptop's screen; Qt's own one without a screen is narrower than dialogs."""
    size = {"width": SCREEN[0] * scale, "height": SCREEN[1] * scale}
    sharpness = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    return {"screens": [{"name": "laptop", "x": 0, "y": 0} | size | sharpness]}


if __name__ == "__main__":
    main(sys.argv[1:])
