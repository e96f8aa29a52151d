"""The parts of the screen of a project. Each is built when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.projects.panels.chosen_project import ChosenProject
from desktop.projects.states import ProjectKind
from desktop.widgets.desk import Desk

Build = Callable[[Desk, ChosenProject], QWidget]
ALL_KINDS = frozenset(ProjectKind)


@dataclass(frozen=True)
class Part:
    """A part of a project: its words, the screen that is built when it is first shown, its manual
    page, the kinds of things that it shows, the kinds of projects that have it, whether it stands
    with those that are used now and then, and whether it needs all the height of a low screen."""

    words: Callable[[], str]
    build: Build
    manual: str
    kinds: frozenset[str] = frozenset()
    of: frozenset[ProjectKind] = ALL_KINDS
    now_and_then: bool = False
    is_high: bool = False


def _overview(desk: Desk, project: ChosenProject) -> QWidget:
    from desktop.projects.panels.overview.page import OverviewPage

    return OverviewPage(desk, project)


def _plan(desk: Desk, project: ChosenProject) -> QWidget:
    from desktop.projects.panels.plan.page import PlanPage

    return PlanPage(desk, project)


def _residents(desk: Desk, project: ChosenProject) -> QWidget:
    from desktop.projects.panels.residents.page import ResidentsPage

    return ResidentsPage(desk, project)


def _promises(desk: Desk, project: ChosenProject) -> QWidget:
    from desktop.projects.panels.promises.page import PromisesPage

    return PromisesPage(desk, project)


def _money(desk: Desk, project: ChosenProject) -> QWidget:
    from desktop.projects.panels.money.page import MoneyPage

    return MoneyPage(desk, project)


def _consulting(desk: Desk, project: ChosenProject) -> QWidget:
    from desktop.projects.panels.consulting.page import ConsultingPage

    return ConsultingPage(desk, project)


def _inspections(desk: Desk, project: ChosenProject) -> QWidget:
    from desktop.projects.panels.inspections.page import InspectionsPage

    return InspectionsPage(desk, project)


def _budget(desk: Desk, project: ChosenProject) -> QWidget:
    from desktop.projects.panels.budget.page import BudgetPage

    return BudgetPage(desk, project)


def _sketches(desk: Desk, project: ChosenProject) -> QWidget:
    from desktop.projects.panels.sketches.page import SketchesPage

    return SketchesPage(desk, project)


def _looking_back(desk: Desk, project: ChosenProject) -> QWidget:
    from desktop.projects.panels.looking_back.page import LookingBackPage

    return LookingBackPage(desk, project)


PARTS = {
    "overview": Part(lambda: _("Overview"), _overview, "projects", frozenset({"project"})),
    "plan": Part(
        lambda: _("Planning"),
        _plan,
        "projects-plan",
        frozenset({"project_task"}),
        is_high=True,
    ),
    "residents": Part(
        lambda: _("Residents"),
        _residents,
        "projects-residents",
        frozenset({"project_session", "project_proposal"}),
    ),
    "promises": Part(
        lambda: _("Promises"), _promises, "projects-residents", frozenset({"promise"})
    ),
    "consulting": Part(
        lambda: _("Advice and consent"),
        _consulting,
        "projects-consulting",
        frozenset({"project_advice", "consent_round"}),
    ),
    "sketches": Part(
        lambda: _("Drawings"), _sketches, "projects-drawings", of=frozenset({ProjectKind.NEW_BUILD})
    ),
    "inspections": Part(
        lambda: _("Walk"),
        _inspections,
        "projects-inspections",
        frozenset({"inspection", "finding"}),
        now_and_then=True,
    ),
    "budget": Part(
        lambda: _("Residents’ budget"),
        _budget,
        "projects-budget",
        frozenset({"budget_round"}),
        now_and_then=True,
    ),
    "money": Part(lambda: _("Money"), _money, "projects-money", now_and_then=True),
    "looking-back": Part(
        lambda: _("Looking back"), _looking_back, "projects-look-back", now_and_then=True
    ),
}
