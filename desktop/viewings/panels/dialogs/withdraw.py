"""A dwelling that is not let after all."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.viewings.actions.vacancies import withdraw_vacancy
from desktop.viewings.documents import printables
from desktop.viewings.panels.reasons import ends_of_publication
from desktop.viewings.queries.vacancy import VacancyView
from desktop.viewings.states import ViewingState
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form

TO_COME = (ViewingState.DRAFT, ViewingState.STAFFED, ViewingState.INVITED)


def withdraw(desk: Desk, view: VacancyView, parent: QWidget) -> None:
    """Ask for the reason; who was invited to a viewing that is called off gets a letter."""
    form = Form()
    form.choice("code", _("Why?"), ends_of_publication())

    def work() -> None:
        told = any(line.invited for line in view.viewings if line.state in TO_COME)
        withdraw_vacancy(desk.store, desk.who, view.id, form.value("code") or "")
        if told:
            letter = next(p for p in printables() if p.key == "viewing-cancelled")
            desk.show_paper(lambda session: letter.make(session, [view.code], desk.now()))

    Dialog(
        desk,
        _("Withdraw {address}").format(address=view.address),
        form,
        _("Withdraw"),
        work,
        parent,
    ).open()
