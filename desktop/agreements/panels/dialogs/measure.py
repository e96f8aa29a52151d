"""Entering a measurement and correcting one: what can be read in two ways is asked, what may be a
typing error is asked once, and what is there already can be corrected."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.agreements.actions.measuring import correct, measure, yesno_done
from desktop.agreements.queries.lights import IndicatorLight
from desktop.agreements.queries.measuring import MeasurementLine
from desktop.agreements.rules.form import (
    AlreadyMeasured,
    Ambiguous,
    doubt,
    number,
    plain_number,
)
from desktop.agreements.rules.path import expected_on
from desktop.agreements.rules.rounds import measuring_day
from desktop.agreements.wording import quantity
from desktop.language import _
from desktop.language.format import day_tiny
from desktop.refused import Refused
from desktop.widgets import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form
from desktop.widgets.swapped import Swapped


class ValueQuestion(Swapped):
    """Under the value: two readings to choose from, or nothing."""

    def __init__(self, form: Form) -> None:
        super().__init__()
        self._form = form
        self._doubted: Decimal | None = None
        self.ask_nothing()

    def ask_nothing(self) -> None:
        """There is nothing to choose."""
        self.show_content(QWidget())

    def offer(self, readings: tuple[Decimal, Decimal]) -> None:
        """Two buttons; the one that is pressed writes the value so that it has one reading."""
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SMALL)
        for reading in readings:
            words = plain_number(reading)
            row.addWidget(secondary(words, partial(self._take, words)))
        row.addStretch(1)
        self.show_content(made)

    def _take(self, words: str) -> None:
        self.ask_nothing()
        # A comma is a decimal mark in every language of the program.
        self._form.set_value("value", words.replace(".", ","))

    def read(self, previous: Decimal | None, unit: str) -> Decimal:
        """The value as typed. Refuses what is no number, what has two readings, and, once, what
        may be a typing error."""
        try:
            value = number(self._form.value("value"))
        except Ambiguous as two:
            self.offer(two.readings)
            raise
        self.ask_nothing()
        doubted = doubt(value, previous)
        if doubted is not None and value != self._doubted:
            self._doubted = value
            raise Refused(
                _(
                    "Is {value} right? The last time it was {previous}. Press once more if it is."
                ).format(value=quantity(value, unit), previous=quantity(doubted.previous, unit)),
                "value",
            )
        return value


def ask_measurement(desk: Desk, indicator: IndicatorLight, parent: QWidget) -> None:
    """Ask the value, the day and the source. When the day has a value already, the same press
    offers to correct it."""
    form, question = _form(desk, indicator, None)
    there: list[int] = []

    def work() -> None:
        values = _filled(form)
        value = question.read(indicator.reckoned.measured, indicator.unit)
        if there:
            _correct(desk, there[0], value, values)
            return
        try:
            measure(
                desk.store,
                desk.who,
                indicator.id,
                values["measured_on"],
                value,
                values["source"],
                provisional=values["provisional"],
                remark=values["remark"],
            )
        except AlreadyMeasured as already:
            there.append(already.measurement_id)
            _say_correct(dialog)
            raise

    dialog = Dialog(
        desk,
        _("Enter measurement"),
        form,
        _("Save"),
        work,
        parent,
        explanation=f"{indicator.code}  {indicator.name} ({indicator.unit})",
    )

    def another_day() -> None:
        there.clear()
        dialog.button.setText(_("Save"))

    form.fields["measured_on"].input.changed.connect(another_day)
    dialog.open()


def correct_measurement(
    desk: Desk, indicator: IndicatorLight, line: MeasurementLine, parent: QWidget
) -> None:
    """Another value in the place of one; the old one stays visible."""
    form, question = _form(desk, indicator, line)

    def work() -> None:
        values = _filled(form)
        _correct(desk, line.id, question.read(line.value, indicator.unit), values)

    Dialog(
        desk,
        _("Correct measurement"),
        form,
        _("Correct"),
        work,
        parent,
        explanation=_("The old value stays visible, with who corrected it."),
    ).open()


def ask_done(desk: Desk, indicator: IndicatorLight, parent: QWidget) -> None:
    """Ask on which day it was done; empty when it was not after all."""
    form = Form()
    form.date(
        "on",
        _("Done on"),
        indicator.target.done_on or desk.today(),
        hint=_("Leave empty when it is not done after all."),
    )

    def work() -> None:
        yesno_done(desk.store, desk.who, indicator.id, form.value("on"))

    Dialog(desk, indicator.name, form, _("Save"), work, parent).open()


def _form(
    desk: Desk, indicator: IndicatorLight, line: MeasurementLine | None
) -> tuple[Form, ValueQuestion]:
    form = Form()
    form.row()
    form.text(
        "value", _("Value"), plain_number(line.value).replace(".", ",") if line is not None else ""
    )
    usual = measuring_day(desk.today(), indicator.reckoned.measured_on)
    form.date(
        "measured_on",
        _("This was the value on"),
        line.measured_on if line else usual,
        hint=_("The day that the value is about, not the day on which you type it."),
    )
    form.end_row()
    beside = form.note("")
    day = form.fields["measured_on"].input
    day.changed.connect(lambda: beside.setText(_beside(indicator, day.value())))
    beside.setText(_beside(indicator, day.value()))
    question = ValueQuestion(form)
    form.add(question)
    form.text(
        "source",
        _("Source"),
        line.source if line is not None else "",
        hint=_("Leave empty for the usual source of this indicator."),
    )
    form.check("provisional", _("Provisional"), line.provisional if line is not None else False)
    form.text("remark", _("Remark"))
    return form, question


def _beside(indicator: IndicatorLight, day: date | None) -> str:
    """What the value is held against: the goal, the one before, and what is expected that day."""
    target, last = indicator.target, indicator.reckoned

    def told(value: Decimal) -> str:
        return quantity(value, indicator.unit, target.decimals)

    parts = []
    if last.measured is not None and last.measured_on is not None:
        parts.append(
            _("the last time {value} ({day})").format(
                value=told(last.measured), day=day_tiny(last.measured_on)
            )
        )
    expected = expected_on(target, day) if day is not None else None
    if expected is not None:
        parts.append(_("expected that day {value}").format(value=told(expected)))
    if target.goal is not None:
        parts.append(_("goal {goal}").format(goal=told(target.goal)))
    return " · ".join(parts)


def _filled(form: Form) -> dict[str, Any]:
    values = form.values()
    if values["measured_on"] is None:
        raise Refused(_("Fill in a day."), "measured_on")
    return values


def _correct(desk: Desk, measurement_id: int, value: Decimal, values: dict[str, Any]) -> None:
    correct(
        desk.store,
        desk.who,
        measurement_id,
        value,
        source=values["source"] or None,
        remark=values["remark"],
        measured_on=values["measured_on"],
        provisional=values["provisional"],
    )


def _say_correct(dialog: Dialog) -> None:
    dialog.button.setText(_("Correct"))
    dialog.button.setAccessibleName(_("Correct"))
