"""Entering what the evaluation asks: questionnaires, minutes of staff, and a lease that ended."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.estate.queries import complexes
from desktop.language import _
from desktop.refused import Refused
from desktop.viewings.actions.surveys import (
    HIGHEST_ANSWER,
    HIGHEST_MARK,
    WAVES,
    add_candidate_answers,
    add_resident_answers,
    lease_ended,
    note_staff_time,
)
from desktop.viewings.queries.vacancy import VacancyView
from desktop.viewings.rules.measures import STATEMENTS
from desktop.viewings.rules.mirror import AGE_BANDS
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form

ONE_TO_FIVE = [(None, "–"), *((n, str(n)) for n in range(1, HIGHEST_ANSWER + 1))]


def enter_candidate_answers(desk: Desk, parent: QWidget) -> None:
    """One questionnaire of a candidate or new tenant, without a name."""
    form = Form()
    form.row()
    _complex(desk, form)
    form.date("month", _("Filled in on"), desk.today(), hint=_("Only the month is kept."))
    form.end_row()
    form.check("priority", _("This person has priority"))
    form.row()
    form.choice(
        "mark",
        _("Mark for the viewing (1 to 10)"),
        [(None, "–"), *((n, str(n)) for n in range(1, HIGHEST_MARK + 1))],
    )
    form.choice(
        "names_known",
        _("Neighbours known by name"),
        [(None, "–"), *((n, str(n)) for n in range(41))],
    )
    form.end_row()
    form.row()
    form.choice("welcome", _("I felt welcome (1 to 5)"), ONE_TO_FIVE)
    form.choice("judged", _("I felt judged (1 to 5)"), ONE_TO_FIVE)
    form.end_row()
    form.choice("understands", _("I understand how dwellings are allocated"), ONE_TO_FIVE)

    def work() -> None:
        values = form.values()
        if values["month"] is None:
            raise Refused(_("Fill in the day."), "month")
        add_candidate_answers(desk.store, desk.who, values.pop("complex"), **values)

    Dialog(desk, _("Answers of a candidate"), form, _("Add"), work, parent).open()


def enter_resident_answers(desk: Desk, parent: QWidget) -> None:
    """One questionnaire of a household: the statements of CBS, 1 (disagree) to 5 (agree)."""
    form = Form()
    form.row()
    _complex(desk, form)
    form.choice(
        "wave",
        _("Months after the start"),
        [(wave, str(wave)) for wave in WAVES],
        WAVES[0],
    )
    form.choice(
        "age_band",
        _("Age group"),
        [("", _("not told")), *((band, band) for band in AGE_BANDS)],
        "",
    )
    form.end_row()
    form.check("is_host", _("This resident is a host"))
    for statement in STATEMENTS:
        form.choice(statement.key, _(statement.wording), ONE_TO_FIVE)
    form.choice("understands", _("I understand how dwellings are allocated"), ONE_TO_FIVE)

    def work() -> None:
        values = form.values()
        add_resident_answers(
            desk.store,
            desk.who,
            values["complex"],
            values["wave"],
            [values[statement.key] for statement in STATEMENTS],
            values["understands"],
            values["is_host"],
            values["age_band"],
        )

    Dialog(
        desk,
        _("Answers of a resident"),
        form,
        _("Add"),
        work,
        parent,
        explanation=_("1 is: I do not agree at all. 5 is: I agree completely."),
    ).open()


def enter_staff_time(desk: Desk, view: VacancyView, parent: QWidget) -> None:
    """Minutes on this vacancy, against the usual way."""
    form = Form()
    form.row()
    form.number("minutes", _("Minutes of staff on this dwelling"), 60, 0, 6000)
    form.number("usual_minutes", _("Minutes in the usual way"), 60, 0, 6000)
    form.end_row()

    def work() -> None:
        note_staff_time(desk.store, desk.who, view.id, **form.values())

    Dialog(
        desk,
        _("Minutes of staff: {address}").format(address=view.address),
        form,
        _("Record"),
        work,
        parent,
    ).open()


def enter_lease_end(desk: Desk, view: VacancyView, parent: QWidget) -> None:
    """The day on which the new tenant left again; empty when that was a mistake."""
    form = Form()
    form.date("on", _("The new lease ended on"), None)

    def work() -> None:
        lease_ended(desk.store, desk.who, view.id, form.value("on"))

    Dialog(
        desk, _("Lease of {address}").format(address=view.address), form, _("Record"), work, parent
    ).open()


def _complex(desk: Desk, form: Form) -> None:
    with desk.reading() as session:
        options = [(c.id, c.facts.name) for c in complexes(session)]
    form.choice("complex", _("Complex"), options, options[0][0] if options else None)
