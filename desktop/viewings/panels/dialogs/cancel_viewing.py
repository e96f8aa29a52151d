"""Calling a viewing off."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.language import _, ngettext
from desktop.viewings.actions.viewings import cancel_viewing as cancel
from desktop.viewings.queries.vacancy import ViewingLine
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def cancel_viewing(desk: Desk, line: ViewingLine, parent: QWidget) -> None:
    """Ask why; whoever was invited stands again where they stood and gets a letter."""
    form = Form()
    form.text("reason", _("Why?"), hint=_("This stands in the letter to the candidates."))

    def work() -> None:
        cancel(desk.store, desk.who, line.id, form.value("reason"))

    Dialog(
        desk,
        _("Call off viewing"),
        form,
        _("Call off"),
        work,
        parent,
        explanation=ngettext(
            "{n} candidate was invited.", "{n} candidates were invited.", line.invited
        ).format(n=line.invited),
    ).open()
