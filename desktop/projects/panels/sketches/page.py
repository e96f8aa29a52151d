"""Schetsen: what tenants drew for the homes of a project, and the brief that comes of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.feature import Drawn, Place
from desktop.language import _, ngettext
from desktop.language.format import day_plain
from desktop.projects.actions.sketches import add_sketches, name_home, remove_sketch
from desktop.projects.panels.chosen_project import ChosenProject
from desktop.projects.queries.sketches import SketchLine, sketches_of
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.empty import Empty
from desktop.widgets.form import Form
from desktop.widgets.keeping_up import KeepingUp
from desktop.widgets.table import Cell, Column, TableRow
from desktop.widgets.table_page import Entries, TablePage
from desktop.widgets.theme import Tone


class SketchesPage(QWidget):
    """One table; a drawing opens in Plattegronden."""

    def __init__(self, desk: Desk, project: ChosenProject) -> None:
        super().__init__()
        self._desk, self._project = desk, project
        self._drawn: Sequence[Drawn] = ()
        self.lines: dict[int, SketchLine] = {}
        self.brief = secondary(_("Design brief"), self._show_brief)
        self.home = secondary(_("Home…"), self._ask_home)
        self.page = TablePage(
            "project-sketches",
            [
                Column(_("Home"), 140),
                Column(_("Drawing"), 0),
                Column(_("Drawn at"), 260),
                Column(_("State"), 130),
            ],
            _("Drawings"),
            Empty(
                _("No drawings yet"),
                _("Add what tenants drew at an evening in Plattegronden."),
                _("Add drawings…"),
                self._ask_evening,
            ),
            of_row=[self.home, self.brief],
            others=[primary(_("Add drawings…"), self._ask_evening)],
            menu=self._entries,
        )
        self.page.table.activated_row.connect(self._open)
        self.card = self.page.in_card(_("Drawings of tenants"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        KeepingUp(self, desk, project, self._read)

    def _read(self) -> None:
        drawings = self._project.drawings
        with self._desk.reading() as session:
            self._drawn = drawings.all(session) if drawings is not None else ()
            lines = sketches_of(session, self._project.number, self._drawn)
        self.lines = {line.id: line for line in lines}
        self.page.show_rows([row(line) for line in lines])
        self.card.set_title(_("Drawings of tenants"), counted(lines))

    def _chosen(self) -> SketchLine | None:
        chosen = self.page.table.chosen_id
        return self.lines.get(chosen) if chosen is not None else None

    def _open(self, link_id: int) -> None:
        line = self.lines.get(link_id)
        if line is not None:
            self._desk.open(Place("floorplans", "sketch", line.drawn.id))

    def _show_brief(self) -> None:
        line, drawings = self._chosen(), self._project.drawings
        if line is None or drawings is None:
            return
        evening_id, now, brief = line.drawn.evening_id, self._desk.now(), drawings.brief
        self._desk.show_paper(lambda session: brief(session, evening_id, now))

    def _ask_evening(self) -> None:
        desk, project_id = self._desk, self._project.number
        evenings = {one.evening_id: one for one in self._drawn}
        if not evenings:
            desk.said.emit(_("Nobody drew at an evening yet. Plan one in Plattegronden."))
            return
        form = Form()
        form.choice(
            "evening",
            _("Evening"),
            [(id, f"{one.evening}, {day_plain(one.drawn_on)}") for id, one in evenings.items()],
        )

        def work() -> None:
            chosen = form.values()["evening"]
            ids = [one.id for one in self._drawn if one.evening_id == chosen]
            add_sketches(desk.store, desk.who, project_id, ids)

        Dialog(desk, _("Add drawings"), form, _("Add"), work, self).open()

    def _ask_home(self) -> None:
        line, desk = self._chosen(), self._desk
        if line is None:
            return
        form = Form()
        form.note(line.drawn.title)
        form.text("home", _("Home"), line.home, _("As in the design: “Home 7”."))

        def work(seen: int | None = line.version) -> None:
            name_home(desk.store, desk.who, line.id, form.values()["home"], seen)

        Dialog(
            desk, _("Home of a drawing"), form, _("Save"), work, self, again=lambda: work(None)
        ).open()

    def _entries(self, link_id: int) -> Entries:
        desk = self._desk
        return [
            (_("Open the drawing"), lambda: self._open(link_id)),
            (_("Home…"), self._ask_home),
            (
                _("Take away"),
                lambda: desk.did(lambda: remove_sketch(desk.store, desk.who, link_id), self),
            ),
        ]


def row(line: SketchLine) -> TableRow:
    """One drawing as a row of the table."""
    state = Cell(_("Done"), Tone.GREEN) if line.drawn.done else Cell(_("Begun"), Tone.AMBER)
    return TableRow(
        line.id,
        (Cell(line.home), Cell(line.drawn.title, bold=True), Cell(line.drawn.evening), state),
    )


def counted(lines: Sequence[SketchLine]) -> str:
    """`17 schetsen · 9 zonder woning`."""
    if not lines:
        return ""
    parts = [ngettext("{n} sketch", "{n} sketches", len(lines)).format(n=len(lines))]
    without = sum(not line.home for line in lines)
    if without:
        parts.append(
            ngettext("{n} without a home", "{n} without a home", without).format(n=without)
        )
    return " · ".join(parts)
