"""Fonts on the Settings page: what is installed, seen before and after it is chosen."""

import pytest
from PySide6.QtGui import QFontDatabase, QFontInfo
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from flashcards.ui.settings.fonts import SAMPLE, families
from flashcards.ui.theme.tokens import Fonts, fonts_with
from tests.ui import screen
from tests.ui.settings.test_controls import shown
from tests.ui.settings.test_page import control, kept, on, opened
from tests.ui.stage import Stage


def box(stage: Stage, name: str = "Font") -> QComboBox:
    found = on(stage, name)
    assert isinstance(found, QComboBox)
    return found


def other_family() -> str:
    """Name a family that is installed, and is not the one in use."""
    return next(name for name in families(fixed=False) if name not in Fonts().text)


def test_a_font_is_chosen_from_those_installed_and_holds_at_once(stage: Stage) -> None:
    opened(stage)
    family = other_family()
    chosen = box(stage)
    assert family in [chosen.itemText(place) for place in range(chosen.count())]
    chosen.setEditText(family.upper())
    stage.press("Return")
    assert kept(stage) == {"text_font": family}
    assert stage.program
    assert stage.program.look.theme.fonts.text == (family, *Fonts().text)
    assert QFontInfo(stage.page.font()).family() == family
    stage.close()
    assert stage.open().look.theme.fonts.text[0] == family


def test_a_reset_gives_the_usual_fonts_back(stage: Stage) -> None:
    opened(stage, f'text_font = "{other_family()}"\n')
    control(stage, "Reset Font").setFocus()
    stage.press("Space")
    assert kept(stage) == {"text_font": ""}
    assert stage.program
    assert stage.program.look.theme.fonts == Fonts()


def test_a_font_that_is_not_installed_is_not_taken(stage: Stage) -> None:
    opened(stage)
    box(stage).setEditText("DejaVu Sanz")
    stage.press("Tab")
    told = "No font that is installed here is called “DejaVu Sanz”. Did you mean “DejaVu Sans”?"
    assert told in stage.texts()
    assert not (stage.data / "settings.toml").exists()


def test_a_font_that_went_away_is_told_and_the_usual_one_is_used(stage: Stage) -> None:
    opened(stage, 'text_font = "Gone \\"Sans"\n')
    told = "“Gone Sans” is not installed here; the usual font is used."
    assert f"{told}\n{SAMPLE}" in stage.texts()
    assert stage.program
    assert stage.program.look.theme.fonts.text == ("Gone Sans", *Fonts().text)


def test_fonts_of_code_have_letters_of_one_width(qtbot: QtBot) -> None:
    made, chosen, doubts = shown(qtbot, "code_font", "")
    (field,) = made.widget.findChildren(QComboBox)
    names = [field.itemText(place) for place in range(field.count())]
    assert names
    assert all(map(QFontDatabase.isFixedPitch, names))
    field.setEditText(names[0])
    made.take()
    assert (chosen, any(doubts)) == ([names[0]], False)
    assert SAMPLE in screen.texts(made.widget)


@pytest.mark.parametrize(
    ("text", "code", "fonts"),
    [
        ("", "", Fonts()),
        ("A", "", Fonts(text=("A", *Fonts().text))),
        ("", "it's \\ \"", Fonts(code=("its  ", *Fonts().code))),
    ],
)
def test_a_choice_stands_before_the_usual_fonts(text: str, code: str, fonts: Fonts) -> None:
    assert fonts_with(text, code) == fonts
