"""What tenants were told, and before which phase."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import _
from desktop.language.format import day_short
from desktop.projects.actions.sessions import remove_message
from desktop.projects.panels.chosen_project import ChosenProject
from desktop.projects.panels.dialogs.sessions import ask_message
from desktop.projects.queries.voices import messages_of
from desktop.projects.wording import word
from desktop.widgets.buttons import primary
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.keeping_up import KeepingUp
from desktop.widgets.table import Cell, Column, TableRow
from desktop.widgets.table_page import Entries, TablePage


class MessagesPage(QWidget):
    """One table of messages."""

    def __init__(self, desk: Desk, project: ChosenProject) -> None:
        super().__init__()
        self._desk, self._project = desk, project
        self.page = TablePage(
            "messages",
            [
                Column(_("Day"), 130),
                Column(_("What were they told?"), 0),
                Column(_("How"), 140),
                Column(_("Phase"), 180),
            ],
            _("Messages"),
            Empty(
                _("No messages yet"),
                _("Write down what tenants were told and when, before each phase begins."),
                _("Message to tenants…"),
                self._add,
            ),
            others=[primary(_("Message to tenants…"), self._add)],
            menu=self._entries,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        KeepingUp(self, desk, project, self._read)

    def _add(self) -> None:
        ask_message(self._desk, self._project.number, self)

    def _read(self) -> None:
        with self._desk.reading() as session:
            lines = messages_of(session, self._project.number)
        self.page.show_rows(
            [
                TableRow(
                    line.id,
                    (
                        Cell(day_short(line.sent_on), sort=line.sent_on),
                        Cell(line.subject, bold=True),
                        Cell(word(line.channel)),
                        Cell(line.phase or _("The whole project")),
                    ),
                )
                for line in lines
            ]
        )

    def _entries(self, message_id: int) -> Entries:
        desk = self._desk
        return [
            (
                _("Remove"),
                lambda: desk.did(lambda: remove_message(desk.store, desk.who, message_id), self),
            )
        ]
