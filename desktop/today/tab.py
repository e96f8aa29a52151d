"""The tab Vandaag: what must be done, by urgency, each with its one action; the week; figures."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from desktop.documents.paper import Paper
from desktop.feature import Feature, Urgency
from desktop.language import _, ngettext
from desktop.language.format import day_name
from desktop.today import queries
from desktop.today.rows import DueRow, FigureCard, WeekLink, week_line
from desktop.widgets import theme
from desktop.widgets.buttons import Button, secondary
from desktop.widgets.card import Card, HeaderCard
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.job import Progress
from desktop.widgets.scroll import Scroll
from desktop.widgets.words import Words, line

# More than anybody does in a day; the rest comes after a click.
FIRST_ROWS, MOST_ROWS = 40, 2_000


class TodayTab(QWidget):
    """`features` are all the others, asked again whenever something changed."""

    def __init__(self, desk: Desk, features: Sequence[Feature]) -> None:
        super().__init__()
        self._desk, self._features = desk, features
        self._shown_most = FIRST_ROWS
        self._stale = True
        self._asking = threading.Event()
        self.setObjectName("canvas")
        self.buttons: list[Button] = []
        self._stops: list[QWidget] = []  # of the Tab key, in the side
        self.header = HeaderCard(actions=[secondary(_("Print the week"), self._print)])
        self.list = Card(_("What must be done"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._side = QVBoxLayout()
        self._side.setSpacing(theme.GAP)
        self.list.add(Scroll(_holding(self._rows)), 1)
        left = QVBoxLayout()
        left.setSpacing(theme.GAP)
        left.addWidget(self.header)
        left.addWidget(self.list, 1)
        side = Scroll(_holding(self._side))
        side.setFixedWidth(theme.scaled(330))
        across = QHBoxLayout(self)
        across.setContentsMargins(theme.LARGE, theme.LARGE, theme.LARGE, theme.LARGE)
        across.setSpacing(theme.GAP)
        across.addLayout(left, 1)
        across.addWidget(side)
        # Several changes in a row make one new look.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.refresh)
        desk.changed.connect(self._changed)
        self._show_date()

    def _changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._later.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            # The window comes first, then what the features have to say.
            self._later.start()

    def refresh(self) -> None:
        """Ask the features again, beside the window, and show what they say. What changes while
        they are asked is asked after that."""
        self._stale = True
        if self._asking.is_set() or not self.isVisible():
            return
        self._asking.set()
        self._stale = False
        now = self._desk.now()

        def work(progress: Progress) -> queries.Day:
            try:
                with self._desk.reading() as session:
                    return queries.day(session, self._features, now)
            finally:
                self._asking.clear()

        self._desk.run(_("Looking up what must be done"), work, self.show_day)

    def show_day(self, day: queries.Day) -> None:
        """Show one look at the day."""
        self._show_heading(day)
        self._show_due(day)
        self._show_side(day)
        if self._stale:
            self._later.start()

    def _show_heading(self, day: queries.Day) -> None:
        today, week = day.count(Urgency.TODAY), len(day.week)
        counts = [
            ngettext("{n} thing today", "{n} things today", today).format(n=today),
            ngettext("{n} appointment this week", "{n} appointments this week", week).format(
                n=week
            ),
        ]
        late = day.count(Urgency.LATE)
        if late:
            counts.append(ngettext("{n} late", "{n} late", late).format(n=late))
        self._show_date(" · ".join(counts))

    def _show_date(self, counts: str = " ") -> None:
        heading = day_name(self._desk.today())
        self.header.set_title(heading[:1].upper() + heading[1:], counts)

    def _show_due(self, day: queries.Day) -> None:
        focused = _take_focus(self.buttons)
        _clear(self._rows)
        self.buttons = []
        for one in day.due[: self._shown_most]:
            row = DueRow(one, self._desk.now(), self._desk.open)
            row.button.installEventFilter(self)
            self.buttons.append(row.button)
            self._rows.addWidget(row)
            self._rows.addWidget(line())
        if not day.due:
            self._rows.addWidget(
                Empty(
                    _("Nothing needs your attention now"),
                    _("What has a term, or waits for you, appears here by itself."),
                ),
                1,
            )
        if len(day.due) > self._shown_most:
            rest = len(day.due) - self._shown_most
            words = ngettext("Show {n} more", "Show {n} more", rest).format(n=rest)
            self._rows.addWidget(secondary(words, self._show_all), 0, Qt.AlignmentFlag.AlignLeft)
        self._rows.addStretch(1)
        _give_focus(self.buttons, focused)

    def _show_all(self) -> None:
        self._shown_most = MOST_ROWS
        self.refresh()

    def _show_side(self, day: queries.Day) -> None:
        focused = _take_focus(self._stops)
        _clear(self._side)
        self._stops = []
        for figure in day.figures:
            card = FigureCard(figure, self._desk.open)
            self._stops.append(card)
            self._side.addWidget(card)
        week = Card(_("This week"))
        week.body.setSpacing(theme.TIGHT)
        for item in day.week:
            row = week_line(item, self._desk.open)
            self._stops += row.findChildren(WeekLink)
            week.add(row)
        if not day.week:
            week.add(Words(_("Nothing is planned for the rest of this week."), "soft", wraps=True))
        self._side.addWidget(week)
        self._side.addStretch(1)
        _give_focus(self._stops, focused)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Arrows go from action to action.
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step and watched in self.buttons:
                at = self.buttons.index(watched) + step
                self.buttons[max(0, min(at, len(self.buttons) - 1))].setFocus()
                return True
        return super().eventFilter(watched, event)

    def _print(self) -> None:
        self._desk.show_paper(self.print_what())

    def print_what(self) -> Callable[[Session], Paper]:
        """The week on paper."""
        from desktop.today import documents

        now = self._desk.now()
        return lambda session: documents.week(session, self._features, now)

    def manual_page(self) -> str:
        return "today"


def _holding(layout: QLayout) -> QWidget:
    inside = QWidget()
    layout.setContentsMargins(0, 0, 0, 0)
    inside.setLayout(layout)
    return inside


def _take_focus(stops: Sequence[QWidget]) -> int | None:
    """Before these go: Qt would hand the focus on from one to the next and scroll along. Gives
    the place of the one that had it."""
    for place, stop in enumerate(stops):
        if stop.hasFocus():
            stop.clearFocus()
            return place
    return None


def _give_focus(stops: Sequence[QWidget], place: int | None) -> None:
    if place is not None and stops:
        stops[min(place, len(stops) - 1)].setFocus()


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
