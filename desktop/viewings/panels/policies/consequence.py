"""What a refusal means for priority in a region, with where and when that was read (C3)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.refused import Refused
from desktop.viewings.actions.policies import add_consequence as add
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def add_consequence(desk: Desk, parent: QWidget, made: Callable[[int], object]) -> None:
    """Ask what the regulation says; tells `made` the new one."""
    form = Form()
    form.row()
    form.text("region", _("Region or municipality"))
    form.number("refusals_allowed", _("Refusals that are allowed"), 1, 0, 20)
    form.end_row()
    form.lines("text_nl", _("What a refusal means, in Dutch"))
    form.lines("text_en", _("The same in English"), hint=_("Left empty, letters use the Dutch."))
    form.row()
    form.text("source", _("Where this is written"))
    form.date("read_on", _("Read on"), desk.today())
    form.end_row()

    def work() -> None:
        values = form.values()
        if values["read_on"] is None:
            raise Refused(_("Fill in on which day you read this."), "read_on")
        made(add(desk.store, desk.who, **values))

    Dialog(
        desk,
        _("What a refusal means for priority"),
        form,
        _("Add"),
        work,
        parent,
        explanation=_("Candidates read this in their letter, so write it in plain words."),
    ).open()
