"""What a drawing tool asks of the world: the plan, a way to show a change, a way to keep it."""

from __future__ import annotations

from typing import Protocol

from desktop.floorplans.geometry import Derived
from desktop.floorplans.plan import Plan


class Editor(Protocol):
    """Whoever keeps the plan, its journal and its undo: `editing.Editing` in the program."""

    @property
    def plan(self) -> Plan:
        """The storey as it is shown: with the change in hand."""

    @property
    def kept_plan(self) -> Plan:
        """The storey as it is kept, without the change in hand."""

    def derived(self) -> Derived:
        """What follows from the storey as it is shown."""

    def preview(self, plan: Plan | None) -> None:
        """Show a change that is not made yet, as during a drag; None shows what is kept."""

    def commit(self, name: str, plan: Plan) -> None:
        """Keep a change, under a name in the user's language: one step of undo."""

    def undo(self) -> None:
        """Go back one step."""
