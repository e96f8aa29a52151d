"""Another state for a cycle or an agreement: forwards, or back with a reason."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.agreements.actions.agreements import move_agreement
from desktop.agreements.actions.cycles import move_cycle
from desktop.agreements.queries.cycles import CycleView
from desktop.agreements.queries.detail import AgreementView
from desktop.agreements.rules.lifecycle import AGREEMENT, CYCLE
from desktop.agreements.states import AgreementState, CycleState
from desktop.agreements.wording import word
from desktop.language import _
from desktop.refused import Refused
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def move_cycle_by_hand(desk: Desk, view: CycleView, parent: QWidget) -> None:
    """Choose one of the states that may follow; signing has its own screen."""
    possible = [s for s in CycleState if s in CYCLE[view.state] - {CycleState.SIGNED}]

    def move(state: CycleState, on: date | None, reason: str) -> None:
        move_cycle(desk.store, desk.who, view.id, state, on, reason)

    _ask(desk, _("Change the state of this year"), possible, move, parent)


def move_agreement_by_hand(desk: Desk, view: AgreementView, parent: QWidget) -> None:
    """Choose one of the states that may follow; what is signed is adopted by signing."""
    possible = [s for s in AgreementState if s in AGREEMENT[view.state] - {AgreementState.ADOPTED}]

    def move(state: AgreementState, on: date | None, reason: str) -> None:
        move_agreement(desk.store, desk.who, view.id, state, reason, on)

    _ask(desk, _("Change the state of {code}").format(code=view.code), possible, move, parent)


def _ask(
    desk: Desk,
    title: str,
    possible: Collection[CycleState] | Collection[AgreementState],
    move: Callable[..., object],
    parent: QWidget,
) -> None:
    if not possible:
        desk.said.emit(_("No other state follows from here."))
        return
    form = Form()
    form.row()
    form.choice("state", _("New state"), [(state, word(state)) for state in possible])
    form.date("on", _("Since"), desk.today())
    form.end_row()
    form.lines(
        "reason",
        _("Reason"),
        hint=_("Needed for a step back, and when it ends early. Everybody can read it."),
    )

    def work() -> None:
        values = form.values()
        if values["on"] is None:
            raise Refused(_("Fill in a day."), "on")
        move(values["state"], values["on"], values["reason"])

    Dialog(desk, title, form, _("Change"), work, parent).open()
