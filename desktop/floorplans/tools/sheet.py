"""The plan as the tools see it: an editor, what is chosen, and a snapper for the walls there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from time import monotonic

from immutables import Map

from desktop.floorplans.catalogue import Item
from desktop.floorplans.edits import find
from desktop.floorplans.geometry import Derived
from desktop.floorplans.plan import Plan, Point, Thing, Wall
from desktop.floorplans.snapping import Onto, Snap, Snapper
from desktop.floorplans.tools.editor import Editor
from desktop.floorplans.tools.pointer import Pointer

Told = Callable[[str], object]
Stroke = Sequence[tuple[float, float]]
# Moves by key that follow each other within this time are one step of undo.
ONE_MOVE_S = 1.5


@dataclass(frozen=True)
class _Nudge:
    """The last move by key: the plan it led to, what moved, and when, in seconds."""

    plan: Plan
    ids: tuple[int, ...]
    at_s: float


class Sheet:
    """What all states of all tools share. `say` tells the user why a thing cannot be, and with an
    empty sentence that it is over; `chose` is called when something else is chosen; `clock` gives
    seconds. `learned` are the keys of the tools with which something was done here, `pencil` the
    lines that were drawn by hand, `shafts` whether the building itself is prepared here: a room can
    be made a shaft of it, and a thing locked."""

    def __init__(
        self,
        editor: Editor,
        say: Told,
        chose: Callable[[], object],
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._editor, self._say, self._chose, self._clock = editor, say, chose, clock
        self._chosen: tuple[int, ...] = ()
        self.said = ""
        self.learned: set[str] = set()
        self.pencil: list[Stroke] = []
        self.shafts = False
        self._nudge: _Nudge | None = None
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

    def say(self, sentence: str) -> None:
        """Say why a thing cannot be."""
        self.said = sentence
        self._say(sentence)

    def fall_silent(self) -> None:
        """What was said is over."""
        if self.said:
            self.say("")

    def carry(self, item: Item | None) -> None:
        """Take a piece of furniture in hand; None puts it back."""
        self.item = item

    def preview(self, plan: Plan | None) -> None:
        self._editor.preview(plan)

    def commit(self, name: str, plan: Plan) -> None:
        self._editor.commit(name, plan)

    def commit_nudge(self, name: str, plan: Plan) -> None:
        """Keep a move by key of what is chosen. With the one just before it, when nothing else
        happened in between, it is one step: nobody wants to undo forty times."""
        before, now_s = self._nudge, self._clock()
        if (
            before is not None
            and before.plan is self.plan
            and before.ids == self._chosen
            and now_s - before.at_s <= ONE_MOVE_S
        ):
            self._editor.undo()
        self._editor.commit(name, plan)
        self._nudge = _Nudge(self.plan, self._chosen, now_s)

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
