"""The indicator that the cursor of the grid is on: its light, the sentence under it, its way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop.agreements.charts import indicator_chart
from desktop.agreements.panels.light_sign import LightSign
from desktop.agreements.panels.meeting.entry import Entry
from desktop.agreements.queries.evening import Evening
from desktop.agreements.queries.measuring import MeasurementLine
from desktop.agreements.states import Light
from desktop.agreements.wording import light_sentence, word
from desktop.language import _
from desktop.widgets import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.card import Card
from desktop.widgets.chart import Chart
from desktop.widgets.desk import Desk
from desktop.widgets.words import Words

HEIGHT = 180  # pixels of normal print
PLOT_HEIGHT = 54.0  # points: the grid above keeps room for eight rows on the smallest screen


class OnView(Card):
    """`light_asked` and `why_asked` tell the agreement whose light a party changes, or whose light
    somebody explains; `objected` the one to whose changed light another party objects."""

    light_asked = Signal(int)
    why_asked = Signal(int)
    objected = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        # Whatever is on view, the grid above it stays as it is.
        self.setFixedHeight(theme.scaled(HEIGHT))
        self._entry: Entry | None = None
        self.name = Words("", "section", wraps=True)
        self.sign = LightSign(Light.NM)
        self.sentence = Words("", wraps=True)
        self.whole = Words("", "soft", wraps=True)
        self.chart: Chart | None = None
        self._left = QVBoxLayout()
        self._left.setSpacing(theme.SMALL)
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.sign)
        self._left.addLayout(head)
        self._left.addWidget(self.sentence)
        self._left.addWidget(self.whole)
        self._left.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.SMALL)
        self.change = secondary(_("Change the light…"), self._ask_light)
        self.explain = secondary(_("Explain…"), self._ask_why)
        buttons.addWidget(self.change)
        buttons.addWidget(self.explain)
        self.object = secondary(_("Object…"), self._ask_objection)
        buttons.addWidget(self.object)
        buttons.addStretch(1)
        self._left.addLayout(buttons)
        self._row = QHBoxLayout()
        self._row.setSpacing(theme.LARGE)
        self._row.addLayout(self._left, 2)
        self._chart_at = QVBoxLayout()
        self._chart_at.addStretch(1)
        self._row.addLayout(self._chart_at, 3)
        self.add_layout(self._row)

    def show_entry(self, entry: Entry, story: Sequence[MeasurementLine], evening: Evening) -> None:
        """Show how an indicator goes now."""
        self._entry = entry
        light = entry.light
        self.name.setText(f"{entry.code}  {light.name}")
        self.sign.set(light.light)
        self.sentence.setText(light_sentence(light.reckoned, light.target, light.unit))
        words = _("The whole agreement: {light}.")
        self.whole.setText(words.format(light=word(entry.agreement_light).lower()))
        self.whole.setVisible(entry.agreement_light is not light.light)
        self.explain.setVisible(entry.agreement_light in (Light.RISK, Light.OFF))
        self.object.setVisible(entry.agreement.override is not None)
        for button in (self.change, self.explain, self.object):
            button.set_reason(_("This year is closed.") if evening.is_over else None)
        chart = indicator_chart(light, story, evening.on, PLOT_HEIGHT)
        if self.chart is None:
            self.chart = Chart(chart, light.name)
            self._chart_at.insertWidget(0, self.chart)
        else:
            self.chart.setAccessibleName(light.name)
            self.chart.show_chart(chart)

    @property
    def entry(self) -> Entry | None:
        """What is on view."""
        return self._entry

    def _ask_light(self) -> None:
        if self._entry is not None:
            self.light_asked.emit(self._entry.row.asked.agreement_id)

    def _ask_objection(self) -> None:
        if self._entry is not None:
            self.objected.emit(self._entry.row.asked.agreement_id)

    def _ask_why(self) -> None:
        if self._entry is not None:
            self.why_asked.emit(self._entry.row.asked.agreement_id)
