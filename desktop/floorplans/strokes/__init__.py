"""Strokes of a pen or a finger become walls.

A hand does not draw straight: it trembles, rounds its corners, stops short of the wall it goes to
or crosses it, and goes over the same line twice. So a stroke is smoothed and cut at its corners
(Ramer-Douglas-Peucker), a straight line is fitted to each part of it, lines nearly along a main
direction are pulled to it, and what lies in one line becomes one wall. Then ends that nearly meet
are joined, and an end that nearly reaches a wall, of the plan too, goes on to it or is cut back.

The walls do not depend on the direction in which a stroke was drawn, on points that lie on it
twice, or on the order of the strokes. Lengths are millimetres.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop.floorplans.plan import FARTHEST_MM, SHORTEST_WALL_MM, Plan, Point, Wall
from desktop.floorplans.strokes.joints import (
    at_wall_ends,
    beside_walls,
    in_one_line,
    meeting,
    reaching,
)
from desktop.floorplans.strokes.overlaps import none_on_another
from desktop.floorplans.strokes.pieces import Piece, Place, whole
from desktop.floorplans.strokes.runs import runs_of
from desktop.language import _
from desktop.refused import Refused


def recognise(
    strokes: Sequence[Sequence[tuple[float, float]]], plan: Plan | None = None
) -> list[tuple[Point, Point]]:
    """The walls that somebody meant who drew these strokes, as the ends of their axes.

    Pieces drawn along a wall of `plan` are left out: that wall is there already. A stroke without
    length, as of a tap, gives nothing. Refused: a place that is no number (NaN, infinite), and
    one beyond 1 km.
    """
    old = () if plan is None else tuple(plan.walls.values())
    directions = _main_directions(old)
    runs = [run for stroke in _in_order(strokes) for run in runs_of(stroke, directions)]
    pieces = in_one_line(beside_walls(in_one_line(runs), old))
    pieces, short = at_wall_ends(pieces, old)
    pieces = in_one_line(beside_walls(pieces, old)) + short
    pieces = reaching(meeting(pieces), old)
    walls = [(_whole(piece.start), _whole(piece.end)) for piece in pieces]
    # Two short pieces whose ends were joined may have become the same one.
    distinct = {frozenset(ends): ends for ends in walls}.values()
    return none_on_another(
        [(start, end) for start, end in distinct if start.distance_mm(end) >= SHORTEST_WALL_MM]
    )


def _whole(place: Place) -> Point:
    return Point(whole(place[0]), whole(place[1]))


def _in_order(strokes: Sequence[Sequence[tuple[float, float]]]) -> list[list[Place]]:
    """The strokes without repeated points, each from the same of its ends whichever way it was
    drawn."""
    found = []
    for stroke in strokes:
        points: list[Place] = []
        for x, y in stroke:
            _must_be_a_place(x, y)
            if not points or points[-1] != (x, y):
                points.append((x, y))
        if len(points) > 1:
            found.append(min(points, points[::-1]))
    return sorted(found)


def _must_be_a_place(x: float, y: float) -> None:
    if x != x or y != y:
        raise Refused(_("This line has a place that is no number. Draw it again."))
    if max(abs(x), abs(y)) > FARTHEST_MM:
        raise Refused(_("This is too far away. A drawing is at most 1 kilometre wide."))


def _main_directions(walls: Iterable[Wall]) -> list[Place]:
    """Along the paper and square to it, and along the walls that are there."""
    slanted = {
        Piece(wall.start, wall.end).direction
        for wall in walls
        if wall.start.x != wall.end.x and wall.start.y != wall.end.y
    }
    return [(1.0, 0.0), (0.0, 1.0), *sorted(slanted)]
