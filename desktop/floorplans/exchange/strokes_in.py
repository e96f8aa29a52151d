"""Strokes of a pen from a file, as walls."""

from __future__ import annotations

from math import isfinite

from desktop.floorplans import edits
from desktop.floorplans.codec import unreadable
from desktop.floorplans.exchange.own import values_of
from desktop.floorplans.plan import FARTHEST_MM, Home, Plan, Wall
from desktop.floorplans.strokes import recognise
from desktop.language import _
from desktop.refused import Refused

MOST_POINTS = 200_000
Stroke = list[tuple[float, float]]


def drawn(content: bytes) -> Home:
    """The home of walls that are recognised in a JSON list of strokes, each a list of `[x, y]` in
    millimetres. Refused: what is no such list, and coordinates that are no numbers or beyond a
    kilometre."""
    plan = Plan()
    for start, end in recognise(_strokes(content)):
        plan, _id = edits.put(plan, Wall(start, end))
    return Home((plan,))


def _strokes(content: bytes) -> list[Stroke]:
    data = values_of(content)
    if not isinstance(data, list) or not all(isinstance(stroke, list) for stroke in data):
        raise _no_strokes()
    if sum(map(len, data)) > MOST_POINTS:
        raise Refused(_("These are more than 200,000 points. Draw with fewer strokes."), "file")
    return [[_point(point) for point in stroke] for stroke in data]


def _point(point: object) -> tuple[float, float]:
    if not isinstance(point, list) or len(point) != 2:
        raise _no_strokes()
    x, y = point
    for length in (x, y):
        if isinstance(length, bool) or not isinstance(length, int | float):
            raise _no_strokes()
        if not isfinite(length) or abs(length) > FARTHEST_MM:
            raise unreadable()
    return float(x), float(y)


def _no_strokes() -> Refused:
    return Refused(
        _(
            "There are no strokes in this file. It is a list of strokes, each a list of points "
            "[x, y] in millimetres."
        ),
        "file",
    )
