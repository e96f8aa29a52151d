"""Furniture and stairs in a DXF file: a block for each, so that an architect can move and count
them, and so that they come back as what they are.

Our own blocks are called after what they are: `samenspraak sofa`, `samenspraak stair straight
900x3300x16`; they are inserted by their middle, a stair by its foot. Of others, a block on a layer
for furniture is a piece of furniture as large as what is drawn in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import hypot

from ezdxf import bbox
from ezdxf.document import Drawing as Document
from ezdxf.entities.insert import Insert

from desktop.floorplans.drawing.furniture import furniture_marks
from desktop.floorplans.drawing.marks import Mark
from desktop.floorplans.drawing.storey import stair_marks
from desktop.floorplans.exchange.furniture_words import key_for
from desktop.floorplans.exchange.limits import whole_mm
from desktop.floorplans.plan import Furniture, Point, Stair, StairShape

OURS = "samenspraak "
_STAIR = re.compile(r"samenspraak stair (\w+) (\d+)x(\d+)x(\d+)( mirrored)?$")
_THING = re.compile(r"samenspraak (.+) (\d+)x(\d+)( mirrored)?$")
# A block larger than this is a building and no thing in it.
LARGEST_MM = 6_000
SMALLEST_MM = 50


def block_name(thing: Furniture | Stair) -> str:
    """How the block of a thing is called; things that look the same have one block."""
    mirrored = " mirrored" if thing.mirrored else ""
    if isinstance(thing, Stair):
        sizes = f"{thing.width_mm}x{thing.run_mm}x{thing.risers}"
        return f"{OURS}stair {thing.shape.value} {sizes}{mirrored}"
    name = re.sub(r"[^\w -]", "", thing.item) or "thing"
    return f"{OURS}{name} {thing.width_mm}x{thing.depth_mm}{mirrored}"


def marks_in_block(thing: Furniture | Stair) -> Iterable[Mark]:
    """What is drawn in its block: the thing before it is turned, at the origin."""
    if isinstance(thing, Stair):
        return stair_marks(replace(thing, at=Point(0, 0), angle=0))
    return furniture_marks(replace(thing, at=Point(0, 0), angle=0))


def is_ours(insert: Insert) -> bool:
    return str(insert.dxf.name).startswith(OURS)


def thing_of(document: Document, insert: Insert, mm_a_unit: float) -> Furniture | Stair | None:
    """The thing that an inserted block shows; None for one that is none: too large, or empty."""
    x, y = insert.dxf.insert.x * mm_a_unit, insert.dxf.insert.y * mm_a_unit
    angle = round(insert.dxf.get("rotation", 0.0)) % 360
    name: str = insert.dxf.name
    stair = _STAIR.match(name)
    if stair and stair[1] in {shape.value for shape in StairShape}:
        width, run, risers = (int(stair[n]) for n in (2, 3, 4))
        return Stair(
            Point(whole_mm(x), whole_mm(y)),
            angle,
            width,
            run,
            risers,
            shape=StairShape(stair[1]),
            mirrored=bool(stair[5]),
        )
    ours = _THING.match(name)
    if ours:
        at = Point(whole_mm(x), whole_mm(y))
        return Furniture(ours[1], at, int(ours[2]), int(ours[3]), angle, bool(ours[4]))
    return _of_others(document, insert, mm_a_unit, angle)


def _of_others(
    document: Document, insert: Insert, mm_a_unit: float, angle: int
) -> Furniture | None:
    block = document.blocks.get(insert.dxf.name)
    drawn = None if block is None else bbox.extents(block, fast=True)
    around = bbox.extents(insert.virtual_entities(), fast=True)
    if drawn is None or not drawn.has_data or not around.has_data:
        return None
    width = whole_mm(drawn.size.x * abs(insert.dxf.get("xscale", 1.0)) * mm_a_unit)
    depth = whole_mm(drawn.size.y * abs(insert.dxf.get("yscale", 1.0)) * mm_a_unit)
    if not min(width, depth) >= SMALLEST_MM or hypot(width, depth) > LARGEST_MM:
        return None
    middle = around.center
    at = Point(whole_mm(middle.x * mm_a_unit), whole_mm(middle.y * mm_a_unit))
    key = key_for(insert.dxf.name, width, depth)
    mirrored = insert.dxf.get("xscale", 1.0) < 0
    return Furniture(key, at, width, depth, angle, mirrored)


def blocks_of(things: Iterable[Furniture | Stair]) -> Iterator[tuple[str, Furniture | Stair]]:
    """One thing for each block that these need, with its name."""
    yield from {block_name(thing): thing for thing in things}.items()
