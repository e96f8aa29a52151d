"""Furniture as simple blocks, with its picture from the catalogue on top."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, pi, sin

from desktop.floorplans.catalogue import Item, Use, item
from desktop.floorplans.dollhouse.angle import XY, Angle
from desktop.floorplans.dollhouse.blocks import WHOLE, Block, Box, blocks_of
from desktop.floorplans.dollhouse.faces import Column, Face, Line, Part, Slab, Surface, on_plane
from desktop.floorplans.dollhouse.turned import box_at
from desktop.floorplans.dollhouse.walls import CUT_MM
from desktop.floorplans.drawing.furniture import furniture_marks
from desktop.floorplans.plan import Furniture, Plan, RoomType

# What the catalogue does not have, from a file of another program, is a block this high.
UNKNOWN_MM = 750
# A thing lower than this has no body, it only shows a size.
BODY_MM = 2
ROUND_SIDES = 14

_SOFT = frozenset({"armchair", "cot", "lounger", "office-chair", "rug"})
_GREEN = frozenset({"plant", "planter"})
_WET = frozenset({RoomType.BATHROOM, RoomType.TOILET, RoomType.KITCHEN})


def furniture_columns(plan: Plan) -> Iterator[Column]:
    """The blocks of everything that stands in a storey."""
    for thing in plan.furniture.values():
        known = item(thing.item)
        if known is None:
            yield _column(thing, Block(WHOLE, 0, UNKNOWN_MM), Surface.WOOD, ())
        elif Use.FLAT not in known.uses:
            yield from _blocks(thing, known)


def solids(thing: Furniture) -> Iterator[tuple[tuple[XY, ...], float, float]]:
    """What a thing consists of, as it stands: the outline of each block with its lower and upper
    side. Nothing of what only shows a size."""
    known = item(thing.item)
    if known is None:
        yield _ring(thing, WHOLE), 0, UNKNOWN_MM
    elif known.height_mm > BODY_MM:
        for block in blocks_of(known):
            shape = _round(thing, block.box) if block.is_round else _ring(thing, block.box)
            yield shape, block.low_mm, block.high_mm
            if block.foot is not None:
                yield _ring(thing, block.foot), 0, block.low_mm


def flat_parts(plan: Plan, angle: Angle) -> Iterator[Part]:
    """Rugs, shower floors and turning circles, as they lie on the floor."""
    for thing in plan.furniture.values():
        known = item(thing.item)
        if known is not None and Use.FLAT in known.uses:
            if known.height_mm > BODY_MM:
                ring = tuple(angle.on_picture(x, y) for x, y in _ring(thing, WHOLE))
                yield Face((ring,), _surface(known))
            yield from on_plane(_picture(thing), 0, angle)


def _blocks(thing: Furniture, known: Item) -> Iterator[Column]:
    surface = _surface(known)
    for block in blocks_of(known):
        lines = _picture(thing) if block.has_picture else ()
        yield _column(thing, block, surface, lines)


def _column(thing: Furniture, block: Block, surface: Surface, lines: tuple[Line, ...]) -> Column:
    ring = _round(thing, block.box) if block.is_round else _ring(thing, block.box)
    high = min(block.high_mm, CUT_MM)
    slabs = [Slab(ring, block.low_mm, high, surface, lines=lines)]
    if block.foot is not None:
        foot = _ring(thing, block.foot)
        slabs.insert(0, Slab(foot, 0, block.low_mm, surface))
    return Column(_ring(thing, block.floor), tuple(slabs))


def _ring(thing: Furniture, box: Box) -> tuple[XY, ...]:
    """The corners of a part of a thing: shares of its width from the left and of its depth from
    the back, as in its picture."""
    left, back, right, front = box
    if thing.mirrored:
        left, right = 1 - right, 1 - left
    width, depth = thing.width_mm, thing.depth_mm
    told = (
        (left - 0.5) * width,
        (0.5 - front) * depth,
        (right - 0.5) * width,
        (0.5 - back) * depth,
    )
    return box_at(told, thing.at, thing.angle)


def _round(thing: Furniture, box: Box) -> tuple[XY, ...]:
    """The ellipse in such a box, counter-clockwise."""
    corners = _ring(thing, box)
    (ax, ay), (bx, by), (cx, cy), _last = corners
    middle_x, middle_y = (ax + cx) / 2, (ay + cy) / 2
    turns = [2 * pi * n / ROUND_SIDES for n in range(ROUND_SIDES)]
    return tuple(
        (
            middle_x + (bx - ax) / 2 * cos(turn) + (cx - bx) / 2 * sin(turn),
            middle_y + (by - ay) / 2 * cos(turn) + (cy - by) / 2 * sin(turn),
        )
        for turn in turns
    )


def _picture(thing: Furniture) -> tuple[Line, ...]:
    """The lines of its picture, as it stands in the plan."""
    return tuple(Line(stroke.points, stroke.closed) for stroke in furniture_marks(thing))


def _surface(known: Item) -> Surface:
    if known.key in _GREEN:
        return Surface.GREEN
    if known.key in _SOFT or known.uses & {Use.SOFA, Use.BED}:
        return Surface.CLOTH
    if _WET & set(known.rooms) and not known.uses & {Use.TABLE, Use.LIGHT}:
        return Surface.WHITE
    return Surface.WOOD
