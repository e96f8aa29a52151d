"""The second reader: agree, or send the decision back with a question."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.viewings.actions.decisions import return_decision, settle_decision
from desktop.viewings.panels.dialogs.reader import ask_verdict
from desktop.viewings.queries.decisions import order_lines
from desktop.viewings.queries.vacancy import VacancyView
from desktop.viewings.wording import word
from desktop.widgets.desk import Desk
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
    ask_verdict(
        desk,
        _("Read along: {address}").format(address=view.address),
        form,
        decision.author_id,
        (
            _("I agree: settle the decision"),
            lambda reader: settle_decision(desk.store, reader, decision.id),
        ),
        lambda reader, question: return_decision(desk.store, reader, decision.id, question),
        parent,
    )
