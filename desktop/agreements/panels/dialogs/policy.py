"""The policy of the municipality: that it came in, or did not, and what stands in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.agreements.actions.cycles import policy_received
from desktop.agreements.actions.policies import add_policy
from desktop.agreements.queries.cycles import CycleView
from desktop.agreements.queries.policy import policies_of
from desktop.agreements.states import PolicyKind
from desktop.agreements.wording import word
from desktop.language import _
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

    def added(policy_id: int) -> None:
        choice.set_options(_documents(desk, view), policy_id)

    def work() -> None:
        values = form.values()
        policy_received(desk.store, desk.who, view.id, values["on"], values["policy_id"])

    new = secondary(_("New document…"), lambda: new_policy(desk, view, dialog, added))
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
    desk: Desk, view: CycleView, parent: QWidget, added: Callable[[int], object]
) -> None:
    """Ask what the document is called, for how long it holds and which goals it has; tells
    `added` the new one."""
    form = Form()
    form.text("title", _("Title"))
    form.choice("kind", _("Kind"), [(kind, word(kind)) for kind in PolicyKind])
    form.row()
    form.date("valid_from", _("Holds from"))
    form.date("valid_to", _("Until"))
    form.date("received_on", _("Received on"), desk.today())
    form.end_row()
    form.lines("goals", _("Goals"), hint=_("One goal a line, in the order of the document."))

    def work() -> None:
        values = form.values()
        goals = [line.strip() for line in values.pop("goals").splitlines() if line.strip()]
        added(add_policy(desk.store, desk.who, view.municipality_id, goals=goals, **values))

    Dialog(desk, _("New policy document"), form, _("Add"), work, parent).open()


def _documents(desk: Desk, view: CycleView) -> list[tuple[int | None, str]]:
    with desk.reading() as session:
        known = policies_of(session, view.municipality_id)
    return [(None, _("Not said")), *known]
