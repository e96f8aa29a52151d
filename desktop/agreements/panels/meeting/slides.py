"""One thing on the whole screen: the text of an agreement, or how an indicator goes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.agreements.charts import indicator_chart
from desktop.agreements.panels.big_type import BigSign
from desktop.agreements.panels.redline_view import RedlineView
from desktop.agreements.queries.detail import AgreementView, agreement_view
from desktop.agreements.queries.indicators import indicator_on
from desktop.agreements.queries.lights import IndicatorLight
from desktop.agreements.queries.measuring import MeasurementLine, story_of
from desktop.agreements.states import PositionValue
from desktop.agreements.wording import light_sentence
from desktop.language import _
from desktop.language.format import day_plain
from desktop.widgets import theme
from desktop.widgets.big_type import Fitted, grown, in_size
from desktop.widgets.chart import PIXELS_A_POINT, Chart
from desktop.widgets.desk import Desk
from desktop.widgets.words import Words

TITLE, TEXT, SENTENCE, SMALL = 34, 46, 26, 20  # pixels on the smallest screen
CHART_TIMES = 1.7
BESIDE_PLOT = 62.0  # points, for what stands above and under the plot
LEAST_PLOT = 40.0


class ClauseSlide(QWidget):
    """The newest text of an agreement, and on a key what changed in it since the version before."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view: AgreementView | None = None
        self._shows_changes = False
        self._title = Words("", wraps=True)
        self.text = RedlineView()
        self._fitted = Fitted(self.text, TEXT)
        self._about = Words("", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.LARGE)
        column.addWidget(self._title)
        column.addWidget(self._fitted, 1)
        column.addWidget(self._about)

    def show_item(self, id: int) -> None:
        """Show an agreement; of another one first the text itself. Refuses one that is gone."""
        with self._desk.reading() as session:
            view = agreement_view(session, id, self._desk.today())
        if self._view is None or self._view.id != id:
            self._shows_changes = False
        self._view = view
        self._draw(view)

    def other_view(self) -> None:
        """The changes since the version before, or again the text."""
        if self._view is not None and self.has_changes:
            self._shows_changes = not self._shows_changes
            self._draw(self._view)

    @property
    def has_changes(self) -> bool:
        """Whether there is a version before the newest."""
        return self._view is not None and len(self._view.clauses) > 1

    def keys(self) -> str:
        keys = _("← → other agreement · Esc close · F11 window")
        if not self.has_changes:
            return keys
        space = _("Space: the text") if self._shows_changes else _("Space: what changed")
        return f"{space} · {keys}"

    def _draw(self, view: AgreementView) -> None:
        self._title.setText(f"{view.code}  {view.title}")
        newest = view.newest
        if newest is None:
            self.text.show_text(_("Nobody wrote the text yet."))
        elif self._shows_changes:
            self.text.show_change(view.clauses[-2].text, newest.text)
        else:
            self.text.show_text(newest.text)
        self._about.setText(_about(view, self._shows_changes))
        self._set_sizes()

    def _set_sizes(self) -> None:
        height = self.window().height()
        in_size(self._title, grown(TITLE, height), QFont.Weight.DemiBold)
        in_size(self._about, grown(SMALL, height))
        self._fitted.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_sizes()


def _about(view: AgreementView, shows_changes: bool) -> str:
    """Which version it is, of whom, and who agrees to it."""
    newest = view.newest
    if newest is None:
        return ""
    if shows_changes:
        words = _("What changed from version {old} to version {new}, of {party}.")
        told = words.format(old=view.clauses[-2].number, new=newest.number, party=newest.author)
    else:
        told = _("Version {n}, of {party}.").format(n=newest.number, party=newest.author)
    settled = {
        one.party_id
        for one in newest.positions
        if one.settled_on is not None and one.value is PositionValue.AGREES
    }
    agree = ", ".join(seat.called for seat in view.parties if seat.party_id in settled)
    return told + " " + _("Agreed: {parties}.").format(parties=agree or _("nobody yet"))


class Room(QWidget):
    """A place that tells when its size changes."""

    def __init__(self, changed: Callable[[], object]) -> None:
        super().__init__()
        self._changed = changed

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._changed()


class IndicatorSlide(QWidget):
    """An indicator as it goes on a day: its light, the sentence that belongs to it, its way."""

    def __init__(self, desk: Desk, on: date) -> None:
        super().__init__()
        self._desk, self._on = desk, on
        self._light: IndicatorLight | None = None
        self._story: tuple[MeasurementLine, ...] = ()
        self._title = Words("", wraps=True)
        self.sign = BigSign(TITLE)
        self._name = Words("", wraps=True)
        self._sentence = Words("", wraps=True)
        self._chart: Chart | None = None
        # The chart takes the height that is there, and asks for none.
        self._room = Room(self._draw_chart)
        head = QHBoxLayout()
        head.setSpacing(theme.LARGE)
        head.addWidget(self._title, 1)
        head.addWidget(self.sign)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.LARGE)
        column.addLayout(head)
        column.addWidget(self._name)
        column.addWidget(self._sentence)
        column.addWidget(self._room, 1)

    def show_item(self, id: int) -> None:
        """Show an indicator. Refuses one that is gone."""
        with self._desk.reading() as session:
            found = indicator_on(session, id, self._on)
            self._story = story_of(session, id)
        self._light = found.light
        self._title.setText(f"{found.agreement_code}  {found.agreement}")
        self._name.setText(f"{found.light.name} · {day_plain(self._on)}")
        reckoned, target = found.light.reckoned, found.light.target
        self._sentence.setText(light_sentence(reckoned, target, found.light.unit))
        self._draw()

    def other_view(self) -> None:
        """It has one side."""

    def keys(self) -> str:
        return _("← → other indicator · Esc close · F11 window")

    def _draw(self) -> None:
        if self._light is None:
            return
        height = self.window().height()
        in_size(self._title, grown(TITLE, height), QFont.Weight.DemiBold)
        in_size(self._name, grown(SMALL, height))
        in_size(self._sentence, grown(SENTENCE, height))
        self.sign.set(self._light.light, grown(TITLE - 4, height))
        self._draw_chart()

    def _draw_chart(self) -> None:
        if self._light is None:
            return
        times = CHART_TIMES * grown(100, self.window().height()) / 100
        points = PIXELS_A_POINT * times * theme.text_px() / theme.NORMAL_PX
        plot = max(LEAST_PLOT, self._room.height() / points - BESIDE_PLOT)
        chart = indicator_chart(self._light, self._story, self._on, plot)
        if self._chart is None:
            self._chart = Chart(chart, self._light.name, self._room, times)
        else:
            self._chart.times = times
            self._chart.setAccessibleName(self._light.name)
            self._chart.show_chart(chart)
        self._chart.setGeometry(0, 0, self._room.width(), self._chart.height())
        self._chart.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()
