"""Each format's example beside what it becomes, as a deck and in words (tests/imports)."""

from pathlib import Path

import pytest

from flashcards.domain.imports.gather import Taken, chapters
from flashcards.domain.imports.imported import Import, imported
from flashcards.domain.imports.report import report
from flashcards.domain.problems import Severity
from tests.domain.imports.whole import problems_of

FOLDERS = sorted(
    path for path in (Path(__file__).parents[2] / "imports").iterdir() if path.is_dir()
)


def read(folder: Path) -> Import:
    (source,) = folder.glob("in.*")
    return imported(source.name, source.read_bytes(), Taken())


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_format_becomes_a_deck(folder: Path) -> None:
    deck = "\n".join(chapters(read(folder).notes, "", "More"))
    assert deck == (folder / "out.md").read_text("utf-8")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_what_became_of_it_is_told(folder: Path) -> None:
    told = "\n".join(report(read(folder).account)) + "\n"
    assert told == (folder / "report.txt").read_text("utf-8")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_deck_has_no_error(folder: Path) -> None:
    found = problems_of((folder / "out.md").read_text("utf-8"))
    assert [problem for problem in found if problem.severity is Severity.ERROR] == []
