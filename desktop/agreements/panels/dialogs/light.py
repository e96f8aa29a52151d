"""Another light than the computed one, objecting to it, and saying why something does not go as
agreed."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.agreements.actions.measuring import explain, object_to, override_light
from desktop.agreements.panels.light_sign import LightSign
from desktop.agreements.queries.cycles import own_seat
from desktop.agreements.queries.detail import AgreementView
from desktop.agreements.queries.overrides import OverrideLine
from desktop.agreements.states import Light
from desktop.agreements.wording import word
from desktop.language import _
from desktop.language.format import day_plain
from desktop.refused import Refused
from desktop.widgets import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form
from desktop.widgets.words import Words

USUAL_DAYS = 90


def change_light(
    desk: Desk, view: AgreementView, parent: QWidget, meeting_id: int | None = None
) -> None:
    """Ask which light, why, which party decides and until when; at a meeting, when one is given."""
    form = Form()
    if len(view.light.indicators) > 1:
        form.choice(
            "indicator_id",
            _("Of"),
            [
                (None, _("The whole agreement")),
                *((i.id, f"{i.code}  {i.name}") for i in view.light.indicators),
            ],
        )
    form.row()
    form.choice("light", _("Light"), [(light, word(light)) for light in Light], view.light.light)
    form.choice("party_id", _("Decided by"), _signers(view), own_seat(view.parties))
    form.end_row()
    form.lines(
        "reason", _("Why"), hint=_("At least 20 characters. Everybody can read your explanation.")
    )
    form.row()
    form.date("decided_on", _("Decided on"), desk.today())
    form.date("valid_until", _("Until"), desk.today() + timedelta(days=USUAL_DAYS))
    form.end_row()

    def work() -> None:
        values = form.values()
        if values["valid_until"] is None:
            raise Refused(_("Fill in a day."), "valid_until")
        override_light(
            desk.store,
            desk.who,
            view.id,
            values["light"],
            values["reason"],
            values["party_id"],
            values["valid_until"],
            indicator_id=values.get("indicator_id"),
            meeting_id=meeting_id,
            decided_on=values["decided_on"],
        )

    Dialog(
        desk,
        _("Change the light of {code}").format(code=view.code),
        form,
        _("Change the light"),
        work,
        parent,
        explanation=_("The computed light stays beside it, on screen and on paper."),
    ).open()


def object_to_light(
    desk: Desk, view: AgreementView, override: OverrideLine, parent: QWidget
) -> None:
    """Ask which party does not agree, and its words."""
    form = Form()
    form.choice("party_id", _("Party"), _signers(view))
    form.lines("text", _("Why this party does not agree"))

    def work() -> None:
        values = form.values()
        object_to(desk.store, desk.who, override.id, values["party_id"], values["text"])

    Dialog(desk, _("Object to this light"), form, _("Object"), work, parent).open()


def explain_light(desk: Desk, view: AgreementView, parent: QWidget, on: date | None = None) -> None:
    """Ask the cause, what is done about it, by whom and when; as it was on a day, when one is
    given. Without words it is put off."""
    last = next((e for e in view.explanations if on in (None, e.reference_date)), None)
    form = Form()
    day = on or (last.reference_date if last is not None else desk.today())
    form.date("reference_date", _("About the light of"), day)
    form.lines("cause", _("Why does it not go as agreed?"), last.cause if last else "")
    form.lines("measure", _("What is done about it?"), last.measure if last else "")
    form.row()
    form.text("who", _("Who does that? (a function)"), last.who if last else "")
    form.date("due_on", _("Before"), last.due_on if last else None)
    form.end_row()

    def work(seen: int | None = last.version if last else None) -> None:
        values = form.values()
        day = values["reference_date"]
        if day is None:
            raise Refused(_("Fill in a day."), "reference_date")
        same = last is not None and last.reference_date == day
        explain(
            desk.store,
            desk.who,
            view.id,
            day,
            values["cause"],
            values["measure"],
            values["who"],
            values["due_on"],
            version=seen if same else None,
        )

    Dialog(
        desk,
        _("Explain {code}").format(code=view.code),
        form,
        _("Save"),
        work,
        parent,
        again=lambda: work(None),
        explanation=_("Leave the words empty to put it off: it then stays on the list."),
    ).open()


class OverrideLines(QWidget):
    """What a party decided about the light, beside the computed one, and who objects."""

    def __init__(self, desk: Desk, view: AgreementView, override: OverrideLine) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.TIGHT)
        row = QHBoxLayout()
        row.setSpacing(theme.SMALL)
        words = _("{party} decided on this light, until {day}: {reason}").format(
            party=override.party, day=day_plain(override.valid_until), reason=override.reason
        )
        row.addWidget(Words(words, wraps=True), 1)
        row.addWidget(Words(_("Computed:"), "soft"))
        row.addWidget(LightSign(view.light.computed))
        row.addWidget(
            secondary(_("Object…"), lambda: object_to_light(desk, view, override, self.window()))
        )
        column.addLayout(row)
        for party, text in override.objections:
            words = _("{party} objects: {text}").format(party=party, text=text)
            column.addWidget(Words(words, "amber", wraps=True))


def _signers(view: AgreementView) -> list[tuple[int, str]]:
    return [(seat.party_id, seat.called) for seat in view.parties if seat.signs]
