"""The candidate's own answer, given after the viewing."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.refused import Refused
from desktop.viewings.actions.reports import record_want
from desktop.viewings.panels.reasons import refusals
from desktop.viewings.queries.vacancy import CandidateLine, consequence_for
from desktop.viewings.states import Want
from desktop.viewings.wording import word
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def record_want_later(desk: Desk, line: CandidateLine, parent: QWidget) -> None:
    """Record yes, no or still thinking. With priority, a no first goes by a colleague (C3)."""
    form = Form()
    form.choice("want", _("Answer"), [(want, word(want)) for want in Want], Want.YES)
    form.choice("reason", _("Reason that the candidate gave"), [("", _("None given")), *refusals()])
    if line.priority:
        add_tour_question(desk, form, line.id)

    def work() -> None:
        values = form.values()
        if values["want"] is None:
            raise Refused(_("Choose the answer."), "want")
        record_want(
            desk.store,
            desk.who,
            line.id,
            values["want"],
            values["reason"] or "" if values["want"] is Want.NO else "",
            values.get("caused_by_tour"),
        )

    Dialog(desk, line.name, form, _("Record"), work, parent).open()


def add_tour_question(desk: Desk, form: Form, candidate_id: int) -> None:
    """Show the consequence for somebody with priority and ask whether the tour caused it (C3)."""
    with desk.reading() as session:
        form.note(consequence_for(session, candidate_id))
    form.choice(
        "caused_by_tour",
        _("Did it have to do with the viewing?"),
        [(None, _("Choose")), (True, _("Yes: then it does not count")), (False, _("No"))],
    )
