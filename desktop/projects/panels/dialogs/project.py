"""A new project, and what is known of one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.estate.queries import complexes
from desktop.language import _
from desktop.projects.actions.projects import (
    LONGEST_BUDGET_CENTS,
    change_project,
    start_project,
)
from desktop.projects.panels.dialogs.euros import EurosInput
from desktop.projects.queries.projects import ProjectView
from desktop.projects.rules.consent import LEAST_DWELLINGS
from desktop.projects.rules.kinds import starting_phases
from desktop.projects.states import Participation, ProjectKind
from desktop.projects.wording import word
from desktop.widgets.checks import ChecksInput
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def new_project(desk: Desk, parent: QWidget, made: Callable[[int], object]) -> None:
    """Ask what the project is, where it is, and what tenants are promised; tells `made` the new
    project."""
    form = Form()
    form.text("name", _("Name"), hint=_("As tenants know it: “Renovation Zonneveld”."))
    form.row()
    kind = form.choice("kind", _("Kind"), [(k, word(k)) for k in ProjectKind]).input
    form.date("starts_on", _("Begins on"), desk.today())
    form.end_row()
    phases = form.note("")

    def tell_phases() -> None:
        names = " → ".join(phase.name for phase in starting_phases(kind.value()))
        phases.setText(_("It begins with these phases: {names}.").format(names=names))

    kind.changed.connect(tell_phases)
    tell_phases()
    _level(form, Participation.CONSULT)
    _where(desk, form, (), 0)
    _money(form, "", 0)

    def work() -> None:
        values = _values(form)
        made(
            start_project(
                desk.store,
                desk.who,
                values.pop("name"),
                values.pop("kind"),
                values.pop("participation"),
                values.pop("starts_on") or desk.today(),
                values.pop("complex_ids"),
                **values,
            )
        )

    Dialog(desk, _("New project"), form, _("Make"), work, parent, width=640).open()


def change_project_facts(desk: Desk, view: ProjectView, parent: QWidget) -> None:
    """Change what is known of a project."""
    form = Form()
    form.row()
    form.text("name", _("Name"), view.name)
    form.text("code", _("Code"), view.code)
    form.end_row()
    form.date("starts_on", _("Begins on"), view.starts_on)
    form.check("works_on_5_may", _("People work on 5 May"), view.works_on_5_may)
    _level(form, view.participation)
    form.lines("may_decide", _("What tenants decide about"), view.may_decide)
    form.lines("may_not_decide", _("What is fixed already"), view.may_not_decide)
    _where(desk, form, view.complex_ids, view.homes)
    _money(form, view.leader, view.budget_cents)
    form.text("contact", _("For questions"), view.contact, _("Stands on papers for tenants."))
    if view.kind is ProjectKind.RENOVATION and view.dwellings >= LEAST_DWELLINGS:
        form.lines(
            "no_presumption_reason",
            _("Why you go on without the consent of 70 %"),
            view.no_presumption_reason,
            _("Leave empty when you ask for it and get it (BW 7:220 lid 3)."),
        )

    def work(seen: int | None = view.version) -> None:
        values = _values(form)
        values["starts_on"] = values["starts_on"] or view.starts_on
        places = values.pop("complex_ids")
        if places == list(view.complex_ids):
            change_project(desk.store, desk.who, view.id, seen, **values)
        else:
            change_project(desk.store, desk.who, view.id, seen, places, **values)

    Dialog(
        desk,
        _("Change the project"),
        form,
        _("Save"),
        work,
        parent,
        again=lambda: work(None),
        width=640,
    ).open()


def _level(form: Form, level: Participation) -> None:
    promises = {
        Participation.INFORM: _("you hear in time what happens"),
        Participation.CONSULT: _("you say what you think of it, you get an answer"),
        Participation.ADVISE: _("your advice counts; if we do not follow it, we say why"),
        Participation.MAKE_TOGETHER: _("we make the plan together"),
        Participation.DECIDE_TOGETHER: _("you decide along within these limits"),
    }
    form.choice(
        "participation",
        _("Promise to tenants"),
        [(p, f"{p.step}. {word(p)}: {promises[p]}") for p in Participation],
        level,
        _("The program shows beside it what has been done so far."),
    )


def _where(desk: Desk, form: Form, chosen: tuple[int, ...], homes: int) -> None:
    with desk.reading() as session:
        places = complexes(session)
    if places:
        form.field(
            "complex_ids",
            _("Complexes"),
            ChecksInput([(c.id, c.facts.name) for c in places], chosen, columns=2),
        )
    form.number(
        "homes", _("Homes to be built"), homes, most=10_000, hint=_("For new build; else 0.")
    )


def _money(form: Form, leader: str, budget_cents: int) -> None:
    form.row()
    form.text("leader", _("Project leader"), leader, _("A function or a team."))
    budget = EurosInput(budget_cents, LONGEST_BUDGET_CENTS)
    form.field("budget_cents", _("Budget in euros"), budget)
    form.end_row()


def _values(form: Form) -> dict[str, Any]:
    values = form.values()
    values.setdefault("complex_ids", [])
    return values
