"""What doors and windows share: they are put on a wall by a tap, and slide along it by a drag."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from desktop.floorplans.edits import add_opening
from desktop.floorplans.plan import Opening, OpeningKind, Plan, Wall
from desktop.floorplans.tools.facade import must_not_be_shared
from desktop.floorplans.tools.overlay import Outline, Overlay
from desktop.floorplans.tools.pointer import Pointer
from desktop.floorplans.tools.select.hit import hit, walls_under
from desktop.floorplans.tools.select.openings import opening_measures, snapped_along
from desktop.floorplans.tools.sheet import Sheet
from desktop.floorplans.tools.tool import State
from desktop.language import _
from desktop.refused import Refused


@dataclass(frozen=True)
class Offer:
    """What is put on a wall, `width_mm` wide. `placed` names the edit and `hint` says what to do
    the first time, in the user's language; `again` is what a tap on one that is there already
    does."""

    kind: OpeningKind
    width_mm: int
    placed: Callable[[], str]
    hint: Callable[[], str]
    again: Callable[[Sheet, int], None]


class Looking(State):
    """No wall tapped yet; an outline shows where it would come."""

    def __init__(self, sheet: Sheet, offer: Offer) -> None:
        super().__init__(sheet)
        self._offer = offer
        self._shown: Opening | None = None

    def move(self, pointer: Pointer) -> State:
        there = _opening_under(self.sheet, pointer)
        self._shown = None if there is not None else _on_wall(self.sheet, self._offer, pointer)
        return self

    def press(self, pointer: Pointer) -> State:
        there = _opening_under(self.sheet, pointer)
        if there is not None:
            self._offer.again(self.sheet, there)
            return self
        opening = _on_wall(self.sheet, self._offer, pointer)
        if opening is None:
            raise Refused(_("Tap a wall: doors and windows go in a wall."))
        return Placing(self.sheet, self._offer, opening)

    def overlay(self) -> Overlay:
        outlines: tuple[Outline, ...] = ()
        if self._shown is not None and self._shown.wall in self.sheet.plan.walls:
            outlines = (_outline(self._shown, self.sheet.plan.walls[self._shown.wall]),)
        return Overlay(outlines=outlines, first_hint=self._offer.hint())


class Placing(State):
    """Put on a wall and not let go yet: it slides along. Where it cannot be it is red, and when
    it is let go there it is not kept."""

    def __init__(self, sheet: Sheet, offer: Offer, opening: Opening) -> None:
        super().__init__(sheet)
        self._offer, self._opening = offer, opening
        self._plan: Plan | None = None
        self._id = 0
        self._refused: Refused | None = None
        self._try(opening)

    def move(self, pointer: Pointer) -> State:
        wall = self.sheet.plan.walls[self._opening.wall]
        self._try(_placed(self._opening, wall, pointer))
        return self

    def release(self, pointer: Pointer) -> State:
        if self._refused is not None:
            self.sheet.preview(None)
            self.sheet.say(self._refused.sentence)
        elif self._plan is not None:
            self.sheet.commit(self._offer.placed(), self._plan)
        return Looking(self.sheet, self._offer)

    def escape(self) -> State:
        self.sheet.preview(None)
        return Looking(self.sheet, self._offer)

    def _try(self, opening: Opening) -> None:
        self._opening, self._plan, self._refused = opening, None, None
        try:
            must_not_be_shared(self.sheet.plan, opening.wall)
            self._plan, self._id = add_opening(
                self.sheet.plan, opening.wall, opening.kind, opening.at_mm, opening.width_mm
            )
        except Refused as refused:
            self._refused = refused
        self.sheet.preview(self._plan)

    def overlay(self) -> Overlay:
        if self._plan is None:
            wall = self.sheet.plan.walls[self._opening.wall]
            return Overlay(outlines=(replace(_outline(self._opening, wall), possible=False),))
        measures = opening_measures(self.sheet, self._plan, self._id, self)
        # What is not kept yet cannot be slid to a length that is typed.
        return Overlay(measures=tuple(replace(measure, set=None) for measure in measures))


def _opening_under(sheet: Sheet, pointer: Pointer) -> int | None:
    id = hit(sheet.derived, pointer)
    return id if id in sheet.plan.openings else None


def _on_wall(sheet: Sheet, offer: Offer, pointer: Pointer) -> Opening | None:
    """What would come on the wall under the pointer."""
    for id in walls_under(sheet.derived, pointer):
        wall = sheet.plan.walls.get(id)
        if wall is not None:
            return _placed(Opening(id, offer.kind, 0, offer.width_mm), wall, pointer)
    return None


def _placed(opening: Opening, wall: Wall, pointer: Pointer) -> Opening:
    """The opening around the pointer, as far as its wall goes."""
    at = snapped_along(wall, opening, wall.beside(pointer.place)[0] - opening.width_mm / 2, pointer)
    return replace(opening, at_mm=max(0, min(at, int(wall.length_mm) - opening.width_mm)))


def _outline(opening: Opening, wall: Wall) -> Outline:
    (ax, ay), (bx, by) = wall.along(opening.at_mm), wall.along(opening.until_mm)
    half = wall.thickness_mm / 2
    nx = -(wall.end.y - wall.start.y) / wall.length_mm * half
    ny = (wall.end.x - wall.start.x) / wall.length_mm * half
    return Outline(((ax + nx, ay + ny), (bx + nx, by + ny), (bx - nx, by - ny), (ax - nx, ay - ny)))
