"""Looking back at a project: when it can be, what tenants think of it in numbers, and what the data
showed on that day (projects, "Evaluation")."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from desktop.language import _
from desktop.language.format import day_plain
from desktop.projects.rules.ladder import Happened, Shown, lacking
from desktop.projects.states import Participation, ProjectState
from desktop.refused import Refused

LOOK_BACK_DAYS = 28  # a working agreement, no statute: within four weeks of the end of the work
WORK_DONE = (ProjectState.AFTERCARE, ProjectState.CLOSED)
LOWEST, HIGHEST = Decimal(1), Decimal(10)
MOST_ANSWERS = 10_000
TYPED = re.compile(r"(\d{1,2})(?:[.,](\d))?")


@dataclass(frozen=True)
class Showed:
    """What the data showed of a project: the promise beside what was done for it, and what became
    of what was asked, promised and found. `people` counts who came to each session. `settled` of
    the findings are those of which nothing is to be done any more."""

    promised: Participation
    shown: Participation | None
    happened: Happened = field(default_factory=Happened)
    sessions: int = 0
    people: int = 0
    proposals_done: int = 0
    proposals_otherwise: int = 0
    proposals_not: int = 0
    promises: int = 0
    promises_kept: int = 0
    promises_changed: int = 0
    promises_broken: int = 0
    findings: int = 0
    findings_settled: int = 0

    @property
    def ladder(self) -> Shown:
        """The promise beside what was shown, with what is lacking."""
        is_kept = self.shown is not None and self.shown.step >= self.promised.step
        missing = () if is_kept else lacking(self.promised, self.happened)
        return Shown(self.promised, self.shown, missing)

    def plain(self) -> dict[str, Any]:
        """As the database keeps it."""
        kept = asdict(self)
        kept["promised"] = self.promised.value
        kept["shown"] = self.shown.value if self.shown is not None else None
        return kept

    @classmethod
    def from_plain(cls, kept: Mapping[str, Any]) -> Showed:
        """As it was kept."""
        values = dict(kept)
        values["promised"] = Participation(kept["promised"])
        values["shown"] = Participation(kept["shown"]) if kept["shown"] is not None else None
        values["happened"] = Happened(**kept["happened"])
        return cls(**values)


def check_look_back(state: ProjectState, begun: date, held_on: date) -> None:
    """Refuses looking back before the work is done, and on a day before the project began."""
    if state not in WORK_DONE:
        raise Refused(_("The work is not done yet. Look back when it is."), "held_on")
    if held_on < begun:
        raise Refused(
            _("The project began on {day}. People look back after that.").format(
                day=day_plain(begun)
            ),
            "held_on",
        )


def mean_of(typed: str) -> Decimal:
    """A mean from 1 to 10 with at most one decimal, as people write it: 7,4. Refuses others."""
    found = TYPED.fullmatch(typed.strip())
    mean = Decimal(f"{found[1]}.{found[2] or 0}") if found else Decimal(0)
    if not LOWEST <= mean <= HIGHEST:
        raise Refused(_("Fill in a mean from 1 to 10, such as 7.4."), "mean")
    return mean


def check_answers(answers: int) -> None:
    """Refuses a mean over nobody, and over more answers than people can give."""
    if not 1 <= answers <= MOST_ANSWERS:
        raise Refused(
            _("How many tenants answered? Fill in a number from 1 to {most}.").format(
                most=MOST_ANSWERS
            ),
            "answers",
        )
