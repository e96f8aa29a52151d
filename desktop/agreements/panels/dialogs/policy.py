"""The policy of the municipality: that it came in, or did not, and what stands in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.agreements.actions.cycles import policy_received
from desktop.agreements.actions.policies import add_policy
from desktop.agreements.queries.cycles import CycleView
from desktop.agreements.queries.parties import PolicyCard
from desktop.agreements.queries.policy import policies_of
from desktop.agreements.states import PolicyKind
from desktop.agreements.wording import word
from desktop.language import _
from desktop.refused import Refused
from desktop.widgets.buttons import secondary
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.fields import ChoiceInput
from desktop.widgets.form import Form


def ask_policy(desk: Desk, view: CycleView, parent: QWidget) -> None:
    """Ask on which day the corporation got the policy, and which document it is; without a day
    there is none."""
    choice = ChoiceInput(_documents(desk, view), view.policy_id)
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
    form.field("policy_id", _("Which document?"), choice)

    towns = [(view.municipality_id, view.municipality)]

    def added(policy_id: int) -> None:
        choice.set_options(_documents(desk, view), policy_id)

    def work() -> None:
        values = form.values()
        policy_received(desk.store, desk.who, view.id, values["on"], values["policy_id"])

    new = secondary(_("New document…"), lambda: new_policy(desk, towns, dialog, added))
    dialog = Dialog(
        desk,
        _("Policy of {municipality}").format(municipality=view.municipality),
        form,
        _("Save"),
        work,
        parent,
        others=[new],
        explanation=_("The agreements contribute to the municipality's policy on housing."),
    )
    dialog.open()


def new_policy(
    desk: Desk,
    towns: Sequence[tuple[int, str]],
    parent: QWidget,
    added: Callable[[int], object] = lambda _id: None,
) -> None:
    """Ask a document of policy, of which municipality, and its goals: one on each line. Tells
    `added` the new one."""
    form = Form()
    form.choice("party_id", _("Of"), towns)
    ask_facts(form, None, desk.today())
    form.lines("goals", _("Goals"), hint=_("One goal a line, in the order of the document."))

    def work() -> None:
        values = form.values()
        if values["party_id"] is None:
            raise Refused(_("First add a municipality."), "party_id")
        values["goals"] = [line for line in values["goals"].splitlines() if line.strip()]
        added(add_policy(desk.store, desk.who, **values))

    Dialog(desk, _("New policy document"), form, _("Add"), work, parent, width=640).open()


def ask_facts(form: Form, card: PolicyCard | None, received_on: date | None = None) -> None:
    """Ask what a document is called, for how long it holds and since when it is here."""
    form.text("title", _("Title"), card.title if card else "")
    form.choice(
        "kind",
        _("Kind"),
        [(kind, word(kind)) for kind in PolicyKind],
        card.kind if card else PolicyKind.VISION,
    )
    form.row()
    form.date("valid_from", _("Holds from"), card.valid_from if card else None)
    form.date("valid_to", _("Until"), card.valid_to if card else None)
    form.date("received_on", _("Received on"), card.received_on if card else received_on)
    form.end_row()


def _documents(desk: Desk, view: CycleView) -> list[tuple[int | None, str]]:
    with desk.reading() as session:
        known = policies_of(session, view.municipality_id)
    return [(None, _("Not said")), *known]
