"""A complaint comes in, and is answered."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.refused import Refused
from desktop.viewings.actions.decisions import add_complaint as add
from desktop.viewings.actions.decisions import close_complaint as close
from desktop.viewings.queries.vacancy import ComplaintLine, VacancyView
from desktop.viewings.states import ComplaintAbout
from desktop.viewings.wording import word
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def add_complaint(desk: Desk, view: VacancyView, parent: QWidget) -> None:
    """Who complains, about what, and when it came in."""
    form = Form()
    form.choice(
        "candidate",
        _("From"),
        [
            (None, _("Somebody who is not on the list")),
            *((c.id, f"{c.rank}. {c.name}") for c in view.candidates if not c.wiped),
        ],
    )
    form.row()
    form.choice(
        "about",
        _("About"),
        [(about, word(about)) for about in ComplaintAbout],
        ComplaintAbout.ORDER,
    )
    form.date("received_on", _("Came in on"), desk.today())
    form.end_row()
    form.lines("summary", _("In a few words"), hint=_("What happened; nothing about the person."))

    def work() -> None:
        values = form.values()
        if values["received_on"] is None:
            raise Refused(_("Fill in the day."), "received_on")
        add(
            desk.store,
            desk.who,
            view.id,
            values["candidate"],
            values["about"],
            values["received_on"],
            values["summary"],
        )

    Dialog(desk, _("Add complaint"), form, _("Add"), work, parent).open()


def close_complaint(desk: Desk, complaint: ComplaintLine, parent: QWidget) -> None:
    """The outcome in a few words."""
    form = Form()
    form.note(complaint.summary)
    form.lines("outcome", _("Outcome"))

    def work() -> None:
        close(desk.store, desk.who, complaint.id, form.value("outcome"))

    Dialog(desk, _("Close complaint"), form, _("Close"), work, parent).open()
