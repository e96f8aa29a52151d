"""How an agreement came about and went, from what tenants asked to what was measured."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.agreements.charts import years_chart
from desktop.agreements.panels.story_lines import StoryLines
from desktop.agreements.queries.detail import AgreementView
from desktop.agreements.queries.history import YearLight, over_the_years
from desktop.agreements.queries.story import story_of_agreement
from desktop.language import _
from desktop.widgets import theme
from desktop.widgets.chart import Chart
from desktop.widgets.desk import Desk
from desktop.widgets.scroll import Scroll
from desktop.widgets.swapped import Swapped


class StoryPage(QWidget):
    """Read when it is on view: there may be years of it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view: AgreementView | None = None
        self.lines = Swapped()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Scroll(self.lines))

    def show_view(self, view: AgreementView) -> None:
        """Show the story of this agreement."""
        self._view = view
        if self.isVisible():
            self._read()

    def showEvent(self, event: object) -> None:
        self._read()

    def _read(self) -> None:
        view = self._view
        if view is None:
            return
        with self._desk.reading() as session:
            events = story_of_agreement(session, view.id)
            years = over_the_years(session, view.id, self._desk.today())
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.LARGE)
        if len(years) > 1:
            column.addWidget(_lights(years))
        column.addWidget(StoryLines(self._desk, events, ("agreement", view.id)))
        self.lines.show_content(made)


def _lights(years: Sequence[YearLight]) -> Chart:
    """How it went in each year that it goes through."""
    words = _("How it went each year")
    return Chart(years_chart(years, words), words)
