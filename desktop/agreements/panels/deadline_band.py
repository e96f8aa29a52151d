"""What must be done soon in this cycle: the next three days with their article. When nothing is
near in it, those of the year after it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.agreements.panels.chosen_cycle import ChosenCycle
from desktop.agreements.queries.deadline import Deadline, coming
from desktop.agreements.queries.deadlines import deadlines
from desktop.feature import Place
from desktop.language import _, ngettext
from desktop.language.format import day_tiny
from desktop.widgets import theme
from desktop.widgets.buttons import Button
from desktop.widgets.cut_to_room import CutToRoom
from desktop.widgets.desk import Desk
from desktop.widgets.keeping_up import KeepingUp
from desktop.widgets.words import Words

SHOWN = 3
NEAR_DAYS = 60  # what comes later leaves room for the year after


class DeadlineButton(Button):
    """`14 dec · nog 21 dagen · Stukken naar de minister · Woningwet, art. 44a`, cut to its room.
    A press opens the deadlines."""

    def __init__(self, deadline: Deadline, desk: Desk, cycle_id: int) -> None:
        place = Place("agreements", "cycle", cycle_id, "deadlines")
        super().__init__(deadline_words(deadline), lambda: desk.open(place), "link")
        CutToRoom(self, lambda: theme.MEDIUM)


class DeadlineBand(QWidget):
    """One row that is there only while something must still be done."""

    def __init__(self, desk: Desk, cycle: ChosenCycle) -> None:
        super().__init__()
        self._desk, self._cycle = desk, cycle
        self.setAccessibleName(_("Next deadlines"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.MEDIUM)
        self.setFixedHeight(theme.scaled(32))
        KeepingUp(self, desk, cycle, self._read, later=True)

    def _read(self) -> None:
        cycle_id, later = self._cycle.number, self._cycle.year_after
        first, named = self._coming(cycle_id), ""
        if later is not None and not any(map(_is_near, first)):
            # Who follows one year may forget what the talks about the next one ask today.
            theirs = self._coming(later.id)
            if theirs:
                cycle_id, first = later.id, theirs
                named = _("Agreements {year}").format(year=later.applies_in)
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if named:
            self._row.addWidget(Words(f"{named}:", "soft"))
        for deadline in first:
            self._row.addWidget(DeadlineButton(deadline, self._desk, cycle_id), 1)

    def _coming(self, cycle_id: int) -> list[Deadline]:
        with self._desk.reading() as session:
            return coming(deadlines(session, cycle_id, self._desk.today()), SHOWN)


def _is_near(deadline: Deadline) -> bool:
    return deadline.days_left is not None and deadline.days_left <= NEAR_DAYS


def deadline_words(deadline: Deadline) -> str:
    """The day and how long it still takes, what it is, and its article."""
    day = day_tiny(deadline.day) if deadline.day is not None else ""
    left = left_words(deadline.days_left) if deadline.days_left is not None else ""
    return " · ".join(part for part in (day, left, deadline.what, deadline.article) if part)


def left_words(days: int) -> str:
    """How many days are left, or how late it is."""
    if days == 0:
        return _("today")
    if days > 0:
        return ngettext("{n} day left", "{n} days left", days).format(n=days)
    return ngettext("{n} day late", "{n} days late", -days).format(n=-days)
