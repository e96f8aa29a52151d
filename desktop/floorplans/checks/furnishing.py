"""Whether one can walk past furniture: our own advice."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from shapely import Polygon

from desktop.floorplans.catalogue import Use
from desktop.floorplans.checks import items, ways
from desktop.floorplans.checks.asked import Asked
from desktop.floorplans.checks.findings import Finding
from desktop.floorplans.checks.fitting import SLACK_MM, body_of, placed
from desktop.floorplans.checks.rules import Rule
from desktop.floorplans.checks.survey import RoomView
from desktop.floorplans.plan import Furniture


def walking_room(view: RoomView, asked: Asked) -> list[Finding] | None:
    """Beside a bed (on both sides of a double one), on two sides of a table, and before a sofa
    there is room to walk."""
    asking = [
        (id, piece, wanted)
        for id, piece in view.furniture
        if (wanted := _wanted(piece, asked.rule("walking-room"))) is not None
    ]
    if not asking:
        return None
    return [
        _tight(view, asked, id, piece, wanted)
        for id, piece, wanted in asking
        if sum(_is_free(view, id, side) for side in wanted.sides) < wanted.free
    ]


@dataclass(frozen=True)
class Wanted:
    """`free` of these sides must be free to walk, over a depth of `needed_mm`."""

    case: str
    needed_mm: float
    sides: tuple[Polygon, ...]
    free: int


def _wanted(piece: Furniture, rule: Rule) -> Wanted | None:
    if items.is_for(piece, Use.BED):
        free = 2 if piece.width_mm >= rule["double_bed_mm"] else 1
        needed = rule["bed_mm"]
        return Wanted("bed", needed, _beside(piece, needed), free)
    if items.is_for(piece, Use.TABLE):
        needed = rule["table_mm"]
        sides = (*_beside(piece, needed), _before(piece, needed), _behind(piece, needed))
        return Wanted("table", needed, sides, round(rule["table_sides"]))
    if items.is_for(piece, Use.SOFA):
        needed = rule["sofa_mm"]
        return Wanted("sofa", needed, (_before(piece, needed),), 1)
    return None


def _beside(piece: Furniture, depth_mm: float) -> tuple[Polygon, Polygon]:
    half, deep = piece.width_mm / 2, piece.depth_mm / 2
    far = half + depth_mm
    left, right = (-far, -deep, -half, deep), (half, -deep, far, deep)
    return placed(left, piece.at, piece.angle), placed(right, piece.at, piece.angle)


def _before(piece: Furniture, depth_mm: float) -> Polygon:
    half, deep = piece.width_mm / 2, piece.depth_mm / 2
    return placed((-half, -deep - depth_mm, half, -deep), piece.at, piece.angle)


def _behind(piece: Furniture, depth_mm: float) -> Polygon:
    half, deep = piece.width_mm / 2, piece.depth_mm / 2
    return placed((-half, deep, half, deep + depth_mm), piece.at, piece.angle)


def _is_free(view: RoomView, id: int, side: Polygon) -> bool:
    """Whether a side lies within the room with nothing heavy on it."""
    inner = side.buffer(-SLACK_MM, join_style="mitre")
    return bool(view.room.polygon.covers(inner)) and not any(
        inner.intersects(body_of(other))
        for other_id, other in view.furniture
        if other_id != id and not items.is_passed(other)
    )


def _tight(view: RoomView, asked: Asked, id: int, piece: Furniture, wanted: Wanted) -> Finding:
    mend = None
    if not all(other.locked for _id, other in view.furniture):
        others = [other_id for other_id, _other in view.furniture if other_id != id]
        tried = partial(ways.aside, view, [id, *others])
        mend = asked.mend("move-furniture", "walking-room", view.level, piece.at, tried)
    numbers = view.named(item=piece.item, needed_mm=wanted.needed_mm, sides=wanted.free)
    return asked.warn("walking-room", wanted.case, numbers, view.level, piece.at, mend)
