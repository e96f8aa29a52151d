"""A task: what is filled in of it, and what it waits for."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.language import _, ngettext
from desktop.projects.actions.tasks import (
    add_task,
    change_task,
    link_tasks,
    remove_task,
    unlink_tasks,
)
from desktop.projects.queries.phases import phases_of
from desktop.projects.queries.plan import TaskView, WaitsFor, plan_of, task_view
from desktop.projects.rules.schedule import LinkKind
from desktop.projects.rules.tasks import DONE, LONGEST_DAYS
from desktop.projects.rules.timeline.plan import BarKind
from desktop.projects.wording import word
from desktop.refused import Refused
from desktop.widgets.buttons import Button, secondary
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form
from desktop.widgets.search_choice import SearchChoice
from desktop.widgets.words import Words


def new_task(desk: Desk, project_id: int, phase: str, parent: QWidget) -> None:
    """Ask what the task is and how long it takes. It begins in the phase of this name, the first
    one when there is none."""
    form = Form()
    form.text("name", _("Task"))
    form.row()
    form.number("days", _("Working days"), 5, most=LONGEST_DAYS, hint=_("0 is a milestone."))
    form.date("not_before", _("Not before"))
    form.end_row()
    _place(desk, form, project_id, None, phase)
    form.text("owner", _("Who does it"), hint=_("A function or a team."))

    def work() -> None:
        add_task(desk.store, desk.who, project_id, **form.values())

    Dialog(desk, _("New task"), form, _("Add"), work, parent).open()


def change_task_facts(desk: Desk, task_id: int, parent: QWidget) -> None:
    """Change a task, how far it is, and what it waits for."""
    try:
        with desk.reading() as session:
            view = task_view(session, task_id)
    except Refused as refused:
        desk.show_refusal(refused)
        return
    form = Form()
    form.text("name", _("Task"), view.name)
    if not view.is_summary:
        _work(form, view)
    _place(desk, form, view.project_id, view)
    form.text("owner", _("Who does it"), view.owner, _("A function or a team."))
    form.check("decision", _("This is the moment of the decision"), view.decision)
    form.section(_("Waits for"))
    for one in view.waits_for:
        form.add(_waiting(desk, one, form))
    if not view.waits_for:
        form.note(_("It waits for nothing."))

    def work(seen: int | None = view.version) -> None:
        change_task(desk.store, desk.who, view.id, seen, **form.values())

    def remove() -> None:
        if desk.did(lambda: remove_task(desk.store, desk.who, view.id), dialog):
            dialog.close()

    dialog = Dialog(
        desk,
        f"{view.number}. {view.name}",
        form,
        _("Save"),
        work,
        parent,
        again=lambda: work(None),
        others=[
            secondary(_("Remove"), remove),
            secondary(_("Let it wait for…"), lambda: _ask_link(desk, view, dialog)),
        ],
        width=640,
    )
    dialog.open()


def _work(form: Form, view: TaskView) -> None:
    form.row()
    form.number(
        "days", _("Working days"), view.days, most=LONGEST_DAYS, hint=_("0 is a milestone.")
    )
    form.date("not_before", _("Not before"), view.not_before)
    form.end_row()
    form.row()
    form.date("started_on", _("Began on"), view.started_on)
    form.date("finished_on", _("Finished on"), view.finished_on)
    form.number("percent_done", _("Percentage done"), view.percent_done, most=DONE)
    form.end_row()


def _place(desk: Desk, form: Form, project_id: int, view: TaskView | None, phase: str = "") -> None:
    with desk.reading() as session:
        phases = phases_of(session, project_id)
        bars = plan_of(session, project_id).bars
    first = [one.id for one in phases if one.name == phase] or [one.id for one in phases]
    form.row()
    form.choice(
        "phase_id",
        _("Phase"),
        [*((one.id, one.name) for one in phases), (None, _("No phase"))],
        view.phase_id if view is not None else next(iter(first), None),
    )
    own = str(view.id) if view is not None else ""
    # A task becomes a summary by what is put in it: any task without work of its own can be one.
    above = [
        (int(bar.id), bar.name)
        for bar in bars
        if bar.id != own and (bar.kind is BarKind.SUMMARY or bar.percent == 0)
    ]
    form.choice(
        "parent_id",
        _("Part of"),
        [(None, _("Nothing: it stands by itself")), *above],
        view.parent_id if view is not None else None,
    )
    form.end_row()


def _waiting(desk: Desk, one: WaitsFor, near: QWidget) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(Words(waits_words(one), wraps=True), 1)
    button = Button("", lambda: take_away(), "plain")
    button.show_icon("close", _("Wait no longer for this"), size=16)

    def take_away() -> None:
        if desk.did(lambda: unlink_tasks(desk.store, desk.who, one.id), near):
            line.hide()

    row.addWidget(button)
    return line


def waits_words(one: WaitsFor) -> str:
    """`3. Gevel: begint als die klaar is, 2 dagen ertussen`."""
    words = f"{one.number}. {one.name}: {word(one.kind)}"
    if one.lag:
        days = ngettext("{n} day between", "{n} days between", abs(one.lag))
        words += ", " + days.format(n=one.lag)
    return words


def _ask_link(desk: Desk, view: TaskView, parent: Dialog) -> None:
    with desk.reading() as session:
        bars = plan_of(session, view.project_id).bars
    known = {one.before_id for one in view.waits_for}
    others: list[tuple[Any, str]] = [
        (int(bar.id), bar.name)
        for bar in bars
        if int(bar.id) != view.id and int(bar.id) not in known
    ]
    if not others:
        desk.said.emit(_("There is no other task to wait for."))
        return
    form = Form()
    form.field("before", _("Task to wait for"), SearchChoice(others, _("Type a part of the name")))
    form.choice("kind", _("Kind of order"), [(kind, word(kind)) for kind in LinkKind])
    form.number(
        "lag", _("Days between"), 0, least=-999, most=999, hint=_("Fewer than 0: they overlap.")
    )

    def work() -> None:
        values = form.values()
        if values["before"] is None:
            raise Refused(_("Choose a task from the list."), "before")
        link_tasks(desk.store, desk.who, values["before"], view.id, values["kind"], values["lag"])
        # The dialog under it shows what was there when it opened.
        parent.close()
        change_task_facts(desk, view.id, parent.parentWidget() or parent)

    Dialog(desk, _("Let it wait for…"), form, _("Link"), work, parent).open()
