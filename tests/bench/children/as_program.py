"""Imported before all else by a child that shows the window: Qt comes in as in the program."""

from flashcards.ui.qt import load_qt

load_qt()
