"""Somebody whom a host knows too well to receive (R3)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.refused import Refused
from desktop.viewings.actions.hosts import declare_relation
from desktop.viewings.queries.hosts import HostLine
from desktop.viewings.states import RelationKind
from desktop.viewings.wording import word
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def add_relation(desk: Desk, host: HostLine, parent: QWidget) -> None:
    """Ask who it is, how they know each other, and when the host said so."""
    form = Form()
    form.text("person", _("Name"), hint=_("First name and last name, so that we can compare."))
    form.row()
    form.choice(
        "kind",
        _("How they know each other"),
        [(kind, word(kind)) for kind in RelationKind],
        RelationKind.FRIEND,
    )
    form.date("declared_on", _("Told us on"), desk.today())
    form.end_row()

    def work() -> None:
        values = form.values()
        if values["declared_on"] is None:
            raise Refused(_("Fill in on which day the host said so."), "declared_on")
        declare_relation(
            desk.store,
            desk.who,
            host.id,
            values["kind"],
            values["person"],
            values["declared_on"],
        )

    Dialog(
        desk,
        _("Who does {name} know?").format(name=host.name),
        form,
        _("Add"),
        work,
        parent,
        explanation=_(
            "When this name stands on a list of candidates, the rota proposes another host."
        ),
    ).open()
