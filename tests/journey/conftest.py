"""Somebody at a screen of their own."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journey.person import Person
from tests.journey.screen import screen

MISSING = [name for name in ("Xvfb", "xdotool") if not shutil.which(name)]


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Person]:
    if MISSING:
        pytest.skip(f"needs {' and '.join(MISSING)} (apt install)")
    with screen(tmp_path) as shown:
        made = Person(shown, tmp_path)
        yield made
        made.go()
