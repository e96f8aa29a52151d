"""Staff take the viewing of a dwelling over."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.viewings.actions.vacancies import to_staff as go_to_staff
from desktop.viewings.queries.vacancy import VacancyView
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def to_staff(desk: Desk, view: VacancyView, parent: QWidget) -> None:
    """Ask why; from here on staff show this dwelling (R12)."""
    form = Form()
    form.text("reason", _("Why?"), hint=_("For example: no hosts in this week."))

    def work() -> None:
        go_to_staff(desk.store, desk.who, view.id, form.value("reason"))

    Dialog(desk, _("Staff take over"), form, _("Staff receive"), work, parent).open()
