"""The chosen candidate does not take the dwelling after the decision was settled."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.refused import Refused
from desktop.store import Actor
from desktop.viewings.actions.withdrawals import back_out as record
from desktop.viewings.actions.withdrawals import take_back
from desktop.viewings.panels.dialogs.offer_answer import ask_to_take_back, show_letter
from desktop.viewings.panels.dialogs.want import add_tour_question
from desktop.viewings.panels.reasons import refusals
from desktop.viewings.queries.vacancy import OfferLine, VacancyView
from desktop.viewings.states import Level
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def back_out(desk: Desk, view: VacancyView, offer: OfferLine, parent: QWidget) -> None:
    """Ask the reason and the day. With priority a colleague reads along before it counts; else
    the letter that confirms it is shown at once."""
    decision = view.decision
    assert decision is not None  # it was settled
    form = Form()
    form.choice("reason", _("Reason that the candidate gave"), [("", _("Choose")), *refusals()])
    form.date("told_on", _("The candidate said so on"), desk.today())
    if offer.priority:
        add_tour_question(desk, form, offer.candidate_id)

    def work() -> None:
        values = form.values()
        if values["told_on"] is None:
            raise Refused(_("Fill in the day."), "told_on")
        record(
            desk.store,
            desk.who,
            decision.id,
            values["reason"] or "",
            values["told_on"],
            values.get("caused_by_tour"),
        )
        if not offer.priority:
            show_letter(desk, view.code, "backed-out")

    Dialog(
        desk,
        _("{name} backs out").format(name=offer.name),
        form,
        _("Record"),
        work,
        parent,
        explanation=_explanation(),
    ).open()


def take_dwelling_back(
    desk: Desk, view: VacancyView, offer: OfferLine, level: Level, parent: QWidget
) -> None:
    """The corporation takes the dwelling back, with a reason and a letter that gives it."""
    decision = view.decision
    assert decision is not None  # it was settled

    def take(reason: str, facts: str, reader: Actor | None) -> None:
        take_back(desk.store, desk.who, decision.id, reason, facts, reader)

    title = _("Take the dwelling back from {name}").format(name=offer.name)
    ask_to_take_back(desk, view.code, offer, level, parent, title, take, _explanation())


def _explanation() -> str:
    return _(
        "The decision lapses and stays to be read as it was settled. You offer the dwelling to the "
        "next in order, and a colleague reads along with the new decision."
    )
