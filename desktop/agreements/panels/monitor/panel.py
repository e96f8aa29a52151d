"""Monitor: how the agreements of the year go today, and what was reported before."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from desktop.agreements.actions.snapshots import freeze
from desktop.agreements.charts import themes_chart
from desktop.agreements.panels.chosen_cycle import ChosenCycle
from desktop.agreements.panels.meeting.projector import project_indicators
from desktop.agreements.panels.monitor.counters import Counters
from desktop.agreements.panels.monitor.pages import (
    AmissPage,
    ChangedPage,
    ReportsPage,
    RoundsPage,
    UnknownPage,
)
from desktop.agreements.panels.papers import paper_of_year
from desktop.agreements.queries.history import rounds
from desktop.agreements.queries.kept_reports import kept_reports
from desktop.agreements.queries.monitor import Monitor, monitor
from desktop.agreements.wording import counts_words
from desktop.documents.paper import Paper
from desktop.feature import Place
from desktop.language import _, ngettext
from desktop.language.format import day_plain
from desktop.refused import Refused
from desktop.widgets import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.card import Card, HeaderCard
from desktop.widgets.card_of_pages import CardOfPages
from desktop.widgets.chart import Chart
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.empty import Empty
from desktop.widgets.form import Form
from desktop.widgets.keeping_up import KeepingUp
from desktop.widgets.scroll import Scroll
from desktop.widgets.segments import Segments
from desktop.widgets.stack import Stack
from desktop.widgets.swapped import Swapped
from desktop.widgets.words import Words

PAGES = ("amiss", "changed", "unknown", "rounds", "reports")
THEMES_WIDTH = 400  # at most, in pixels of normal print


class MonitorPanel(QWidget):
    """Five counters above; under them the themes, and pages about what asks attention."""

    def __init__(self, desk: Desk, cycle: ChosenCycle) -> None:
        super().__init__()
        self._desk, self._cycle = desk, cycle
        self.shown: Monitor | None = None
        self.keep = secondary(_("Keep this report…"), self._keep)
        self.print = secondary(_("Print"), self._print)
        self.measure = secondary(_("Enter measurements"), self._measure)
        self.project = secondary(_("Big screen"), self._project)
        self.header = HeaderCard(actions=[self.project, self.measure, self.keep, self.print])
        self.counters = Counters()
        self._computed = Words("", "small", wraps=True)
        self.header.add(self.counters)
        self.header.add(self._computed)
        self._themes = Swapped()
        self.pages = Segments(
            list(zip(PAGES, _page_words(None), strict=True)), _("Pages of the monitor")
        )
        self.amiss = AmissPage(desk)
        self.changed = ChangedPage(desk)
        self.unknown = UnknownPage(desk)
        self.rounds = RoundsPage()
        self.reports = ReportsPage(desk)
        self._stack = Stack()
        self._lay_out()
        KeepingUp(self, desk, cycle, self._read)

    def _lay_out(self) -> None:
        themes = Card(_("How many in each theme"))
        strip = QWidget()
        inside = QVBoxLayout(strip)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._themes)
        inside.addStretch(1)
        themes.add(Scroll(strip), 1)
        themes.setMaximumWidth(theme.scaled(THEMES_WIDTH))
        pages = (self.amiss, self.changed, self.unknown, self.rounds, self.reports)
        below = QHBoxLayout()
        below.setSpacing(theme.GAP)
        below.addWidget(themes, 3)
        below.addWidget(CardOfPages(self.pages, dict(zip(PAGES, pages, strict=True))), 7)
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(self.header)
        column.addLayout(below, 1)
        self._stack.addWidget(
            Empty(_("No agreements yet"), _("When there are agreements, you see here how they go."))
        )
        self._stack.addWidget(filled)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _read(self) -> None:
        cycle_id, today = self._cycle.number, self._desk.today()
        with self._desk.reading() as session:
            shown = monitor(session, cycle_id, today)
            several = rounds(session, cycle_id, today)
            reports = kept_reports(session, cycle_id)
        self.shown = shown
        self._stack.setCurrentIndex(1 if shown.rows else 0)
        measured = any(row.light.indicators for row in shown.rows)
        nothing = None if measured else _("Nothing is measured in this year yet.")
        for button in (self.measure, self.project):
            button.set_reason(nothing)
        self.header.set_title(
            _("How do the agreements for {year} go?").format(year=shown.year), _about(shown)
        )
        self.counters.show_counts(shown.counts)
        self._computed.setVisible(shown.computed != shown.counts)
        self._computed.setText(
            _("Without what parties decided themselves: {counts}.").format(
                counts=counts_words(shown.computed)
            )
        )
        strip = themes_chart((one.name, one.counts) for one in shown.themes)
        self._themes.show_content(Chart(strip, _("How many in each theme")))
        for page in (self.amiss, self.changed, self.unknown):
            page.show_monitor(shown)
        self.rounds.show_rounds(several, shown)
        self.reports.show_reports(reports)
        for key, words in zip(PAGES, _page_words(shown), strict=True):
            self.pages.set_words(key, words)

    def _measure(self) -> None:
        self._desk.open(Place("agreements", "cycle", self._cycle.number, "measuring"))

    def _project(self) -> None:
        """Every indicator of the year on the whole screen, one after the other."""
        if self.shown is not None:
            ids = [one.id for row in self.shown.rows for one in row.light.indicators]
            project_indicators(self._desk, ids, self.shown.on, self.window())

    def show_page(self, key: str) -> None:
        """Go to one of the pages."""
        self.pages.choose(key)

    # What can be done --------------------------------------------------------------------------

    def _keep(self) -> None:
        desk, cycle_id = self._desk, self._cycle.number
        form = Form()
        form.date("reference_date", _("As it was on"), desk.today())

        def work() -> None:
            day = form.value("reference_date")
            if day is None:
                raise Refused(_("Fill in a day."), "reference_date")
            freeze(desk.store, desk.who, cycle_id, day)
            self.show_page("reports")

        Dialog(
            desk,
            _("Keep the progress report"),
            form,
            _("Keep"),
            work,
            self.window(),
            explanation=_(
                "The report stays as it is on that day, also when something is corrected later."
            ),
        ).open()

    def print_what(self) -> Callable[[Session], Paper] | None:
        """The progress report as it stands today."""
        return paper_of_year(self._desk, self._cycle, "agreements-monitor")

    def _print(self) -> None:
        make = self.print_what()
        if make is not None:
            self._desk.show_paper(make)


def _about(shown: Monitor) -> str:
    n = len(shown.rows)
    agreements = ngettext("{n} agreement", "{n} agreements", n).format(n=n)
    return _("{agreements}. This is how it stands on {day}.").format(
        agreements=agreements, day=day_plain(shown.on)
    )


def _page_words(shown: Monitor | None) -> tuple[str, ...]:
    amiss = len(shown.amiss) if shown is not None else 0
    changed = len(shown.changes) if shown is not None else 0
    unknown = len(shown.not_measurable) if shown is not None else 0
    return (
        _("Needs attention {n}").format(n=amiss),
        _("Changed {n}").format(n=changed),
        _("Not measurable {n}").format(n=unknown),
        _("Rounds"),
        _("Kept reports"),
    )
