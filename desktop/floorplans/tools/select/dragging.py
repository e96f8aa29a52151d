"""What every drag of a thing has in common."""

from __future__ import annotations

from desktop.floorplans.plan import Plan
from desktop.floorplans.tools.pointer import Pointer
from desktop.floorplans.tools.sheet import Sheet
from desktop.floorplans.tools.tool import State


class Dragging(State):
    """A thing follows the pointer: it is kept when it is let go, under `name` in the user's
    language, and is back where it was after Escape."""

    draws = False

    def __init__(self, sheet: Sheet, name: str, back_to: State) -> None:
        super().__init__(sheet)
        self._name, self.back_to = name, back_to
        self.plan: Plan | None = None  # as it would be, once it moved

    def show(self, plan: Plan) -> State:
        """Show where it is now."""
        self.plan = plan
        self.sheet.preview(plan)
        return self

    def keep(self, plan: Plan) -> State:
        self.sheet.commit(self._name, plan)
        return self.back_to

    def release(self, pointer: Pointer) -> State:
        return self.back_to if self.plan is None else self.keep(self.plan)

    def escape(self) -> State:
        self.sheet.preview(None)
        return self.back_to
