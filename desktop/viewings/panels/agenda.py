"""Agenda: the viewings of all complexes in a week, and what has no pair of hosts yet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from desktop.documents.paper import Paper
from desktop.feature import Place
from desktop.language import _, ngettext
from desktop.language.format import day_plain, day_tiny, moment_short
from desktop.store import Changed
from desktop.viewings.panels.week_grid import TONES, WeekGrid
from desktop.viewings.queries.calendar import Planned, monday_of, week, without_pair
from desktop.viewings.staffing import hosts_in_words, staffing_words
from desktop.widgets import theme
from desktop.widgets.buttons import Button, link, secondary
from desktop.widgets.card import Card, HeaderCard
from desktop.widgets.chip import Chip
from desktop.widgets.desk import Desk
from desktop.widgets.icons import icon
from desktop.widgets.scroll import Scroll
from desktop.widgets.swapped import Swapped
from desktop.widgets.words import Words, line

SHOWN_TABLES = {"viewing", "shift", "invitation", "vacancy", "host", "dwelling", "complex"}


class AgendaPanel(QWidget):
    """One week at a time."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.monday = monday_of(desk.today())
        self.header = HeaderCard(
            actions=[
                _arrow("chevron-left", _("A week earlier"), lambda: self.turn(-1)),
                secondary(_("Today"), self.go_today),
                _arrow("chevron-right", _("A week later"), lambda: self.turn(1)),
                secondary(_("Print the week"), lambda: desk.show_paper(self.print_what())),
            ]
        )
        self.grid = WeekGrid()
        card = Card()
        card.add(Scroll(self.grid), 1)
        self._waiting = Swapped()
        self.waiting = Card(_("No pair yet"))
        self.waiting.add(Scroll(self._waiting), 1)
        self.waiting.setFixedWidth(theme.scaled(280))
        across = QHBoxLayout()
        across.setSpacing(theme.GAP)
        across.addWidget(card, 1)
        across.addWidget(self.waiting)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(self.header)
        column.addLayout(across, 1)
        self.grid.opened.connect(self._open)
        self.grid.turned.connect(self.turn)
        desk.changed.connect(self._changed)
        self.reload()

    def turn(self, weeks: int) -> None:
        """Some weeks further, or back."""
        self._go(self.monday + timedelta(weeks=weeks))

    def go_today(self) -> None:
        """The week of today."""
        self._go(monday_of(self._desk.today()))

    def _go(self, monday: date) -> None:
        self.monday = monday
        self.reload()

    def show_place(self, place: Place) -> None:
        """Show a week; its id is the number of its Monday (`date.toordinal`)."""
        if place.id is not None:
            self._go(date.fromordinal(place.id))

    def place_on_view(self) -> Place:
        """The week on view."""
        return Place("viewings", "week", self.monday.toordinal())

    def reload(self) -> None:
        """Read the week again."""
        with self._desk.reading() as session:
            planned = week(session, self.monday)
            waiting = without_pair(session, self._desk.now())
        sunday = self.monday + timedelta(days=6)
        self.header.set_title(
            _("Week {number}").format(number=self.monday.isocalendar().week),
            _("{first} to {last}").format(first=day_tiny(self.monday), last=day_plain(sunday))
            + " · "
            + ngettext("{n} viewing", "{n} viewings", len(planned)).format(n=len(planned)),
        )
        self.grid.show_week(self.monday, planned, self._desk.now())
        self._waiting.show_content(self._waiting_rows(waiting))

    def _changed(self, changed: Changed) -> None:
        if self.isVisible() and changed.tables & SHOWN_TABLES:
            self.reload()

    def showEvent(self, event: object) -> None:
        # What changed while another part was shown is read when this one comes back.
        self.reload()

    def _open(self, viewing_id: int) -> None:
        self._desk.open(Place("viewings", "viewing", viewing_id))

    def _waiting_rows(self, waiting: list[Planned]) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        for planned in waiting:
            column.addWidget(self._waiting_row(planned))
            column.addWidget(line())
        if not waiting:
            column.addWidget(
                Words(_("Every viewing to come has its hosts, or staff receive."), "soft", True)
            )
        column.addStretch(1)
        return inside

    def _waiting_row(self, planned: Planned) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        head = QHBoxLayout()
        words = Words(planned.address, "strong", wraps=True)
        head.addWidget(words, 1)
        head.addWidget(Chip(staffing_words(planned.staffing), TONES[planned.staffing]))
        column.addLayout(head)
        column.addWidget(Words(moment_short(planned.starts_at), "soft"))
        hosts = hosts_in_words(planned)
        if hosts:
            column.addWidget(Words(hosts, "soft", wraps=True))
        column.addWidget(
            Words(
                _("Without a pair, staff receive from {moment}.").format(
                    moment=moment_short(planned.staff_from)
                ),
                "small",
                wraps=True,
            )
        )
        go = link(_("Choose hosts"), lambda: self._open(planned.id))
        go.setAccessibleName(f"{_('Choose hosts')}: {planned.address}")
        column.addWidget(go)
        return row

    def print_what(self) -> Callable[[Session], Paper]:
        """The week on paper."""
        monday, now = self.monday, self._desk.now()

        def make(session: Session) -> Paper:
            from desktop.viewings.documents.agenda import week_sheet

            return week_sheet(session, monday, now)

        return make


def _arrow(name: str, words: str, do: Callable[[], object]) -> Button:
    button = secondary("", do)
    button.setIcon(icon(name))
    button.setIconSize(QSize(18, 18))
    button.setAccessibleName(words)
    button.setToolTip(words)
    return button
