"""A long plan on several sheets."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.projects.rules.timeline.plan import Plan, PlanBar
from desktop.projects.rules.timeline.sheets import SheetRow, sheets

DAY = date(2026, 11, 23)


def plan(*phases: tuple[str, int]) -> Plan:
    """So many tasks in each phase: `Dak 1`, `Dak 2`…"""
    bars = [
        PlanBar(f"{phase}{n}", f"{phase} {n + 1}", DAY, DAY, 1, phase=phase)
        for phase, count in phases
        for n in range(count)
    ]
    return Plan(DAY, tuple(bars))


def words(rows: tuple[SheetRow, ...]) -> list[str]:
    return [row.bar.name if row.bar else f"[{row.phase}{'…' * row.goes_on}]" for row in rows]


def test_what_fits_stands_on_one_sheet_under_the_names_of_its_phases() -> None:
    [sheet] = sheets(plan(("Dak", 2), ("Gevel", 1)), 5, 5)
    assert words(sheet) == ["[Dak]", "Dak 1", "Dak 2", "[Gevel]", "Gevel 1"]


def test_a_phase_that_does_not_fit_whole_begins_on_a_new_sheet() -> None:
    first, second = sheets(plan(("Dak", 2), ("Gevel", 3)), 5, 5)
    assert words(first) == ["[Dak]", "Dak 1", "Dak 2"]
    assert words(second) == ["[Gevel]", "Gevel 1", "Gevel 2", "Gevel 3"]


def test_a_phase_that_fits_on_none_goes_on_under_its_name() -> None:
    first, second = sheets(plan(("Dak", 4)), 3, 4)
    assert words(first) == ["[Dak]", "Dak 1", "Dak 2"]
    assert words(second) == ["[Dak…]", "Dak 3", "Dak 4"]


def test_tasks_without_a_phase_have_no_name_above_them() -> None:
    [sheet] = sheets(plan(("", 2)), 3, 3)
    assert len(sheet) == 2


@pytest.mark.parametrize("room", range(2, 9))
def test_every_task_stands_once_in_order_and_no_sheet_is_too_full(room: int) -> None:
    whole = plan(("Dak", 5), ("", 2), ("Gevel", 9), ("Tuin", 1))
    made = sheets(whole, room, room)
    assert [row.bar for sheet in made for row in sheet if row.bar] == list(whole.bars)
    assert all(len(sheet) <= room for sheet in made)
    assert all(sheet[-1].bar is not None for sheet in made)
