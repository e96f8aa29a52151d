"""Painting the home from above: the colours of what it is made of, and where storeys go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF

from desktop.floorplans.canvas.inks import DARK, inks
from desktop.floorplans.dollhouse import Box, Face, Line, Storey
from desktop.floorplans.dollhouse.angle import XY
from desktop.floorplans.dollhouse.faces import Surface
from desktop.widgets import theme

OUTLINE_MM = 14
# From storey to storey, in heights or widths of one in the picture: none covers another.
APART = 1.06
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
        Surface.DOOR: "#c98f5a",
        Surface.ROOF: "#c4705a",
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
        Surface.DOOR: "#a8764a",
        Surface.ROOF: "#b0604c",
        Surface.WOOD: "#8a7a61",
        Surface.CLOTH: "#5b7086",
        Surface.WHITE: "#aab4bc",
        Surface.GREEN: "#58804f",
    },
    "#11181e",
)


def paint(painter: QPainter, shown: Sequence[Storey], room: QRectF) -> None:
    """Paint the storeys as large as they fit in the room there is: one above the other or side by
    side."""
    lay_out = max((above, beside), key=lambda each: _scale(shown, each(shown), room))
    places = lay_out(shown)
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
            corner = QPointF(storey.box[0] + x, storey.box[1] + y)
            _write_name(painter, storey.name, corner, room, is_beside=lay_out is above)
    painter.restore()


def above(shown: Sequence[Storey]) -> list[XY]:
    """Where each storey goes above the one below, so far that the whole of that one is on view."""
    step = max(storey.box[3] - storey.box[1] for storey in shown) * APART
    return [(0.0, step * number) for number in range(len(shown))]


def beside(shown: Sequence[Storey]) -> list[XY]:
    """Where each storey goes from left to right."""
    step = max(storey.box[2] - storey.box[0] for storey in shown) * APART
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
    elif face.surface is Surface.ROOF:
        pen = QPen(Qt.PenStyle.NoPen)
        colour.setAlphaF(0.28)
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


def _write_name(
    painter: QPainter, name: str, corner: QPointF, room: QRectF, *, is_beside: bool
) -> None:
    """The name of a storey at its lower left corner, upright: beside or below the storey as far as
    there is room, and readable over what is under it."""
    at = painter.transform().map(corner)
    painter.save()
    painter.resetTransform()
    painter.setFont(theme.font(NAME_PX, QFont.Weight.DemiBold))
    words = QRectF(painter.fontMetrics().boundingRect(name))
    letter = theme.scaled(NAME_PX)
    plate = QRectF(at.x(), at.y(), words.width() + letter, 1.6 * letter)
    if is_beside:
        plate.moveBottomRight(at)
    plate.moveLeft(max(plate.left(), room.left()))
    plate.moveBottom(min(plate.bottom(), room.bottom()))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("paper"))
    painter.drawRoundedRect(plate, theme.TIGHT, theme.TIGHT)
    painter.setPen(theme.colour("soft"))
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, name)
    painter.restore()


def _polygon(places: Sequence[XY]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in places])
