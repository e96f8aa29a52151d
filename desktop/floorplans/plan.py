"""A floor plan as a value that never changes, and a home as its storeys.

Lengths and places are whole millimetres, so that nothing drifts, plans that are the same compare
equal, and undo gives back exactly what was. x runs to the right and y runs up, as on paper; the
angle of a thing is in whole degrees, counter-clockwise from the x axis.

What follows from a plan - joints, rooms, areas, checks - is not stored: `geometry` and `checks`
work it out. Walls meet where their ends are within `JOIN_MM` of each other or of another wall's
axis; no wall knows another.

The maps of a plan share what they have in common with the plan before it (`immutables.Map`), so
that ten thousand plans of undo take little more room than one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from math import hypot
from typing import NamedTuple

from immutables import Map

JOIN_MM = 10
SHORTEST_WALL_MM, LONGEST_WALL_MM = 50, 100_000
FARTHEST_MM = 1_000_000
MOST_WALLS = 5_000


class Point(NamedTuple):
    """A place in the plan, in millimetres."""

    x: int
    y: int

    def moved(self, dx: int, dy: int) -> Point:
        return Point(self.x + dx, self.y + dy)

    def distance_mm(self, other: Point) -> float:
        return hypot(self.x - other.x, self.y - other.y)


def beside(
    start: tuple[float, float], end: tuple[float, float], place: tuple[float, float]
) -> tuple[float, float]:
    """How far along the line from start to end a place lies, and how far off it (left is
    positive), in millimetres. The two ends are not the same place."""
    length = hypot(end[0] - start[0], end[1] - start[1])
    ux, uy = (end[0] - start[0]) / length, (end[1] - start[1]) / length
    dx, dy = place[0] - start[0], place[1] - start[1]
    return dx * ux + dy * uy, dy * ux - dx * uy


class WallKind(Enum):
    SHELL = "shell"  # between the home and what is outside it
    LOAD_BEARING = "load_bearing"
    PARTITION = "partition"


@dataclass(frozen=True, slots=True)
class Wall:
    """`start` and `end` are the ends of its axis. A locked wall belongs to the building: the
    tenant cannot change it. One that runs through stands on every storey, under one number."""

    start: Point
    end: Point
    thickness_mm: int = 100
    kind: WallKind = WallKind.PARTITION
    locked: bool = False
    runs_through: bool = False

    @property
    def length_mm(self) -> float:
        return self.start.distance_mm(self.end)

    @property
    def ends(self) -> tuple[Point, Point]:
        return self.start, self.end

    def beside(self, place: tuple[float, float]) -> tuple[float, float]:
        """How far along its axis a place lies, and how far off it (left is positive)."""
        return beside(self.start, self.end, place)

    def along(self, distance_mm: float) -> tuple[float, float]:
        """The place on the axis at a distance from its start."""
        part = distance_mm / self.length_mm
        return (
            self.start.x + (self.end.x - self.start.x) * part,
            self.start.y + (self.end.y - self.start.y) * part,
        )


class OpeningKind(Enum):
    DOOR = "door"
    WINDOW = "window"
    PASSAGE = "passage"


class Hinge(Enum):
    """Which side of its opening a door hangs at, seen along the wall from its start."""

    NEAR = "near"
    FAR = "far"

    @property
    def other(self) -> Hinge:
        return Hinge.FAR if self is Hinge.NEAR else Hinge.NEAR


class Side(Enum):
    """A side of a wall, seen along it from its start."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> Side:
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


@dataclass(frozen=True, slots=True)
class Opening:
    """A hole in a wall: from `at_mm` along its axis, `width_mm` wide, from `sill_mm` to `head_mm`
    above the floor. A door hangs at `hinge` and opens to `swing`; `front` marks the front door.
    A locked opening belongs to the facade."""

    wall: int
    kind: OpeningKind
    at_mm: int
    width_mm: int
    sill_mm: int = 0
    head_mm: int = 2_315
    hinge: Hinge = Hinge.NEAR
    swing: Side = Side.LEFT
    front: bool = False
    locked: bool = False

    @property
    def until_mm(self) -> int:
        return self.at_mm + self.width_mm


