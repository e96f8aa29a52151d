"""Taking back that somebody did not appear (R8)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.viewings.actions.no_shows import take_back_no_show as take_back
from desktop.viewings.queries.vacancy import CandidateLine
from desktop.viewings.states import Excuse
from desktop.viewings.wording import word
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def take_back_no_show(desk: Desk, line: CandidateLine, parent: QWidget) -> None:
    """Ask why. Afterwards the candidate can get another appointment."""
    invitation = line.invitation
    assert invitation is not None  # a no-show is of an invitation
    form = Form()
    form.choice(
        "excuse",
        _("Why?"),
        [(None, _("Choose")), *((excuse, word(excuse)) for excuse in Excuse)],
        hint=_("The allocation system hears that it does not count (VERA: INS)."),
    )
    Dialog(
        desk,
        _("{name} did appear, or has a reason").format(name=line.name),
        form,
        _("Take back"),
        lambda: take_back(desk.store, desk.who, invitation.id, form.value("excuse")),
        parent,
    ).open()
