"""The policy of the municipality came in, or did not."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.agreements.actions.cycles import policy_received
from desktop.agreements.queries.overview import CycleView
from desktop.language import _
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def ask_policy(desk: Desk, view: CycleView, parent: QWidget) -> None:
    """Ask on which day the corporation got the policy; empty when there is none."""
    form = Form()
    form.date(
        "on",
        _("Received on"),
        view.policy_received_on or desk.today(),
        hint=_(
            "Leave empty when there is none. Without policy on 1 July the duty to make agreements "
            "does not hold (Woningwet, art. 44(3))."
        ),
    )

    def work() -> None:
        policy_received(desk.store, desk.who, view.id, form.value("on"))

    Dialog(
        desk,
        _("Policy of {municipality}").format(municipality=view.municipality),
        form,
        _("Save"),
        work,
        parent,
        explanation=_("The agreements contribute to the municipality's policy on housing."),
    ).open()
