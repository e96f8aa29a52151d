"""The answer to an offer: refused, run out, or taken back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.store import Actor
from desktop.viewings.actions.offers import expire_offer as expire
from desktop.viewings.actions.offers import refuse_offer as refuse
from desktop.viewings.actions.offers import withdraw_offer as take_back
from desktop.viewings.documents import printables
from desktop.viewings.panels.dialogs.reader import ask_reader, proven_reader
from desktop.viewings.panels.dialogs.want import add_tour_question
from desktop.viewings.panels.reasons import refusals, withdrawals
from desktop.viewings.queries.vacancy import OfferLine
from desktop.viewings.states import Level
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def refuse_offer(desk: Desk, offer: OfferLine, parent: QWidget) -> None:
    """Ask the candidate's reason. With priority a colleague reads along before it counts."""
    form = Form()
    form.choice("reason", _("Reason that the candidate gave"), [("", _("Choose")), *refusals()])
    if offer.priority:
        add_tour_question(desk, form, offer.candidate_id)

    def work() -> None:
        values = form.values()
        refuse(desk.store, desk.who, offer.id, values["reason"] or "", values.get("caused_by_tour"))

    Dialog(
        desk, _("{name} refuses").format(name=offer.name), form, _("Record"), work, parent
    ).open()


def expire_offer(desk: Desk, offer: OfferLine, parent: QWidget) -> None:
    """The term is over without an answer."""
    if not offer.priority:
        desk.did(lambda: expire(desk.store, desk.who, offer.id), parent)
        return
    form = Form()
    add_tour_question(desk, form, offer.candidate_id)

    def work() -> None:
        expire(desk.store, desk.who, offer.id, form.value("caused_by_tour"))

    Dialog(
        desk, _("{name} did not answer").format(name=offer.name), form, _("Record"), work, parent
    ).open()


def withdraw_offer(desk: Desk, code: str, offer: OfferLine, level: Level, parent: QWidget) -> None:
    """The corporation takes the offer back before the decision. `code` is that of the vacancy."""

    def record(reason: str, facts: str, reader: Actor | None) -> None:
        take_back(desk.store, desk.who, offer.id, reason, facts, reader)

    title = _("Take the offer to {name} back").format(name=offer.name)
    ask_to_take_back(desk, code, offer, level, parent, title, record)


def ask_to_take_back(
    desk: Desk,
    code: str,
    offer: OfferLine,
    level: Level,
    parent: QWidget,
    title: str,
    record: Callable[[str, str, Actor | None], object],
    explanation: str = "",
) -> None:
    """Ask the reason and what it rests on, and with priority or a nomination who reads along (C3,
    R9); `record` gets these. Then the letter to the candidate is shown."""
    form = Form()
    form.choice("reason", _("Why?"), [("", _("Choose")), *withdrawals(level)])
    form.lines(
        "motivation",
        _("Facts"),
        hint=_("Needed when residents nominated: by the criteria. The candidate reads them."),
    )
    if offer.priority or level is Level.C:
        ask_reader(desk, form, desk.who.id)

    def work() -> None:
        values = form.values()
        reader = proven_reader(desk, form) if values.get("reader") is not None else None
        record(values["reason"] or "", values["motivation"], reader)
        show_letter(desk, code, "offer-withdrawn")

    Dialog(
        desk, title, form, _("Take back and show letter"), work, parent, explanation=explanation
    ).open()


def show_letter(desk: Desk, code: str, key: str) -> None:
    """The letter that tells the candidate what was recorded; `code` is that of the vacancy."""
    letter = next(p for p in printables() if p.key == key)
    desk.show_paper(lambda session: letter.make(session, [code], desk.now()))
