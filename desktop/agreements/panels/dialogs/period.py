"""For how long the agreements of a year hold."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.agreements.actions.cycles import change_period
from desktop.agreements.queries.cycles import CycleView
from desktop.language import _
from desktop.refused import Refused
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def ask_period(desk: Desk, view: CycleView, parent: QWidget) -> None:
    """Ask the first and the last day; at least the whole year after the talks."""
    form = Form()
    form.row()
    form.date("applies_from", _("From"), view.applies_from)
    form.date("applies_to", _("Until and including"), view.applies_to)
    form.end_row()

    def work(seen: int | None = view.version) -> None:
        values = form.values()
        for name, day in values.items():
            if day is None:
                raise Refused(_("Fill in a day."), name)
        change_period(
            desk.store, desk.who, view.id, values["applies_from"], values["applies_to"], seen
        )

    Dialog(
        desk,
        _("How long the agreements hold"),
        form,
        _("Save"),
        work,
        parent,
        again=lambda: work(None),
        explanation=_("At least the whole year after the talks (Woningwet, art. 44(2))."),
    ).open()
