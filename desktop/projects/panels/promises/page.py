"""Beloftes: what tenants were promised, who keeps it and when, and what became of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from desktop.documents.paper import Paper
from desktop.feature import Place
from desktop.language import _, ngettext
from desktop.language.format import day_short
from desktop.projects.actions.promises import remove_promise
from desktop.projects.panels.chosen_project import ChosenProject
from desktop.projects.panels.dialogs.promises import (
    ask_broken,
    ask_changed,
    ask_handed_over,
    ask_kept,
    ask_promise,
    correct_promise,
)
from desktop.projects.panels.papers import of_project
from desktop.projects.panels.tones import tone
from desktop.projects.queries.promises import PromiseLine, promises_of
from desktop.projects.wording import word
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.keeping_up import KeepingUp
from desktop.widgets.table import Cell, Column, TableRow
from desktop.widgets.table_page import Entries, TablePage
from desktop.widgets.theme import Tone

Ask = Callable[[Desk, PromiseLine, QWidget], None]


class PromisesPage(QWidget):
    """One table; under it what was said of the chosen promise."""

    def __init__(self, desk: Desk, project: ChosenProject) -> None:
        super().__init__()
        self._desk, self._project = desk, project
        self.lines: dict[int, PromiseLine] = {}
        add = primary(_("New promise…"), lambda: ask_promise(desk, project.number, self))
        self.kept = secondary(_("Kept…"), lambda: self._ask(ask_kept))
        self.page = TablePage(
            "promises",
            [
                Column(_("Promise"), 0),
                Column(_("To whom"), 150),
                Column(_("Who does it"), 130),
                Column(_("Before"), 100),
                Column(_("State"), 130),
            ],
            _("Promises"),
            Empty(
                _("No promises yet"),
                _("Write down what you promise tenants: they see what becomes of it."),
                _("New promise…"),
                lambda: ask_promise(desk, project.number, self),
            ),
            of_row=[self.kept],
            others=[add],
            menu=self._entries,
        )
        self.card = self.page.in_card(_("Promised to tenants"))
        self.page.table.chosen.connect(self._tell)
        self.page.table.activated_row.connect(lambda _id: self._ask(correct_promise))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        KeepingUp(self, desk, project, self._read)

    def _read(self) -> None:
        with self._desk.reading() as session:
            lines = promises_of(session, self._project.number, self._desk.today())
        self.lines = {line.id: line for line in lines}
        self.page.show_rows([row(line) for line in lines])
        self.card.set_title(_("Promised to tenants"), counted(lines))
        self._tell(self.page.table.chosen_id)

    def show_place(self, place: Place) -> None:
        """Show a promise."""
        if place.id is not None:
            self.page.table.choose(place.id)

    def print_what(self) -> Callable[[Session], Paper] | None:
        """The list for everybody."""
        if self._project.id is None:
            return None
        return of_project(self._desk, self._project.id, lambda papers: papers.promise_list.make)

    def _tell(self, promise_id: int | None) -> None:
        line = self.lines.get(promise_id) if promise_id is not None else None
        self.page.tell(story(line) if line is not None else "")
        if line is not None and not line.is_open:
            self.kept.set_reason(_("This promise was settled already."))
        else:
            self.page.offer()

    def _ask(self, ask: Ask) -> None:
        chosen = self.page.table.chosen_id
        if chosen is not None and chosen in self.lines:
            ask(self._desk, self.lines[chosen], self)

    def _entries(self, promise_id: int) -> Entries:
        line, desk = self.lines[promise_id], self._desk
        if not line.is_open:
            return []
        return [
            (_("Kept…"), lambda: ask_kept(desk, line, self)),
            (_("Another day agreed…"), lambda: ask_changed(desk, line, self)),
            (_("Not kept…"), lambda: ask_broken(desk, line, self)),
            (_("Hand over…"), lambda: ask_handed_over(desk, line, self)),
            (_("Correct the words…"), lambda: correct_promise(desk, line, self)),
            (
                _("Remove"),
                lambda: desk.did(lambda: remove_promise(desk.store, desk.who, line.id), self),
            ),
        ]


def row(line: PromiseLine) -> TableRow:
    """One promise as a row of the table."""
    state = Cell(_("Too late"), Tone.RED) if line.late else Cell(word(line.state), tone(line.state))
    return TableRow(
        line.id,
        (
            Cell(line.what, bold=True),
            Cell(line.address or line.for_whom),
            Cell(line.handed_to or line.owner),
            Cell(day_short(line.due_on), sort=line.due_on),
            state,
        ),
    )


def counted(lines: list[PromiseLine]) -> str:
    """`5 open · 1 te laat`."""
    still_open = sum(line.is_open for line in lines)
    late = sum(line.late for line in lines)
    parts = [ngettext("{n} open", "{n} open", still_open).format(n=still_open)] if lines else []
    if late:
        parts.append(ngettext("{n} too late", "{n} too late", late).format(n=late))
    return " · ".join(parts)


def story(line: PromiseLine) -> str:
    """What was said of a promise since it was made."""
    made = _("Promised on {day}.")
    if line.gathering:
        made = _("Promised on {day} at “{gathering}”.")
    parts = [made.format(day=day_short(line.made_on), gathering=line.gathering)]
    if line.settled_on is not None:
        parts.append(f"{word(line.state)} {day_short(line.settled_on)}.")
    if line.agreed_with:
        parts.append(_("Agreed with {who}.").format(who=line.agreed_with))
    for words in (line.evidence, line.reason):
        if words:
            parts.append(words)
    if line.reaction:
        parts.append(_("Tenants: {words}").format(words=line.reaction))
    if line.handed_to:
        parts.append(_("Handed over to {who}.").format(who=line.handed_to))
    return " ".join(parts)
