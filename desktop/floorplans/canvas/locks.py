"""A small lock on what belongs to the building: one sees beforehand what cannot be moved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.floorplans.canvas.view import Box, View
from desktop.floorplans.geometry.stairs import footprint
from desktop.floorplans.plan import Plan, Wall
from desktop.widgets import theme

# The round with the lock in it, and how much of the thing must be on the screen around it.
SIGN_PX, ROOM_PX = 15, 40


@dataclass(frozen=True, slots=True)
class LockSign:
    """`at` is its place, `room_mm` the length of what it stands on."""

    at: tuple[float, float]
    room_mm: float


def lock_sign(plan: Plan, id: int) -> tuple[Box, LockSign] | None:
    """The sign of a thing, and where it is; none when it is not locked. That of a wall stands
    between its doors and windows."""
    sign = _sign(plan, id)
    if sign is None:
        return None
    (x, y), side = sign.at, sign.room_mm * SIGN_PX / ROOM_PX
    return (x - side, y - side, x + side, y + side), sign


def _sign(plan: Plan, id: int) -> LockSign | None:
    if id in plan.walls:
        return _on_wall(plan, id, plan.walls[id])
    if id in plan.openings and plan.openings[id].locked:
        opening = plan.openings[id]
        middle = plan.walls[opening.wall].along(opening.at_mm + opening.width_mm / 2)
        return LockSign(middle, opening.width_mm)
    if id in plan.furniture and plan.furniture[id].locked:
        thing = plan.furniture[id]
        return LockSign((thing.at.x, thing.at.y), min(thing.width_mm, thing.depth_mm))
    if id in plan.stairs and plan.stairs[id].locked:
        stair = plan.stairs[id]
        middle_of = footprint(stair).centroid
        return LockSign((middle_of.x, middle_of.y), stair.width_mm)
    return None


def _on_wall(plan: Plan, id: int, wall: Wall) -> LockSign | None:
    if not wall.locked:
        return None
    taken = sorted((o.at_mm, o.until_mm) for _id, o in plan.openings_of(id))
    begins = [0.0, *(until for _at, until in taken)]
    ends = [*(at for at, _until in taken), wall.length_mm]
    room, begin = max((end - begin, begin) for begin, end in zip(begins, ends, strict=True))
    return LockSign(wall.along(begin + room / 2), room)


def paint_locks(painter: QPainter, signs: Iterable[LockSign], view: View) -> None:
    """On the screen they are always of one size; what is too small for one goes without."""
    side = theme.scaled(SIGN_PX)
    for sign in signs:
        if sign.room_mm * view.scale < theme.scaled(ROOM_PX):
            continue
        at = view.to_screen(*sign.at)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("paper"))
        painter.drawEllipse(at, side / 2, side / 2)
        unit = side / 15
        painter.setPen(QPen(theme.colour("soft"), 1.2 * unit))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        bow = QRectF(at.x() - 2 * unit, at.y() - 4.5 * unit, 4 * unit, 5 * unit)
        painter.drawArc(bow, 0, 180 * 16)
        painter.setBrush(theme.colour("soft"))
        painter.drawRect(QRectF(at + QPointF(-3, -1.5) * unit, at + QPointF(3, 3) * unit))
