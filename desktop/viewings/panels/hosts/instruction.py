"""When the instruction was, and when the secrecy statement was signed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.refused import Refused
from desktop.viewings.actions.hosts import change_host
from desktop.viewings.queries.hosts import HostLine
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def record_instruction(desk: Desk, host: HostLine, parent: QWidget) -> None:
    """Ask both days; a host who has both can be made active."""
    form = Form()
    form.row()
    form.date("instructed_on", _("Instruction was on"), host.instructed_on)
    form.date("secrecy_on", _("Secrecy statement signed on"), host.secrecy_on)
    form.end_row()

    def work(seen: int | None = host.version) -> None:
        if not any(form.values().values()):
            raise Refused(_("Fill in at least one of the two days."), "instructed_on")
        change_host(desk.store, desk.who, host.id, form.values(), seen)

    Dialog(
        desk,
        _("Instruction of {name}").format(name=host.name),
        form,
        _("Save"),
        work,
        parent,
        again=lambda: work(None),
        explanation=_("A host receives only after both. The papers are under “Print”."),
    ).open()
