"""Levels B and C: one host's own answers to the published criteria about one visitor."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.language import _, language
from desktop.refused import Refused
from desktop.viewings.actions.reports import record_criteria
from desktop.viewings.queries.reports import criteria_answers
from desktop.viewings.queries.vacancy import VacancyView, ViewingLine
from desktop.viewings.states import CriterionAnswer, Presence
from desktop.viewings.wording import word
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form

CAME = (Presence.PRESENT, Presence.LATE)


def enter_criteria(desk: Desk, view: VacancyView, line: ViewingLine, parent: QWidget) -> None:
    """Ask which host about whom, then each published criterion: yes, no, or not discussed. The
    two hosts answer apart: neither sees what the other said."""
    assert view.policy is not None  # the button shows only with criteria
    criteria = view.policy.criteria
    visitors = [
        (c.invitation.id, f"{c.rank}. {c.name}")
        for c in view.candidates
        if c.invitation is not None
        and c.invitation.viewing_id == line.id
        and c.invitation.presence in CAME
    ]
    if not visitors:
        desk.said.emit(_("Enter the tour report first: who came?"))
        return
    form = Form()
    form.row()
    form.choice(
        "host", _("Host"), [(None, _("Choose")), *((s.host_id, s.name) for s in line.shifts)]
    )
    form.choice("invitation", _("Visitor"), [(None, _("Choose")), *visitors])
    form.end_row()
    for key, nl, en in criteria:
        form.choice(
            f"criterion:{key}",
            nl if language() == "nl" else en or nl,
            [(answer, word(answer)) for answer in CriterionAnswer],
            CriterionAnswer.NOT_DISCUSSED,
        )

    def show_known() -> None:
        host, invitation = form.value("host"), form.value("invitation")
        if host is None or invitation is None:
            return
        with desk.reading() as session:
            known = criteria_answers(session, invitation, host)
        for key, _nl, _en in criteria:
            form.set_value(f"criterion:{key}", known.get(key, CriterionAnswer.NOT_DISCUSSED))

    def work() -> None:
        for name in ("host", "invitation"):
            if form.value(name) is None:
                raise Refused(_("Choose the host and the visitor."), name)
        record_criteria(
            desk.store,
            desk.who,
            form.value("invitation"),
            form.value("host"),
            {key: form.value(f"criterion:{key}") for key, _nl, _en in criteria},
        )

    for name in ("host", "invitation"):
        form.fields[name].input.changed.connect(show_known)
    Dialog(
        desk,
        _("Criteria"),
        form,
        _("Save"),
        work,
        parent,
        explanation=_(
            "Each host answers alone. The answers are advice: they change no order by themselves."
        ),
    ).open()
