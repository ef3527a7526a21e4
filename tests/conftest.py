"""Every test runs without a screen unless it brings its own, and with letters of one width."""

import locale
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import disk_usage
from tempfile import TemporaryDirectory, gettempdir

import pytest

from flashcards.domain.tongue import ENGLISH, use

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["FONTCONFIG_FILE"] = str(Path(__file__).parent / "fonts.conf")
os.environ["LANGUAGE"] = "en"

MEMORY = Path("/dev/shm")
ENOUGH_BYTES = 2_000_000_000


def _has_room() -> bool:
    return MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and disk_usage(MEMORY).free > ENOUGH_BYTES


if _has_room():  # the tests wait for the disk half of their time; those of crashes are on it still
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def pytest_configure(config: pytest.Config) -> None:
    """The screenless platform says this of every window; it is no mistake of ours."""
    config.addinivalue_line("qt_log_ignore", "plugin does not support propagateSizeHints")


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Leave no other language to the next test: neither ours, nor that of the system's reasons."""
    locale.setlocale(locale.LC_MESSAGES, "C")
    yield
    use(ENGLISH, None)
    if "flashcards.ui.language" in sys.modules:
        _speak_english()


def _speak_english() -> None:
    """Take Qt's own words back, as one application serves all the tests of a process."""
    from PySide6.QtCore import QTranslator  # only where a test has loaded Qt
    from PySide6.QtWidgets import QApplication  # only where a test has loaded Qt

    from flashcards.ui.language import speak_on  # only where a test has loaded Qt

    application = QApplication.instance()
    if isinstance(application, QApplication) and application.findChildren(QTranslator):
        speak_on(application)


@pytest.fixture
def disk_and_memory() -> Iterator[tuple[Path, Path]]:
    """Give a folder on each of two disks, one of which is the system's memory."""
    ordinary = Path(gettempdir())
    if not MEMORY.is_dir() or MEMORY.stat().st_dev == ordinary.stat().st_dev:
        pytest.skip("there is no second disk here")
    with TemporaryDirectory(dir=ordinary) as first, TemporaryDirectory(dir=MEMORY) as second:
        yield Path(first), Path(second)


COVERING = ("domain", "services", "cli")
"""The folders whose tests must reach all of the domain; the others' would only run slower."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Count what is covered only where that is asked for: counting takes a third of the time."""
    for test in items:
        if test.path.relative_to(Path(__file__).parent).parts[0] not in COVERING:
            test.add_marker("no_cover")
