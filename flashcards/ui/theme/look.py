"""The looks in force: which theme, how large; applied to the whole application at once."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from flashcards.ui.theme.files import own_theme
from flashcards.ui.theme.stylesheet import palette, stylesheet
from flashcards.ui.theme.system import system_is_dark
from flashcards.ui.theme.tokens import Fonts, Theme

if TYPE_CHECKING:
    from flashcards.domain.problems import Problem


class Look(QObject):
    """``changed`` carries the theme and the zoom, once widgets have them.

    ``themes`` is the folder with the person's own ``light.toml`` and ``dark.toml``;
    ``problems`` is what is wrong with the one in force.
    """

    changed = Signal(object, float)

    def __init__(
        self,
        application: QApplication,
        choice: str,
        zoom: float,
        themes: Path | None = None,
        fonts: Fonts | None = None,
    ) -> None:
        super().__init__(application)
        self._application = application
        self.choice, self.zoom, self._themes = choice, zoom, themes
        self._fonts = fonts or Fonts()
        application.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._read()
        self._apply()

    def choose(self, choice: str) -> None:
        """Take the light or the dark theme, or follow the system; its file is read again."""
        self.choice = choice
        self._read()
        self._apply()
        self.changed.emit(self.theme, self.zoom)

    def set_zoom(self, zoom: float) -> None:
        """Scale all text."""
        self.zoom = zoom
        self._apply()
        self.changed.emit(self.theme, self.zoom)

    def use_fonts(self, fonts: Fonts) -> None:
        """Write all text in other letters."""
        self._fonts = fonts
        self.choose(self.choice)

    def _system_changed(self) -> None:
        if self.choice == "system":
            self.choose(self.choice)

    def _read(self) -> None:
        dark = self.choice == "dark" or (self.choice == "system" and system_is_dark())
        theme, problems = own_theme(self._themes, dark)
        self.theme: Theme = replace(theme, fonts=self._fonts)
        self.problems: tuple[Problem, ...] = problems

    def _apply(self) -> None:
        self._application.setStyleSheet("")  # Qt takes three times as long to replace one
        self._application.setPalette(palette(self.theme))
        self._application.setStyleSheet(stylesheet(self.theme, self.zoom))
