"""A dwelling that is not let after all."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.viewings.actions.vacancies import withdraw_vacancy
from desktop.viewings.panels.reasons import ends_of_publication
from desktop.viewings.queries.vacancy import VacancyView
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def withdraw(desk: Desk, view: VacancyView, parent: QWidget) -> None:
    """Ask for the reason; candidates who were invited get a letter from the papers."""
    form = Form()
    form.choice("code", _("Why?"), ends_of_publication())

    def work() -> None:
        withdraw_vacancy(desk.store, desk.who, view.id, form.value("code") or "")

    Dialog(
        desk,
        _("Withdraw {address}").format(address=view.address),
        form,
        _("Withdraw"),
        work,
        parent,
    ).open()
