"""How doors, windows, furniture and stairs are drawn, in millimetres of the plan: with the lines
that paper has, in the colours of the screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from desktop.floorplans.canvas.inks import inks
from desktop.floorplans.drawing.furniture import furniture_marks
from desktop.floorplans.drawing.marks import Arc, Mark, Stroke
from desktop.floorplans.drawing.openings import hole, opening_marks
from desktop.floorplans.drawing.storey import ceiling_mark, stair_marks
from desktop.floorplans.plan import Furniture, LowCeiling, Opening, OpeningKind, Stair, Wall
from desktop.widgets import theme


@dataclass(frozen=True, slots=True)
class Symbol:
    """`ground` is filled first, then the lines are drawn. `square` is a ground that lies along
    the axes."""

    ground: QPolygonF
    lines: QPainterPath
    kind: OpeningKind | None = None
    square: QRectF | None = None

    @property
    def bounds(self) -> QRectF:
        return self.ground.boundingRect().united(self.lines.boundingRect())


def opening_symbol(opening: Opening, wall: Wall) -> Symbol:
    """The ground is the hole in the wall."""
    ground = QPolygonF([QPointF(x, y) for x, y in hole(opening, wall)])
    is_square = wall.start.x == wall.end.x or wall.start.y == wall.end.y
    return Symbol(
        ground,
        _path(opening_marks(opening, wall)),
        opening.kind,
        ground.boundingRect() if is_square else None,
    )


def thing_symbol(thing: Furniture | Stair) -> Symbol:
    """The ground is all that covers the floor: a table, and each of its chairs."""
    marks = list(furniture_marks(thing) if isinstance(thing, Furniture) else stair_marks(thing))
    covering = [mark for mark in marks if isinstance(mark, Stroke) and mark.filled]
    ground = _path(covering)
    ground.setFillRule(Qt.FillRule.WindingFill)
    return Symbol(ground.simplified().toFillPolygon(), _path(marks))


def ceiling_symbol(ceiling: LowCeiling) -> Symbol:
    return Symbol(QPolygonF(), _path([ceiling_mark(ceiling)]))


def _path(marks: Iterable[Mark]) -> QPainterPath:
    path = QPainterPath()
    for mark in marks:
        if isinstance(mark, Stroke):
            path.addPolygon(QPolygonF([QPointF(x, y) for x, y in mark.points]))
            if mark.closed:
                path.closeSubpath()
        elif isinstance(mark, Arc):
            (x, y), r = mark.centre, mark.radius
            box = QRectF(x - r, y - r, 2 * r, 2 * r)
            # Qt counts angles against the y axis, which runs up here.
            path.arcMoveTo(box, -mark.start)
            path.arcTo(box, -mark.start, -mark.sweep)
    return path


def paint_openings(painter: QPainter, symbols: Sequence[Symbol], mm_a_pixel: float) -> None:
    """Cut the holes, and draw what is in them. There are as many doors as walls, so rectangles are
    filled all at once, and the lines of a kind drawn in one go; a line of one pixel is painted ten
    times as fast as a thicker one."""
    painter.setBrush(QColor(inks().floor))
    painter.drawRects([symbol.square for symbol in symbols if symbol.square is not None])
    for symbol in symbols:
        if symbol.square is None:
            painter.drawPolygon(symbol.ground)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pens = {
        OpeningKind.WINDOW: QPen(QColor(inks().glass), mm_a_pixel),
        OpeningKind.DOOR: QPen(QColor(inks().partition), mm_a_pixel),
        OpeningKind.PASSAGE: QPen(theme.colour("soft"), mm_a_pixel, Qt.PenStyle.DashLine),
    }
    lines = {kind: QPainterPath() for kind in pens}
    for symbol in symbols:
        if symbol.kind is not None:
            lines[symbol.kind].addPath(symbol.lines)
    for kind, pen in pens.items():
        painter.setPen(pen)
        painter.drawPath(lines[kind])


def paint_things(painter: QPainter, symbols: Iterable[Symbol], mm_a_pixel: float) -> None:
    """Furniture and stairs: thin lines on white."""
    pen, paper = QPen(theme.colour("soft"), mm_a_pixel), theme.colour("paper")
    for symbol in symbols:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(paper)
        painter.drawPolygon(symbol.ground)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(symbol.lines)


def paint_low_ceilings(painter: QPainter, symbols: Iterable[Symbol], mm_a_pixel: float) -> None:
    """The line under which one cannot stand."""
    painter.setPen(QPen(theme.colour("amber"), mm_a_pixel, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for symbol in symbols:
        painter.drawPath(symbol.lines)
