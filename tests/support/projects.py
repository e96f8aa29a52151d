"""A small plan of a renovation, as screens show it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop.projects.rules.schedule import Link
from desktop.projects.rules.timeline.plan import BarKind, Plan, PlanBar, Span
from desktop.projects.rules.timeline.replanning import Replanning

BEGINS = date(2026, 11, 23)  # a Monday


def renovation() -> Plan:
    """`Renovatie` with `Sloop` (5 days), then `Dak` (10) and `Gevel` (3), both before the
    milestone `Klaar`; `Sloop` is done for 40 %."""
    task, milestone = BarKind.TASK, BarKind.MILESTONE
    rows = (
        ("sloop", "Sloop", 5, task),
        ("dak", "Dak", 10, task),
        ("gevel", "Gevel", 3, task),
        ("klaar", "Klaar", 0, milestone),
    )
    bars = [PlanBar("alles", "Renovatie", BEGINS, BEGINS, 0, BarKind.SUMMARY)]
    bars += [PlanBar(id, name, BEGINS, BEGINS, n, kind, depth=1) for id, name, n, kind in rows]
    bars[1] = replace(bars[1], percent=40)
    links = tuple(
        Link(before, after)
        for before, after in (
            ("sloop", "dak"), ("sloop", "gevel"), ("dak", "klaar"), ("gevel", "klaar"),
        )
    )  # fmt: skip
    return Replanning(Plan(BEGINS, tuple(bars), links)).as_planned()


def agreed(plan: Plan) -> Plan:
    """The plan with its dates of now as what was agreed."""
    bars = (replace(bar, baseline=Span(bar.start, bar.finish)) for bar in plan.bars)
    return replace(plan, bars=tuple(bars))
