"""Planning: the tasks of a project on a timeline that is dragged, and on a board."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from desktop.documents.paper import Paper
from desktop.feature import Place
from desktop.language import _
from desktop.language.format import day_short
from desktop.projects.actions.baselines import keep_plan
from desktop.projects.actions.tasks import bring_task, link_tasks, move_task, stretch_task
from desktop.projects.panels.board.board import Board
from desktop.projects.panels.board.cards import BoardCard, BoardColumn
from desktop.projects.panels.chosen_project import ChosenProject
from desktop.projects.panels.dialogs.phases import ask_phases
from desktop.projects.panels.dialogs.task import change_task_facts, new_task
from desktop.projects.panels.papers import of_project
from desktop.projects.panels.plan.critical_path import CriticalPath
from desktop.projects.panels.timeline.timeline import Timeline
from desktop.projects.queries.plan import plan_of
from desktop.projects.rules.tasks import DONE, TaskState
from desktop.projects.rules.timeline.plan import BarKind, PlanBar
from desktop.projects.wording import word
from desktop.refused import Refused
from desktop.widgets import theme
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.card import Card
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.empty import Empty
from desktop.widgets.form import Form
from desktop.widgets.keeping_up import KeepingUp
from desktop.widgets.segments import Segments
from desktop.widgets.theme import Tone


class PlanPage(QWidget):
    """The timeline or the board; what is dragged there is written at once, and can be undone."""

    def __init__(self, desk: Desk, project: ChosenProject) -> None:
        super().__init__()
        self._desk, self._project = desk, project
        self.timeline = Timeline(desk.today())
        self.views = Segments([("timeline", _("Timeline")), ("board", _("Board"))], _("Planning"))
        self.card = Card(
            _("Planning"),
            "",
            [
                self.views,
                secondary(_("Phases…"), lambda: ask_phases(desk, project.number, self)),
                secondary(_("Keep the plan…"), self._ask_keep),
                primary(_("New task…"), self._ask_new),
            ],
        )
        self.board = Board(
            _("Board"),
            [BoardColumn(state.value, word(state)) for state in TaskState],
            lambda _id, _column: None,
            Empty(_("No tasks yet"), _("Tasks stand here by how far they are.")),
        )
        self.critical = CriticalPath()
        self.card.add(self.critical)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.timeline)
        self._stack.addWidget(self.board)
        self.card.add(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(self.card, 1)
        self.views.chosen.connect(
            lambda key: self._stack.setCurrentIndex(0 if key == "timeline" else 1)
        )
        self.board.moved.connect(self._bring)
        self.board.opened.connect(lambda id: change_task_facts(desk, int(id), self))
        self.timeline.moved.connect(self._move)
        self.timeline.stretched.connect(self._stretch)
        self.timeline.linked.connect(self._link)
        self.timeline.opened.connect(lambda id: change_task_facts(desk, int(id), self))
        KeepingUp(self, desk, project, self._read)

    def _read(self) -> None:
        with self._desk.reading() as session:
            plan = plan_of(session, self._project.number)
        self.timeline.show_plan(plan)
        self.board.show_cards(
            [board_card(bar) for bar in plan.bars if bar.kind is not BarKind.SUMMARY]
        )
        self.critical.show_plan(plan)

    def show_place(self, place: Place) -> None:
        """Choose a task on the timeline."""
        if place.kind == "project_task" and place.id is not None:
            self.timeline.choose(str(place.id))

    def print_what(self) -> Callable[[Session], Paper] | None:
        """The planning on A3."""
        if self._project.id is None:
            return None
        return of_project(self._desk, self._project.id, lambda papers: papers.planning.make)

    # What is dragged -----------------------------------------------------------------------------

    def _move(self, id: str, not_before: date | None) -> None:
        self._do(lambda: move_task(self._desk.store, self._desk.who, int(id), not_before))

    def _stretch(self, id: str, days: int) -> None:
        self._do(lambda: stretch_task(self._desk.store, self._desk.who, int(id), days))

    def _link(self, before: str, after: str) -> None:
        self._do(lambda: link_tasks(self._desk.store, self._desk.who, int(before), int(after)))

    def _bring(self, id: str, column: str) -> None:
        self._do(lambda: bring_task(self._desk.store, self._desk.who, int(id), TaskState(column)))

    def _do(self, work: Callable[[], object]) -> None:
        """A refusal is shown at the bar that was dragged, and the plan as it is."""

        def tried() -> None:
            try:
                work()
            except Refused as refused:
                self.timeline.refuse(refused.sentence)
                self.board.refuse(refused.sentence)

        if not self._desk.did(tried, self):
            self._read()

    def _ask_new(self) -> None:
        bar = self.timeline.view.bar
        new_task(self._desk, self._project.number, bar.phase if bar is not None else "", self)

    def _ask_keep(self) -> None:
        desk, project_id = self._desk, self._project.number
        form = Form()
        form.text("name", _("As what?"), _("As discussed with tenants"))

        def work() -> None:
            keep_plan(desk.store, desk.who, project_id, form.values()["name"])

        Dialog(
            desk,
            _("Keep the plan"),
            form,
            _("Keep"),
            work,
            self,
            explanation=_("The bars show from now on how far the plan moved away from this."),
        ).open()


def board_card(bar: PlanBar) -> BoardCard:
    """A task as a card, in the column of how far it is."""
    state = TaskState.TO_DO
    if bar.percent >= DONE:
        state = TaskState.DONE
    elif bar.fixed:
        state = TaskState.UNDER_WAY
    days = day_short(bar.finish)
    if bar.start != bar.finish:
        days = f"{day_short(bar.start)} – {days}"
    chip = _("critical") if bar.is_critical and state is not TaskState.DONE else ""
    detail = " · ".join(part for part in (days, bar.owner or bar.phase) if part)
    return BoardCard(bar.id, state.value, bar.name, detail, chip, Tone.RED if chip else Tone.GREY)
