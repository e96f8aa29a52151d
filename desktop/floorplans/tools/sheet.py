"""The plan as the tools see it: an editor, what is chosen, and a snapper for the walls there."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from immutables import Map

from desktop.floorplans.catalogue import Item
from desktop.floorplans.edits import find
from desktop.floorplans.geometry import Derived
from desktop.floorplans.plan import Plan, Point, Thing, Wall
from desktop.floorplans.snapping import Onto, Snap, Snapper
from desktop.floorplans.tools.editor import Editor
from desktop.floorplans.tools.pointer import Pointer

Told = Callable[[str], object]


class Sheet:
    """What all states of all tools share. `say` tells the user why a thing cannot be; `chose` is
    called when something else is chosen."""

    def __init__(self, editor: Editor, say: Told, chose: Callable[[], object]) -> None:
        self._editor, self.say, self._chose = editor, say, chose
        self._chosen: tuple[int, ...] = ()
        self.item: Item | None = None  # the furniture that is in hand, to be put down
        self._snappers: dict[Onto, tuple[Map[int, Wall], Snapper]] = {}

    @property
    def plan(self) -> Plan:
        """As it is kept, without the change in hand."""
        return self._editor.kept_plan

    @property
    def shown(self) -> Plan:
        """With the change in hand."""
        return self._editor.plan

    @property
    def derived(self) -> Derived:
        """What follows from what is shown."""
        return self._editor.derived()

    @property
    def chosen(self) -> dict[int, Thing]:
        """The things that are chosen, as they are shown, in the order in which they were."""
        things = {}
        for id in self._chosen:
            try:
                things[id] = find(self.shown, id)
            except KeyError:  # undone since
                continue
        return things

    def choose(self, ids: Iterable[int]) -> None:
        """Choose these things and no others."""
        if (chosen := tuple(ids)) != self._chosen:
            self._chosen = chosen
            self._chose()

    def carry(self, item: Item | None) -> None:
        """Take a piece of furniture in hand; None puts it back."""
        self.item = item

    def preview(self, plan: Plan | None) -> None:
        self._editor.preview(plan)

    def commit(self, name: str, plan: Plan) -> None:
        self._editor.commit(name, plan)

    def snap(
        self,
        pointer: Pointer,
        start: Point | None = None,
        corner: Point | None = None,
        onto: Onto = Onto.AXIS,
    ) -> Snap:
        """Where a point goes in the plan as it is kept."""
        walls, snapper = self._snappers.get(onto, (None, None))
        if snapper is None or walls is not self.plan.walls:
            snapper = Snapper(self.plan.walls.values(), onto)
            self._snappers[onto] = (self.plan.walls, snapper)
        return snapped(snapper, pointer, start, corner)


def snapped(
    snapper: Snapper, pointer: Pointer, start: Point | None = None, corner: Point | None = None
) -> Snap:
    """Where a snapper sends what is pointed at."""
    return snapper.snap(
        pointer.x,
        pointer.y,
        pointer.reach_mm,
        start=start,
        corner=corner,
        step_mm=pointer.step_mm,
        free=pointer.free,
    )
