"""A change of the plan that is being tried: shown with all that follows from it, not yet kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop.projects.rules.timeline.plan import Plan, PlanBar
from desktop.projects.rules.timeline.replanning import Outcome, Replanning
from desktop.projects.rules.working_days import WorkingDays


class Draft:
    """A plan, and what would become of it."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.outcome: Outcome | None = None
        self._replanning: Replanning | None = None
        self._days = WorkingDays(plan.begins, plan.free_5_may)

    @property
    def bars(self) -> Sequence[PlanBar]:
        """The rows, with the change that is tried."""
        return self.outcome.bars if self.outcome is not None else self.plan.bars

    @property
    def days(self) -> WorkingDays:
        """The working days of the plan."""
        return self._days

    @property
    def replanning(self) -> Replanning:
        """What gives new dates; it is made when somebody first asks for some."""
        if self._replanning is None:
            self._replanning = Replanning(self.plan)
        return self._replanning

    def try_out(self, change: Callable[[Replanning], Outcome]) -> Outcome:
        """Show a change in place of the one before. Refused is what the rules refuse."""
        self.outcome = change(self.replanning)
        return self.outcome

    def changes(self, row: int) -> bool:
        """Whether what is tried changes the bar of a row."""
        return self.bars[row] is not self.plan.bars[row]

    def drop(self) -> None:
        """Show the plan as it is."""
        self.outcome = None
