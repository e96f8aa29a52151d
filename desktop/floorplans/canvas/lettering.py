"""The name and the area of each room, written where nothing stands; where a room is full, over
what stands there, with a light edge around the letters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
import shapely
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen

from desktop.floorplans.canvas.shapes import RoomShape, Shapes, Words
from desktop.floorplans.canvas.view import Box, View
from desktop.floorplans.drawing.marks import XY
from desktop.floorplans.drawing.room_words import free_place
from desktop.widgets import theme

# How far words stay from a wall, and from what stands in the room, in pixels.
EDGE_PX, SPARE_PX = 3, 2
HALO_PX = 3.5


def write_rooms(painter: QPainter, rooms: Iterable[RoomShape], shapes: Shapes, view: View) -> None:
    """Write in each of these rooms as much as fits in it."""
    colours = {name: theme.colour(name) for name in ("ink", "soft")}
    for room in rooms:
        lines = _fitting(room, view)
        if not lines:
            continue
        box, is_free = _box(lines, room, shapes, view)
        y = box.top()
        for line in lines:
            left_top = QPointF(box.center().x() - line.width / 2, y)
            if not is_free:
                _paint_halo(painter, line, left_top)
            painter.setFont(line.font)
            painter.setPen(colours[line.colour])
            painter.drawStaticText(left_top, line.text)
            y += line.height


def words_box(room: RoomShape, shapes: Shapes, view: View) -> QRectF | None:
    """Where on the screen the words of a room are written; None when none fit in it."""
    lines = _fitting(room, view)
    return _box(lines, room, shapes, view)[0] if lines else None


def _box(
    lines: Sequence[Words], room: RoomShape, shapes: Shapes, view: View
) -> tuple[QRectF, bool]:
    """The box of these lines on the screen, and whether nothing stands there."""
    wide, high = max(line.width for line in lines), sum(line.height for line in lines)
    place, is_free = _place(room, shapes, (wide, high), view.scale)
    at = view.to_screen(*place)
    return QRectF(at.x() - wide / 2, at.y() - high / 2, wide, high), is_free


def _fitting(room: RoomShape, view: View) -> list[Words]:
    """Both lines, or the one for which there is room."""
    left, bottom, right, top = room.box
    width = (right - left) * view.scale - 2 * EDGE_PX
    height = (top - bottom) * view.scale - 2 * EDGE_PX
    lines = [line for line in room.lines if line.width <= width]
    if len(lines) == 2 and lines[0].height + lines[1].height > height:
        lines.pop(0)
    return [] if not lines or lines[0].height > height else lines


def _place(
    room: RoomShape, shapes: Shapes, size_px: tuple[float, float], scale: float
) -> tuple[XY, bool]:
    """Where words of this size go, and whether that is free of what stands there and of doors
    that turn: else where nothing stands, else anywhere between the walls."""
    things = shapes.things_in(room.box)
    if room.is_plain and not things:
        return room.middle, True
    wide_mm, high_mm = ((side + 2 * SPARE_PX) / scale for side in size_px)
    with_doors = things + shapes.swings_in(room.box)
    free = _searched(room, _sides(with_doors), wide_mm, high_mm)
    if free is not None:
        return free, True
    somewhere = _searched(room, _sides(things), wide_mm, high_mm)
    within_walls = somewhere or _searched(room, (), wide_mm, high_mm)
    return within_walls or room.middle, False


def _sides(rects: Iterable[QRectF]) -> tuple[Box, ...]:
    return tuple((rect.left(), rect.top(), rect.right(), rect.bottom()) for rect in rects)


@lru_cache(maxsize=256)
def _searched(
    room: RoomShape, things: tuple[Box, ...], wide_mm: float, high_mm: float
) -> XY | None:
    """While a room, what stands in it and the zoom stay as they are, its words stay too: they are
    looked for once."""
    boxes = shapely.box(*np.array(things).T) if things else []
    return free_place(room.room.polygon, shapely.STRtree(boxes), wide_mm, high_mm)


def _paint_halo(painter: QPainter, line: Words, left_top: QPointF) -> None:
    """An edge around the letters as light as furniture is, so that they read over its lines."""
    letters = QPainterPath()
    baseline = left_top + QPointF(0, QFontMetricsF(line.font).ascent())
    letters.addText(baseline, line.font, line.text.text())
    painter.strokePath(letters, QPen(theme.colour("paper"), HALO_PX))
