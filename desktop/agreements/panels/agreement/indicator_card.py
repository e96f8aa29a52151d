"""One indicator: its light and the sentence under it, the way to the goal, and measuring it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.agreements.charts import indicator_chart
from desktop.agreements.panels.dialogs.measure import ask_done, ask_measurement
from desktop.agreements.panels.light_sign import LightSign
from desktop.agreements.queries.detail import AgreementView
from desktop.agreements.queries.lights import IndicatorLight
from desktop.agreements.queries.measuring import story_of
from desktop.agreements.states import CycleState, Direction
from desktop.agreements.wording import light_sentence
from desktop.language import _
from desktop.widgets import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.chart import Chart
from desktop.widgets.desk import Desk
from desktop.widgets.words import Words

PLOT_HEIGHT = 72.0  # points: who does what shows under it on the smallest screen


class IndicatorCard(QWidget):
    """The chart is drawn from the same description as on paper."""

    def __init__(self, desk: Desk, view: AgreementView, indicator: IndicatorLight) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.TIGHT)
        several = len(view.light.indicators) > 1
        if several or indicator.override is not None:
            head = QHBoxLayout()
            head.setSpacing(theme.SMALL)
            head.addWidget(Words(f"{indicator.code}  {indicator.name}", "strong", wraps=True), 1)
            head.addWidget(LightSign(indicator.light))
            column.addLayout(head)
        else:
            column.addWidget(Words(indicator.name, "soft", wraps=True))
        with desk.reading() as session:
            lines = story_of(session, indicator.id)
        chart = indicator_chart(indicator, lines, desk.today(), PLOT_HEIGHT)
        column.addWidget(Chart(chart, indicator.name))
        foot = QHBoxLayout()
        foot.setSpacing(theme.SMALL)
        sentence = light_sentence(indicator.reckoned, indicator.target, indicator.unit)
        foot.addWidget(Words(sentence, wraps=True), 1)
        if view.cycle_state is not CycleState.CLOSED:
            foot.addWidget(_measure_button(desk, view, indicator, self))
        column.addLayout(foot)


def _measure_button(
    desk: Desk, view: AgreementView, indicator: IndicatorLight, near: QWidget
) -> QWidget:
    if indicator.target.direction is Direction.YESNO:
        return secondary(_("Done on…"), lambda: ask_done(desk, indicator, near.window()))
    return secondary(
        _("Enter measurement…"), lambda: ask_measurement(desk, indicator, near.window())
    )
