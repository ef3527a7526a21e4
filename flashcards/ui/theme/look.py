"""The looks in force: which theme, how large; applied to the whole application at once."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from flashcards.ui.theme.files import load_theme
from flashcards.ui.theme.stylesheet import palette, stylesheet
from flashcards.ui.theme.system import system_is_dark
from flashcards.ui.theme.tokens import Theme


class Look(QObject):
    """``changed`` carries the theme and the zoom, once widgets have them."""

    changed = Signal(object, float)

    def __init__(self, application: QApplication, choice: str, zoom: float) -> None:
        super().__init__(application)
        self._application = application
        self.choice, self.zoom = choice, zoom
        application.setStyle("Fusion")
        application.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._apply()

    @property
    def theme(self) -> Theme:
        """The theme in force."""
        dark = self.choice == "dark" or (self.choice == "system" and system_is_dark())
        theme, _ = load_theme(dark)
        return theme

    def choose(self, choice: str) -> None:
        """Take the light or the dark theme, or follow the system."""
        self.choice = choice
        self._apply()
        self.changed.emit(self.theme, self.zoom)

    def set_zoom(self, zoom: float) -> None:
        """Scale all text."""
        self.zoom = zoom
        self._apply()
        self.changed.emit(self.theme, self.zoom)

    def _system_changed(self) -> None:
        if self.choice == "system":
            self.choose(self.choice)

    def _apply(self) -> None:
        self._application.setPalette(palette(self.theme))
        self._application.setStyleSheet(stylesheet(self.theme, self.zoom))
