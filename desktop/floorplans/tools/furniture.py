"""Meubels: the thing chosen in the strip is put where one taps, with its back to a near wall.
Stairs are real ones: they go up to the next storey."""

from __future__ import annotations

from dataclasses import replace

from desktop.floorplans.catalogue import Item
from desktop.floorplans.edits import put
from desktop.floorplans.plan import Furniture, Plan, Point, Stair, StairShape
from desktop.floorplans.snapping import Onto, Snapper
from desktop.floorplans.tools.overlay import Outline, Overlay
from desktop.floorplans.tools.pointer import Pointer
from desktop.floorplans.tools.select.hit import corners
from desktop.floorplans.tools.select.things import standing
from desktop.floorplans.tools.sheet import Sheet
from desktop.floorplans.tools.tool import State, Tool
from desktop.language import N_, _
from desktop.refused import Refused

NOWHERE = Point(0, 0)
# The things of the catalogue that become a stair between two storeys, before they have a place.
STAIRS = {
    "stair-straight": Stair(NOWHERE, 0),
    "stair-quarter": Stair(NOWHERE, 0, shape=StairShape.QUARTER),
    "stair-spiral": Stair(NOWHERE, 0, width_mm=850, shape=StairShape.SPIRAL),
}


class Carrying(State):
    """What was chosen in the strip follows the pointer. Q turns it."""

    def __init__(self, sheet: Sheet, angle: int = 0) -> None:
        super().__init__(sheet)
        self._angle = angle
        self._shown: Furniture | Stair | None = None
        self._snapper = Snapper(sheet.plan.walls.values(), Onto.FACE)

    def move(self, pointer: Pointer) -> State:
        thing = self._in_hand()
        self._shown = None if thing is None else standing(self._snapper, thing, pointer)
        return self

    def press(self, pointer: Pointer) -> State:
        thing = self._in_hand()
        if thing is None:
            raise Refused(_("First choose a piece of furniture."))
        return Placing(self.sheet, self, thing, pointer)

    def turn(self) -> State:
        return Carrying(self.sheet, (self._angle + 90) % 360)

    def escape(self) -> State:
        self.sheet.carry(None)
        return Carrying(self.sheet)

    def _in_hand(self) -> Furniture | Stair | None:
        item = self.sheet.item
        return None if item is None else _made(item, self._angle)

    def overlay(self) -> Overlay:
        if self.sheet.item is None:
            return Overlay(hint=_("First choose a piece of furniture."))
        outlines = () if self._shown is None else (Outline(corners(self._shown)),)
        return Overlay(outlines=outlines, first_hint=_("Tap where it should stand. Q turns it."))


class Placing(State):
    """Put down and not let go yet: it moves along."""

    def __init__(
        self, sheet: Sheet, carrying: Carrying, thing: Furniture | Stair, pressed: Pointer
    ) -> None:
        super().__init__(sheet)
        self._carrying, self._thing = carrying, thing
        self._snapper = Snapper(sheet.plan.walls.values(), Onto.FACE)
        self._plan: Plan
        self._id: int
        self.move(pressed)

    def move(self, pointer: Pointer) -> State:
        thing = standing(self._snapper, self._thing, pointer)
        self._plan, self._id = put(self.sheet.plan, thing)
        self.sheet.preview(self._plan)
        return self

    def release(self, pointer: Pointer) -> State:
        is_stair = isinstance(self._thing, Stair)
        self.sheet.commit(_("Stair placed") if is_stair else _("Furniture placed"), self._plan)
        self.sheet.choose((self._id,))
        return Carrying(self.sheet)

    def escape(self) -> State:
        self.sheet.preview(None)
        return self._carrying


def _made(item: Item, angle: int) -> Furniture | Stair:
    """The thing before it has a place."""
    stair = STAIRS.get(item.key)
    return item.placed(NOWHERE, angle) if stair is None else replace(stair, angle=angle)


TOOL = Tool("furniture", N_("Furniture"), "furniture", "F", Carrying)
