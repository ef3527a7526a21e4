"""A theme file with mistakes gives problems in words and a theme that can be used."""

from pathlib import Path

import pytest

from flashcards.ui.theme.files import assets_folder, load_theme, read_theme
from flashcards.ui.theme.tokens import plain_theme

LIGHT = (assets_folder() / "themes" / "light.toml").read_text("utf-8")


@pytest.mark.parametrize("dark", [False, True])
def test_the_shipped_themes_are_whole(dark: bool) -> None:
    theme, problems = load_theme(dark)
    assert problems == ()
    assert theme.dark is dark


@pytest.mark.parametrize(
    ("written", "code", "words"),
    [
        (LIGHT.replace('text = "#22262e"', ""), "missing-token", "does not set colours.text"),
        (LIGHT.replace('text = "#22262e"', 'text = "black"'), "wrong-colour", "“black”"),
        (LIGHT.replace('text = "#22262e"', "text = 3"), "wrong-colour", "“3”"),
        (LIGHT.replace("[syntax]", '[syntax]\nkeywrod = "#000000"'), "unknown-token", "“keyword”"),
        ("name = ", "theme-file", "cannot be read"),
        ('colours = "red"', "missing-token", "does not set"),
    ],
)
def test_a_mistake_is_told_in_words(tmp_path: Path, written: str, code: str, words: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(written, "utf-8")
    theme, problems = read_theme(path)
    assert problems[0].code == code
    assert words in f"{problems[0].message} {problems[0].hint}"
    assert theme.colours.text.startswith("#")


def test_a_mistake_has_its_line(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(LIGHT.replace('quiet = "#5d636e"', 'quiet = "grey"'), "utf-8")
    _, (problem,) = read_theme(path)
    assert path.read_text("utf-8").splitlines()[problem.place.line - 1].startswith("quiet")


def test_a_missing_or_binary_file_gives_black_on_white(tmp_path: Path) -> None:
    (tmp_path / "binary.toml").write_bytes(b"\xff\xfe\x00")
    for name in ("binary.toml", "none.toml"):
        theme, problems = read_theme(tmp_path / name)
        assert theme == plain_theme()
        assert [problem.code for problem in problems] == ["theme-file"]
