"""The project's own icons: strokes in the colour of the text beside them, in every theme."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap

from flashcards.ui.theme.files import assets_folder

_COLOURS = {
    QIcon.Mode.Normal: (QPalette.ColorGroup.Active, QPalette.ColorRole.PlaceholderText),
    QIcon.Mode.Active: (QPalette.ColorGroup.Active, QPalette.ColorRole.Text),
    QIcon.Mode.Selected: (QPalette.ColorGroup.Active, QPalette.ColorRole.Text),
    QIcon.Mode.Disabled: (QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text),
}


def icon(name: str) -> QIcon:
    """The icon `assets/icons/NAME.svg`; it takes its colour when it is painted."""
    return QIcon(_Strokes(name))


def draw(name: str, painter: QPainter, rect: QRect, ink: QBrush) -> None:
    """Draw an icon where an icon's own colours do not do."""
    from PySide6.QtSvg import QSvgRenderer  # 5 ms, which the first frame does not pay

    drawing = _drawing(name, ink.color().name())
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(rect))


class _Strokes(QIconEngine):
    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        draw(self._name, painter, rect, QGuiApplication.palette().brush(*_COLOURS[mode]))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return made

    def clone(self) -> QIconEngine:
        return _Strokes(self._name)


@lru_cache(maxsize=32)
def _drawing(name: str, colour: str) -> bytes:
    text = (assets_folder() / "icons" / f"{name}.svg").read_text("utf-8")
    return text.replace("currentColor", colour).encode()
