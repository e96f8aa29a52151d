"""Termijnen: every day of the year by its article, advice of tenants, data, and disputes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from desktop.agreements.panels.chosen_cycle import ChosenCycle
from desktop.agreements.panels.deadlines.advices import AdvicesPage
from desktop.agreements.panels.deadlines.days import DaysPage
from desktop.agreements.panels.deadlines.disputes import DisputesPage
from desktop.agreements.panels.deadlines.requests import RequestsPage
from desktop.agreements.panels.papers import paper_of_year
from desktop.agreements.queries.advices import advices
from desktop.agreements.queries.cycles import CycleView, cycle_view
from desktop.agreements.queries.deadline import Deadline, coming
from desktop.agreements.queries.deadlines import deadlines
from desktop.agreements.queries.disputes import disputes
from desktop.agreements.queries.requests import requests
from desktop.agreements.rules.deadlines import without_policy
from desktop.documents.paper import Paper
from desktop.feature import Place
from desktop.language import _, ngettext
from desktop.language.format import day_plain
from desktop.widgets import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.card import HeaderCard
from desktop.widgets.card_of_pages import CardOfPages
from desktop.widgets.desk import Desk
from desktop.widgets.keeping_up import KeepingUp
from desktop.widgets.segments import Segments
from desktop.widgets.words import Words

PAGES = ("days", "advices", "requests", "disputes")
CALENDAR = "iCalendar (*.ics)"


class DeadlinesPanel(QWidget):
    """A header that tells what comes first, and a page for days, advice, data and disputes. Without
    policy of the municipality it says what lapses."""

    def __init__(self, desk: Desk, cycle: ChosenCycle) -> None:
        super().__init__()
        self._desk, self._cycle = desk, cycle
        self.year: CycleView | None = None
        self.save = secondary(_("Save for a calendar…"), self._save)
        self.print = secondary(_("Print"), self._print)
        self.header = HeaderCard(actions=[self.save, self.print])
        self.no_policy = Words("", "soft", wraps=True)
        self.header.add(self.no_policy)
        self.days = DaysPage()
        self.advices = AdvicesPage(desk, cycle)
        self.requests = RequestsPage(desk, cycle)
        self.disputes = DisputesPage(desk, cycle)
        self.pages = Segments(
            list(zip(PAGES, _page_words(0, 0, 0, 0), strict=True)), _("Pages of the deadlines")
        )
        pages = (self.days, self.advices, self.requests, self.disputes)
        card = CardOfPages(self.pages, dict(zip(PAGES, pages, strict=True)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(self.header)
        column.addWidget(card, 1)
        KeepingUp(self, desk, cycle, self._read)

    def _read(self) -> None:
        cycle_id, today = self._cycle.number, self._desk.today()
        with self._desk.reading() as session:
            year = cycle_view(session, cycle_id, today)
            days = deadlines(session, cycle_id, today)
            advised = advices(session, cycle_id, today)
            wanted = requests(session, cycle_id)
            argued = disputes(session, cycle_id)
        self.year = year
        self.header.set_title(
            _("Days and terms for the agreements {year}").format(year=year.applies_from.year),
            _first(days),
        )
        lapses = without_policy(year.year, year.policy_received_on, today)
        self.no_policy.setVisible(lapses)
        self.no_policy.setText(
            _(
                "There was no policy of {municipality} in time. The duty to make agreements does "
                "not hold this year (Woningwet, art. 44(3)). The bid and the papers before 15 "
                "December stay due."
            ).format(municipality=year.municipality)
        )
        self.days.show_days(days)
        self.advices.show_advices(advised)
        self.requests.show_requests(wanted)
        self.disputes.show_disputes(argued)
        left = sum(one.is_open for one in days)
        words = _page_words(left, len(advised), len(wanted), len(argued))
        for key, told in zip(PAGES, words, strict=True):
            self.pages.set_words(key, told)

    def show_page(self, key: str) -> None:
        """Go to one of the pages."""
        self.pages.choose(key)

    # Files and papers --------------------------------------------------------------------------

    def _save(self) -> None:
        desk, year = self._desk, self.year
        if year is None:
            return
        name = _("Days {year}.ics").format(year=year.applies_from.year)
        path = desk.save_file(self, _("Save for a calendar"), name, CALENDAR)
        if path is None:
            return

        def write() -> int:
            from desktop.agreements.exchange.calendars import write_calendar

            with desk.reading() as session:
                return write_calendar(session, path, [year.id], desk.now())

        n = desk.act(write, self)
        if n is not None:
            words = ngettext("{n} day saved in {file}", "{n} days saved in {file}", n)
            desk.said.emit(words.format(n=n, file=path.name))

    def print_what(self) -> Callable[[Session], Paper] | None:
        """The list of days on paper."""
        return paper_of_year(self._desk, self._cycle, "agreements-deadlines")

    def _print(self) -> None:
        make = self.print_what()
        if make is not None:
            self._desk.show_paper(make)

    def place_on_view(self) -> Place:
        """The deadlines of this year."""
        return Place("agreements", "cycle", self._cycle.id, "deadlines")


def _first(days: tuple[Deadline, ...]) -> str:
    """What must be done first."""
    first = next(iter(coming(days, 1)), None)
    if first is None or first.day is None:
        return _("Nothing has to be done any more.")
    return _("First: {what}, by {day}").format(what=first.what, day=day_plain(first.day))


def _page_words(*counts: int) -> tuple[str, ...]:
    """The words of the pages, each with how many there are."""
    words = (_("Days"), _("Advice"), _("Data"), _("Disputes"))
    return tuple(f"{told} {n}" if n else told for told, n in zip(words, counts, strict=True))
