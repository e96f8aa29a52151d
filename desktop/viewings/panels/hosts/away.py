"""A period in which a host cannot come."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.refused import Refused
from desktop.viewings.actions.hosts import set_away
from desktop.viewings.queries.hosts import HostLine
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def add_away(desk: Desk, host: HostLine, parent: QWidget) -> None:
    """Ask the first and the last day."""
    form = Form()
    form.row()
    form.date("away_from", _("First day"))
    form.date("away", _("Last day"))
    form.end_row()

    def work() -> None:
        first: date | None = form.value("away_from")
        last: date | None = form.value("away") or first
        if first is None or last is None:
            raise Refused(_("Fill in the first day."), "away_from")
        set_away(desk.store, desk.who, host.id, sorted([*host.away, (first, last)]))

    Dialog(
        desk,
        _("{name} is away").format(name=host.name),
        form,
        _("Add"),
        work,
        parent,
        explanation=_("The rota leaves this host out in these days. One day? Fill in the first."),
    ).open()
