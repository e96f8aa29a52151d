"""A dispute, from the day on which it arose to how it ended."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.agreements.actions.disputes import (
    change_dispute,
    end_dispute,
    file_dispute,
    open_dispute,
)
from desktop.agreements.queries.disputes import DisputeLine
from desktop.agreements.states import DisputeKind
from desktop.agreements.wording import word
from desktop.language import _
from desktop.language.format import day_plain
from desktop.refused import Refused
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def begin(desk: Desk, cycle_id: int, parent: QWidget) -> None:
    """Ask what the dispute is about, when it arose, and what was tried first."""
    form = Form()
    form.choice("kind", _("Kind"), [(kind, word(kind)) for kind in DisputeKind])
    form.date("arisen_on", _("Arisen on"), desk.today())
    form.lines("points", _("What is it about?"))
    form.lines("mediation", _("What was tried to agree?"))

    def work() -> None:
        values = form.values()
        if values["arisen_on"] is None:
            raise Refused(_("Fill in a day."), "arisen_on")
        open_dispute(desk.store, desk.who, cycle_id, **values)

    Dialog(
        desk,
        _("New dispute"),
        form,
        _("Save"),
        work,
        parent,
        explanation=_("Woningwet, art. 44(4); Overlegwet, art. 8."),
    ).open()


def change(desk: Desk, line: DisputeLine, parent: QWidget) -> None:
    """Ask the points and what was tried again."""
    form = Form()
    form.lines("points", _("What is it about?"), line.points)
    form.lines("mediation", _("What was tried to agree?"), line.mediation)

    def work(seen: int | None = line.version) -> None:
        values = form.values()
        change_dispute(desk.store, desk.who, line.id, values["points"], values["mediation"], seen)

    Dialog(
        desk, _("Change dispute"), form, _("Save"), work, parent, again=lambda: work(None)
    ).open()


def lay_before(desk: Desk, line: DisputeLine, parent: QWidget) -> None:
    """Ask on which day it was laid before who decides."""
    form = Form()
    form.date("on", _("Filed on"), desk.today())

    def work() -> None:
        file_dispute(desk.store, desk.who, line.id, form.value("on"))

    last = ""
    if line.file_by is not None:
        last = _("In time is by {day}.").format(day=day_plain(line.file_by))
    Dialog(desk, _("Dispute filed"), form, _("Filed"), work, parent, explanation=last).open()


def end(desk: Desk, line: DisputeLine, parent: QWidget) -> None:
    """Ask how it ended."""
    form = Form()
    form.lines("outcome", _("How did it end?"))

    def work() -> None:
        end_dispute(desk.store, desk.who, line.id, form.value("outcome"))

    Dialog(desk, _("The dispute has ended"), form, _("Save"), work, parent).open()
