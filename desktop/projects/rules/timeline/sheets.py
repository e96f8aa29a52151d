"""A long plan on several sheets: which rows stand on which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.projects.rules.timeline.plan import Plan, PlanBar


@dataclass(frozen=True)
class SheetRow:
    """A row on paper: a task, or the name of the phase that the rows below it are of. `goes_on`
    says that this phase began on a sheet before."""

    phase: str
    bar: PlanBar | None = None
    goes_on: bool = False


def sheets(plan: Plan, first: int, later: int) -> tuple[tuple[SheetRow, ...], ...]:
    """The rows of a plan, at most `first` on the first sheet and `later` on the others. A phase
    begins on a new sheet when it does not fit whole; one that fits on none is cut."""
    made: list[list[SheetRow]] = [[]]
    for phase, bars in _by_phase(plan.bars):
        room = first if len(made) == 1 else later
        heading = 1 if phase else 0
        fits = len(made[-1]) + heading + len(bars) <= room
        if not fits and made[-1] and heading + len(bars) <= later:
            made.append([])
        _put(made, phase, bars, first, later)
    return tuple(tuple(sheet) for sheet in made if sheet)


def _put(
    made: list[list[SheetRow]], phase: str, bars: Sequence[PlanBar], first: int, later: int
) -> None:
    goes_on = False
    for place, bar in enumerate(bars):
        room = first if len(made) == 1 else later
        begins = place == 0 and bool(phase)
        # The name of a phase does not stand alone at the foot of a sheet.
        if len(made[-1]) + 1 + begins > room:
            made.append([])
            begins, goes_on = bool(phase), place > 0
        if begins:
            made[-1].append(SheetRow(phase, goes_on=goes_on))
        made[-1].append(SheetRow(phase, bar))


def _by_phase(bars: Sequence[PlanBar]) -> list[tuple[str, list[PlanBar]]]:
    """The bars in their order, those of a phase that follow each other together."""
    found: list[tuple[str, list[PlanBar]]] = []
    for bar in bars:
        if not found or found[-1][0] != bar.phase:
            found.append((bar.phase, []))
        found[-1][1].append(bar)
    return found
