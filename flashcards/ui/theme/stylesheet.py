"""The theme as Qt understands it: one style sheet and one palette for the whole window.

Widgets say what they are by dynamic properties: `role` on buttons (primary, quiet, grade), labels
(title, heading, quiet, figure, chip) and frames (card, hairline); `grade` (again, hard, good, easy)
on grade buttons.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

from flashcards.ui.theme.files import assets_folder

if TYPE_CHECKING:
    from flashcards.ui.theme.tokens import Theme

_PIXELS = re.compile(r"(?<![\w.#])(\d+)px")


def stylesheet(theme: Theme, zoom: float = 1.0) -> str:
    """The window's style sheet; `zoom` (1.0 is 100 %) scales every length but hairlines."""
    sheet = "\n".join(part % _values(theme) for part in _PARTS)
    if zoom == 1.0:
        return sheet
    return _PIXELS.sub(lambda match: f"{_zoomed(int(match[1]), zoom)}px", sheet)


def palette(theme: Theme) -> QPalette:
    """The same colours for what style sheets do not reach."""
    colours = theme.colours
    result = QPalette()
    for role, token in _PALETTE:
        result.setColor(role, QColor(getattr(colours, token)))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, _BUTTON_TEXT):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.control))
    return result


def _zoomed(pixels: int, zoom: float) -> int:
    return pixels if pixels <= 2 else round(pixels * zoom)


def _values(theme: Theme) -> dict[str, str | int]:
    colours, sizes = theme.colours, theme.sizes
    kind = "dark" if theme.dark else "light"
    values: dict[str, str | int] = {
        name: getattr(colours, name) for name in colours.__dataclass_fields__
    }
    values |= {name: getattr(sizes, name) for name in sizes.__dataclass_fields__}
    values["shapes"] = (assets_folder() / "themes" / kind).as_posix()
    values["text_font"] = ", ".join(f'"{family}"' for family in theme.fonts.text)
    values["code_font"] = ", ".join(f'"{family}"' for family in theme.fonts.code)
    return values


_BUTTON_TEXT = QPalette.ColorRole.ButtonText
_PALETTE = (
    (QPalette.ColorRole.Window, "window"),
    (QPalette.ColorRole.Base, "surface"),
    (QPalette.ColorRole.AlternateBase, "window"),
    (QPalette.ColorRole.Button, "raised"),
    (QPalette.ColorRole.ToolTipBase, "raised"),
    (QPalette.ColorRole.WindowText, "text"),
    (QPalette.ColorRole.Text, "text"),
    (_BUTTON_TEXT, "text"),
    (QPalette.ColorRole.ToolTipText, "text"),
    (QPalette.ColorRole.BrightText, "danger"),
    (QPalette.ColorRole.PlaceholderText, "quiet"),
    (QPalette.ColorRole.Highlight, "selection"),
    (QPalette.ColorRole.HighlightedText, "text"),
    (QPalette.ColorRole.Link, "accent"),
    (QPalette.ColorRole.LinkVisited, "accent"),
    (QPalette.ColorRole.Accent, "accent"),
    (QPalette.ColorRole.Light, "raised"),
    (QPalette.ColorRole.Midlight, "hairline"),
    (QPalette.ColorRole.Mid, "hairline"),
    (QPalette.ColorRole.Dark, "control"),
    (QPalette.ColorRole.Shadow, "control"),
)

_GROUND = """
QWidget { color: %(text)s; font-family: %(text_font)s; font-size: %(body)dpx; }
QMainWindow, QDialog, QWidget[role="page"] { background: %(window)s; }
QWidget[role="reading"] { background: %(surface)s; }
QStackedWidget, QSplitter { background: transparent; }
QSplitter::handle { background: %(hairline)s; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QToolTip { background: %(raised)s; color: %(text)s; border: 1px solid %(hairline)s;
    padding: 4px 8px; font-size: %(small)dpx; }
"""

_LABELS = """
QLabel { background: transparent; }
QLabel[role="title"] { font-size: %(title)dpx; font-weight: 600; }
QLabel[role="heading"] { font-size: %(heading)dpx; font-weight: 600; }
QLabel[role="quiet"] { color: %(quiet)s; font-size: %(small)dpx; }
QLabel[role="late"] { color: %(warning)s; font-size: %(small)dpx; font-weight: 600; }
QLabel[role="figure"] { font-size: %(figure)dpx; font-weight: 300; }
QLabel[role="chip"] { background: %(accent_soft)s; color: %(cloze)s; border-radius: 8px;
    padding: 3px 8px; font-size: %(small)dpx; }
QLabel[role="lead"] { color: %(quiet)s; font-size: 16px; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="code"] { font-family: %(code_font)s; font-size: %(small)dpx;
    background: %(surface)s; border: 1px solid %(hairline)s; border-radius: %(radius)dpx;
    padding: 8px 12px; }
QLabel:disabled { color: %(control)s; }
"""

