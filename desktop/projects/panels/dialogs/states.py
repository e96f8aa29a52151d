"""Halting a project and going a step back: both ask why."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.projects.actions.projects import halt_project, move_project
from desktop.projects.queries.projects import ProjectView
from desktop.projects.rules.lifecycle import ORDER
from desktop.projects.wording import word
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def ask_halt(desk: Desk, view: ProjectView, parent: QWidget) -> None:
    """Ask why the project waits, and until when."""
    form = Form()
    form.lines("halted_reason", _("Why does it wait?"), hint=_("Tenants can read this."))
    form.date("until", _("Until"), hint=_("Leave empty when nobody knows yet."))

    def work() -> None:
        values = form.values()
        halt_project(desk.store, desk.who, view.id, values["halted_reason"], values["until"])

    Dialog(desk, _("Halt the project"), form, _("Halt"), work, parent).open()


def step_back(desk: Desk, view: ProjectView, parent: QWidget) -> None:
    """Ask why the project goes back to the state before."""
    before = ORDER[ORDER.index(view.state) - 1]
    form = Form()
    form.note(_("The project goes back to: {state}.").format(state=word(before)))
    form.lines("reason", _("Why?"))

    def work() -> None:
        move_project(desk.store, desk.who, view.id, before, form.values()["reason"])

    Dialog(desk, _("One step back"), form, _("Go back"), work, parent).open()
