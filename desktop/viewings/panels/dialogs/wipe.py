"""Wiping the personal data of a vacancy, with a certificate."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.language import _, ngettext
from desktop.viewings.actions.retention import Wiped, wipe_withdrawn
from desktop.viewings.actions.retention import wipe as wipe_data
from desktop.viewings.documents import printables
from desktop.viewings.queries.vacancy import VacancyView
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form
from desktop.widgets.job import Progress


def wipe(desk: Desk, view: VacancyView, parent: QWidget) -> None:
    """Say what goes and what stays; this is the one thing that cannot be undone, so it asks."""
    decision = view.decision
    form = Form()
    form.note(
        _(
            "Names, addresses, phone numbers, mail addresses and wishes go, also from the trail. "
            "The order table stays, with numbers in place of names. This cannot be undone."
        )
    )

    def told(wiped: Wiped) -> None:
        desk.said.emit(
            ngettext(
                "The data of {n} candidate are wiped.",
                "The data of {n} candidates are wiped.",
                wiped.candidates,
            ).format(n=wiped.candidates)
        )
        paper = next(p for p in printables() if p.key == "wipe-certificate")
        desk.show_paper(lambda session: paper.make(session, [view.code], desk.now()))

    def erase(progress: Progress) -> Wiped:
        progress.step(0, 0, _("Personal data are being wiped"))
        if decision is None:
            return wipe_withdrawn(desk.store, desk.who, view.id)
        return wipe_data(desk.store, desk.who, decision.id)

    Dialog(
        desk,
        _("Wipe personal data of {address}").format(address=view.address),
        form,
        _("Wipe and show certificate"),
        lambda: desk.run(_("Wiping"), erase, told),
        parent,
    ).open()
