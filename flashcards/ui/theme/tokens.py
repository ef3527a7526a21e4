"""The theme as values: colours from a file, fonts and sizes that all themes share."""

from __future__ import annotations

from dataclasses import dataclass, field, fields

GRID = 8
"""Pixels: every distance is a multiple of it, or its half."""


@dataclass(frozen=True, slots=True)
class Colours:
    """What colour each thing has, as `#rrggbb`; the theme files say what each is for."""

    window: str
    surface: str
    raised: str
    sunken: str
    text: str
    quiet: str
    hairline: str
    control: str
    accent: str
    accent_strong: str
    on_accent: str
    accent_soft: str
    focus: str
    selection: str
    code_background: str
    code_text: str
    cloze: str
    cloze_background: str
    again: str
    hard: str
    good: str
    easy: str
    danger: str
    warning: str
    success: str


@dataclass(frozen=True, slots=True)
class Syntax:
    """The colours of code."""

    comment: str
    keyword: str
    name: str
    function: str
    type: str
    string: str
    number: str
    operator: str
    constant: str
    error: str


@dataclass(frozen=True, slots=True)
class Fonts:
    """Font families, best first; the first one installed is used."""

    text: tuple[str, ...] = (
        "Inter",
        "Segoe UI",
        "SF Pro Text",
        "Noto Sans",
        "Cantarell",
        "DejaVu Sans",
    )
    code: tuple[str, ...] = (
        "JetBrains Mono",
        "Cascadia Mono",
        "SF Mono",
        "Noto Sans Mono",
        "DejaVu Sans Mono",
    )


def fonts_with(text: str = "", code: str = "") -> Fonts:
    """Put the families of a person's choice before the usual ones, which stay behind them."""
    usual = Fonts()
    own, own_code = (
        name.replace("\\", "").replace('"', "").replace("'", "") for name in (text, code)
    )
    return Fonts(
        (own, *usual.text) if own else usual.text,
        (own_code, *usual.code) if own_code else usual.code,
    )


@dataclass(frozen=True, slots=True)
class Sizes:
    """The type scale and the corners, in pixels at 100 % zoom."""

    small: int = 12
    body: int = 14
    reading: int = 17
    writing: int = 14
    heading: int = 20
    title: int = 28
    figure: int = 34
    radius: int = 6
    card_radius: int = 10


@dataclass(frozen=True, slots=True)
class Theme:
    """All that drawing needs to know about looks."""

    name: str
    dark: bool
    colours: Colours
    syntax: Syntax
    fonts: Fonts = field(default_factory=Fonts)
    sizes: Sizes = field(default_factory=Sizes)


def plain_theme() -> Theme:
    """Black on white: what is used when a theme file cannot be."""
    grounds = ("window", "surface", "raised", "sunken", "selection", "on_accent")
    colours = {each.name: "#1f1f1f" for each in fields(Colours)}
    for name in colours:
        if name in grounds or name.endswith(("_background", "_soft")):
            colours[name] = "#ffffff"
    syntax = {each.name: "#1f1f1f" for each in fields(Syntax)}
    return Theme("Plain", False, Colours(**colours), Syntax(**syntax))
