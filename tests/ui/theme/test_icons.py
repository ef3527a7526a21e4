"""Icons are drawn for this project, in the colour of the text beside them."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from flashcards.ui.theme.files import assets_folder, load_theme
from flashcards.ui.theme.icons import icon
from flashcards.ui.theme.stylesheet import palette

NAMES = sorted(
    path.stem
    for path in (assets_folder() / "icons").glob("*.svg")
    if "currentColor" in path.read_text("utf-8")
)


def inks(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("name", NAMES)
def test_it_has_the_colour_of_quiet_text_in_every_theme(
    qtbot: QtBot, name: str, dark: bool
) -> None:
    theme = load_theme(dark)[0]
    drawn = icon(name)
    QApplication.setPalette(palette(theme))  # after the icon was made, as in a switch
    assert inks(drawn.pixmap(QSize(64, 64)).toImage()) == {theme.colours.quiet}
    disabled = drawn.pixmap(QSize(64, 64), QIcon.Mode.Disabled)
    assert inks(disabled.toImage()) == {theme.colours.control}


def test_there_are_some() -> None:
    assert {"back", "undo", "redo", "flag"} <= set(NAMES)
