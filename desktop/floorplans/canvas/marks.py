"""What lies on top of the drawing: the marks of a tool, of what is chosen, and of the checks.

Each mark knows the rectangle it is painted in, so that a drag repaints no more than the marks
that moved.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from math import hypot

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF, QRegion

from desktop.floorplans.canvas.view import View
from desktop.floorplans.checks import Finding
from desktop.floorplans.geometry import Derived
from desktop.floorplans.plan import (
    DimensionLine,
    Furniture,
    LowCeiling,
    Opening,
    RoomLabel,
    Stair,
    Text,
    Thing,
    Wall,
)
from desktop.floorplans.snapping import Reason, Snap
from desktop.floorplans.tools.overlay import Ghost, Handle, Measure, Outline, Overlay
from desktop.floorplans.tools.select.hit import corners
from desktop.widgets import theme

ASIDE_PX = 36
TICK_PX = 5
HANDLE_PX, TOUCH_PX = 6, 44
PILL_HEIGHT = 22


@dataclass(frozen=True, slots=True)
class Mark:
    """Painted in `rect` and nowhere else; a measure that can be set is pressed in `pill`, and a
    finding is tapped in all of it."""

    rect: QRectF
    paint: Callable[[QPainter], None]
    measure: Measure | None = None
    pill: QRectF | None = None
    finding: Finding | None = None

    def is_finding_at(self, at: QPointF) -> bool:
        return self.finding is not None and self.rect.contains(at)

    def is_settable_at(self, at: QPointF) -> bool:
        """Whether a length that can be set is pressed there; a finger is broad."""
        if self.measure is None or self.measure.set is None or self.pill is None:
            return False
        spare = max(0.0, TOUCH_PX - self.pill.height()) / 2
        return self.pill.adjusted(-4, -spare, 4, spare).contains(at)


def region(marks: Iterable[Mark]) -> QRegion:
    """Where marks are painted."""
    made = QRegion()
    for mark in marks:
        made += mark.rect.toAlignedRect()
    return made


def tool_marks(overlay: Overlay, view: View) -> list[Mark]:
    """What the tool in hand shows."""
    typed = overlay.typed
    marks = [_outline(outline, view) for outline in overlay.outlines]
    marks += [_ghost(ghost, view) for ghost in overlay.ghosts]
    marks += [_stroke(stroke, view, 60) for stroke in overlay.faint_strokes if len(stroke) > 1]
    marks += [_stroke(stroke, view, 255) for stroke in overlay.strokes if len(stroke) > 1]
    marks += [_guide(line, view) for line in overlay.guides]
    for measure in overlay.measures:
        if measure.start != measure.end:
            marks.append(_measure(measure, view, typed if measure.set is not None else ""))
            typed = typed if measure.set is None else ""
    marks += [_handle(handle, view) for handle in overlay.handles]
    if overlay.cross is not None:
        marks.append(_cross(overlay.cross, view))
    return marks


def chosen_marks(derived: Derived, chosen: Iterable[Thing], view: View) -> Iterator[Mark]:
    """A green line around, or along, each thing that is chosen; a room is told by its label."""
    plan = derived.plan
    for thing in chosen:
        match thing:
            case Wall():
                yield _line(thing.start, thing.end, view, 3)
            case Opening():
                wall = plan.walls[thing.wall]
                yield _line(wall.along(thing.at_mm), wall.along(thing.until_mm), view, 5)
            case DimensionLine():
                yield _line(thing.start, thing.end, view, 3)
            case Furniture() | Stair():
                yield _around(corners(thing), view)
            case LowCeiling():
                yield _around(thing.corners, view)
            case RoomLabel():
                room = derived.room_at(*thing.at)
                if room is not None:
                    yield _around(room.polygon.exterior.coords, view)
            case Text():
                yield _dot(view.to_screen(*thing.at), 5)


# Single marks -------------------------------------------------------------------------------


def rect_around(points: Iterable[QPointF], edge: float) -> QRectF:
    """The box around points, with so much to spare."""
    return QPolygonF(list(points)).boundingRect().adjusted(-edge, -edge, edge, edge)


def _line(start: tuple[float, float], end: tuple[float, float], view: View, width: float) -> Mark:
    line = QLineF(view.to_screen(*start), view.to_screen(*end))

    def paint(painter: QPainter) -> None:
        painter.setPen(pen("brand", width))
        painter.drawLine(line)

    return Mark(rect_around([line.p1(), line.p2()], width + 1), paint)


def _around(points: Iterable[tuple[float, float]], view: View) -> Mark:
    polygon = QPolygonF([view.to_screen(*point) for point in points])

    def paint(painter: QPainter) -> None:
        painter.setPen(pen("brand", 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(polygon)

    return Mark(polygon.boundingRect().adjusted(-3, -3, 3, 3), paint)


def _dot(at: QPointF, radius: float) -> Mark:
    def paint(painter: QPainter) -> None:
        painter.setPen(pen("brand", 2))
        painter.setBrush(theme.colour("paper"))
        painter.drawEllipse(at, radius, radius)

    return Mark(rect_around([at], radius + 3), paint)


def _outline(outline: Outline, view: View) -> Mark:
    polygon = QPolygonF([view.to_screen(*corner) for corner in outline.corners])

    def paint(painter: QPainter) -> None:
        name = "brand" if outline.possible else "red"
        painter.setPen(pen(name, 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(_faint(name))
        painter.drawPolygon(polygon)

    return Mark(polygon.boundingRect().adjusted(-3, -3, 3, 3), paint)


def _ghost(ghost: Ghost, view: View) -> Mark:
    line = QLineF(view.to_screen(*ghost.start), view.to_screen(*ghost.end))
    width = max(ghost.thickness_mm * view.scale, 3)

    def paint(painter: QPainter) -> None:
        broad = QPen(_faint("brand", 90), width)
        broad.setCapStyle(Qt.PenCapStyle.SquareCap)
        painter.setPen(broad)
        painter.drawLine(line)

    return Mark(rect_around([line.p1(), line.p2()], width + 2), paint)


def _stroke(stroke: Iterable[tuple[float, float]], view: View, alpha: int) -> Mark:
    polyline = QPolygonF([view.to_screen(*point) for point in stroke])

    def paint(painter: QPainter) -> None:
        made = pen("brand", 2.5)
        made.setColor(_faint("brand", alpha))
        painter.setPen(made)
        painter.drawPolyline(polyline)

    return Mark(polyline.boundingRect().adjusted(-4, -4, 4, 4), paint)


def _guide(line: tuple[tuple[float, float], tuple[float, float]], view: View) -> Mark:
    (start, end) = (view.to_screen(*point) for point in line)

    def paint(painter: QPainter) -> None:
        painter.setPen(pen("blue", 1, Qt.PenStyle.DashLine))
        painter.drawLine(start, end)
        painter.setPen(pen("blue", 1.5))
        painter.drawLine(start + QPointF(-4, -4), start + QPointF(4, 4))
        painter.drawLine(start + QPointF(-4, 4), start + QPointF(4, -4))

    return Mark(rect_around([start, end], 6), paint)


def _cross(snap: Snap, view: View) -> Mark:
    """Round on an end, square on a wall, else a plus: the form tells what it snapped to."""
    at = view.to_screen(*snap.at)

    def paint(painter: QPainter) -> None:
        painter.setPen(pen("brand", 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if snap.reason is Reason.END:
            painter.drawEllipse(at, 7, 7)
        elif snap.reason is Reason.WALL:
            painter.drawRect(QRectF(at.x() - 6, at.y() - 6, 12, 12))
        else:
            painter.drawLine(at - QPointF(8, 0), at + QPointF(8, 0))
            painter.drawLine(at - QPointF(0, 8), at + QPointF(0, 8))

    return Mark(rect_around([at], 10), paint)


def _handle(handle: Handle, view: View) -> Mark:
    at = view.to_screen(*handle.at)

    def paint(painter: QPainter) -> None:
        painter.setPen(pen("brand", 2))
        painter.setBrush(theme.colour("paper"))
        painter.drawEllipse(at, HANDLE_PX, HANDLE_PX)
        if handle.turns:
            box = QRectF(at.x() - 11, at.y() - 11, 22, 22)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawArc(box, 30 * 16, 120 * 16)

    return Mark(rect_around([at], 14), paint)


def _measure(measure: Measure, view: View, typed: str) -> Mark:
    words = f"{typed}|" if typed else measure.words
    font = theme.font(12)
    font.setBold(True)
    width = QFontMetricsF(font).horizontalAdvance(words) + 20
    aside_x, aside_y = measure.aside
    # Beside an upright wall so far that the length, which is broad, does not lie over the wall:
    # there one takes hold of it.
    aside = QPointF(aside_x, -aside_y) * (ASIDE_PX + abs(aside_x) * width / 2)
    start = view.to_screen(*measure.start) + aside
    end = view.to_screen(*measure.end) + aside
    height = theme.scaled(PILL_HEIGHT)
    middle = (start + end) / 2
    pill = QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)
    length = hypot(end.x() - start.x(), end.y() - start.y())
    tick = QPointF(start.y() - end.y(), end.x() - start.x()) * (TICK_PX / max(length, 1))

    def paint(painter: QPainter) -> None:
        painter.setPen(pen("brand", 1.2))
        painter.drawLine(start, end)
        for at in (start, end):
            painter.drawLine(at - tick, at + tick)
        painter.setPen(Qt.PenStyle.NoPen if measure.set else pen("brand", 1))
        painter.setBrush(theme.colour("brand" if measure.set else "paper"))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setPen(theme.colour("on_brand" if measure.set else "brand"))
        painter.setFont(font)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)

    rect = rect_around([start, end], TICK_PX + 2).united(pill.adjusted(-2, -2, 2, 2))
    return Mark(rect, paint, measure, pill)


def pen(name: str, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """A pen in a colour of the look."""
    made = QPen(theme.colour(name), width, style)
    made.setCapStyle(Qt.PenCapStyle.RoundCap)
    return made


def _faint(name: str, alpha: int = 40) -> QColor:
    made = theme.colour(name)
    made.setAlpha(alpha)
    return made
