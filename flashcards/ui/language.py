"""The language in Qt: its own words, its reading direction, its dates in fields."""

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from flashcards.domain.tongue import ENGLISH, language, trc
from flashcards.store.reasons import reason_in

_TRANSLATOR = "translator"
"""The property of the application that has the translator: to look among all that it owns makes
Python wrap each, its style included, which takes 7 ms."""


def system_languages() -> list[str]:
    """Tell which languages the system asks for, where its environment does not say."""
    return QLocale.system().uiLanguages()


def speak_on(application: QApplication) -> None:
    """Let Qt speak the language in force, and lay windows out as it is read."""
    QLocale.setDefault(QLocale(language()))
    spoken = application.property(_TRANSLATOR)
    if isinstance(spoken, QTranslator):
        application.removeTranslator(spoken)
        spoken.deleteLater()
    application.setProperty(_TRANSLATOR, _translator(application))
    application.setLayoutDirection(direction())
    reason_in(language())  # making the application had the environment's locale for them


def _translator(application: QApplication) -> QTranslator | None:
    """Install what has Qt's own words; none for English, which they are written in."""
    if language() == ENGLISH:
        return None
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{language()}", folder):
        application.installTranslator(translator)
    return translator


def direction() -> Qt.LayoutDirection:
    """Say which way lines are read."""
    is_mirrored = trc("reading direction", "left to right") == "right to left"
    return Qt.LayoutDirection.RightToLeft if is_mirrored else Qt.LayoutDirection.LeftToRight
