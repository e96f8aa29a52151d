"""What a refusal means for priority in a region, with where and when that was read (C3)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.refused import Refused
from desktop.viewings.actions.consequences import ConsequenceFacts
from desktop.viewings.actions.consequences import add_consequence as add
from desktop.viewings.actions.consequences import change_consequence as change
from desktop.viewings.queries.policies import ConsequenceRow
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def add_consequence(desk: Desk, parent: QWidget, made: Callable[[int], object]) -> None:
    """Ask what the regulation says; tells `made` the new one."""
    form = _form(desk, None)

    def work() -> None:
        made(add(desk.store, desk.who, _facts(form)))

    _open(desk, form, _("Add"), work, parent)


def change_consequence(desk: Desk, row: ConsequenceRow, parent: QWidget) -> None:
    """Change what was written down for a region."""
    form = _form(desk, row)

    def work() -> None:
        change(desk.store, desk.who, row.id, _facts(form))

    _open(desk, form, _("Save"), work, parent)


def _form(desk: Desk, row: ConsequenceRow | None) -> Form:
    form = Form()
    form.row()
    form.text("region", _("Region or municipality"), row.region if row else "")
    allowed = row.refusals_allowed if row else 1
    form.number("refusals_allowed", _("Refusals that are allowed"), allowed, 0, 20)
    form.end_row()
    form.lines("text_nl", _("What a refusal means, in Dutch"), row.text_nl if row else "")
    form.lines(
        "text_en",
        _("The same in English"),
        row.text_en if row else "",
        hint=_("Left empty, letters use the Dutch."),
    )
    form.row()
    form.text("source", _("Where this is written"), row.source if row else "")
    form.date("read_on", _("Read on"), row.read_on if row else desk.today())
    form.end_row()
    return form


def _facts(form: Form) -> ConsequenceFacts:
    values = form.values()
    if values["read_on"] is None:
        raise Refused(_("Fill in on which day you read this."), "read_on")
    return ConsequenceFacts(**values)


def _open(desk: Desk, form: Form, verb: str, work: Callable[[], None], parent: QWidget) -> None:
    Dialog(
        desk,
        _("What a refusal means for priority"),
        form,
        verb,
        work,
        parent,
        explanation=_("Candidates read this in their letter, so write it in plain words."),
    ).open()
