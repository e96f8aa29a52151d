"""One indicator: its light and the sentence under it, the way to the goal, and measuring it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.agreements.charts import indicator_chart
from desktop.agreements.panels.dialogs.measure import ask_done, ask_measurement
from desktop.agreements.panels.light_sign import LightSign
from desktop.agreements.queries.detail import AgreementView
from desktop.agreements.queries.lights import IndicatorLight
from desktop.agreements.queries.measuring import MeasurementLine
from desktop.agreements.states import CycleState, Direction
from desktop.agreements.wording import light_sentence
from desktop.documents import charts
from desktop.language import _
from desktop.widgets import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.chart import Chart
from desktop.widgets.desk import Desk
from desktop.widgets.words import Words

PLOT_HEIGHT = 72.0  # points: who does what shows under it on the smallest screen
Lines = tuple[MeasurementLine, ...]


class IndicatorCard(QWidget):
    """The chart is drawn from the same description as on paper. `show_indicator` draws it again
    only when something of it changed."""

    def __init__(
        self, desk: Desk, view: AgreementView, indicator: IndicatorLight, lines: Lines
    ) -> None:
        super().__init__()
        self._desk = desk
        self.indicator = indicator
        self._name = Words("", "soft", wraps=True)
        self._sign = LightSign(indicator.light)
        self._sentence = Words("", wraps=True)
        self._measure = secondary("", self._ask)
        self._shown = (view, indicator, lines, desk.today())
        self.chart = Chart(self._described(lines), indicator.name)
        head = QHBoxLayout()
        head.setSpacing(theme.SMALL)
        head.addWidget(self._name, 1)
        head.addWidget(self._sign)
        foot = QHBoxLayout()
        foot.setSpacing(theme.SMALL)
        foot.addWidget(self._sentence, 1)
        foot.addWidget(self._measure)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.TIGHT)
        column.addLayout(head)
        column.addWidget(self.chart)
        column.addLayout(foot)
        self._fill(view, indicator)

    def show_indicator(self, view: AgreementView, indicator: IndicatorLight, lines: Lines) -> None:
        """Show how this indicator stands now, with everything that was measured."""
        shown = (view, indicator, lines, self._desk.today())
        if shown[1:] != self._shown[1:]:
            self.indicator = indicator
            self.chart.show_chart(self._described(lines))
        if shown != self._shown:
            self._fill(view, indicator)
        self._shown = shown

    def _fill(self, view: AgreementView, indicator: IndicatorLight) -> None:
        # The one indicator of an agreement has the light of the agreement, above it.
        apart = len(view.light.indicators) > 1 or indicator.override is not None
        self._name.setText(f"{indicator.code}  {indicator.name}" if apart else indicator.name)
        self._sign.set(indicator.light)
        self._sign.setVisible(apart)
        self._sentence.setText(light_sentence(indicator.reckoned, indicator.target, indicator.unit))
        is_deed = indicator.target.direction is Direction.YESNO
        self._measure.setText(_("Done on…") if is_deed else _("Enter measurement…"))
        self._measure.setAccessibleName(f"{self._measure.text()} {indicator.name}")
        self._measure.setVisible(view.cycle_state is not CycleState.CLOSED)

    def _described(self, lines: Lines) -> charts.Chart:
        return indicator_chart(self.indicator, lines, self._desk.today(), PLOT_HEIGHT)

    def _ask(self) -> None:
        is_deed = self.indicator.target.direction is Direction.YESNO
        (ask_done if is_deed else ask_measurement)(self._desk, self.indicator, self.window())
