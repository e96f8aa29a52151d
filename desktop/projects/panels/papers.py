"""The papers and calendar files of a project, from the screens: the same as the command line
makes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtWidgets import QMenu, QWidget
from sqlalchemy.orm import Session

from desktop.documents.paper import Paper
from desktop.language import _, ngettext
from desktop.projects.queries.voices import SessionLine
from desktop.widgets.desk import Desk
from desktop.widgets.menu_button import add_entry

Make = Callable[[Session, int, datetime], Paper]
CALENDAR = "iCalendar (*.ics)"


def of_project(
    desk: Desk, project_id: int, maker: Callable[[Any], Make]
) -> Callable[[Session], Paper]:
    """A paper about a project: `maker` picks its function from all of these."""

    def make(session: Session) -> Paper:
        from desktop.projects.documents import whole

        return maker(whole)(session, project_id, desk.now())

    return make


def of_gathering(
    desk: Desk, session_id: int, maker: Callable[[Any], Make]
) -> Callable[[Session], Paper]:
    """A paper about a gathering."""

    def make(session: Session) -> Paper:
        from desktop.projects.documents import gatherings

        return maker(gatherings)(session, session_id, desk.now())

    return make


def answers(desk: Desk, project_id: int) -> Callable[[Session], Paper]:
    """What tenants asked and what is done."""
    return of_project(desk, project_id, lambda papers: papers.asked_and_done.make)


def gathering_paper(desk: Desk, line: SessionLine) -> Callable[[Session], Paper]:
    """What a gathering asks for now: after it was held the report, before it the invitations."""
    if line.present is not None or line.proposals:
        return of_gathering(desk, line.id, lambda papers: papers.report.make)
    return of_gathering(desk, line.id, lambda papers: papers.letters.to_all)


def fill_project_menu(menu: QMenu, desk: Desk, project_id: int, near: QWidget) -> None:
    """Every paper about a project, and its dates for a calendar."""
    makers: tuple[tuple[str, Callable[[Any], Make]], ...] = (
        (_("Project card"), lambda papers: papers.card.make),
        (_("Planning on A3"), lambda papers: papers.planning.make),
        (_("What tenants asked, what we do"), lambda papers: papers.asked_and_done.make),
        (
            _("What tenants asked, what we do, as a poster"),
            lambda papers: papers.asked_and_done.poster,
        ),
        (_("List of promises"), lambda papers: papers.promise_list.make),
    )
    for words, maker in makers:
        add_entry(menu, words, partial(desk.show_paper, of_project(desk, project_id, maker)))
    menu.addSeparator()
    add_entry(menu, _("Dates for a calendar…"), partial(save_dates, desk, project_id, near))


def fill_gathering_menu(menu: QMenu, desk: Desk, line: SessionLine, near: QWidget) -> None:
    """Every paper about a gathering, and its file for a calendar."""
    goes_on, off = line.cancelled_on is None, _("it was called off")
    said = line.present is not None or bool(line.proposals)
    entries: tuple[tuple[str, Callable[[Any], Make], bool, str], ...] = (
        (_("Invitations to every dwelling"), lambda papers: papers.letters.to_each, goes_on, off),
        (_("Invitation to everybody"), lambda papers: papers.letters.to_all, goes_on, off),
        (_("Sheet at the door"), lambda papers: papers.sheets.at_the_door, goes_on, off),
        (
            _("You said this tonight"),
            lambda papers: papers.sheets.tonight,
            bool(line.proposals),
            _("nothing was said yet"),
        ),
        (
            _("Report of a gathering"),
            lambda papers: papers.report.make,
            said,
            _("nothing was written down yet"),
        ),
    )
    for words, maker, possible, why_not in entries:
        make = of_gathering(desk, line.id, maker)
        add_entry(menu, words, partial(desk.show_paper, make), possible, why_not)
    menu.addSeparator()
    add_entry(menu, _("For a calendar…"), partial(save_gathering, desk, line, near))


def save_dates(desk: Desk, project_id: int, near: QWidget) -> None:
    """Save every date of a project for a calendar."""
    path = desk.save_file(near, _("Save for a calendar"), _("Dates.ics"), CALENDAR)
    if path is None:
        return

    def write() -> int:
        from desktop.projects.exchange.calendars import write_project

        with desk.reading() as session:
            return write_project(session, path, [project_id], desk.now())

    n = desk.act(write, near)
    if n is not None:
        words = ngettext("{n} date saved in {file}", "{n} dates saved in {file}", n)
        desk.said.emit(words.format(n=n, file=path.name))


def save_gathering(desk: Desk, line: SessionLine, near: QWidget) -> None:
    """Save a gathering for the calendars of who is invited."""
    name = f"{line.held_on.isoformat()} {line.title or line.project}.ics"
    path = desk.save_file(near, _("Save for a calendar"), name, CALENDAR)
    if path is None:
        return

    def write() -> bool:
        from desktop.projects.exchange.calendars import write_gathering

        with desk.reading() as session:
            write_gathering(session, path, line.id, desk.now())
        return True

    if desk.act(write, near):
        desk.said.emit(_("Saved in {file}").format(file=path.name))
