"""The step of participation that tenants were promised, and the one that the data shows.

Each step of the ladder is shown by something that can be counted (projects, "Participation level,
promised and real"). A higher step that is shown counts, whatever lies under it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.language import _, ngettext
from desktop.projects.states import Participation

P = Participation
DESIGN_SESSIONS = 2


@dataclass(frozen=True)
class Happened:
    """What tenants were told, asked and gave, counted. Phases are those that began; told is that
    tenants had a message before. `asked_before_decision` counts sessions and surveys; a session
    counts when somebody was there. `bound` counts votes, budgets and consent rounds that bind."""

    phases: int = 0
    phases_told: int = 0
    asked_before_decision: int = 0
    proposals: int = 0
    proposals_answered: int = 0
    advices_before_decision: int = 0
    advices_unexplained: int = 0
    design_sessions: int = 0
    proposals_that_changed_the_plan: int = 0
    bound: int = 0
    bound_carried_out: int = 0


@dataclass(frozen=True)
class Shown:
    """`shown` is the highest step that the data shows, None when it shows none; `missing` says
    what is lacking for the promise, in sentences for people."""

    promised: Participation
    shown: Participation | None
    missing: tuple[str, ...]

    @property
    def is_kept(self) -> bool:
        return self.shown is not None and self.shown.step >= self.promised.step


def shown(promised: Participation, happened: Happened) -> Shown:
    """What was promised beside what the data shows so far."""
    reached = [step for step in P if not MISSING[step](happened)]
    highest = reached[-1] if reached else None
    if highest is not None and highest.step >= promised.step:
        return Shown(promised, highest, ())
    return Shown(promised, highest, lacking(promised, happened))


def lacking(promised: Participation, happened: Happened) -> tuple[str, ...]:
    """What a promise still asks for, in words."""
    return tuple(MISSING[promised](happened))


def _to_inform(happened: Happened) -> list[str]:
    untold = happened.phases - happened.phases_told
    if happened.phases == 0:
        return [_("no phase has begun")]
    if untold:
        return [
            ngettext(
                "{n} phase began without a message to tenants",
                "{n} phases began without a message to tenants",
                untold,
            ).format(n=untold)
        ]
    return []


def _to_consult(happened: Happened) -> list[str]:
    lacking = []
    if not happened.asked_before_decision:
        lacking.append(_("a session or survey before the decision"))
    return lacking + _unanswered(happened)


def _unanswered(happened: Happened) -> list[str]:
    open_ones = happened.proposals - happened.proposals_answered
    if not open_ones:
        return []
    return [
        ngettext("an answer to {n} proposal", "an answer to {n} proposals", open_ones).format(
            n=open_ones
        )
    ]


def _to_advise(happened: Happened) -> list[str]:
    lacking = []
    if not happened.advices_before_decision:
        lacking.append(_("an advice before the decision"))
    if happened.advices_unexplained:
        lacking.append(_("the reasons why an advice is not followed"))
    return lacking


def _to_make_together(happened: Happened) -> list[str]:
    lacking = []
    sessions = DESIGN_SESSIONS - happened.design_sessions
    if sessions > 0:
        lacking.append(
            ngettext("{n} more design evening", "{n} more design evenings", sessions).format(
                n=sessions
            )
        )
    if not happened.proposals_that_changed_the_plan:
        lacking.append(_("a proposal of tenants that changed the plan"))
    return lacking


def _to_decide_together(happened: Happened) -> list[str]:
    if not happened.bound:
        return [_("a vote, budget or consent round that binds")]
    if not happened.bound_carried_out:
        return [_("that the result is carried out")]
    return []


MISSING: dict[Participation, Callable[[Happened], list[str]]] = {
    P.INFORM: _to_inform,
    P.CONSULT: _to_consult,
    P.ADVISE: _to_advise,
    P.MAKE_TOGETHER: _to_make_together,
    P.DECIDE_TOGETHER: _to_decide_together,
}
