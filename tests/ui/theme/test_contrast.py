"""Text can be read, and controls can be seen, on every ground they stand on (WCAG 2.2)."""

import pytest

from flashcards.ui.theme.files import load_theme

PAPERS = ("window", "surface", "raised")
GRADES = ("again", "hard", "good", "easy")
TEXT = [
    *((token, ground) for token in ("text", "quiet") for ground in PAPERS),
    *(("text", ground) for ground in ("sunken", "accent_soft", "selection")),
    *(
        (hue, ground)
        for hue in ("again", "hard", "good", "easy")
        for ground in ("window", "raised")
    ),
    *((hue, "accent_soft") for hue in ("again", "hard", "good", "easy")),
    *((hue, "surface") for hue in ("danger", "warning", "success", "accent")),
    *(("accent", ground) for ground in ("window", "raised")),
    ("on_accent", "accent"),
    ("on_accent", "accent_strong"),
    ("quiet", "sunken"),
    ("quiet", "code_background"),
    ("code_text", "code_background"),
    ("cloze", "cloze_background"),
    ("cloze", "code_background"),
    ("cloze", "accent_soft"),
]
CONTROLS = [(token, ground) for token in ("control", "focus") for ground in PAPERS]


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG defines it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black on white)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("token", "ground"), TEXT)
def test_text_has_a_contrast_of_four_and_a_half(dark: bool, token: str, ground: str) -> None:
    colours = load_theme(dark)[0].colours
    assert contrast(getattr(colours, token), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("token", "ground"), CONTROLS)
def test_controls_have_a_contrast_of_three(dark: bool, token: str, ground: str) -> None:
    colours = load_theme(dark)[0].colours
    assert contrast(getattr(colours, token), getattr(colours, ground)) >= 3


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_code_can_be_read(dark: bool) -> None:
    theme = load_theme(dark)[0]
    for token in theme.syntax.__dataclass_fields__:
        colour = getattr(theme.syntax, token)
        assert contrast(colour, theme.colours.code_background) >= 4.5, token
