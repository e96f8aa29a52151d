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
