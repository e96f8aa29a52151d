"""Everything that was measured, indicator by indicator: also what was corrected."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.agreements.panels.dialogs.indicator import add_indicator_to, change_indicator_of
from desktop.agreements.panels.dialogs.measure import (
    ask_done,
    ask_measurement,
    correct_measurement,
)
from desktop.agreements.queries.detail import AgreementView
from desktop.agreements.queries.lights import IndicatorLight
from desktop.agreements.queries.measuring import MeasurementLine, story_of
from desktop.agreements.states import CycleState, Direction
from desktop.agreements.wording import quantity
from desktop.language import _
from desktop.language.format import day_year, moment_short
from desktop.widgets import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.fields import ChoiceInput
from desktop.widgets.flow import flowing
from desktop.widgets.table import Align, Cell, Column, Table, TableRow
from desktop.widgets.theme import Tone
from desktop.widgets.words import Words

LEFT = Qt.AlignmentFlag.AlignLeft


class MeasuringPage(QWidget):
    """The measurements of one indicator, the newest first. Enter corrects the chosen one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view: AgreementView | None = None
        self._lines: Sequence[MeasurementLine] = ()
        self.which = ChoiceInput([])
        self.which.setAccessibleName(_("Indicator"))
        self._agreed = Words("", "soft", wraps=True)
        self.table = Table(
            "measurements",
            [
                Column(_("As it was on"), 120),
                Column(_("Value"), 120, Align.RIGHT),
                Column("", 110),
                Column(_("Source"), 0),
                Column(_("Remark"), 180),
                Column(_("Entered by"), 150),
                Column(_("Entered at"), 140),
            ],
            _("Measurements"),
            menu=self._menu,
        )
        self._no_indicator = Empty(
            _("Nothing is measured yet"),
            _("Say how the parties will see that it goes well."),
            _("Add indicator…"),
            self._add,
        )
        self._filled = QWidget()
        self.measure = secondary(_("Enter measurement…"), self._measure)
        self.correct = secondary(_("Correct…"), self._correct)
        self.change = secondary(_("Change indicator…"), self._change)
        self.add = secondary(_("Add indicator…"), self._add)
        self._lay_out()
        self.which.changed.connect(self._show_chosen)
        self.table.activated_row.connect(lambda _id: self._correct())
        self.table.chosen.connect(lambda _id: self._offer())

    def _lay_out(self) -> None:
        row = flowing(self.which, self.measure, self.correct, self.change, self.add, at=LEFT)
        filled = QVBoxLayout(self._filled)
        filled.setContentsMargins(0, 0, 0, 0)
        filled.setSpacing(theme.SMALL)
        filled.addLayout(row)
        filled.addWidget(self._agreed)
        filled.addWidget(self.table, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._no_indicator)
        whole.addWidget(self._filled)

    def show_view(self, view: AgreementView) -> None:
        """Show what was measured for this agreement."""
        self._view = view
        indicators = view.light.indicators
        self._no_indicator.setVisible(not indicators)
        self._filled.setVisible(bool(indicators))
        blocked = self.which.blockSignals(True)
        self.which.set_options(
            [(i.id, f"{i.code}  {i.name}") for i in indicators], self.which.value()
        )
        self.which.blockSignals(blocked)
        self._show_chosen()

    @property
    def indicator(self) -> IndicatorLight | None:
        """The indicator on view."""
        indicators = self._view.light.indicators if self._view is not None else ()
        return next((i for i in indicators if i.id == self.which.value()), None)

    def _show_chosen(self) -> None:
        indicator = self.indicator
        if indicator is None:
            return
        with self._desk.reading() as session:
            self._lines = story_of(session, indicator.id)
        self._agreed.setText(agreed_words(indicator))
        is_deed = indicator.target.direction is Direction.YESNO
        self.measure.setText(_("Done on…") if is_deed else _("Enter measurement…"))
        self.table.show_rows([_row(line, indicator) for line in reversed(self._lines)])
        self.table.choose_first()
        self._offer()

    def _offer(self) -> None:
        line = self._chosen_line
        closed = self._view is not None and self._view.cycle_state is CycleState.CLOSED
        for button in (self.measure, self.change, self.add):
            button.set_reason(_("This year is closed.") if closed else None)
        if line is None:
            self.correct.set_reason(_("Choose a measurement first."))
        elif not line.counts:
            self.correct.set_reason(_("This one was corrected already."))
        else:
            self.correct.set_reason(_("This year is closed.") if closed else None)

    @property
    def _chosen_line(self) -> MeasurementLine | None:
        return next((line for line in self._lines if line.id == self.table.chosen_id), None)

    def _add(self) -> None:
        if self._view is not None:
            add_indicator_to(self._desk, self._view, self.window())

    def _change(self) -> None:
        if self._view is not None and self.indicator is not None:
            change_indicator_of(self._desk, self._view, self.indicator.id, self.window())

    def _measure(self) -> None:
        indicator = self.indicator
        if indicator is None:
            return
        ask = ask_done if indicator.target.direction is Direction.YESNO else ask_measurement
        ask(self._desk, indicator, self.window())

    def _correct(self) -> None:
        indicator, line = self.indicator, self._chosen_line
        if indicator is not None and line is not None and self.correct.isEnabled():
            correct_measurement(self._desk, indicator, line, self.window())

    def _menu(self, measurement_id: int) -> list[tuple[str, Callable[[], object]]]:
        return [(_("Correct…"), self._correct)] if self.correct.isEnabled() else []


def agreed_words(indicator: IndicatorLight) -> str:
    """From what to what, by when, and who measures."""
    target, unit = indicator.target, indicator.unit
    parts = []
    if target.direction is Direction.BETWEEN and target.low is not None and target.high is not None:
        low, high = (quantity(v, unit, target.decimals) for v in (target.low, target.high))
        parts.append(_("between {low} and {high}").format(low=low, high=high))
    elif target.goal is not None:
        goal = quantity(target.goal, unit, target.decimals)
        if target.baseline is None:
            parts.append(_("goal {goal}").format(goal=goal))
        else:
            baseline = quantity(target.baseline, unit, target.decimals)
            parts.append(_("from {baseline} to {goal}").format(baseline=baseline, goal=goal))
    parts.append(_("by {day}").format(day=day_year(target.goal_on)))
    if indicator.owner:
        parts.append(_("{party} measures").format(party=indicator.owner))
    return " · ".join(parts)


def _row(line: MeasurementLine, indicator: IndicatorLight) -> TableRow:
    if not line.counts:
        state = Cell(_("Corrected"), Tone.GREY)
    elif line.provisional:
        state = Cell(_("Provisional"), Tone.AMBER)
    else:
        state = Cell("")
    value = quantity(line.value, indicator.unit, indicator.target.decimals)
    return TableRow(
        line.id,
        (
            Cell(day_year(line.measured_on), sort=line.measured_on),
            Cell(value, bold=line.counts, sort=line.value),
            state,
            line.source,
            line.remark,
            line.entered_by,
            Cell(moment_short(line.entered_at), sort=line.entered_at),
        ),
    )
