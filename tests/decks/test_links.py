"""Links and pictures of the shipped decks: well-formed, there, used, and fit for every theme."""

import re
from pathlib import Path

import pytest

from tests.decks.content import DECKS, deck_paths, prose

_TARGET = re.compile(r"(?<!!)\[[^\]\n]+\]\(([^)\n]*)\)|(?:link=|\b)(https?:[^\s)}\"]*)")
_ADDRESS = re.compile(r"https://[a-z0-9.-]+\.[a-z]{2,}(?:/[\w./~%?=&+#-]*)?")
_ARXIV = re.compile(r"arxiv(?:\.org/\w+/|\s+)(\S+)", re.IGNORECASE)
_NUMBER = re.compile(r"\d\d(?:0[1-9]|1[0-2])\.\d{4,5}(?!\d)")
_IMAGE = re.compile(r"!\[([^\]]*)\]\(([^)\s]*)\)")
_SVG_COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b")
_VIEW = re.compile(r'viewBox="-?\d+ -?\d+ (\d+) (\d+)"')
DRAWINGS = sorted(DECKS.rglob("*.svg"))


def shown() -> list[tuple[Path, str, Path]]:
    """Every image of a deck: where it stands, what it says in words, and its file."""
    return [
        (path, words, (path.parent / name).resolve())
        for path in deck_paths()
        for words, name in _IMAGE.findall(path.read_text("utf-8"))
    ]


def test_every_link_is_an_address_that_can_be_opened() -> None:
    found = [
        f"{path.name}: {link}"
        for path in deck_paths()
        for pair in _TARGET.findall(prose(path.read_text("utf-8")))
        for link in pair
        if link and not _ADDRESS.fullmatch(link.rstrip(".,;"))
    ]
    assert found == []


def test_every_number_of_an_arxiv_paper_is_one() -> None:
    numbers = [
        (path.name, number)
        for path in deck_paths()
        for number in _ARXIV.findall(path.read_text("utf-8"))
        if number[0].isdigit()
    ]
    assert len(numbers) > 20
    assert [found for found in numbers if not _NUMBER.match(found[1])] == []


def test_every_image_exists_and_says_in_words_what_it_shows() -> None:
    assert [name for _, _, name in shown() if not name.is_file()] == []
    assert [words for _, words, _ in shown() if len(words.split()) < 5] == []


def test_every_drawing_is_used() -> None:
    used = {name for _, _, name in shown()}
    assert [path.name for path in DRAWINGS if path not in used] == []
    assert len(DRAWINGS) >= 11


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_a_drawing_is_small_follows_the_theme_and_has_one_accent(path: Path) -> None:
    text = path.read_text("utf-8")
    size = _VIEW.search(text)
    assert size
    assert (int(size[1]) <= 480, int(size[2]) <= 220) == (True, True)
    assert "currentColor" in text
    assert len(set(_SVG_COLOUR.findall(text)) - {"#808080"}) <= 1
    # no one colour is read well (4.5) on light and dark alike
    assert not re.search(r'<text[^>]* fill="#', text)
    assert set(re.findall(r'font-family="([^"]*)"', text)) <= {"sans-serif"}
    assert not re.search(r"<script|href|<style|<image|url\(", text)
