"""The second reader: agree, or send the decision back with a question."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.refused import Refused
from desktop.viewings.actions.decisions import return_decision, settle_decision
from desktop.viewings.panels.dialogs.reader import ask_reader, proven_reader
from desktop.viewings.queries.decisions import order_lines
from desktop.viewings.queries.vacancy import VacancyView
from desktop.viewings.wording import word
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def read_decision(desk: Desk, view: VacancyView, parent: QWidget) -> None:
    """Show who gets the dwelling and why the ones before do not, and ask for the verdict."""
    decision = view.decision
    assert decision is not None  # there is a decision to read
    form = Form()
    with desk.reading() as session:
        lines = order_lines(session, decision.id)
    form.note(_("Candidate {rank} gets the dwelling.").format(rank=decision.chosen_rank))
    for line in lines:
        if line.chosen:
            break
        reason = word(line.code) if line.code is not None else _("No reason yet")
        form.note(
            _("Candidate {rank} comes before: {reason}.").format(rank=line.rank, reason=reason)
        )
    if decision.motivation:
        form.note(decision.motivation)
    form.choice(
        "verdict",
        _("What do you think?"),
        [
            (None, _("Choose")),
            ("agree", _("I agree: settle the decision")),
            ("return", _("I have a question: send it back")),
        ],
    )
    form.lines("question", _("Your question"))
    ask_reader(desk, form, decision.author_id)

    def work() -> None:
        values = form.values()
        if values["verdict"] is None:
            raise Refused(_("Choose what you think."), "verdict")
        reader = proven_reader(desk, form)
        if values["verdict"] == "agree":
            settle_decision(desk.store, reader, decision.id)
        else:
            return_decision(desk.store, reader, decision.id, values["question"])

    Dialog(
        desk,
        _("Read along: {address}").format(address=view.address),
        form,
        _("Record"),
        work,
        parent,
    ).open()
