"""A dispute, from the day on which it arose to how it ended."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.agreements.actions.disputes import (
    change_dispute,
    decide_dispute,
    end_dispute,
    expect_decision,
    extend_dispute,
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


def expect(desk: Desk, line: DisputeLine, parent: QWidget) -> None:
    """Ask until when the minister can decide, as his first letter says."""
    form = Form()
    form.date(
        "decide_by", _("Decision at the latest on"), line.decide_by, hint=_("See the first letter.")
    )

    def work() -> None:
        day = form.value("decide_by")
        if day is None:
            raise Refused(_("Fill in a day."), "decide_by")
        expect_decision(desk.store, desk.who, line.id, day)

    Dialog(
        desk,
        _("Term of the minister"),
        form,
        _("Save"),
        work,
        parent,
        explanation=_("Woningwet, art. 44(5)."),
    ).open()


def extend(desk: Desk, line: DisputeLine, parent: QWidget) -> None:
    """Ask how many weeks more the minister takes, and when he wrote so."""
    form = Form()
    form.row()
    form.number(
        "weeks", _("Weeks longer"), 4, 1, 99, hint=_("At most four at a time (Btiv, art. 40(2)).")
    )
    form.date("told_on", _("Written on"), desk.today())
    form.end_row()

    def work() -> None:
        extend_dispute(desk.store, desk.who, line.id, **form.values())

    runs = ""
    if line.decided_by is not None:
        runs = _("The term runs until {day}.").format(day=day_plain(line.decided_by))
    Dialog(
        desk, _("The minister takes longer"), form, _("Save"), work, parent, explanation=runs
    ).open()


def decide(desk: Desk, line: DisputeLine, parent: QWidget) -> None:
    """Ask what was decided, and when."""
    form = Form()
    form.date("on", _("Decided on"), desk.today())
    form.lines("decision", _("What was decided?"))

    def work() -> None:
        decide_dispute(desk.store, desk.who, line.id, form.value("decision"), form.value("on"))

    Dialog(
        desk,
        _("Decision on the dispute"),
        form,
        _("Save"),
        work,
        parent,
        explanation=_("The dispute has ended with it. The parties then talk on, bound by it."),
    ).open()


def end(desk: Desk, line: DisputeLine, parent: QWidget) -> None:
    """Ask how it ended without a decision."""
    form = Form()
    form.lines("outcome", _("How did it end?"))

    def work() -> None:
        end_dispute(desk.store, desk.who, line.id, form.value("outcome"))

    Dialog(desk, _("The dispute has ended"), form, _("Save"), work, parent).open()
