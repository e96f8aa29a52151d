"""A storey as a drawing: rooms, furniture, stairs, walls, openings, words and lengths."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import cos, pi, radians, sin, sqrt

import shapely

from desktop.floorplans.drawing.furniture import furniture_marks
from desktop.floorplans.drawing.marks import (
    Anchor,
    Area,
    Drawing,
    Ink,
    Mark,
    Stroke,
    Words,
    areas,
)
from desktop.floorplans.drawing.measures import chains, dimension_marks
from desktop.floorplans.drawing.openings import hole, opening_marks
from desktop.floorplans.drawing.room_words import obstacles, room_words
from desktop.floorplans.geometry import Derived
from desktop.floorplans.geometry.stairs import edges, footprint, top, way
from desktop.floorplans.plan import Home, LowCeiling, RoomType, Stair, Text, WallKind
from desktop.language import _

ROOM_INKS = {type: Ink[type.name] for type in RoomType}
WALL_INKS = {kind: Ink[kind.name] for kind in WallKind}


@dataclass(frozen=True)
class Storey:
    """A storey to draw, to one scale or several: what does not depend on the scale is made once."""

    derived: Derived

    def at(self, scale: int) -> Drawing:
        """All that is in it, with its chains of dimensions. Words and ticks are as large as they
        must be on paper at 1 to `scale`."""
        return Drawing(
            (
                *self._bare,
                *_lettering(self.derived, self._obstacles, scale),
                *chains(self.derived, scale),
            )
        )

    @cached_property
    def _obstacles(self) -> shapely.STRtree:
        return obstacles(self.derived)

    @cached_property
    def _bare(self) -> tuple[Mark, ...]:
        return tuple(_bare(self.derived))


def draw_plain(derived: Derived, scale: int) -> Drawing:
    """The storey without the chains, for where it stands small beside others."""
    return Drawing((*_bare(derived), *_lettering(derived, obstacles(derived), scale)))


def storey_word(home: Home, level: int) -> str:
    """What a storey is called; nothing when the home has one without a name."""
    name = home.levels[level].name
    if name or len(home.levels) == 1:
        return name
    return _("Ground floor") if level == 0 else _("Storey {n}").format(n=level)


def _bare(derived: Derived) -> Iterator[Mark]:
    plan = derived.plan
    for room in derived.rooms:
        yield from areas(ROOM_INKS[room.type], room.polygon)
    for thing in plan.furniture.values():
        yield from furniture_marks(thing)
    for stair in (*plan.stairs.values(), *derived.holes.values()):
        yield from stair_marks(stair)
    yield from _walls(derived)
    for opening in plan.openings.values():
        yield from opening_marks(opening, plan.walls[opening.wall])
    for ceiling in plan.low_ceilings.values():
        yield ceiling_mark(ceiling)


def _lettering(derived: Derived, around: shapely.STRtree, scale: int) -> Iterator[Mark]:
    plan = derived.plan
    yield from room_words(derived, around, scale)
    for text in plan.texts.values():
        yield _text(text)
    for line in plan.dimensions.values():
        yield from dimension_marks(line, scale)


def _walls(derived: Derived) -> Iterator[Area]:
    """Walls of one kind are one shape, so that no line shows where they meet."""
    plan = derived.plan
    for kind in WallKind:
        bodies = [body for id, body in derived.bodies.items() if plan.walls[id].kind is kind]
        holes = [
            shapely.Polygon(hole(opening, plan.walls[opening.wall]))
            for opening in plan.openings.values()
            if plan.walls[opening.wall].kind is kind
        ]
        if bodies:
            whole = shapely.difference(shapely.union_all(bodies), shapely.union_all(holes))
            yield from areas(WALL_INKS[kind], whole)


def stair_marks(stair: Stair) -> Iterator[Stroke]:
    """Its steps, and an arrow that goes up."""
    outline = tuple((x, y) for x, y in footprint(stair).exterior.coords[:-1])
    yield Stroke(Ink.STAIR, outline, closed=True, filled=True)
    for edge in edges(stair):
        yield Stroke(Ink.STAIR, edge)
    walked = way(stair, 60)
    yield Stroke(Ink.STAIR, walked)
    (x, y), back = walked[-1], radians(top(stair).angle + 180)
    barb = min(stair.width_mm / 4, 150) * sqrt(2)
    ends = [(x + barb * cos(back + by), y + barb * sin(back + by)) for by in (-pi / 4, pi / 4)]
    yield Stroke(Ink.STAIR, (ends[0], (x, y), ends[1]))


def ceiling_mark(ceiling: LowCeiling) -> Stroke:
    return Stroke(Ink.LOW_CEILING, tuple(ceiling.corners), closed=True)


def _text(text: Text) -> Words:
    return Words(Ink.TEXT, text.at, text.words, float(text.height_mm), Anchor.START)
