"""The lease is signed and the keys are handed over."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.refused import Refused
from desktop.viewings.actions.vacancies import sign_lease
from desktop.viewings.queries.vacancy import VacancyView
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def record_lease(desk: Desk, view: VacancyView, parent: QWidget) -> None:
    """Ask for both days; the day of the keys may be filled in later."""
    form = Form()
    form.row()
    form.date("contract_on", _("Lease signed"), view.contract_on or desk.today())
    form.date("keys_on", _("Keys handed over"), view.keys_on)
    form.end_row()

    def work() -> None:
        values = form.values()
        if values["contract_on"] is None:
            raise Refused(_("Fill in the day."), "contract_on")
        sign_lease(desk.store, desk.who, view.id, values["contract_on"], values["keys_on"])

    Dialog(
        desk,
        _("Lease of {address}").format(address=view.address),
        form,
        _("Record"),
        work,
        parent,
    ).open()
