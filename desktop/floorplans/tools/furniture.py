"""Meubels: the thing chosen in the strip is put where one taps, with its back to a near wall."""

from __future__ import annotations

from dataclasses import replace

from desktop.floorplans.edits import put
from desktop.floorplans.plan import Furniture, Plan
from desktop.floorplans.snapping import Onto, Snapper
from desktop.floorplans.tools.overlay import Outline, Overlay
from desktop.floorplans.tools.pointer import Pointer
from desktop.floorplans.tools.select.hit import corners
from desktop.floorplans.tools.select.things import against_wall
from desktop.floorplans.tools.sheet import Sheet
from desktop.floorplans.tools.tool import State, Tool
from desktop.language import N_, _
from desktop.refused import Refused


class Carrying(State):
    """What was chosen in the strip follows the pointer. Q turns it."""

    def __init__(self, sheet: Sheet, angle: int = 0) -> None:
        super().__init__(sheet)
        self._angle = angle
        self._shown: Furniture | None = None
        self._snapper = Snapper(sheet.plan.walls.values(), Onto.FACE)

    def move(self, pointer: Pointer) -> State:
        self._shown = self._placed(pointer)
        return self

    def press(self, pointer: Pointer) -> State:
        thing = self._placed(pointer)
        if thing is None:
            raise Refused(_("First choose a piece of furniture."))
        return Placing(self.sheet, self, thing, pointer)

    def turn(self) -> State:
        return Carrying(self.sheet, (self._angle + 90) % 360)

    def escape(self) -> State:
        self.sheet.carry(None)
        return Carrying(self.sheet)

    def _placed(self, pointer: Pointer) -> Furniture | None:
        item = self.sheet.item
        if item is None:
            return None
        return against_wall(self._snapper, item.placed(pointer.at, self._angle), pointer)

    def overlay(self) -> Overlay:
        if self.sheet.item is None:
            return Overlay(hint=_("First choose a piece of furniture."))
        outlines = () if self._shown is None else (Outline(corners(self._shown)),)
        return Overlay(outlines=outlines, hint=_("Tap where it should stand. Q turns it."))


class Placing(State):
    """Put down and not let go yet: it moves along."""

    def __init__(
        self, sheet: Sheet, carrying: Carrying, thing: Furniture, pressed: Pointer
    ) -> None:
        super().__init__(sheet)
        self._carrying, self._thing = carrying, thing
        self._snapper = Snapper(sheet.plan.walls.values(), Onto.FACE)
        self._plan: Plan
        self._id: int
        self.move(pressed)

    def move(self, pointer: Pointer) -> State:
        thing = against_wall(self._snapper, replace(self._thing, at=pointer.at), pointer)
        self._plan, self._id = put(self.sheet.plan, thing)
        self.sheet.preview(self._plan)
        return self

    def release(self, pointer: Pointer) -> State:
        self.sheet.commit(_("Furniture placed"), self._plan)
        self.sheet.choose((self._id,))
        return Carrying(self.sheet)

    def escape(self) -> State:
        self.sheet.preview(None)
        return self._carrying


TOOL = Tool("furniture", N_("Furniture"), "furniture", "F", Carrying)
