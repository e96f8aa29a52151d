"""Overleg: the meetings of the year, and the chosen one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from desktop.agreements.panels.chosen_cycle import ChosenCycle
from desktop.agreements.panels.meetings.dialogs import plan
from desktop.agreements.panels.meetings.rows import list_row, words_of
from desktop.agreements.panels.meetings.screen import MeetingScreen
from desktop.agreements.queries.meetings import MeetingLine, meetings
from desktop.documents.paper import Paper
from desktop.feature import Place
from desktop.language import _
from desktop.language.fold import fold
from desktop.widgets.beside import lay_beside
from desktop.widgets.buttons import secondary
from desktop.widgets.choice_list import ChoiceList, ListRow
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.keeping_up import KeepingUp


class MeetingsPanel(QWidget):
    """Left the meetings, the last one first; right the chosen one. The first time that is the next
    one to come."""

    def __init__(self, desk: Desk, cycle: ChosenCycle) -> None:
        super().__init__()
        self._desk, self._cycle = desk, cycle
        self.lines: Sequence[MeetingLine] = ()
        self.list = ChoiceList(
            self._matching,
            _("Search meeting, place or day"),
            _("Meetings"),
            empty=Empty(
                _("No meetings yet"),
                _("Plan when the parties talk, and what about."),
                _("Plan a meeting…"),
                self._plan,
            ),
            nothing_found=_("Nothing found. Try fewer letters."),
        )
        self.list.add_at_foot(secondary(_("Plan a meeting…"), self._plan))
        self.meeting = MeetingScreen(desk)
        lay_beside(self, self.list, self.meeting, _("Choose a meeting at the left"))
        self.list.chosen.connect(self.meeting.show_meeting)
        KeepingUp(self, desk, cycle, self._read)

    def _read(self) -> None:
        with self._desk.reading() as session:
            self.lines = meetings(session, self._cycle.number, self._desk.today())
        if self.list.chosen_id not in {line.id for line in self.lines}:
            self.list.choose(None)
        self.list.reload()
        if self.list.chosen_id is None and (first := _next(self.lines)) is not None:
            self.list.choose(first.id)
        elif self.list.chosen_id is not None:
            self.meeting.show_meeting(self.list.chosen_id)

    def _matching(self, words: str) -> Sequence[ListRow]:
        asked = fold(words).split()
        return [
            list_row(line)
            for line in reversed(self.lines)
            if all(word in words_of(line) for word in asked)
        ]

    def _plan(self) -> None:
        plan(self._desk, self._cycle.number, self.window(), self._show)

    def _show(self, meeting_id: int) -> None:
        self.list.filter.clear()
        self.list.choose(meeting_id)

    # Places and papers -------------------------------------------------------------------------

    def show_place(self, place: Place) -> None:
        """Show a meeting, on the page that the place names."""
        if place.id is not None:
            self._show(place.id)
            self.meeting.show_page(place.part)

    def place_on_view(self) -> Place:
        """The chosen meeting with the page that is on view."""
        if self.list.chosen_id is None:
            return Place("agreements", "cycle", self._cycle.id, "meetings")
        return Place("agreements", "meeting", self.list.chosen_id, self.meeting.pages.current)

    def print_what(self) -> Callable[[Session], Paper] | None:
        """The agenda or the report of the chosen meeting."""
        return self.meeting.print_what() if self.list.chosen_id is not None else None


def _next(lines: Sequence[MeetingLine]) -> MeetingLine | None:
    """The next meeting to come, else the last one."""
    coming = (line for line in lines if not line.is_over)
    return next(coming, lines[-1] if lines else None)
