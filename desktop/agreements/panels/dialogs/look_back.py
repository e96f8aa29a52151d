"""Looking back on an agreement."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.agreements.actions.cycles import look_back
from desktop.agreements.queries.detail import AgreementView, LookBackLine
from desktop.language import _
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def look_back_on(desk: Desk, view: AgreementView, parent: QWidget) -> None:
    """Ask what became of it, why, what was learnt, and whether the next year takes it over."""
    ask_look_back(desk, view.id, f"{view.code}  {view.title}", view.look_back, parent)


def ask_look_back(
    desk: Desk, agreement_id: int, about: str, told: LookBackLine | None, parent: QWidget
) -> None:
    """As `look_back_on`, from a list of several agreements."""
    form = Form()
    form.lines("result", _("What became of it?"), told.result if told else "")
    form.lines("cause", _("Why did it go like this?"), told.cause if told else "")
    form.lines("lesson", _("What did we learn?"), told.lesson if told else "")
    form.check(
        "goes_on", _("The next year takes this over"), told.goes_on if told is not None else False
    )

    def work() -> None:
        look_back(desk.store, desk.who, agreement_id, **form.values())

    Dialog(desk, _("Look back"), form, _("Save"), work, parent, explanation=about).open()
