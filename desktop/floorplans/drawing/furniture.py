"""Furniture as the catalogue draws it, turned as it stands."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, radians, sin

from desktop.floorplans.catalogue import item
from desktop.floorplans.drawing.marks import XY, Ink, Stroke
from desktop.floorplans.drawing.svg_shapes import read_picture
from desktop.floorplans.plan import Furniture


def furniture_marks(thing: Furniture) -> Iterator[Stroke]:
    """The lines of its picture; an outline for what the catalogue does not have, as things from
    the files of other programs."""
    half_width, half_depth = thing.width_mm / 2, thing.depth_mm / 2
    known = item(thing.item)
    if known is None:
        corners = (
            (-half_width, -half_depth),
            (half_width, -half_depth),
            (half_width, half_depth),
            (-half_width, half_depth),
        )
        outline = tuple(_placed(thing, at) for at in corners)
        yield Stroke(Ink.FURNITURE, outline, closed=True, filled=True)
        return
    picture = read_picture(known.picture)
    wide, deep = thing.width_mm / picture.width, thing.depth_mm / picture.height
    for line in picture.lines:
        places = ((x * wide - half_width, half_depth - y * deep) for x, y in line.points)
        points = tuple(_placed(thing, at) for at in places)
        yield Stroke(Ink.FURNITURE, points, line.closed, line.filled)


def _placed(thing: Furniture, place: XY) -> XY:
    """A place on the thing, whose middle is the origin, as it stands in the plan."""
    x, y = place
    if thing.mirrored:
        x = -x
    c, s = cos(radians(thing.angle)), sin(radians(thing.angle))
    return thing.at.x + x * c - y * s, thing.at.y + x * s + y * c