class RoomType(Enum):
    LIVING = "living"
    KITCHEN = "kitchen"
    BEDROOM = "bedroom"
    BATHROOM = "bathroom"
    TOILET = "toilet"
    HALL = "hall"
    STORAGE = "storage"
    OUTDOOR = "outdoor"
    SHAFT = "shaft"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class RoomLabel:
    """What the room around `at` is for. Without a name it is called after its type. That of a shaft
    that runs through stands on every storey, under one number."""

    at: Point
    type: RoomType
    name: str = ""
    runs_through: bool = False


@dataclass(frozen=True, slots=True)
class Furniture:
    """A thing from the catalogue; `at` is its middle. Before turning, its width lies along x and
    its back along the upper side."""

    item: str
    at: Point
    width_mm: int
    depth_mm: int
    angle: int = 0
    mirrored: bool = False
    locked: bool = False


class StairShape(Enum):
    """How a stair goes up: straight, around a corner, or around a pole."""

    STRAIGHT = "straight"
    QUARTER = "quarter"
    SPIRAL = "spiral"


@dataclass(frozen=True, slots=True)
class Stair:
    """A stair that goes up from `at`, the middle of its foot, in the direction `angle`, in `risers`
    steps up to the next storey. `run_mm` is how long it is in the middle of its width, where one
    walks. One with a turn goes left; `mirrored` it goes right."""

    at: Point
    angle: int
    width_mm: int = 900
    run_mm: int = 3_300
    risers: int = 16
    locked: bool = False
    shape: StairShape = StairShape.STRAIGHT
    mirrored: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    at: Point
    words: str
    height_mm: int = 200


@dataclass(frozen=True, slots=True)
class DimensionLine:
    """Measures from `start` to `end`, drawn `offset_mm` to the left of that line."""

    start: Point
    end: Point
    offset_mm: int = 300


@dataclass(frozen=True, slots=True)
class LowCeiling:
    """Where the ceiling is under 1.5 m, as under a sloping roof: a polygon."""

    corners: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Background:
    """A picture under the plan. `digest` is that of its file; `at` its lower left corner."""

    digest: str
    at: Point
    width_mm: int
    height_mm: int
    opacity_percent: int = 40


Thing = Wall | Opening | RoomLabel | Furniture | Stair | Text | DimensionLine | LowCeiling


@dataclass(frozen=True)
class Plan:
    """One storey. Each kind of thing stands in a map under its number; a number is used once in
    all of the plan (`next_id` is the first free one)."""

    name: str = ""
    ceiling_mm: int = 2_600
    walls: Map[int, Wall] = field(default_factory=Map)
    openings: Map[int, Opening] = field(default_factory=Map)
    labels: Map[int, RoomLabel] = field(default_factory=Map)
    furniture: Map[int, Furniture] = field(default_factory=Map)
    stairs: Map[int, Stair] = field(default_factory=Map)
    texts: Map[int, Text] = field(default_factory=Map)
    dimensions: Map[int, DimensionLine] = field(default_factory=Map)
    low_ceilings: Map[int, LowCeiling] = field(default_factory=Map)
    background: Background | None = None
    next_id: int = 1

    def openings_of(self, wall: int) -> Iterator[tuple[int, Opening]]:
        """The openings in a wall, with their numbers."""
        return ((id, opening) for id, opening in self.openings.items() if opening.wall == wall)


# The field of a plan that holds each kind of thing.
ROOM_OF: dict[type, str] = {
    Wall: "walls",
    Opening: "openings",
    RoomLabel: "labels",
    Furniture: "furniture",
    Stair: "stairs",
    Text: "texts",
    DimensionLine: "dimensions",
    LowCeiling: "low_ceilings",
}
THINGS = tuple(ROOM_OF.values())


@dataclass(frozen=True)
class Home:
    """A dwelling: its storeys from the lowest up. What runs through them is the same thing under
    the same number on each (`edits.on_all_storeys` keeps it so). `north` is where north lies on
    paper, in whole degrees counter-clockwise from the x axis (90: up). `floor_mm` is the thickness
    of the floor between two storeys; `wish` what the tenant wrote."""

    levels: tuple[Plan, ...] = (Plan(),)
    north: int = 90
    floor_mm: int = 300
    wish: str = ""
