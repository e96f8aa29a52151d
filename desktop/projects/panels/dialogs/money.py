"""A line of the budget, and what is booked on it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.projects.actions.money import MOST_CENTS, add_line, book_cost, change_line
from desktop.projects.panels.dialogs.euros import EurosInput
from desktop.projects.queries.money import MoneyLine
from desktop.projects.queries.phases import phases_of
from desktop.projects.states import CostKind
from desktop.projects.wording import word
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def ask_line(desk: Desk, project_id: int, parent: QWidget) -> None:
    """Ask what the money is for, and how much."""
    form = Form()
    _facts(desk, form, project_id, None)

    def work() -> None:
        values = form.values()
        add_line(
            desk.store,
            desk.who,
            project_id,
            values["name"],
            values["planned_cents"],
            values["phase_id"],
        )

    Dialog(desk, _("New budget line"), form, _("Add"), work, parent).open()


def change_line_facts(desk: Desk, project_id: int, line: MoneyLine, parent: QWidget) -> None:
    """Change a line of the budget."""
    form = Form()
    _facts(desk, form, project_id, line)

    def work(seen: int | None = line.version) -> None:
        values = form.values()
        change_line(
            desk.store,
            desk.who,
            line.id,
            values["name"],
            values["planned_cents"],
            values["phase_id"],
            seen,
        )

    Dialog(
        desk, _("Change budget line"), form, _("Save"), work, parent, again=lambda: work(None)
    ).open()


def ask_cost(desk: Desk, line: MoneyLine, parent: QWidget) -> None:
    """Ask what was committed or spent on a line."""
    form = Form()
    form.note(line.name)
    form.row()
    form.choice("kind", _("Kind"), [(kind, word(kind)) for kind in CostKind], CostKind.SPENT)
    form.field("cents", _("Amount in euros"), EurosInput(0, MOST_CENTS))
    form.date("booked_on", _("On"), desk.today())
    form.end_row()
    form.text("what", _("For what?"))
    form.lines("note", _("Remark"), hint=_("Needed when it is more than the line has."))

    def work() -> None:
        values = form.values()
        book_cost(
            desk.store,
            desk.who,
            line.id,
            values["kind"],
            values["cents"],
            values["what"],
            values["booked_on"],
            values["note"],
        )

    Dialog(desk, _("Book costs"), form, _("Book"), work, parent).open()


def _facts(desk: Desk, form: Form, project_id: int, line: MoneyLine | None) -> None:
    with desk.reading() as session:
        phases = phases_of(session, project_id)
    form.text("name", _("For what?"), line.name if line is not None else "")
    form.row()
    planned = EurosInput(line.planned if line is not None else 0, MOST_CENTS)
    form.field("planned_cents", _("Planned in euros"), planned)
    form.choice(
        "phase_id",
        _("Phase"),
        [(None, _("The whole project")), *((phase.id, phase.name) for phase in phases)],
        line.phase_id if line is not None else None,
    )
    form.end_row()
