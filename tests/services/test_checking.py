"""Decks are checked together, with what their formulas and images come to on a card."""

from pathlib import Path

import pytest

from flashcards.services.checking import check_decks
from flashcards.store.deck_files import DeckFiles
from tests.domain.samples import places


def check(folder: Path, **decks: str) -> list[str]:
    for name, text in decks.items():
        (folder / f"{name}.md").write_text(text, "utf-8")
    return places(check_decks(DeckFiles([folder])).problems)


def test_decks_are_checked_together_without_history(tmp_path: Path) -> None:
    assert check(tmp_path, a="## a {#x}\n1", b="## b {#x}\n2") == ["1:1 duplicate-id"]
    checked = check_decks(DeckFiles([tmp_path]))
    assert (checked.decks, checked.cards) == (2, 1)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("## a\nIt is $x^2$ and\n so $a^b^c$.", ["3:5 bad-math"]),
        ("## What is $a_b_c$?\nb", ["1:1 bad-math"]),
        ("## a\n> $$\n> a & b\n> $$", ["2:3 bad-math"]),
        ("## a {.cloze}\n$x_{{c1::i::which_a_b_c?}}$ and {{$y^2$}}", []),
        ("## a {.cloze}\n{{$a^b^c$}}", ["2:3 bad-math"]),
        ("## a {.compare}\n||b|c|\n|-|-|-|\n|d|$x^2$|$x^2^2$|", ["4:10 bad-math"]),
        ("## a\n`$a^b^c$` and <!-- $a^b^c$ -->\n\n~~~\n$a^b^c$\n~~~", []),
    ],
)
def test_math_that_does_not_parse(tmp_path: Path, text: str, found: list[str]) -> None:
    assert check(tmp_path, a=text) == found


def test_the_reason_is_in_texs_own_words(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("## a\n$\\fraq{a}{b}$\n", "utf-8")
    (problem,) = check_decks(DeckFiles([tmp_path])).problems
    assert problem.message == (
        "Undefined control sequence \\fraq. Did you mean “\\frac”? "
        "So “$\\fraq{a}{b}$” is shown as it is written."
    )


@pytest.mark.parametrize(
    ("image", "found"),
    [
        ("![a](img/a.png)", []),
        ("![a](./img/a.png 'title')", []),
        ('<img alt="a" src="img/a.png">', []),
        ("![a][b]\n\n[b]: img/a.png", []),
        ("`![a](b.png)` and <!-- ![a](b.png) -->", []),
        ("see ![a](b.png)", ["2:5 missing-image"]),
        ("![a]()", ["2:1 missing-image"]),
        ("![a](img)", ["2:1 missing-image"]),
        ("![a][b]\n\n[B]: b.png", ["2:1 missing-image"]),
        ("![b][]\n\n[b]: b.png", ["2:1 missing-image"]),
        ("![a](../a.png)", ["2:1 outside-image"]),
        ("![a](<a b/../../c.png>)", ["2:1 outside-image"]),
        ("![a](/a.png)", ["2:1 outside-image"]),
        ("![a](https://example.org/a.png)", ["2:1 outside-image"]),
        ("<IMG src=https://example.org/a.png>", ["2:1 outside-image"]),
        ("![a](data:image/png;base64,AAAA)", ["2:1 outside-image"]),
        ("![a](link.png)", ["2:1 missing-image"]),
        (f"![a]({'a' * 300}.png)", ["2:1 missing-image"]),
    ],
)
def test_images_are_looked_for_in_the_decks_folder(
    tmp_path: Path, image: str, found: list[str]
) -> None:
    folder = tmp_path / "decks"
    (folder / "img").mkdir(parents=True)
    (folder / "img" / "a.png").touch()
    (tmp_path / "outside.png").touch()
    (folder / "link.png").symlink_to(tmp_path / "outside.png")
    assert check(folder, a=f"## a\n{image}\n") == found
