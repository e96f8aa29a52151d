"""What a party says to a version of the text."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.agreements.actions.clauses import take_position
from desktop.agreements.queries.cycles import SeatLine
from desktop.agreements.queries.versions import ClauseLine, PositionLine
from desktop.agreements.states import PositionValue
from desktop.agreements.wording import word
from desktop.language import _
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def ask_position(
    desk: Desk, clause: ClauseLine, seat: SeatLine, said: PositionLine | None, parent: QWidget
) -> None:
    """Ask what the party says, and what should change; a draft counts when it is settled."""
    form = Form()
    form.row()
    form.choice(
        "value",
        _("Position"),
        [(value, word(value)) for value in PositionValue],
        said.value if said is not None else PositionValue.AGREES,
    )
    form.date("on", _("Said on"), desk.today())
    form.end_row()
    form.lines(
        "remark",
        _("What should change, or why"),
        said.remark if said is not None else "",
        hint=_("Needed for “agrees if” and “does not agree”."),
    )
    form.check(
        "draft",
        _("Draft: the party still has to settle this"),
        said is not None and said.settled_on is None,
    )

    def work() -> None:
        values = form.values()
        take_position(
            desk.store,
            desk.who,
            clause.id,
            seat.party_id,
            values["value"],
            values["remark"],
            values["on"],
            values["draft"],
        )

    Dialog(
        desk,
        _("{party} about version {n}").format(party=seat.called, n=clause.number),
        form,
        _("Save"),
        work,
        parent,
    ).open()
