"""A theme file with mistakes gives problems in words and a theme that can be used."""

from dataclasses import replace
from pathlib import Path

import pytest

from flashcards.ui.theme.files import assets_folder, load_theme, own_theme, read_theme
from flashcards.ui.theme.tokens import Theme, plain_theme

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


def own(tmp_path: Path, text: str, *, dark: bool = False) -> tuple[Theme, list[str]]:
    """A person's theme, and its problems as they are read on Today."""
    (tmp_path / ("dark.toml" if dark else "light.toml")).write_text(text, "utf-8")
    theme, problems = own_theme(tmp_path, dark)
    return theme, [str(problem).removeprefix(f"{tmp_path}/") for problem in problems]


def test_a_person_writes_only_what_changes(tmp_path: Path) -> None:
    theme, problems = own(tmp_path, '[colours]\naccent = "#0b6e4f"\n')
    shipped = load_theme(False)[0]
    assert problems == []
    assert theme.colours == replace(shipped.colours, accent="#0b6e4f")
    assert theme.syntax == shipped.syntax
    assert own_theme(tmp_path, True) == load_theme(True)
    assert own_theme(tmp_path / "none", False) == load_theme(False)


def test_a_person_s_dark_theme_stays_dark(tmp_path: Path) -> None:
    theme, _ = own(tmp_path, 'name = "Mine"\ndark = false\n', dark=True)
    assert (theme.name, theme.dark) == ("Mine", True)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (
            "[colours",
            "light.toml:1:1: warning [theme-file] The theme cannot be read: Expected ']' at the end"
            " of a table declaration (at end of document). The shipped theme “Light” is used.",
        ),
        (
            '[colors]\naccent = "#0b6e4f"',
            "light.toml:1:1: warning [unknown-token] A theme has no “colors”."
            " Did you mean “colours”?",
        ),
        (
            '[colours]\nacent = "#0b6e4f"',
            "light.toml:2:1: warning [unknown-token] There is no token colours.acent."
            " Did you mean “accent”?",
        ),
        (
            '[syntax]\n\nstring = "green"',
            "light.toml:3:1: warning [wrong-colour] syntax.string cannot be “green”."
            " A colour is written #rrggbb, in quotation marks.",
        ),
        (
            '[colours]\ndanger = "#ffaaaa"',
            "light.toml:2:1: hint [low-contrast] danger on surface has a contrast of 1.8, which is"
            " hard to see. Make it 4.5 or more.",
        ),
    ],
)
def test_a_person_is_told_file_line_key_and_what_is_expected(
    tmp_path: Path, written: str, told: str
) -> None:
    theme, problems = own(tmp_path, written)
    assert problems == [told]
    assert theme.colours.text == load_theme(False)[0].colours.text
