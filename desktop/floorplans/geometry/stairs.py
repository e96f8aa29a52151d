"""Where a stair stands, step by step, and where one leaves it.

A stair is told along the line that one walks, in the middle of its width: the foot is at the
origin and it goes up along x before it is turned. One with a turn goes left: in a quarter around
the corner of the wall, or around a pole; mirrored it goes right. Steps are equally deep on that
line, as the law measures them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from math import cos, degrees, pi, radians, sin, tau
from typing import NamedTuple, TypeAlias

from shapely import Polygon

from desktop.floorplans.plan import Point, Stair, StairShape

XY: TypeAlias = tuple[float, float]

POLE_MM = 50  # half as thick as the pole of a spiral stair
# An arc is told by a corner every so many degrees.
ARC_STEP = 9


class Edge(NamedTuple):
    """The two ends of the edge of a step, at the side to which the stair turns and at the other."""

    inner: XY
    outer: XY


class Top(NamedTuple):
    """The middle of the upper edge, and in which direction one walks off, in degrees."""

    x: float
    y: float
    angle: float


@lru_cache(maxsize=256)  # asked again at every movement of a hand, and mostly of the same stairs
def footprint(stair: Stair) -> Polygon:
    """The floor under a stair: also the hole in the floor above it."""
    half = stair.width_mm / 2
    match stair.shape:
        case StairShape.STRAIGHT:
            run = stair.run_mm
            corners = [(0.0, half), (0.0, -half), (run, -half), (run, half)]
        case StairShape.QUARTER:
            leg = _leg_mm(stair)
            right, top = leg + stair.width_mm, half + leg
            corners = [(0.0, -half), (right, -half), (right, top), (leg, top)]
            corners += [(leg, half), (0.0, half)]
        case StairShape.SPIRAL:
            sweep = min(_sweep(stair), tau)
            steps = max(2, round(degrees(sweep) / ARC_STEP))
            corners = [
                _around(stair, sweep * n / steps, _outer_mm(stair)) for n in range(steps + 1)
            ]
            corners = corners[:-1] if sweep == tau else [*corners, (0.0, _walked_mm(stair))]
    return Polygon(_placed(stair, corners))


def treads(stair: Stair) -> tuple[tuple[XY, ...], ...]:
    """The outline of every step from the lowest up, each counter-clockwise. The last riser ends on
    the floor above, so there is one step less than there are risers."""
    count = max(stair.risers - 1, 1)
    return tuple(_placed(stair, _tread(stair, n / count, (n + 1) / count)) for n in range(count))


def edges(stair: Stair) -> tuple[tuple[XY, XY], ...]:
    """The lines between the steps."""
    count = max(stair.risers - 1, 1)
    between = [_edge(stair, n / count) for n in range(1, count)]
    return tuple((_place(stair, edge.inner), _place(stair, edge.outer)) for edge in between)


def way(stair: Stair, margin_mm: float = 0.0) -> tuple[XY, ...]:
    """The line that one walks, from this far after its foot to this far before its top."""
    margin = min(margin_mm / stair.run_mm, 0.5)
    count = 1 if stair.shape is StairShape.STRAIGHT else 24
    parts = [margin + (1 - 2 * margin) * n / count for n in range(count + 1)]
    return tuple(_place(stair, _walked(stair, part)) for part in parts)


def halfway(stair: Stair) -> XY:
    """The place on the line that one walks half-way up."""
    return _place(stair, _walked(stair, 0.5))


def top(stair: Stair) -> Top:
    """Where one leaves the stair."""
    x, y = _place(stair, _walked(stair, 1.0))
    turn = {
        StairShape.STRAIGHT: 0.0,
        StairShape.QUARTER: 90.0,
        StairShape.SPIRAL: degrees(_sweep(stair)),
    }[stair.shape]
    return Top(x, y, (stair.angle + (-turn if stair.mirrored else turn)) % 360)


def box(stair: Stair) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of its floor before it is turned and moved, seen from its
    foot."""
    left, bottom, right, up = footprint(replace(stair, at=Point(0, 0), angle=0)).bounds
    return left, bottom, right, up


