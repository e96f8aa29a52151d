"""The advert goes out."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.refused import Refused
from desktop.viewings.actions.vacancies import publish as publish_vacancy
from desktop.viewings.queries.vacancy import VacancyView
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form

USUAL_DAYS = 7


def publish(desk: Desk, view: VacancyView, parent: QWidget) -> None:
    """Ask from when until when the advert stands."""
    form = Form()
    form.row()
    form.date("advert_from", _("From"), view.advert_from or desk.today())
    form.date(
        "advert_until", _("Until"), view.advert_until or desk.today() + timedelta(days=USUAL_DAYS)
    )
    form.end_row()

    def work() -> None:
        values = form.values()
        for name in ("advert_from", "advert_until"):
            if values[name] is None:
                raise Refused(_("Fill in a day."), name)
        publish_vacancy(
            desk.store, desk.who, view.id, values["advert_from"], values["advert_until"]
        )

    Dialog(
        desk,
        _("Publish {address}").format(address=view.address),
        form,
        _("Publish"),
        work,
        parent,
        explanation=_("Take the text for the advert from the papers: Print, Advert text."),
    ).open()
