"""Formulas are drawn once, and a damaged cache only costs time."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from flashcards.render import math
from flashcards.render.formula import Formula
from flashcards.render.formula_cache import FormulaCache


@pytest.fixture
def drawings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The TeX of every formula that was really drawn."""
    drawn: list[str] = []

    def draw(tex: str, display: bool) -> Formula:
        drawn.append(tex)
        if tex == "bad":
            return Formula(tex, display, problem="No.")
        return Formula(tex, display, 1.0, 0.5, 0.25, "M 0 0 L 1 1 Z")

    monkeypatch.setattr(math, "draw", draw)
    return drawn


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_formula_is_drawn_once_over_several_runs(tmp_path: Path, drawings: list[str]) -> None:
    first = FormulaCache(tmp_path / "new").formula("x", True)
    assert FormulaCache(tmp_path / "new").formula("x", True) == first
    assert drawings == ["x"]


def test_a_displayed_formula_is_another_one(tmp_path: Path, drawings: list[str]) -> None:
    cache = FormulaCache(tmp_path)
    assert cache.formula("x", True) != cache.formula("x", False)
    assert len(drawings) == 2


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "{",
        "null",
        "[1]",
        '{"width": 1}',
        '{"width": "a", "outline": 3}',
        '{"width": -1.0, "ascent": 0.0, "depth": 0.0, "outline": "M 0 0 Z"}',
        '{"width": 1.0, "ascent": 0.0, "depth": 0.0, "outline": "M 0 0 L"}',
    ],
)
def test_a_damaged_file_is_drawn_again(tmp_path: Path, drawings: list[str], damage: str) -> None:
    FormulaCache(tmp_path).formula("x", True)
    (file,) = files(tmp_path)
    file.write_text(damage)
    assert FormulaCache(tmp_path).formula("x", True).width == 1.0
    assert len(drawings) == 2
    assert json.loads(file.read_text())["width"] == 1.0


def test_a_folder_that_cannot_be_made_is_only_slower(tmp_path: Path, drawings: list[str]) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = FormulaCache(tmp_path / "file" / "cache")
    assert cache.formula("x", True).width == 1.0
    assert cache.formula("x", True).width == 1.0
    assert drawings == ["x"]


def test_no_folder_keeps_nothing_on_disk(drawings: list[str]) -> None:
    assert FormulaCache(None).formula("x", True).tex == "x"


def test_a_refused_formula_is_not_kept_on_disk(tmp_path: Path, drawings: list[str]) -> None:
    assert FormulaCache(tmp_path).formula("bad", True).problem
    assert files(tmp_path) == []


def test_lone_surrogates_are_only_slower(tmp_path: Path, drawings: list[str]) -> None:
    assert FormulaCache(tmp_path).formula("\ud800", True).width == 1.0


def test_threads_may_share_a_cache(tmp_path: Path) -> None:
    caches = [FormulaCache(tmp_path) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        drawn = list(pool.map(lambda cache: cache.formula(r"\frac{a}{b}", True), caches * 4))
    assert len(set(drawn)) == 1
    assert [path.suffix for path in files(tmp_path)] == [".json"]
