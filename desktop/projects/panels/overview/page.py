"""Overzicht: where a project stands, and what tenants were promised beside what was done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from desktop.documents.paper import Paper
from desktop.feature import Place
from desktop.language import _
from desktop.projects.panels.chosen_project import ChosenProject
from desktop.projects.panels.consulting.homes import NOT_VISITED
from desktop.projects.panels.consulting.meter import ConsentCard
from desktop.projects.panels.overview.ladder import LadderCard
from desktop.projects.panels.overview.promises import PromisesCard
from desktop.projects.panels.overview.strip import PlanStrip
from desktop.projects.panels.papers import of_project
from desktop.projects.queries.consent import RoundView, round_on
from desktop.projects.queries.plan import plan_of
from desktop.projects.queries.projects import ProjectView, project_view
from desktop.projects.queries.promises import promises_of
from desktop.projects.rules.lifecycle import ORDER
from desktop.projects.rules.timeline.words import critical_words
from desktop.projects.states import ProjectState
from desktop.projects.wording import word
from desktop.widgets import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.card import Card
from desktop.widgets.desk import Desk
from desktop.widgets.keeping_up import KeepingUp
from desktop.widgets.scroll import Scroll
from desktop.widgets.stepper import Step, Stepper, StepState
from desktop.widgets.words import Words


class OverviewPage(QWidget):
    """Cards under and beside each other: the plan, what tenants agree to and were promised, and
    then how far the project is."""

    def __init__(self, desk: Desk, project: ChosenProject) -> None:
        super().__init__()
        self._desk, self._project = desk, project
        self.stepper = Stepper()
        self.halted = Words("", "error", wraps=True)
        self.lacking = Words("", "soft", wraps=True)
        self.states = Card(_("Where it stands"))
        self.states.add(self.stepper)
        self.states.add(self.lacking)
        self.ladder = LadderCard()
        self.strip = PlanStrip(desk.today())
        self.plan = Card(_("Planning"), "", [secondary(_("Whole planning"), self._opens("plan"))])
        self.plan.add(self.strip)
        self.promises = PromisesCard(self._opens("promises"))
        self.visit = secondary(_("Who is still to be visited?"), self._visit)
        self.consent = ConsentCard([self.visit])
        self._round: RoundView | None = None
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(self.halted)
        column.addWidget(self.plan)
        said = QVBoxLayout()
        said.setSpacing(theme.GAP)
        said.addWidget(self.consent)
        said.addWidget(self.ladder)
        said.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addLayout(said, 1)
        row.addWidget(self.promises, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addWidget(self.states)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroll(content))
        KeepingUp(self, desk, project, self._read)

    def _read(self) -> None:
        with self._desk.reading() as session:
            project_id, today = self._project.number, self._desk.today()
            view = project_view(session, project_id, today)
            plan = plan_of(session, project_id)
            promises = promises_of(session, project_id, today)
            self._round = round_on(session, project_id, today)
        self.stepper.set_steps(steps(view))
        halted = view.state is ProjectState.HALTED
        self.halted.setVisible(halted)
        self.halted.setText(_("This project waits: {reason}").format(reason=view.halted_reason))
        self.lacking.setVisible(bool(view.why_not) and not halted)
        self.lacking.setText("\n".join(view.why_not))
        self.ladder.show_ladder(view.shown)
        self.strip.show_plan(plan)
        self.plan.set_title(_("Planning"), critical_words(plan))
        self.promises.show_promises(promises)
        self._show_round(self._round)

    def _show_round(self, view: RoundView | None) -> None:
        """How the consent round stands, once tenants have the proposal."""
        sent = view is not None and view.sent_on is not None
        self.consent.setVisible(sent)
        if view is not None and sent:
            self.consent.show_round(view)
            self.visit.setVisible(bool(view.not_visited) and view.result_sent_on is None)

    def _visit(self) -> None:
        if self._round is not None:
            self._desk.open(Place("projects", "consent_round", self._round.id, NOT_VISITED))

    def print_what(self) -> Callable[[Session], Paper] | None:
        """The card of the project."""
        if self._project.id is None:
            return None
        return of_project(self._desk, self._project.id, lambda papers: papers.card.make)

    def _opens(self, part: str) -> Callable[[], object]:
        return lambda: self._desk.open(Place("projects", "project", self._project.number, part))


def steps(view: ProjectView) -> list[Step]:
    """The states of a project from left to right."""
    state = view.state_before if view.state is ProjectState.HALTED else view.state
    at = ORDER.index(state or ProjectState.IDEA)
    return [
        Step(
            word(one),
            "",
            StepState.DONE
            if place < at
            else StepState.CURRENT
            if place == at
            else StepState.TO_COME,
        )
        for place, one in enumerate(ORDER)
    ]
