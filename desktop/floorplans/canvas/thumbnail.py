"""A home as a small picture: rooms, walls and openings; furniture and the names of rooms where they
are asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import shapely
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from desktop.floorplans.canvas.inks import inks, wall_ink
from desktop.floorplans.canvas.symbols import paint_things, thing_symbol
from desktop.floorplans.drawing.room_words import NAME_MM, room_words
from desktop.floorplans.geometry import Derived
from desktop.floorplans.geometry.openings import outline
from desktop.floorplans.plan import OpeningKind, WallKind
from desktop.widgets import theme

Box = tuple[float, float, float, float]
MARGIN_PX = 10
GLASS_MM = 90
# How large the letters of the name of a room are, in pixels of normal print.
NAME_PX = 12


def thumbnail(derived: Derived, size: QSize, scale: float = 1.0) -> QPixmap:
    """One storey with its furniture, as a picture of so many pixels at this scale of the screen."""
    made = QPixmap(size * scale)
    made.setDevicePixelRatio(scale)
    made.fill(QColor(inks().ground))
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = extent([derived])
    if box is not None:
        where = QRectF(0, 0, size.width(), size.height())
        paint(painter, derived, where, box)
        paint_furniture(painter, derived, where, box)
    painter.end()
    return made


def extent(plans: Sequence[Derived]) -> Box | None:
    """Left, bottom, right and top of all walls, in millimetres; None without walls. Plans that
    are painted within one box have one scale."""
    bodies = [body for derived in plans for body in derived.bodies.values()]
    if not bodies:
        return None
    left, bottom, right, top = shapely.total_bounds(bodies)
    return float(left), float(bottom), float(right), float(top)


def paint(painter: QPainter, derived: Derived, where: QRectF, box: Box) -> None:
    """Paint a storey so that `box`, in millimetres, fits into `where`."""
    with _fitted(painter, where, box):
        for room in derived.rooms:
            painter.fillPath(path(room.polygon), QColor(inks().rooms[room.type]))
        for kind in WallKind:
            walls = derived.plan.walls
            bodies = [body for id, body in derived.bodies.items() if walls[id].kind is kind]
            # As one shape: no seam shows where they meet.
            for part in shapely.get_parts(shapely.union_all(bodies)):
                painter.fillPath(path(part), wall_ink(kind))
        for opening in derived.plan.openings.values():
            hole = outline(derived.plan, opening)
            painter.fillPath(path(hole), QColor(inks().floor))
            if opening.kind is OpeningKind.WINDOW:
                wall = derived.plan.walls[opening.wall]
                painter.setPen(QPen(QColor(inks().glass), GLASS_MM))
                ends = [QPointF(*wall.along(at)) for at in (opening.at_mm, opening.until_mm)]
                painter.drawLine(*ends)
                painter.setPen(Qt.PenStyle.NoPen)


def paint_furniture(painter: QPainter, derived: Derived, where: QRectF, box: Box) -> None:
    """Draw the furniture and the stairs, with lines of one pixel."""
    things = (*derived.plan.stairs.values(), *derived.plan.furniture.values())
    with _fitted(painter, where, box):
        paint_things(painter, map(thing_symbol, things), 1 / _pixels_a_mm(where, box))


def paint_names(painter: QPainter, derived: Derived, where: QRectF, box: Box) -> None:
    """Write the name and the area of each room in it, where they have room."""
    mm = _pixels_a_mm(where, box)
    letters = theme.scaled(NAME_PX) / (NAME_MM * mm)
    painter.save()
    painter.setPen(theme.colour("ink"))
    for words in room_words(derived, shapely.STRtree([]), letters):
        font = theme.font(NAME_PX, QFont.Weight.DemiBold if words.bold else QFont.Weight.Normal)
        font.setPixelSize(max(1, round(words.height * mm)))
        painter.setFont(font)
        at = on_screen(where, box, *words.at)
        wide = painter.fontMetrics().horizontalAdvance(words.text)
        painter.drawText(at - QPointF(wide / 2, 0), words.text)
    painter.restore()


def paint_walls(
    painter: QPainter, derived: Derived, where: QRectF, box: Box, colour: QColor
) -> None:
    """Paint only the walls, in one colour, as where drawings lie over each other."""
    paint_polygons(painter, list(derived.bodies.values()), where, box, colour)


def paint_polygons(
    painter: QPainter, polygons: Sequence[shapely.Polygon], where: QRectF, box: Box, colour: QColor
) -> None:
    """Paint polygons, in millimetres, in one colour; where they overlap it is not darker."""
    whole = QPainterPath()
    whole.setFillRule(Qt.FillRule.OddEvenFill)
    for polygon in polygons:
        whole = whole.united(path(polygon))
    with _fitted(painter, where, box):
        painter.fillPath(whole, colour)


@contextmanager
def _fitted(painter: QPainter, where: QRectF, box: Box) -> Iterator[None]:
    left, bottom, right, top = box
    scale = _pixels_a_mm(where, box)
    painter.save()
    painter.translate(where.center())
    painter.scale(scale, -scale)
    painter.translate(-(left + right) / 2, -(bottom + top) / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    yield
    painter.restore()


def on_screen(where: QRectF, box: Box, x: float, y: float) -> QPointF:
    """Where a place of the plan is on the screen, when the box fills `where`."""
    left, bottom, right, top = box
    off = QPointF(x - (left + right) / 2, (bottom + top) / 2 - y)
    return where.center() + off * _pixels_a_mm(where, box)


def _pixels_a_mm(where: QRectF, box: Box) -> float:
    """The scale to which the box, in millimetres, fits."""
    left, bottom, right, top = box
    room = where.adjusted(MARGIN_PX, MARGIN_PX, -MARGIN_PX, -MARGIN_PX)
    return min(room.width() / max(1, right - left), room.height() / max(1, top - bottom))


def path(polygon: shapely.Polygon) -> QPainterPath:
    """A polygon with its holes, to be filled."""
    made = QPainterPath()
    for ring in (polygon.exterior, *polygon.interiors):
        made.addPolygon(QPolygonF([QPointF(x, y) for x, y in ring.coords]))
    return made
