"""The home at an angle from above, next to the plan: drag or arrow keys turn it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.floorplans.canvas.inks import DARK, inks
from desktop.floorplans.dollhouse import Angle, Box, Face, Line, Storey, storeys
from desktop.floorplans.dollhouse.angle import XY
from desktop.floorplans.dollhouse.faces import Surface
from desktop.floorplans.geometry import Derived, derive_home
from desktop.floorplans.plan import Home
from desktop.language import _
from desktop.widgets import theme

MARGIN_PX = 20
DEGREES_A_PIXEL = 0.4
STEP_DEGREES = 15
OUTLINE_MM = 14
ABOVE, BESIDE = 0.8, 1.0  # from storey to storey, in heights or widths of one in the picture
NAME_PX = 12


@dataclass(frozen=True)
class Paints:
    """The colours of what a home is made of."""

    surfaces: dict[Surface, str]
    outline: str


_LIGHT = Paints(
    {
        Surface.BASE: "#d5dadd",
        Surface.WALL: "#f3f1ec",
        Surface.WALL_TOP: "#44515c",
        Surface.GLASS: "#8cc3e6",
        Surface.STAIR: "#ded3c2",
        Surface.WOOD: "#e6d5bb",
        Surface.CLOTH: "#c9d6e2",
        Surface.WHITE: "#ffffff",
        Surface.GREEN: "#a8cfa0",
    },
    "#6d7883",
)
_DARK = Paints(
    {
        Surface.BASE: "#3a454e",
        Surface.WALL: "#5c6873",
        Surface.WALL_TOP: "#c4ced6",
        Surface.GLASS: "#7fbde6",
        Surface.STAIR: "#7d7465",
        Surface.WOOD: "#8a7a61",
        Surface.CLOTH: "#5b7086",
        Surface.WHITE: "#aab4bc",
        Surface.GREEN: "#58804f",
    },
    "#11181e",
)


class DollHouse(QWidget):
    """Shows a home from above; `show_home` after every edit, `choose_level` for one storey."""

    def __init__(self) -> None:
        super().__init__()
        self._derived: tuple[Derived, ...] = ()
        self._level: int | None = None
        self._angle = Angle()
        self._storeys: list[Storey] | None = None
        self._grasped: float | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 120)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleName(_("The home seen from above"))
        self.setAccessibleDescription(_("The left and right arrow keys turn it."))
        self.setToolTip(_("Drag to turn the home."))

    @property
    def angle(self) -> Angle:
        """From where one looks."""
        return self._angle

    def show_home(self, home: Home) -> None:
        """Show a home as it is now; what did not change is not worked out again."""
        self._derived = derive_home(home, self._derived)
        if self._level is not None and self._level >= len(self._derived):
            self._level = None
        self._look_again()

    def choose_level(self, level: int | None) -> None:
        """Show one storey, counted from the lowest, 0; None: all, one above the other."""
        self._level = level
        self._look_again()

    def turn(self, degrees: float) -> None:
        """Turn the home, counter-clockwise."""
        self._angle = Angle((self._angle.turn_degrees + degrees) % 360)
        self._look_again()

    def sizeHint(self) -> QSize:
        return QSize(460, 360)

    def _look_again(self) -> None:
        """At the next painting, once, however many edits there are until then."""
        self._storeys = None
        self.update()

    # Turning ----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._grasped = event.position().x()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grasped is not None:
            x = event.position().x()
            by, self._grasped = x - self._grasped, x
            self.turn(by * DEGREES_A_PIXEL)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._grasped = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Left:
                self.turn(-STEP_DEGREES)
            case Qt.Key.Key_Right:
                self.turn(STEP_DEGREES)
            case Qt.Key.Key_Home:
                self.turn(Angle().turn_degrees - self._angle.turn_degrees)
            case _:
                super().keyPressEvent(event)

    # Painting ---------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_card(painter)
        if self._storeys is None:
            self._storeys = storeys(self._derived, self._angle, self._level)
        if self._storeys:
            paint(painter, self._storeys, QRectF(self.rect()))
        else:
            painter.setPen(theme.colour("soft"))
            painter.setFont(theme.font())
            words = _("Here you see your home from above as soon as there are walls.")
            inside = self.rect().adjusted(MARGIN_PX, MARGIN_PX, -MARGIN_PX, -MARGIN_PX)
            wrap = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(inside, wrap, words)
        painter.end()

    def _paint_card(self, painter: QPainter) -> None:
        """The ground, with a line around it that shows the focus."""
        has_focus = self.hasFocus()
        width = 2 if has_focus else 1
        painter.setPen(QPen(theme.colour("brand" if has_focus else "line"), width))
        painter.setBrush(QColor(inks().ground))
        edge = width / 2
        card = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        painter.drawRoundedRect(card, theme.RADIUS, theme.RADIUS)


def paint(painter: QPainter, shown: Sequence[Storey], where: QRectF) -> None:
    """Paint the storeys as large as they fit: one above the other or side by side."""
    room = where.adjusted(MARGIN_PX, MARGIN_PX, -MARGIN_PX, -MARGIN_PX)
    places = max((_above, _beside), key=lambda lay_out: _scale(shown, lay_out(shown), room))(shown)
    left, bottom, right, top = _bounds(shown, places)
    scale = _scale(shown, places, room)
    painter.save()
    painter.translate(room.center())
    painter.scale(scale, -scale)
    painter.translate(-(left + right) / 2, -(bottom + top) / 2)
    for storey, place in zip(shown, places, strict=True):
        painter.save()
        painter.translate(*place)
        _paint_storey(painter, storey)
        painter.restore()
    if len(shown) > 1:
        for storey, (x, y) in zip(shown, places, strict=True):
            _write_name(painter, storey.name, QPointF(storey.box[0] + x, storey.box[1] + y))
    painter.restore()


def _above(shown: Sequence[Storey]) -> list[XY]:
    """Where each storey goes above the one below, so far that one looks into that one too."""
    step = max(storey.box[3] - storey.box[1] for storey in shown) * ABOVE
    return [(0.0, step * number) for number in range(len(shown))]


def _beside(shown: Sequence[Storey]) -> list[XY]:
    """Where each storey goes from left to right."""
    step = max(storey.box[2] - storey.box[0] for storey in shown) * BESIDE
    return [(step * number, 0.0) for number in range(len(shown))]


def _bounds(shown: Sequence[Storey], places: Sequence[XY]) -> Box:
    boxes = [
        (box[0] + x, box[1] + y, box[2] + x, box[3] + y)
        for box, (x, y) in zip((storey.box for storey in shown), places, strict=True)
    ]
    left, bottom, right, top = zip(*boxes, strict=True)
    return min(left), min(bottom), max(right), max(top)


def _scale(shown: Sequence[Storey], places: Sequence[XY], room: QRectF) -> float:
    left, bottom, right, top = _bounds(shown, places)
    return min(room.width() / max(right - left, 1), room.height() / max(top - bottom, 1))


def _paint_storey(painter: QPainter, storey: Storey) -> None:
    paints = _DARK if inks() is DARK else _LIGHT
    for part in storey.parts:
        if isinstance(part, Face):
            _paint_face(painter, part, paints)
        else:
            _paint_line(painter, part, paints)


def _paint_face(painter: QPainter, face: Face, paints: Paints) -> None:
    if face.room is not None:
        colour = QColor(inks().rooms[face.room])
    else:
        colour = QColor(paints.surfaces[face.surface])
    colour = QColor.fromRgbF(*(min(1.0, c * face.light) for c in _rgb(colour)))
    pen = QPen(colour, OUTLINE_MM)
    if face.surface is Surface.GLASS:
        pen = QPen(colour, OUTLINE_MM)
        colour.setAlphaF(0.45)
    elif face.surface not in {Surface.BASE, Surface.FLOOR, Surface.WALL, Surface.WALL_TOP}:
        pen = QPen(QColor(paints.outline), OUTLINE_MM)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(colour)
    path = QPainterPath()
    for ring in face.rings:
        path.addPolygon(_polygon(ring))
        path.closeSubpath()
    painter.drawPath(path)


def _rgb(colour: QColor) -> tuple[float, float, float]:
    return colour.redF(), colour.greenF(), colour.blueF()


def _paint_line(painter: QPainter, line: Line, paints: Paints) -> None:
    painter.setPen(QPen(QColor(paints.outline), OUTLINE_MM))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if line.closed:
        painter.drawPolygon(_polygon(line.places))
    else:
        painter.drawPolyline(_polygon(line.places))


def _write_name(painter: QPainter, name: str, corner: QPointF) -> None:
    """The name of a storey at its lower left corner, upright, readable over what is below it."""
    at = painter.transform().map(corner)
    painter.save()
    painter.resetTransform()
    painter.setFont(theme.font(NAME_PX, QFont.Weight.DemiBold))
    words = QRectF(painter.fontMetrics().boundingRect(name))
    plate = QRectF(at.x(), at.y() - 2 * NAME_PX, words.width() + NAME_PX, 1.6 * NAME_PX)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("paper"))
    painter.drawRoundedRect(plate, theme.TIGHT, theme.TIGHT)
    painter.setPen(theme.colour("soft"))
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, name)
    painter.restore()


def _polygon(places: Sequence[XY]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in places])
