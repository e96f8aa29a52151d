"""A request for data: asked, and answered."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.agreements.actions.requests import answer_information, ask_information
from desktop.agreements.queries.cycles import seats_of
from desktop.agreements.queries.requests import RequestLine
from desktop.agreements.states import PartyKind
from desktop.language import _
from desktop.language.format import day_plain
from desktop.refused import Refused
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def ask(desk: Desk, cycle_id: int, parent: QWidget) -> None:
    """Ask who wants to know what, and since when. Tenants come first."""
    with desk.reading() as session:
        seats = seats_of(session, cycle_id)
    askers = [seat for seat in seats if seat.kind is not PartyKind.CORPORATION]
    askers.sort(key=lambda seat: seat.kind is not PartyKind.TENANTS)
    form = Form()
    form.choice("party_id", _("Who asks"), [(seat.party_id, seat.name) for seat in askers])
    form.lines("what", _("Which data?"))
    form.date("asked_on", _("Asked on"), desk.today())

    def work() -> None:
        values = form.values()
        if values["party_id"] is None:
            raise Refused(_("First add another party to this year."), "party_id")
        ask_information(desk.store, desk.who, cycle_id, **values)

    Dialog(
        desk,
        _("Request for data"),
        form,
        _("Save"),
        work,
        parent,
        explanation=_("Woningwet, art. 44b; Overlegwet, art. 3."),
    ).open()


def answer(desk: Desk, line: RequestLine, parent: QWidget) -> None:
    """Ask whether the party got the data, and what it got or why not."""
    form = Form()
    form.choice("given", _("Did the party get the data?"), [(True, _("yes")), (False, _("no"))])
    form.lines(
        "answer",
        _("What did it get, or why not?"),
        hint=_("Data are refused only when they would harm the business (Overlegwet, art. 3(3))."),
    )
    form.date("on", _("Answered on"), desk.today())

    def work() -> None:
        answer_information(desk.store, desk.who, line.id, **form.values())

    Dialog(
        desk,
        _("Answer to {party}").format(party=line.party),
        form,
        _("Save"),
        work,
        parent,
        explanation=_("{what} In time is by {day}.").format(
            what=_sentence(line.what), day=day_plain(line.due_on)
        ),
    ).open()


def _sentence(words: str) -> str:
    return words if words[-1:] in ".?!" else f"{words}."
