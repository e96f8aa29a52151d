"""A plan in short: its phases on their days, for an overview and for the card of a project."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.projects.rules.timeline.plan import BarKind, Plan, PlanBar, Span

WHOLE = 100  # percent


@dataclass(frozen=True)
class Stripe:
    """A phase from its first to its last day. `done` is the part of its working days that was
    done, from 0 to 1; `is_critical` that it holds the end of the project."""

    name: str
    span: Span
    done: float
    is_critical: bool


@dataclass(frozen=True)
class Head:
    """Above a row of the plan stands that from here on the tasks are of a phase, "" for none."""

    row: int
    phase: str


def heads(plan: Plan) -> tuple[Head, ...]:
    """Where each phase begins; nothing for a plan without phases. What is in a summary stands with
    it, also when it is of another phase."""
    if not any(bar.phase for bar in plan.bars):
        return ()
    found: list[Head] = []
    for row, bar in enumerate(plan.bars):
        if bar.depth == 0 and (not found or found[-1].phase != bar.phase):
            found.append(Head(row, bar.phase))
    return tuple(found)


def stripes(plan: Plan) -> tuple[Stripe, ...]:
    """The phases of a plan in their order; a task without a phase stands by itself."""
    found: dict[str, list[PlanBar]] = {}
    for bar in plan.bars:
        if bar.kind is not BarKind.SUMMARY:
            found.setdefault(bar.phase or bar.name, []).append(bar)
    return tuple(_stripe(name, bars) for name, bars in found.items())


def _stripe(name: str, bars: Sequence[PlanBar]) -> Stripe:
    days = sum(bar.days for bar in bars)
    done = sum(bar.days * bar.percent for bar in bars)
    return Stripe(
        name,
        Span(min(bar.start for bar in bars), max(bar.finish for bar in bars)),
        done / days / WHOLE if days else 0.0,
        any(bar.is_critical for bar in bars),
    )


def shown_span(plan: Plan, also: Span) -> Span:
    """The days of a plan with those of `also`, such as today."""
    whole = plan.whole()
    return Span(min(whole.start, also.start), max(whole.finish, also.finish))
