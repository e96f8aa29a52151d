"""Line icons from resources/icons, in the colour of the theme."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop.assets import resources
from desktop.widgets import theme


def draw(painter: QPainter, name: str, box: QRectF, colour: str = "ink") -> None:
    """Draw an icon in a colour of the theme."""
    source = (resources() / "icons" / f"{name}.svg").read_text("utf-8")
    stained = source.replace("currentColor", getattr(theme.colours(), colour))
    QSvgRenderer(QByteArray(stained.encode())).render(painter, box)


def icon(name: str, colour: str = "ink", size: int = 20) -> QIcon:
    """An icon for a button."""
    made = QIcon()
    for scale in (1, 2):
        picture = QPixmap(size * scale, size * scale)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        draw(painter, name, QRectF(0, 0, size * scale, size * scale), colour)
        painter.end()
        picture.setDevicePixelRatio(scale)
        made.addPixmap(picture)
    return made
