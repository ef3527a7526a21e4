"""Text can be read, and controls can be seen, on every ground they stand on (WCAG 2.2)."""

from dataclasses import replace

import pytest

from flashcards.ui.theme.contrast import PAIRS, contrast, too_faint
from flashcards.ui.theme.files import load_theme

GRADES = ("again", "hard", "good", "easy")


def test_contrast_is_what_wcag_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_shipped_themes_can_be_read(dark: bool) -> None:
    assert list(too_faint(load_theme(dark)[0])) == []


def test_every_colour_that_is_read_has_its_least_contrast() -> None:
    grounds = {ground for _, ground, _ in PAIRS}
    tokens = set(load_theme(False)[0].colours.__dataclass_fields__)
    assert tokens - grounds - {token for token, _, _ in PAIRS} == {"hairline"}


def test_a_faint_text_is_found() -> None:
    theme = load_theme(False)[0]
    faint = replace(theme, colours=replace(theme.colours, danger="#ffcccc"))
    ((token, ground, found, least),) = too_faint(faint)
    assert (token, ground, least) == ("danger", "surface", 4.5)
    assert 1 < found < 2
