"""What a party does for an agreement."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.agreements.actions.commitments import add_commitment, change_commitment
from desktop.agreements.queries.cycles import own_seat
from desktop.agreements.queries.detail import AgreementView, CommitmentLine
from desktop.agreements.states import CommitmentKind
from desktop.agreements.wording import word
from desktop.language import _
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def add_commitment_to(desk: Desk, view: AgreementView, parent: QWidget) -> None:
    """Ask which party does what, and by when."""
    form = Form()
    parties = [(seat.party_id, seat.called) for seat in view.parties]
    form.choice("party_id", _("Party"), parties, own_seat(view.parties))
    _ask(form, "", CommitmentKind.EFFORT, "")
    form.date("due_on", _("Before"))

    def work() -> None:
        add_commitment(desk.store, desk.who, view.id, **form.values())

    Dialog(
        desk, _("Who does what for {code}").format(code=view.code), form, _("Add"), work, parent
    ).open()


def change_commitment_of(
    desk: Desk, view: AgreementView, line: CommitmentLine, parent: QWidget
) -> None:
    """Change what a party does; once it is signed only who looks after it."""
    form = Form()
    if view.is_signed:
        form.note(_("The parties signed this, so who does what stays."))
        form.text("owner", _("Who looks after it? (a function)"), line.owner)
    else:
        _ask(form, line.what, line.kind, line.owner)
        form.date("due_on", _("Before"), line.due_on)

    def work(seen: int | None = line.version) -> None:
        change_commitment(desk.store, desk.who, line.id, seen, **form.values())

    Dialog(
        desk,
        _("What {party} does").format(party=line.party),
        form,
        _("Save"),
        work,
        parent,
        again=lambda: work(None),
    ).open()


def _ask(form: Form, what: str, kind: CommitmentKind, owner: str) -> None:
    form.lines("what", _("What does it do?"), what, hint=_("Begin with a verb: “builds 60 homes”."))
    form.row()
    form.choice("kind", _("Kind"), [(kind, word(kind)) for kind in CommitmentKind], kind)
    form.text("owner", _("Who looks after it? (a function)"), owner)
    form.end_row()
