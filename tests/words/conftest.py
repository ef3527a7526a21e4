"""The program in other languages."""

from collections.abc import Iterator

import pytest

from flashcards import app
from flashcards.domain.tongue import use
from tests.cli.conftest import CommandLine, cli
from tests.words.pseudo import Pseudo

__all__ = ["CommandLine", "cli"]


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    use("en", None)


@pytest.fixture
def pseudo_spoken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program find the pseudo-language where it looks for German."""
    monkeypatch.setenv("LANGUAGE", "de")
    monkeypatch.setattr(app, "catalogue", lambda _language: Pseudo())
