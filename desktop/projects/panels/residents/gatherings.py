"""The gatherings of a project: planned, invited for, held, reported."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from desktop.documents.paper import Paper
from desktop.feature import Place
from desktop.language import _, ngettext
from desktop.language.format import day_short
from desktop.projects.actions.sessions import call_off_session
from desktop.projects.panels.chosen_project import ChosenProject
from desktop.projects.panels.dialogs.session_photos import ask_photos
from desktop.projects.panels.dialogs.sessions import (
    ask_invited,
    ask_session,
    change_session_facts,
    report_sent,
    write_down_session,
)
from desktop.projects.panels.papers import fill_gathering_menu, gathering_paper
from desktop.projects.queries.places import EVENING
from desktop.projects.queries.voices import SessionLine, sessions_of
from desktop.projects.wording import word
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.keeping_up import KeepingUp
from desktop.widgets.menu_button import menu_button
from desktop.widgets.table import Cell, Column, TableRow
from desktop.widgets.table_page import Entries, TablePage
from desktop.widgets.theme import Tone

Ask = Callable[[Desk, SessionLine, QWidget], None]


class GatheringsPage(QWidget):
    """One table; under it the question of the chosen gathering."""

    def __init__(self, desk: Desk, project: ChosenProject) -> None:
        super().__init__()
        self._desk, self._project = desk, project
        self.lines: dict[int, SessionLine] = {}
        self.begin = primary(_("Begin the evening"), self._begin)
        self.papers = menu_button(_("Print"), self._fill_papers)
        self.held = secondary(_("How was it…"), lambda: self._ask(write_down_session))
        self.page = TablePage(
            "gatherings",
            [
                Column(_("Day"), 150),
                Column(_("Gathering"), 0),
                Column(_("Place"), 180),
                Column(_("Present"), 90),
                Column(_("Proposals"), 110),
                Column(_("State"), 140),
            ],
            _("Gatherings"),
            Empty(
                _("No gatherings yet"),
                _("Plan when you meet the tenants, and what you ask them."),
                _("Plan a gathering…"),
                self._plan,
            ),
            of_row=[self.papers, self.held, self.begin],
            others=[secondary(_("Plan a gathering…"), self._plan)],
            menu=self._entries,
        )
        self.page.table.chosen.connect(self._tell)
        self.page.table.activated_row.connect(lambda _id: self._ask(change_session_facts))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        KeepingUp(self, desk, project, self._read)

    def _plan(self) -> None:
        ask_session(self._desk, self._project.number, self, self.page.table.choose)

    def _read(self) -> None:
        with self._desk.reading() as session:
            lines = sessions_of(session, self._project.number)
        self.lines = {line.id: line for line in lines}
        self.page.show_rows([row(line) for line in lines])
        self._tell(self.page.table.chosen_id)

    def _tell(self, session_id: int | None) -> None:
        line = self.lines.get(session_id) if session_id is not None else None
        self.page.tell(story(line) if line is not None else "")
        self.page.offer()
        if line is None:
            return
        reason = None
        if line.cancelled_on is not None:
            reason = _("This gathering was called off.")
        elif line.held_on > self._desk.today():
            reason = _("The gathering is still to come.")
        for button in (self.held, self.begin):
            button.set_reason(reason)

    def _ask(self, ask: Ask) -> None:
        chosen = self.page.table.chosen_id
        if chosen is not None and chosen in self.lines:
            ask(self._desk, self.lines[chosen], self)

    def _line(self) -> SessionLine | None:
        chosen = self.page.table.chosen_id
        return self.lines.get(chosen) if chosen is not None else None

    def _begin(self) -> None:
        line = self._line()
        if line is not None:
            self._desk.open(Place("projects", "project_session", line.id, EVENING))

    def _fill_papers(self, menu: QMenu) -> None:
        line = self._line()
        if line is not None:
            fill_gathering_menu(menu, self._desk, line, self)

    def print_what(self) -> Callable[[Session], Paper] | None:
        """What the chosen gathering asks for: the invitation, or the report."""
        line = self._line()
        return gathering_paper(self._desk, line) if line is not None else None

    def _entries(self, session_id: int) -> Entries:
        line, desk = self.lines[session_id], self._desk
        if line.cancelled_on is not None:
            return []
        entries: list[tuple[str, Callable[[], object]]] = [
            (_("Change…"), lambda: change_session_facts(desk, line, self)),
            (_("Invitations sent…"), lambda: ask_invited(desk, line, self)),
        ]
        if line.held_on <= desk.today():
            entries.append((_("How was it…"), lambda: write_down_session(desk, line, self)))
            entries.append((_("Photos…"), lambda: ask_photos(desk, line, self)))
        if line.present:
            entries.append((_("Report sent…"), lambda: report_sent(desk, line, self)))
        else:
            entries.append(
                (
                    _("Call off"),
                    lambda: desk.did(lambda: call_off_session(desk.store, desk.who, line.id), self),
                )
            )
        return entries


def row(line: SessionLine) -> TableRow:
    """One gathering as a row of the table."""
    times = f" {line.starts}" if line.starts else ""
    return TableRow(
        line.id,
        (
            Cell(day_short(line.held_on) + times, sort=(line.held_on, line.starts)),
            Cell(line.title or word(line.kind), bold=True),
            Cell(line.place),
            Cell("" if line.present is None else str(line.present), sort=line.present or 0),
            Cell(str(line.proposals) if line.proposals else "", sort=line.proposals),
            _state(line),
        ),
    )


def _state(line: SessionLine) -> Cell:
    if line.cancelled_on is not None:
        return Cell(_("Called off"), Tone.GREY)
    if line.unanswered:
        words = ngettext("{n} without answer", "{n} without answer", line.unanswered)
        return Cell(words.format(n=line.unanswered), Tone.AMBER)
    if line.minutes_sent_on is not None:
        return Cell(_("Reported"), Tone.GREEN)
    if line.present is not None:
        return Cell(_("Held"), Tone.BLUE)
    return Cell(_("Invited") if line.invited_on is not None else _("Planned"), Tone.GREY)


def story(line: SessionLine) -> str:
    """The question of a gathering, and what came of it."""
    parts = [_("Question: {question}").format(question=line.question)] if line.question else []
    if line.invited_on is not None:
        day = day_short(line.invited_on)
        if line.invited:
            words = ngettext(
                "{n} household invited on {day}.", "{n} households invited on {day}.", line.invited
            )
            parts.append(words.format(n=line.invited, day=day))
        else:
            parts.append(_("Invited on {day}.").format(day=day))
    if line.notes:
        parts.append(line.notes)
    return " ".join(parts)