_BUTTONS = """
QPushButton { outline: none; background: %(raised)s; color: %(text)s; border: 1px solid %(control)s;
    border-radius: %(radius)dpx; padding: 7px 16px; min-height: 16px; icon-size: 16px; }
QPushButton:hover { background: %(accent_soft)s; border-color: %(accent)s; }
QPushButton:pressed { background: %(sunken)s; }
QPushButton:focus { border: 2px solid %(focus)s; padding: 6px 15px; }
QPushButton:disabled { color: %(control)s; border-color: %(hairline)s; background: transparent; }
QPushButton[role="primary"] { background: %(accent)s; color: %(on_accent)s; font-weight: 600;
    border: 1px solid %(accent)s; }
QPushButton[role="primary"]:hover { background: %(accent_strong)s; }
QPushButton[role="primary"]:pressed { background: %(accent_strong)s; }
QPushButton[role="primary"]:focus { border: 2px solid %(text)s; }
QPushButton[role="primary"]:disabled { background: %(sunken)s; color: %(quiet)s;
    border-color: %(sunken)s; }
QPushButton[role="quiet"] { background: transparent; border: 1px solid transparent;
    color: %(quiet)s; padding: 5px 8px; }
QPushButton[role="quiet"]:disabled { color: %(control)s; }
QPushButton[role="quiet"]:hover { background: %(accent_soft)s; color: %(text)s; }
QPushButton[role="quiet"]:checked { background: %(accent_soft)s; color: %(cloze)s; }
QPushButton[role="quiet"]:focus { border: 2px solid %(focus)s; padding: 4px 7px; }
QPushButton[role="link"] { background: transparent; border: 2px solid transparent; padding: 1px 6px;
    text-align: left; min-height: 0px; }
QPushButton[role="link"]:hover { color: %(accent)s; text-decoration: underline; }
QPushButton[role="link"]:focus { border-color: %(focus)s; }
QPushButton[role="grade"] { padding: 9px 8px; }
QPushButton[role="grade"]:focus { padding: 8px 7px; }
QPushButton[suggested="true"] { background: %(accent_soft)s; border-color: %(accent)s;
    font-weight: 600; }
QPushButton[grade="again"] { color: %(again)s; }
QPushButton[grade="hard"] { color: %(hard)s; }
QPushButton[grade="good"] { color: %(good)s; }
QPushButton[grade="easy"] { color: %(easy)s; }
QToolButton { background: transparent; border: 2px solid transparent; padding: 4px;
    border-radius: %(radius)dpx; }
QToolButton:hover { background: %(accent_soft)s; }
QToolButton:focus { border-color: %(focus)s; }
QCheckBox, QRadioButton { spacing: 8px; background: transparent; }
QCheckBox::indicator, QRadioButton::indicator, QTreeView::indicator { width: 14px; height: 14px;
    border: 1px solid %(control)s; background: %(raised)s; }
QCheckBox::indicator, QTreeView::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 8px; }
QTreeView::indicator:indeterminate { background: %(accent_soft)s; border-color: %(accent)s; }
QCheckBox::indicator:checked, QTreeView::indicator:checked { background: %(accent)s;
    border-color: %(accent)s; image: url("%(shapes)s/check.svg"); }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid %(accent)s; }
QCheckBox, QRadioButton { border: 2px solid transparent; border-radius: %(radius)dpx;
    padding: 2px; }
QCheckBox:focus, QRadioButton:focus { border-color: %(focus)s; }
"""

_FRAMES = """
QFrame[role="card"] { background: %(raised)s; border: 1px solid %(hairline)s;
    border-radius: %(card_radius)dpx; }
QFrame[role="hairline"] { background: %(hairline)s; border: none; max-height: 1px;
    min-height: 1px; }
QProgressBar { background: %(hairline)s; border: none; border-radius: 1px; max-height: 3px;
    min-height: 3px; color: transparent; }
QProgressBar::chunk { background: %(accent)s; border-radius: 1px; }
QMenu { background: %(raised)s; border: 1px solid %(hairline)s; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: %(radius)dpx; }
QMenu::item:selected { background: %(accent_soft)s; }
QMenu::item:disabled { color: %(control)s; }
QMenu::separator { height: 1px; background: %(hairline)s; margin: 4px 8px; }
QMenuBar { background: %(raised)s; border-bottom: 1px solid %(hairline)s; padding: 4px 16px; }
QMenuBar::item { padding: 6px 12px; border-radius: %(radius)dpx; background: transparent; }
QMenuBar::item:selected { background: %(accent_soft)s; }
"""

