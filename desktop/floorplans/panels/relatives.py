"""Comparing a drawing with its variants and with its kept versions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.floorplans import queries
from desktop.floorplans.panels.evening import MOST_SIDE_BY_SIDE
from desktop.floorplans.queries import Compared
from desktop.floorplans.titles import title_among
from desktop.language import _
from desktop.refused import Refused
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def compare_relatives(desk: Desk, sketch_id: int, near: QWidget) -> None:
    """Show them beside each other; of more than six, ask which."""
    with desk.reading() as session:
        compared = queries.relatives(session, sketch_id)
    if len(compared) <= MOST_SIDE_BY_SIDE:
        _show(desk, compared, near)
        return
    form = Form()
    for n, one in enumerate(compared):
        form.check(str(n), title_among(one), n < MOST_SIDE_BY_SIDE)

    def work() -> None:
        chosen = [one for n, one in enumerate(compared) if form.value(str(n))]
        if not 2 <= len(chosen) <= MOST_SIDE_BY_SIDE:
            raise Refused(_("Choose two to six drawings to compare."))
        _show(desk, chosen, near)

    Dialog(desk, _("Compare drawings"), form, _("Compare"), work, near).open()


def _show(desk: Desk, compared: Sequence[Compared], near: QWidget) -> None:
    from desktop.floorplans.panels.compare import Comparison

    Comparison(desk, compared, near.window()).open()
