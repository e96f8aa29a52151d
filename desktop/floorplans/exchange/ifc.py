"""A home as IFC4 for the building models of architects: walls with their openings, doors, windows,
spaces, stairs and furniture, storey by storey. Needs the extra `ifc` (ifcopenshell)."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import shapely

from desktop.floorplans.catalogue import Use, item
from desktop.floorplans.dollhouse.furnishings import solids
from desktop.floorplans.drawing.marks import XY
from desktop.floorplans.drawing.openings import Along
from desktop.floorplans.drawing.storey import storey_word
from desktop.floorplans.geometry import Derived
from desktop.floorplans.geometry.derived import derive_home
from desktop.floorplans.geometry.stairs import treads
from desktop.floorplans.plan import (
    Home,
    Opening,
    OpeningKind,
    Plan,
    Stair,
    StairShape,
    Wall,
    WallKind,
)
from desktop.floorplans.wording import room_name
from desktop.language import _
from desktop.refused import Refused

Entity = Any  # ifcopenshell has no types
FILLING = {OpeningKind.DOOR: "IfcDoor", OpeningKind.WINDOW: "IfcWindow"}
LEAF_MM = 50  # how thick doors and windows are
STEP_MM = 180  # how thick a step of a stair is
STAIRS = {
    StairShape.STRAIGHT: "STRAIGHT_RUN_STAIR",
    StairShape.QUARTER: "QUARTER_TURN_STAIR",
    StairShape.SPIRAL: "SPIRAL_STAIR",
}
# What is sanitary has a class of its own; of other furniture the kind, where IFC has one.
SANITARY = {
    "toilet": "TOILETPAN",
    "toilet-accessible": "TOILETPAN",
    "bath": "BATH",
    "shower": "SHOWER",
    "shower-wide": "SHOWER",
    "hand-basin": "WASHHANDBASIN",
    "washbasin": "WASHHANDBASIN",
    "washbasin-double": "WASHHANDBASIN",
    "kitchen-sink": "SINK",
}
FURNITURE = {Use.BED: "BED", Use.TABLE: "TABLE", Use.SOFA: "SOFA"}
# An outline, and its lower and upper side above the floor.
Solid = tuple[shapely.Polygon, float, float]
# Beyond the faces of the wall, so that no skin of it stays.
OVER_MM = 10


def to_ifc(home: Home, title: str) -> bytes:
    """The file. Refused when the extra is not installed."""
    try:
        import ifcopenshell  # noqa: F401 - asked here once, for all below
    except ImportError as error:
        raise Refused(
            _("IFC needs an extra part of the program. Ask whoever keeps this computer for it."),
            "out",
        ) from error
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan.ifc"
        _Model(title).built(home).write(str(path))
        return path.read_bytes()


class _Model:
    """An IFC file that grows."""

    def __init__(self, title: str) -> None:
        import ifcopenshell.api.context
        import ifcopenshell.api.project
        import ifcopenshell.api.root
        import ifcopenshell.api.unit

        api = ifcopenshell.api
        self.file = api.project.create_file(version="IFC4")
        self.project = api.root.create_entity(self.file, ifc_class="IfcProject", name=title)
        length = api.unit.add_si_unit(self.file, unit_type="LENGTHUNIT", prefix="MILLI")
        square = api.unit.add_si_unit(self.file, unit_type="AREAUNIT")
        cube = api.unit.add_si_unit(self.file, unit_type="VOLUMEUNIT")
        api.unit.assign_unit(self.file, units=[length, square, cube])
        whole = api.context.add_context(self.file, context_type="Model")
        self.body = api.context.add_context(
            self.file,
            context_type="Model",
            context_identifier="Body",
            target_view="MODEL_VIEW",
            parent=whole,
        )

    def built(self, home: Home) -> Entity:
        """The file with the whole home in it."""
        site = self._part("IfcSite", self.project.Name, self.project)
        building = self._part("IfcBuilding", self.project.Name, site)
        floor_mm = 0
        for level, derived in enumerate(derive_home(home)):
            name = storey_word(home, level) or self.project.Name
            storey = self._part("IfcBuildingStorey", name, building)
            storey.Elevation = float(floor_mm)
            self._place(storey, floor_mm)
            self._fill(storey, derived)
            high_mm = derived.plan.ceiling_mm + home.floor_mm
            self._furnish(storey, derived.plan, high_mm)
            floor_mm += high_mm
        return self.file

    def _fill(self, storey: Entity, derived: Derived) -> None:
        plan = derived.plan
        walls = {}
        for id, wall in plan.walls.items():
            body = (derived.bodies[id], 0, plan.ceiling_mm)
            walls[id] = self._thing("IfcWall", storey, [body], _wall_name(wall))
        for opening in plan.openings.values():
            self._open(storey, plan, opening, walls[opening.wall])
        for room in derived.rooms:
            space = self._part("IfcSpace", room_name(room), storey)
            self._place(space, storey.Elevation)
            self._shape(space, [(room.polygon, 0, plan.ceiling_mm)])

    def _furnish(self, storey: Entity, plan: Plan, high_mm: int) -> None:
        """Stairs as their steps, up to the floor above, and furniture as simple blocks."""
        for stair in plan.stairs.values():
            steps = list(_steps(stair, high_mm))
            made = self._thing("IfcStair", storey, steps, _("Stair"))
            made.PredefinedType = STAIRS[stair.shape]
        for thing in plan.furniture.values():
            known = item(thing.item)
            bodies = [(shapely.Polygon(ring), low, high) for ring, low, high in solids(thing)]
            if bodies:
                name = thing.item if known is None else known.title
                kind = "IfcSanitaryTerminal" if thing.item in SANITARY else "IfcFurniture"
                self._thing(kind, storey, bodies, name).PredefinedType = _predefined(thing.item)

    def _open(self, storey: Entity, plan: Plan, opening: Opening, wall: Entity) -> None:
        """The hole in the wall, and the door or window in the hole."""
        import ifcopenshell.api.feature

        api = ifcopenshell.api.feature
        axis = plan.walls[opening.wall]
        high = opening.head_mm - opening.sill_mm
        whole = _across(opening, axis, axis.thickness_mm / 2 + OVER_MM)
        hole = self._entity("IfcOpeningElement", _("Opening"))
        self._place(hole, storey.Elevation)
        self._shape(hole, [(whole, opening.sill_mm, opening.head_mm)])
        api.add_feature(self.file, feature=hole, element=wall)
        kind = FILLING.get(opening.kind)
        if kind is None:
            return
        name = _("Door") if opening.kind is OpeningKind.DOOR else _("Window")
        leaf = _across(opening, axis, LEAF_MM / 2)
        body = (leaf, opening.sill_mm, opening.head_mm)
        filling = self._thing(kind, storey, [body], name)
        filling.OverallWidth, filling.OverallHeight = float(opening.width_mm), float(high)
        api.add_filling(self.file, opening=hole, element=filling)

    # Parts of the file -------------------------------------------------------------------

    def _entity(self, kind: str, name: str) -> Entity:
        import ifcopenshell.api.root

        return ifcopenshell.api.root.create_entity(self.file, ifc_class=kind, name=name)

    def _part(self, kind: str, name: str, whole: Entity) -> Entity:
        import ifcopenshell.api.aggregate

        part = self._entity(kind, name)
        ifcopenshell.api.aggregate.assign_object(self.file, products=[part], relating_object=whole)
        return part

    def _thing(self, kind: str, storey: Entity, bodies: Sequence[Solid], name: str) -> Entity:
        """Something that stands in a storey."""
        import ifcopenshell.api.spatial

        thing = self._entity(kind, name)
        ifcopenshell.api.spatial.assign_container(
            self.file, products=[thing], relating_structure=storey
        )
        self._place(thing, storey.Elevation)
        self._shape(thing, bodies)
        return thing

    def _place(self, thing: Entity, height_mm: float) -> None:
        import ifcopenshell.api.geometry
        import numpy as np

        at = np.eye(4)
        at[2, 3] = height_mm
        ifcopenshell.api.geometry.edit_object_placement(
            self.file, product=thing, matrix=at, is_si=False
        )

    def _shape(self, thing: Entity, bodies: Sequence[Solid]) -> None:
        """Its outlines, each extruded from its lower to its upper side above the floor."""
        import ifcopenshell.api.geometry

        made = [self._solid(*body) for body in bodies]
        body = self.file.create_entity(
            "IfcShapeRepresentation", self.body, "Body", "SweptSolid", made
        )
        ifcopenshell.api.geometry.assign_representation(
            self.file, product=thing, representation=body
        )

    def _solid(self, outline: shapely.Polygon, low_mm: float, high_mm: float) -> Entity:
        make = self.file.create_entity
        plain = outline.simplify(0.01)  # where walls meet, corners lie doubled
        rings = [self._ring(ring.coords[:-1]) for ring in (plain.exterior, *plain.interiors)]
        if len(rings) > 1:
            profile = make("IfcArbitraryProfileDefWithVoids", "AREA", None, rings[0], rings[1:])
        else:
            profile = make("IfcArbitraryClosedProfileDef", "AREA", None, rings[0])
        origin = make("IfcCartesianPoint", (0.0, 0.0, float(low_mm)))
        position = make("IfcAxis2Placement3D", origin)
        up = make("IfcDirection", (0.0, 0.0, 1.0))
        return make("IfcExtrudedAreaSolid", profile, position, up, float(high_mm - low_mm))

    def _ring(self, corners: Sequence[XY]) -> Entity:
        points = [
            self.file.create_entity("IfcCartesianPoint", (float(x), float(y))) for x, y in corners
        ]
        return self.file.create_entity("IfcPolyline", [*points, points[0]])


def _across(opening: Opening, wall: Wall, half_mm: float) -> shapely.Polygon:
    """The opening seen from above, so far to both sides of the axis."""
    seen, near, far = Along(wall), opening.at_mm, opening.until_mm
    corners = ((near, -half_mm), (far, -half_mm), (far, half_mm), (near, half_mm))
    return shapely.Polygon([seen.at(*corner) for corner in corners])


def _steps(stair: Stair, high_mm: int) -> Iterator[Solid]:
    for number, ring in enumerate(treads(stair), start=1):
        top = high_mm * number / stair.risers
        yield shapely.Polygon(ring), max(0.0, top - STEP_MM), top


def _predefined(key: str) -> str:
    """The word that IFC has for a thing of the catalogue."""
    if key in SANITARY:
        return SANITARY[key]
    known = item(key)
    uses = frozenset() if known is None else known.uses
    return next((word for use, word in FURNITURE.items() if use in uses), "NOTDEFINED")


def _wall_name(wall: Wall) -> str:
    names = {
        WallKind.SHELL: _("Outer wall"),
        WallKind.LOAD_BEARING: _("Load-bearing wall"),
        WallKind.PARTITION: _("Inner wall"),
    }
    return names[wall.kind]