_FIELDS = """
QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox, QDateEdit, QPlainTextEdit {
    background: %(raised)s; border: 1px solid %(control)s; border-radius: %(radius)dpx;
    padding: 6px 10px; selection-background-color: %(selection)s; selection-color: %(text)s; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus, QDateEdit:focus,
QPlainTextEdit:focus { border: 2px solid %(focus)s; padding: 5px 9px; }
QLineEdit:disabled, QSpinBox:disabled, QComboBox:disabled { color: %(control)s;
    background: %(sunken)s; border-color: %(hairline)s; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; background: transparent; width: 24px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("%(shapes)s/down.svg"); width: 16px;
    height: 16px; }
QAbstractSpinBox QLineEdit { border: none; padding: 0px; background: transparent; }
QAbstractSpinBox { padding-right: 24px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 20px; border: none;
    subcontrol-origin: border; background: transparent; }
QAbstractSpinBox::up-button { subcontrol-position: top right; top: 2px; right: 2px; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; bottom: 2px; right: 2px; }
QAbstractSpinBox::up-arrow { image: url("%(shapes)s/up.svg"); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url("%(shapes)s/down.svg"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: %(raised)s; border: 1px solid %(hairline)s;
    selection-background-color: %(accent_soft)s; selection-color: %(text)s; outline: none; }
QPlainTextEdit[role="answer"] { font-size: %(reading)dpx; }
QPlainTextEdit[role="writing"], QPlainTextEdit[role="writing"]:focus {
    background: %(surface)s; border: none; border-radius: 0px; padding: 0px;
    font-family: %(code_font)s; font-size: %(writing)dpx; }
QWidget[role="strip"] { background: %(sunken)s; }
QPlainTextEdit[role="code"] { font-family: %(code_font)s; }
"""

_TABLES = """
QTableView, QTreeView, QListView { background: %(surface)s; outline: none;
    border: 2px solid transparent;
    alternate-background-color: %(window)s; gridline-color: %(hairline)s;
    selection-background-color: %(accent_soft)s; selection-color: %(text)s; }
QListView[role="offer"] { background: %(raised)s; border: 1px solid %(control)s;
    border-radius: %(radius)dpx; padding: 2px; font-family: %(code_font)s; }
QTableView::item, QTreeView::item, QListView::item { padding: 4px 8px; }
QTableView:focus, QTreeView:focus, QListView:focus { border-color: %(focus)s; }
QHeaderView { background: %(surface)s; }
QHeaderView::section { background: %(surface)s; color: %(quiet)s; border: none;
    border-bottom: 1px solid %(hairline)s; padding: 6px 11px; font-size: %(small)dpx; }
QCalendarWidget QTableView, QCalendarWidget QTableView:focus { border: none;
    selection-background-color: %(accent)s; selection-color: %(on_accent)s; }
QCalendarWidget QTableView::item { padding: 0px; }
QCalendarWidget QTableView:disabled { color: %(control)s; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: %(sunken)s; }
QCalendarWidget QToolButton { background: transparent; color: %(text)s; border: none;
    border-radius: %(radius)dpx; padding: 4px 8px; }
QCalendarWidget QToolButton#qt_calendar_monthbutton { padding-right: 1.2em; }
QCalendarWidget QToolButton::menu-indicator { subcontrol-origin: padding;
  subcontrol-position: center right; right: 4px; }
QCalendarWidget QToolButton:hover { background: %(accent_soft)s; }
QTableCornerButton::section { background: %(surface)s; border: none; }
"""

_SCROLLING = """
QScrollArea, QScrollArea > QWidget > QWidget[role="page"] { border: none;
    background: transparent; }
QTextBrowser[role="card-text"] { background: %(surface)s; border: none;
    selection-background-color: %(selection)s; selection-color: %(text)s; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle { background: %(control)s; border-radius: 3px; }
QScrollBar::handle:hover { background: %(quiet)s; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""

_PARTS = (_GROUND, _LABELS, _BUTTONS, _FRAMES, _FIELDS, _TABLES, _SCROLLING)
