"""Saving the calendar files of a viewing, to send along with the invitations."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.language import _, ngettext
from desktop.viewings.exchange.calendars import write_calendars
from desktop.viewings.queries.vacancy import VacancyView, ViewingLine
from desktop.widgets.desk import Desk


def save_calendars(desk: Desk, view: VacancyView, line: ViewingLine, parent: QWidget) -> None:
    """Ask for the folder; one file for each candidate goes there."""
    folder = desk.ask_folder(parent, _("Calendar files of {address}").format(address=view.address))
    if folder is None:
        return

    def work() -> None:
        with desk.reading() as session:
            count = write_calendars(session, folder, line.id, desk.now())
        desk.said.emit(
            ngettext("{n} calendar file saved.", "{n} calendar files saved.", count).format(n=count)
        )

    desk.did(work, parent)
