"""Drawings of floorspace.js (and OpenStudio): stories of vertices, edges and faces in JSON.

Its edges have no thickness: what lies between two faces becomes a partition, the rest a shell wall.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeGuard

from desktop.floorplans import edits
from desktop.floorplans.codec import unreadable
from desktop.floorplans.exchange.limits import whole_mm
from desktop.floorplans.exchange.placing import FileRead, Placed, put_in_wall, with_walls
from desktop.floorplans.exchange.room_words import type_of
from desktop.floorplans.plan import (
    Home,
    OpeningKind,
    Plan,
    Point,
    RoomLabel,
    RoomType,
    Wall,
    WallKind,
)

MM_OF_UNIT = {"m": 1_000.0, "ft": 304.8}
SHELL_MM, PARTITION_MM = 300, 100
Json = Mapping[str, Any]


def is_floorspace(data: object) -> TypeGuard[Json]:
    """Whether JSON is such a drawing."""
    return isinstance(data, dict) and isinstance(data.get("stories"), list)


def read_floorspace(data: Json) -> FileRead:
    """The home in such a file. Refused: what is missing or of another type, too many walls,
    coordinates that are no numbers or beyond a kilometre."""
    try:
        unit = MM_OF_UNIT[data["project"]["config"]["units"]]
        read = [_Story(data, story, unit).read() for story in data["stories"]]
    except (KeyError, TypeError, ValueError, AttributeError, StopIteration) as error:
        raise unreadable() from error
    plans = tuple(plan for plan, _left_out in read)
    if not any(plan.walls for plan in plans):
        raise unreadable()
    return FileRead(Home(plans), sum(left_out for _plan, left_out in read))


class _Story:
    """One storey. `definitions` of doors and windows stand once for all."""

    def __init__(self, data: Json, story: Json, mm_a_unit: float) -> None:
        self._data, self._story, self._unit = data, story, mm_a_unit
        geometry = story["geometry"]
        self._places = {
            vertex["id"]: Point(self._mm(vertex["x"]), self._mm(vertex["y"]))
            for vertex in geometry["vertices"]
        }
        self._edges: dict[str, Json] = {edge["id"]: edge for edge in geometry["edges"]}
        self._faces: dict[str, Json] = {face["id"]: face for face in geometry["faces"]}

    def read(self) -> tuple[Plan, int]:
        height = self._story.get("floor_to_ceiling_height")
        ceiling = self._mm(height) if height else 2_600
        plan = Plan(name=str(self._story.get("name", "")), ceiling_mm=ceiling)
        plan = with_walls(plan, map(self._wall, self._edges.values()))
        left_out = 0
        for placed in self._openings():
            after = put_in_wall(plan, placed)
            left_out += after is None
            plan = after or plan
        for space in self._story.get("spaces", ()):
            plan = self._with_label(plan, space)
        return plan, left_out

    def _mm(self, length: float) -> int:
        return whole_mm(float(length) * self._unit)

    def _ends(self, edge: Json) -> tuple[Point, Point]:
        first, second = edge["vertex_ids"]
        return self._places[first], self._places[second]

    def _wall(self, edge: Json) -> Wall:
        inner = len(edge.get("face_ids", ())) > 1
        kind = WallKind.PARTITION if inner else WallKind.SHELL
        start, end = self._ends(edge)
        return Wall(start, end, PARTITION_MM if inner else SHELL_MM, kind)

    def _openings(self) -> Iterable[Placed]:
        for room, kind in (("windows", OpeningKind.WINDOW), ("doors", OpeningKind.DOOR)):
            singular = room.removesuffix("s")
            made = {one["id"]: one for one in self._data.get(f"{singular}_definitions", ())}
            for opening in self._story.get(room, ()):
                definition = made[opening[f"{singular}_definition_id"]]
                alphas = opening["alpha"]
                for alpha in alphas if isinstance(alphas, list) else [alphas]:
                    if definition.get("width") is not None:
                        yield self._placed(kind, definition, opening["edge_id"], float(alpha))

    def _placed(self, kind: OpeningKind, definition: Json, edge: str, alpha: float) -> Placed:
        """`alpha` is how far along the edge its middle is, from 0 to 1."""
        start, end = self._ends(self._edges[edge])
        sill = self._mm(definition.get("sill_height") or 0)
        return Placed(
            kind,
            whole_mm(start.x + (end.x - start.x) * alpha),
            whole_mm(start.y + (end.y - start.y) * alpha),
            self._mm(definition["width"]),
            sill,
            sill + self._mm(definition["height"]),
        )

    def _with_label(self, plan: Plan, space: Json) -> Plan:
        face = self._faces.get(space.get("face_id") or "")
        name = " ".join(str(space.get("name") or "").split())
        if face is None or not name:
            return plan
        corners = [point for edge in face["edge_ids"] for point in self._ends(self._edges[edge])]
        x = sum(corner.x for corner in corners) // len(corners)
        y = sum(corner.y for corner in corners) // len(corners)
        type = type_of(name) or RoomType.OTHER
        return edits.put(plan, RoomLabel(Point(x, y), type, name))[0]