# Along the line that one walks ----------------------------------------------------------------


def _edge(stair: Stair, part: float) -> Edge:
    """The edge at a part of the way up, from 0 at the foot to 1 at the top."""
    half, width = stair.width_mm / 2, stair.width_mm
    match stair.shape:
        case StairShape.STRAIGHT:
            along = stair.run_mm * part
            return Edge((along, half), (along, -half))
        case StairShape.QUARTER:
            leg = _leg_mm(stair)
            along = part * (2 * leg + half * pi / 2)
            if along <= leg:
                return Edge((along, half), (along, -half))
            turned = (along - leg) / half
            if turned >= pi / 2:
                up = half + along - leg - half * pi / 2
                return Edge((leg, up), (leg + width, up))
            reach = width / max(sin(turned), cos(turned))
            outer = (leg + reach * sin(turned), half - reach * cos(turned))
            return Edge((leg, half), outer)
        case StairShape.SPIRAL:
            turned = _sweep(stair) * part
            return Edge(_around(stair, turned, POLE_MM), _around(stair, turned, _outer_mm(stair)))


def _tread(stair: Stair, low: float, high: float) -> list[XY]:
    first, last = _edge(stair, low), _edge(stair, high)
    outer, inner = [first.outer, last.outer], [last.inner, first.inner]
    if stair.shape is StairShape.SPIRAL:
        between = [low + (high - low) * n / 3 for n in (1, 2)]
        outer[1:1] = [_edge(stair, part).outer for part in between]
    elif stair.shape is StairShape.QUARTER:
        leg, half = _leg_mm(stair), stair.width_mm / 2
        whole = 2 * leg + half * pi / 2
        begin, end = leg / whole, 1 - leg / whole
        if low < 0.5 < high:
            outer.insert(1, (leg + stair.width_mm, -half))
        if low < begin < high or low < end < high:
            inner.insert(1, (leg, half))
    ring = [*outer, *inner]
    return [place for n, place in enumerate(ring) if place != ring[n - 1]]


def _leg_mm(stair: Stair) -> float:
    """How long each of the two straight parts is of a stair with a quarter turn."""
    return max(0.0, (stair.run_mm - stair.width_mm / 2 * pi / 2) / 2)


def _walked_mm(stair: Stair) -> float:
    """How far the line that one walks is from the middle of the pole."""
    return POLE_MM + stair.width_mm / 2


def _outer_mm(stair: Stair) -> float:
    return POLE_MM + float(stair.width_mm)


def _sweep(stair: Stair) -> float:
    """How far a spiral stair turns, in radians."""
    return stair.run_mm / _walked_mm(stair)


def _around(stair: Stair, turned: float, radius: float) -> XY:
    """A place around the pole, which stands at the left of the foot."""
    return radius * sin(turned), _walked_mm(stair) - radius * cos(turned)


def _walked(stair: Stair, part: float) -> XY:
    """The place where one walks at a part of the way up."""
    edge = _edge(stair, part)
    leg, half = _leg_mm(stair), stair.width_mm / 2
    if stair.shape is StairShape.QUARTER and edge.inner == (leg, half):
        turned = (part * (2 * leg + half * pi / 2) - leg) / half
        return leg + half * sin(turned), half - half * cos(turned)
    return (edge.inner[0] + edge.outer[0]) / 2, (edge.inner[1] + edge.outer[1]) / 2


# In the plan ----------------------------------------------------------------------------------


def _placed(stair: Stair, places: Iterable[XY]) -> tuple[XY, ...]:
    """A ring as it stands in the plan, still counter-clockwise when it is mirrored."""
    placed = tuple(_place(stair, place) for place in places)
    return placed[::-1] if stair.mirrored else placed


def _place(stair: Stair, place: XY) -> XY:
    x, y = place
    if stair.mirrored:
        y = -y
    c, s = cos(radians(stair.angle)), sin(radians(stair.angle))
    return stair.at.x + x * c - y * s, stair.at.y + x * s + y * c
