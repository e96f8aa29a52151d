"""A project: what it is, where it stands, its plan of tasks, and its money."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint, event
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.estate.model import Complex, Dwelling
from desktop.projects.model.base import ProjectsBase
from desktop.projects.rules.schedule import LinkKind
from desktop.projects.states import CostKind, Participation, ProjectKind, ProjectState
from desktop.store.base import Versioned, words
from desktop.store.search import SearchEntry

if TYPE_CHECKING:
    from desktop.projects.model.consulting import AdviceRequest, ConsentRound
    from desktop.projects.model.voices import Promise, Proposal, TenantSession


class Project(ProjectsBase, Versioned):
    """Work on homes or a neighbourhood that tenants take part in. `participation` is what they
    are promised; `may_decide` and `may_not_decide` say so in plain words. Money in whole cents.

    `state_before` is where a halted project goes on. `no_presumption_reason`: why a renovation of
    ten or more dwellings makes no use of BW 7:220(3)."""

    __tablename__ = "project"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(20), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    kind: Mapped[ProjectKind] = words(ProjectKind)
    state: Mapped[ProjectState] = words(ProjectState, default=ProjectState.IDEA, index=True)
    leader: Mapped[str] = mapped_column(String(80), default="")  # a function or a team
    contact: Mapped[str] = mapped_column(String(160), default="")  # for tenants, on papers
    participation: Mapped[Participation] = words(Participation)
    may_decide: Mapped[str] = mapped_column(Text, default="")
    may_not_decide: Mapped[str] = mapped_column(Text, default="")
    starts_on: Mapped[date]
    works_on_5_may: Mapped[bool] = mapped_column(default=False)
    homes: Mapped[int] = mapped_column(default=0)  # planned ones, which are no dwellings yet
    budget_cents: Mapped[int] = mapped_column(default=0)
    halted_reason: Mapped[str] = mapped_column(Text, default="")
    halted_until: Mapped[date | None]
    state_before: Mapped[ProjectState | None] = words(ProjectState)
    no_presumption_reason: Mapped[str] = mapped_column(Text, default="")

    complexes: Mapped[list[Complex]] = relationship(
        Complex, secondary="project_complex", order_by=Complex.name, viewonly=True
    )
    dwellings: Mapped[list[Dwelling]] = relationship(
        Dwelling, secondary="project_dwelling", order_by=Dwelling.id, viewonly=True
    )
    complex_links: Mapped[list[ProjectComplex]] = relationship(cascade="all, delete-orphan")
    dwelling_links: Mapped[list[ProjectDwelling]] = relationship(cascade="all, delete-orphan")
    steps: Mapped[list[ProjectStep]] = relationship(order_by="ProjectStep.id")
    phases: Mapped[list[Phase]] = relationship(back_populates="project", order_by="Phase.position")
    tasks: Mapped[list[Task]] = relationship(back_populates="project", order_by="Task.position")
    baselines: Mapped[list[Baseline]] = relationship(order_by="Baseline.number")
    budget_lines: Mapped[list[BudgetLine]] = relationship(
        back_populates="project", order_by="BudgetLine.position"
    )
    sessions: Mapped[list[TenantSession]] = relationship(
        back_populates="project", order_by="TenantSession.held_on, TenantSession.id"
    )
    proposals: Mapped[list[Proposal]] = relationship(
        back_populates="project", order_by="Proposal.number"
    )
    promises: Mapped[list[Promise]] = relationship(
        back_populates="project", order_by="Promise.due_on, Promise.id"
    )
    advice_requests: Mapped[list[AdviceRequest]] = relationship(
        back_populates="project", order_by="AdviceRequest.id"
    )
    consent_rounds: Mapped[list[ConsentRound]] = relationship(
        back_populates="project", order_by="ConsentRound.number"
    )

    def search_entry(self) -> SearchEntry:
        places = " ".join(one.name for one in self.complexes)
        return SearchEntry(
            "project", self.id, self.name, places or self.code, f"{self.name} {self.code} {places}"
        )


class ProjectComplex(ProjectsBase):
    __tablename__ = "project_complex"
    __table_args__ = (UniqueConstraint("project_id", "complex_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"))
    complex_id: Mapped[int] = mapped_column(ForeignKey("complex.id"), index=True)


class ProjectDwelling(ProjectsBase):
    __tablename__ = "project_dwelling"
    __table_args__ = (UniqueConstraint("project_id", "dwelling_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"))
    dwelling_id: Mapped[int] = mapped_column(ForeignKey("dwelling.id"), index=True)


class ProjectStep(ProjectsBase):
    """The project went from one state to another, with the reason when one was asked."""

    __tablename__ = "project_step"

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"), index=True)
    state: Mapped[ProjectState] = words(ProjectState)
    taken_on: Mapped[date]
    reason: Mapped[str] = mapped_column(Text, default="")


class ProjectSketch(ProjectsBase, Versioned):
    """A tenant's drawing that belongs to a home of the project: "Woning 7". The sketch itself is
    of Plattegronden, which this feature does not know: hence no foreign key."""

    __tablename__ = "project_sketch"
    __table_args__ = (UniqueConstraint("project_id", "sketch_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"))
    sketch_id: Mapped[int]
    home: Mapped[str] = mapped_column(String(40), default="")


class Phase(ProjectsBase, Versioned):
    """A stage of the plan, such as the design."""

    __tablename__ = "project_phase"

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"), index=True)
    position: Mapped[int]
    name: Mapped[str] = mapped_column(String(80))

    project: Mapped[Project] = relationship(back_populates="phases")


class Task(ProjectsBase, Versioned):
    """A piece of work of a number of working days; 0 days is a milestone. `number` is how people
    and files name it. A task that is the `parent` of others is a summary: its dates are theirs."""

    __tablename__ = "project_task"
    __table_args__ = (UniqueConstraint("project_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"))
    phase_id: Mapped[int | None] = mapped_column(ForeignKey("project_phase.id"), index=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("project_task.id"))
    number: Mapped[int]
    position: Mapped[int]
    name: Mapped[str] = mapped_column(String(160))
    days: Mapped[int] = mapped_column(default=1)
    not_before: Mapped[date | None]
    started_on: Mapped[date | None]
    finished_on: Mapped[date | None]
    percent_done: Mapped[int] = mapped_column(default=0)
    owner: Mapped[str] = mapped_column(String(80), default="")
    decision: Mapped[bool] = mapped_column(default=False)  # the moment that advice comes before

    project: Mapped[Project] = relationship(back_populates="tasks")
    phase: Mapped[Phase | None] = relationship()
    waits_for: Mapped[list[TaskLink]] = relationship(
        foreign_keys="TaskLink.after_id", order_by="TaskLink.id", cascade="all, delete-orphan"
    )

    def search_entry(self) -> SearchEntry:
        return SearchEntry("project_task", self.id, self.name, self.project.name, self.name)


class TaskLink(ProjectsBase):
    """`after` waits for `before`, with a lag in working days; below 0 they overlap."""

    __tablename__ = "project_task_link"
    __table_args__ = (UniqueConstraint("before_id", "after_id", "kind"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    before_id: Mapped[int] = mapped_column(ForeignKey("project_task.id"))
    after_id: Mapped[int] = mapped_column(ForeignKey("project_task.id"), index=True)
    kind: Mapped[LinkKind] = words(LinkKind, default=LinkKind.FINISH_START)
    lag: Mapped[int] = mapped_column(default=0)


class Baseline(ProjectsBase):
    """The plan as it was on a day, to compare with. It never changes."""

    __tablename__ = "project_baseline"
    __table_args__ = (UniqueConstraint("project_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"))
    number: Mapped[int]
    name: Mapped[str] = mapped_column(String(80), default="")
    kept_on: Mapped[date]

    tasks: Mapped[list[BaselineTask]] = relationship(order_by="BaselineTask.id")


class BaselineTask(ProjectsBase):
    """A task as it was planned; `task_number` stays when the task itself goes."""

    __tablename__ = "project_baseline_task"
    __table_args__ = (UniqueConstraint("baseline_id", "task_number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    baseline_id: Mapped[int] = mapped_column(ForeignKey("project_baseline.id"))
    task_number: Mapped[int]
    name: Mapped[str] = mapped_column(String(160))
    start: Mapped[date]
    finish: Mapped[date]


@event.listens_for(Baseline, "before_update")
@event.listens_for(BaselineTask, "before_update")
def _stays(_mapper: object, _connection: object, row: Baseline | BaselineTask) -> None:
    """No action may change what a plan is compared with."""
    raise ValueError(f"a baseline is kept as it was: {row.id}")


class BudgetLine(ProjectsBase, Versioned):
    """A part of the budget, of a phase or of the whole project, in whole cents."""

    __tablename__ = "project_budget_line"

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"), index=True)
    phase_id: Mapped[int | None] = mapped_column(ForeignKey("project_phase.id"))
    position: Mapped[int]
    name: Mapped[str] = mapped_column(String(120))
    planned_cents: Mapped[int] = mapped_column(default=0)

    project: Mapped[Project] = relationship(back_populates="budget_lines")
    phase: Mapped[Phase | None] = relationship()
    costs: Mapped[list[Cost]] = relationship(
        back_populates="line", order_by="Cost.booked_on, Cost.id", cascade="all, delete-orphan"
    )


class Cost(ProjectsBase, Versioned):
    """Money that was committed or spent. What goes over the line has a note."""

    __tablename__ = "project_cost"

    id: Mapped[int] = mapped_column(primary_key=True)
    line_id: Mapped[int] = mapped_column(ForeignKey("project_budget_line.id"), index=True)
    kind: Mapped[CostKind] = words(CostKind)
    booked_on: Mapped[date]
    cents: Mapped[int]
    what: Mapped[str] = mapped_column(String(160), default="")
    note: Mapped[str] = mapped_column(Text, default="")

    line: Mapped[BudgetLine] = relationship(back_populates="costs")
