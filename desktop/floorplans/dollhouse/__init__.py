"""The home seen at an angle from above, as a doll's house with its roof taken off.

Walls are cut at 1.2 m, and lower in front of the home, so that one looks into every room; a wall
with nothing behind it stands at its full height and shows its windows. Doors stand open, and one
looks through the slope of a roof. Lines that are parallel in
the home are parallel in the picture (axonometric), so that rooms can be compared. Everything here
is geometry: `canvas` paints it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.floorplans.dollhouse.angle import Angle
from desktop.floorplans.dollhouse.doors import door_columns
from desktop.floorplans.dollhouse.faces import Face, Line, Part, faces_of
from desktop.floorplans.dollhouse.floors import floor_faces
from desktop.floorplans.dollhouse.furnishings import flat_parts, furniture_columns
from desktop.floorplans.dollhouse.order import from_the_back
from desktop.floorplans.dollhouse.roofs import roof_parts
from desktop.floorplans.dollhouse.stairs import stair_columns
from desktop.floorplans.dollhouse.walls import wall_columns
from desktop.floorplans.geometry import Derived

__all__ = ["Angle", "Box", "Face", "Line", "Storey", "storeys"]

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Storey:
    """One storey in the picture: what is painted, from the back to the front, and the box around
    it (left, bottom, right, top) in millimetres of the picture, whose y runs up."""

    level: int
    name: str
    parts: tuple[Part, ...]
    box: Box


def storeys(derived: Sequence[Derived], angle: Angle, level: int | None = None) -> list[Storey]:
    """The storeys from the lowest up, each on its own, or the chosen one alone. A storey without
    anything in it is left out."""
    shown = range(len(derived)) if level is None else [level]
    made = []
    for number in shown:
        parts = _parts(derived[number], angle)
        if parts:
            name = derived[number].plan.name
            made.append(Storey(number, name, tuple(parts), _box(parts)))
    return made


def _parts(derived: Derived, angle: Angle) -> list[Part]:
    columns = [
        *wall_columns(derived, angle),
        *door_columns(derived, angle),
        *furniture_columns(derived.plan),
        *stair_columns(derived.plan),
    ]
    parts: list[Part] = list(floor_faces(derived, angle))
    parts += flat_parts(derived.plan, angle)
    for column in from_the_back(columns, angle):
        parts += faces_of(column, angle)
    parts += roof_parts(derived, angle)
    return parts


def _box(parts: Sequence[Part]) -> Box:
    places = [place for part in parts for place in part.places]
    xs, ys = [x for x, _y in places], [y for _x, y in places]
    return min(xs), min(ys), max(xs), max(ys)
