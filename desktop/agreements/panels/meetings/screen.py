"""One meeting: its papers, and a page for each side of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from desktop.agreements.actions.meetings import call_off
from desktop.agreements.documents import Make, printables
from desktop.agreements.panels.meeting.projector import project_texts
from desktop.agreements.panels.meetings.agenda import AgendaPage
from desktop.agreements.panels.meetings.dialogs import change, send_papers
from desktop.agreements.panels.meetings.minutes import MinutesPage
from desktop.agreements.panels.meetings.proceedings import (
    ActionsPage,
    AttendancePage,
    DecisionsPage,
)
from desktop.agreements.panels.meetings.rows import papers_words
from desktop.agreements.panels.papers import paper_of
from desktop.agreements.queries.meetings import (
    ActionLine,
    MeetingLine,
    MeetingView,
    meeting_view,
    open_actions,
)
from desktop.agreements.wording import word
from desktop.documents.paper import Paper
from desktop.feature import Place
from desktop.language import _
from desktop.language.format import day_plain
from desktop.widgets import theme
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.card import HeaderCard
from desktop.widgets.card_of_pages import CardOfPages
from desktop.widgets.desk import Desk
from desktop.widgets.menu_button import add_entry, menu_button
from desktop.widgets.segments import Segments
from desktop.widgets.words import Words

PAGES = ("agenda", "attendance", "decisions", "actions", "minutes")
MAKERS: dict[str, Callable[[Any], Make]] = {
    "meeting-agenda": lambda papers: papers.meeting_papers.agenda,
    "meeting-report": lambda papers: papers.meeting_papers.report,
}


class MeetingScreen(QWidget):
    """`show_meeting` fills it; whoever shows it reads it again when something changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.view: MeetingView | None = None
        self.send = primary(_("Papers sent…"), self._send)
        self.measure = secondary(_("Enter measurements"), self._measure)
        self.header = HeaderCard(
            actions=[
                menu_button(_("More"), self._fill_more),
                menu_button(_("Print"), self._fill_print),
                self.measure,
                self.send,
            ]
        )
        self._papers = Words("", wraps=True)
        self.header.add(self._papers)
        self.pages = Segments(
            list(zip(PAGES, _page_words(None), strict=True)), _("Pages of this meeting")
        )
        self.agenda = AgendaPage(desk)
        self.attendance = AttendancePage(desk)
        self.decisions = DecisionsPage(desk)
        self.todo = ActionsPage(desk)
        self.minutes = MinutesPage(desk)
        pages = (self.agenda, self.attendance, self.decisions, self.todo, self.minutes)
        card = CardOfPages(self.pages, dict(zip(PAGES, pages, strict=True)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(self.header)
        column.addWidget(card, 1)

    def show_meeting(self, meeting_id: int) -> None:
        """Show this meeting as it stands now. Refuses one that is gone."""
        today = self._desk.today()
        with self._desk.reading() as session:
            view = meeting_view(session, meeting_id, today)
            left_open = open_actions(session, view.line.cycle_id, today)
        self.view, line = view, view.line
        about = (day_plain(line.held_on), line.starts, line.place)
        self.header.set_title(word(line.kind), " · ".join(part for part in about if part))
        self._papers.setText(papers_words(line))
        self._papers.set_look("amber" if line.papers_late else "soft")
        self.send.setVisible(line.papers_sent_on is None and not line.is_over)
        for key, words in zip(PAGES, _page_words(view), strict=True):
            self.pages.set_words(key, words)
        for page in (self.agenda, self.attendance, self.decisions, self.minutes):
            page.show_view(view)
        self.todo.show_view(view, [one for one in left_open if _is_earlier(one, line)])

    def show_page(self, key: str) -> None:
        """Go to one of the pages; does nothing for one that is not there."""
        if key in PAGES:
            self.pages.choose(key)

    def _send(self) -> None:
        if self.view is not None:
            send_papers(self._desk, self.view.line, self.window())

    def _fill_more(self, menu: QMenu) -> None:
        if self.view is not None:
            line, parent = self.view.line, self.window()
            add_entry(menu, _("Change…"), partial(change, self._desk, line, parent))
            add_entry(menu, _("Papers sent…"), partial(send_papers, self._desk, line, parent))
            add_entry(menu, _("Call off"), partial(self._call_off, line.id))
            menu.addSeparator()
            texts = partial(project_texts, self._desk, line.cycle_id, parent)
            add_entry(menu, _("Texts on the big screen"), texts)

    def _call_off(self, meeting_id: int) -> None:
        desk = self._desk
        desk.did(partial(call_off, desk.store, desk.who, meeting_id), self)

    def _measure(self) -> None:
        if self.view is not None:
            self._desk.open(Place("agreements", "meeting", self.view.line.id, "measuring"))

    # Papers ------------------------------------------------------------------------------------

    def _fill_print(self, menu: QMenu) -> None:
        for printable in printables():
            if printable.key in MAKERS and (make := self._paper(printable.key)) is not None:
                add_entry(menu, printable.title(), partial(self._desk.show_paper, make))

    def print_what(self) -> Callable[[Session], Paper] | None:
        """The agenda of a meeting to come, the report of one that was held."""
        over = self.view is not None and self.view.line.is_over
        return self._paper("meeting-report" if over else "meeting-agenda")

    def _paper(self, key: str) -> Callable[[Session], Paper] | None:
        if self.view is None:
            return None
        return paper_of(self._desk, MAKERS[key], self.view.line.id)


def _is_earlier(action: ActionLine, line: MeetingLine) -> bool:
    return action.meeting_id != line.id and action.agreed_on <= line.held_on


def _page_words(view: MeetingView | None) -> tuple[str, ...]:
    if view is None:
        return tuple(PAGES)
    return (
        _counted(_("Agenda"), len(view.topics)),
        _counted(_("Who is there"), len(view.attendance)),
        _counted(_("Decisions"), len(view.decisions)),
        _counted(_("Action points"), len(view.actions)),
        _("Minutes"),
    )


def _counted(words: str, count: int) -> str:
    return f"{words} {count}" if count else words
