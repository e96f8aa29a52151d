"""The chosen candidate does not take the dwelling after the decision was settled."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.refused import Refused
from desktop.viewings.actions.withdrawals import back_out as record
from desktop.viewings.actions.withdrawals import take_back
from desktop.viewings.documents import printables
from desktop.viewings.panels.dialogs.offer_answer import add_facts
from desktop.viewings.panels.dialogs.reader import proven_reader
from desktop.viewings.panels.dialogs.want import add_tour_question
from desktop.viewings.panels.reasons import refusals, withdrawals
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
    form = Form()
    form.choice("reason", _("Why?"), [("", _("Choose")), *withdrawals(level)])
    add_facts(desk, form, offer, level)

    def work() -> None:
        values = form.values()
        chosen = values.get("reader") is not None
        take_back(
            desk.store,
            desk.who,
            decision.id,
            values["reason"] or "",
            values["motivation"],
            proven_reader(desk, form) if chosen else None,
        )
        show_letter(desk, view.code, "offer-withdrawn")

    Dialog(
        desk,
        _("Take the dwelling back from {name}").format(name=offer.name),
        form,
        _("Take back and show letter"),
        work,
        parent,
        explanation=_explanation(),
    ).open()


def show_letter(desk: Desk, code: str, key: str) -> None:
    """The letter that tells the candidate what was recorded."""
    letter = next(p for p in printables() if p.key == key)
    desk.show_paper(lambda session: letter.make(session, [code], desk.now()))


def _explanation() -> str:
    return _(
        "The decision lapses and stays to be read as it was settled. You offer the dwelling to the "
        "next in order, and a colleague reads along with the new decision."
    )
