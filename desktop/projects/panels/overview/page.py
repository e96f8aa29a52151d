"""Overzicht: where a project stands, and what tenants were promised beside what was done."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.language import _
from desktop.projects.panels.chosen_project import ChosenProject
from desktop.projects.panels.overview.ladder import LadderCard
from desktop.projects.queries.projects import ProjectView, project_view
from desktop.projects.rules.lifecycle import ORDER
from desktop.projects.states import ProjectState
from desktop.projects.wording import word
from desktop.widgets import theme
from desktop.widgets.card import Card
from desktop.widgets.desk import Desk
from desktop.widgets.keeping_up import KeepingUp
from desktop.widgets.scroll import Scroll
from desktop.widgets.stepper import Step, Stepper, StepState
from desktop.widgets.words import Words


class OverviewPage(QWidget):
    """Cards under and beside each other; the states of the project first."""

    def __init__(self, desk: Desk, project: ChosenProject) -> None:
        super().__init__()
        self._desk, self._project = desk, project
        self.stepper = Stepper()
        self.halted = Words("", "error", wraps=True)
        self.lacking = Words("", "soft", wraps=True)
        self.states = Card(_("Where it stands"))
        self.states.add(self.stepper)
        self.states.add(self.halted)
        self.states.add(self.lacking)
        self.ladder = LadderCard()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(self.states)
        self.row = QHBoxLayout()
        self.row.setSpacing(theme.GAP)
        self.row.addWidget(self.ladder, 1)
        column.addLayout(self.row)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroll(content))
        KeepingUp(self, desk, project, self._read)

    def _read(self) -> None:
        with self._desk.reading() as session:
            view = project_view(session, self._project.number, self._desk.today())
        self.stepper.set_steps(steps(view))
        halted = view.state is ProjectState.HALTED
        self.halted.setVisible(halted)
        self.halted.setText(_("This project waits: {reason}").format(reason=view.halted_reason))
        self.lacking.setVisible(bool(view.why_not) and not halted)
        self.lacking.setText("\n".join(view.why_not))
        self.ladder.show_ladder(view.shown)


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
