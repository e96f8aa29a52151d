"""How doors, windows and passages are drawn in their wall, in millimetres of the plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan2, degrees

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from desktop.floorplans.canvas.inks import inks
from desktop.floorplans.plan import Hinge, Opening, OpeningKind, Side, Wall
from desktop.widgets import theme

# The hole is drawn a little wider than the wall, or a line of wall stays at its faces.
OVER_MM = 6


@dataclass(frozen=True, slots=True)
class OpeningShape:
    """`hole` is cut out of the wall; `lines` are the leaf and its swing, or the panes."""

    kind: OpeningKind
    hole: QPolygonF
    lines: QPainterPath
    bounds: QRectF


def opening_shape(opening: Opening, wall: Wall) -> OpeningShape:
    """The symbol of an opening in its wall."""
    seen = _Along(wall)
    half = wall.thickness_mm / 2
    near, far = opening.at_mm, opening.until_mm
    hole = QPolygonF(
        [
            seen.point(near, -half - OVER_MM),
            seen.point(far, -half - OVER_MM),
            seen.point(far, half + OVER_MM),
            seen.point(near, half + OVER_MM),
        ]
    )
    lines = QPainterPath()
    if opening.kind is OpeningKind.DOOR:
        _door(lines, seen, opening, half)
    elif opening.kind is OpeningKind.WINDOW:
        lines.moveTo(seen.point(near, 0))
        lines.lineTo(seen.point(far, 0))
    else:
        for off in (-half, half):
            lines.moveTo(seen.point(near, off))
            lines.lineTo(seen.point(far, off))
    bounds = hole.boundingRect().united(lines.boundingRect())
    return OpeningShape(opening.kind, hole, lines, bounds)


class _Along:
    """Places told along a wall and to its left."""

    def __init__(self, wall: Wall) -> None:
        self._start = wall.start
        self._ux = (wall.end.x - wall.start.x) / wall.length_mm
        self._uy = (wall.end.y - wall.start.y) / wall.length_mm

    @property
    def angle(self) -> float:
        return degrees(atan2(self._uy, self._ux))

    def point(self, along: float, left: float) -> QPointF:
        return QPointF(
            self._start.x + self._ux * along - self._uy * left,
            self._start.y + self._uy * along + self._ux * left,
        )


def _door(lines: QPainterPath, seen: _Along, door: Opening, half: float) -> None:
    """The leaf stands open at right angles; an arc shows the way it goes."""
    side = 1 if door.swing is Side.LEFT else -1
    at_near = door.hinge is Hinge.NEAR
    hinge_mm = door.at_mm if at_near else door.until_mm
    hinge = seen.point(hinge_mm, side * half)
    lines.moveTo(hinge)
    lines.lineTo(seen.point(hinge_mm, side * (half + door.width_mm)))
    # Qt counts angles against the y axis, which runs up here.
    begin = -(seen.angle + 90 * side)
    sweep = 90 * side if at_near else -90 * side
    box = QRectF(
        hinge.x() - door.width_mm, hinge.y() - door.width_mm, 2 * door.width_mm, 2 * door.width_mm
    )
    lines.arcTo(box, begin, sweep)


def paint_openings(painter: QPainter, shapes: Sequence[OpeningShape], mm_a_pixel: float) -> None:
    """Cut the holes, and draw what is in them. A line of one pixel is painted ten times as fast
    as a thicker one; there are as many doors as walls."""
    painter.setBrush(QColor(inks().floor))
    for shape in shapes:
        painter.drawPolygon(shape.hole)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pens = {
        OpeningKind.WINDOW: QPen(QColor(inks().glass), 2 * mm_a_pixel),
        OpeningKind.DOOR: QPen(QColor(inks().partition), mm_a_pixel),
        OpeningKind.PASSAGE: QPen(theme.colour("field_line"), mm_a_pixel, Qt.PenStyle.DashLine),
    }
    for shape in shapes:
        painter.setPen(pens[shape.kind])
        painter.drawPath(shape.lines)
