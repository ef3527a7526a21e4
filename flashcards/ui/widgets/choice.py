"""A list to choose from that gives way where room is short."""

from PySide6.QtWidgets import QComboBox

LETTERS = 12


def narrow(choice: QComboBox) -> QComboBox:
    """Ask for a few letters only, however long the words in it are."""
    choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    choice.setMinimumContentsLength(LETTERS)
    return choice
