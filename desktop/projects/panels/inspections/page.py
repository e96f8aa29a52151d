"""Schouw: the walks of a project, what was found, where, and what became of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import (
    QBoxLayout,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from sqlalchemy.orm import Session

from desktop.documents.paper import Paper
from desktop.feature import Place
from desktop.language import _
from desktop.projects.actions.inspections import finish_inspection
from desktop.projects.panels.chosen_project import ChosenProject
from desktop.projects.panels.dialogs.walks import ask_map, ask_other_map, ask_walk, hand_out
from desktop.projects.panels.inspections.chosen_finding import ChosenFinding
from desktop.projects.panels.inspections.field import FieldMode
from desktop.projects.panels.inspections.files import ask_findings, save_findings
from desktop.projects.panels.inspections.filters import Filters
from desktop.projects.panels.inspections.findings_map import FindingsMap
from desktop.projects.panels.inspections.row_pictures import RowPictures
from desktop.projects.panels.inspections.rows import (
    Shown,
    columns,
    counted,
    mark,
    row,
    wanted,
)
from desktop.projects.queries.inspections import (
    FindingLine,
    InspectionLine,
    finding_line,
    findings_of,
    inspections_of,
    whole_photo,
)
from desktop.widgets import theme
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.card import Card
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.keeping_up import KeepingUp
from desktop.widgets.menu_button import add_entry, menu_button
from desktop.widgets.scroll import Scroll
from desktop.widgets.segments import Segments
from desktop.widgets.table_page import Entries, TablePage

BESIDE_MAP = 330
QWIDGETSIZE_MAX = (1 << 24) - 1  # Qt's own word for no bound


class InspectionsPage(QWidget):
    """The findings of a walk as a list, or on its map; beside them the one that is chosen."""

    def __init__(self, desk: Desk, project: ChosenProject) -> None:
        super().__init__()
        self._desk, self._project = desk, project
        self.walks: list[InspectionLine] = []
        self.lines: dict[int, FindingLine] = {}
        self._map_photo: int | None = None
        self._pictures = RowPictures(desk)
        # In large print the words need all the room; the chosen finding has its photos anyway.
        self._with_photos = theme.text_px() <= theme.NORMAL_PX
        self.field: FieldMode | None = None
        self.filters = Filters()
        self.hand_out = secondary(_("Hand out…"), self._hand_out)
        self.go = primary(_("Start a walk…"), self._start)
        self._nothing = Empty(
            _("No findings yet"),
            _("Walk through the neighbourhood with tenants, and note what is wrong where."),
            _("Start a walk…"),
            self._start,
        )
        self._none_asked = Empty(
            _("No finding fits your choice"),
            _("Choose another kind or state, or look at all findings again."),
            _("Show all findings"),
            self._ask_all,
            quiet=True,
        )
        self.page = TablePage(
            "findings",
            columns(self._with_photos),
            _("Findings"),
            self._nothing,
            menu=self._entries,
        )
        self.map = FindingsMap()
        self.chosen = ChosenFinding(desk)
        self.view = Segments([("list", _("List")), ("map", _("Map"))], _("List or map"))
        self.card = Card(
            _("Inspection of the neighbourhood"),
            actions=[self.view, menu_button(_("More"), self._fill_more), self.hand_out, self.go],
        )
        self.card.add(self.filters)
        self._views = QStackedWidget()
        for view in (self.page, self._none_asked, self.map):
            self._views.addWidget(view)
        self._beside = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._beside.setSpacing(theme.SMALL)
        self._beside.addWidget(self._views, 1)
        self._chosen_room = Scroll(self.chosen)
        self._beside.addWidget(self._chosen_room)
        self.card.add_layout(self._beside, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        self.filters.changed.connect(self._show)
        self.view.chosen.connect(self._turn_to)
        self.page.table.chosen.connect(self._choose)
        self.page.table.activated_row.connect(lambda _id: self.chosen.next.click())
        self.map.chosen.connect(self.page.table.choose)
        KeepingUp(self, desk, project, self._read)

    def _turn_to(self, view: str) -> None:
        """Under the list the photos come beside the words; beside the map, under them."""
        direction = QBoxLayout.Direction
        on_map = view == "map"
        self._views.setCurrentWidget(self.map if on_map else self._list)
        self._beside.setDirection(direction.LeftToRight if on_map else direction.TopToBottom)
        self.chosen.stand(direction.TopToBottom if on_map else direction.LeftToRight)
        widest = theme.scaled(BESIDE_MAP) if on_map else QWIDGETSIZE_MAX
        self._chosen_room.setMaximumWidth(widest)
        self._chosen_room.setMinimumWidth(widest if on_map else 0)
        self._offer_start()
        (self.map if on_map else self.page.table).setFocus()

    @property
    def _list(self) -> QWidget:
        """The list, or what stands there while the filters leave nothing of the walk."""
        here = self.filters.of_walk(self.lines.values())
        return self._none_asked if here and not self.page.table.ids else self.page

    def _ask_all(self) -> None:
        self.filters.ask_all()
        self.page.table.setFocus()

    # Reading -------------------------------------------------------------------------------------

    def _read(self) -> None:
        with self._desk.reading() as session:
            self.walks = inspections_of(session, self._project.number)
            lines = findings_of(session, self._project.number, self._desk.today())
        self.lines = {line.id: line for line in lines}
        self._pictures.keep({photo for line in lines for photo in (*line.before, *line.after)})
        self.filters.show_walks(self.walks)
        going = self._unfinished is not None
        words = _("Go on with the walk") if going else _("Start a walk…")
        self.go.setText(words)
        self.go.setAccessibleName(words)
        self._nothing.call_step(words)
        self._show()

    def _show(self) -> None:
        here = self.filters.of_walk(self.lines.values())
        on_view = self.filters.asked(self.lines.values())
        picture = self._pictures.of if self._with_photos else None
        self.page.show_rows([row(line, picture) for line in on_view])
        self.card.set_title(_("Inspection of the neighbourhood"), counted(here) if here else "")
        new = any(line for line in here if wanted(line, Shown.NEW))
        self.hand_out.set_reason(None if new else _("There are no new findings."))
        self._show_map(on_view)
        for part in (self.filters, self.hand_out):
            part.setVisible(bool(self.lines))
        if self._views.currentWidget() is not self.map:
            self._views.setCurrentWidget(self._list)
        self._offer_start()
        self._choose(self.page.table.chosen_id)

    def _offer_start(self) -> None:
        """Beside the title, unless the empty list offers it."""
        listed = self._views.currentWidget() is self.page and not self.page.table.ids
        self.go.setVisible(not listed)

    def _show_map(self, on_view: list[FindingLine]) -> None:
        walk = self._walk
        map = walk.map if walk is not None else None
        self.view.setVisible(map is not None)
        if map is None:
            self.view.choose("list")
            return
        if map.photo_id != self._map_photo:
            with self._desk.reading() as session:
                self.map.ground.show(whole_photo(session, map.photo_id))
            self._map_photo = map.photo_id
        self.map.show_marks([found for line in on_view if (found := mark(line)) is not None])

    def _choose(self, finding_id: int | None) -> None:
        line = self.lines.get(finding_id) if finding_id is not None else None
        self.map.choose(line.id if line is not None else None)
        self.chosen.show_finding(line)

    @property
    def _walk(self) -> InspectionLine | None:
        """The chosen walk; None while all are on view."""
        return next((walk for walk in self.walks if walk.id == self.filters.walk_id), None)

    @property
    def _unfinished(self) -> InspectionLine | None:
        today = self._desk.today()
        return next((w for w in self.walks if w.finished_at is None and w.held_on == today), None)

    def show_place(self, place: Place) -> None:
        """Show a walk or a finding."""
        if place.id is None:
            return
        if place.kind == "finding":
            with self._desk.reading() as session:
                line = finding_line(session, place.id, self._desk.today())
            self.filters.ask_all()
            self.filters.walk.set_value(line.inspection_id)
            self.page.table.choose(place.id)
        elif place.kind == "inspection":
            self.filters.walk.set_value(place.id)

    def print_what(self) -> Callable[[Session], Paper] | None:
        """The report of the walk on view, or of the newest."""
        walk = self._walk or next(iter(self.walks), None)
        if walk is None:
            return None
        from desktop.projects.documents.walks import report

        now = self._desk.now()
        return lambda session: report.make(session, walk.id, now)

    # Doing ---------------------------------------------------------------------------------------

    def _start(self) -> None:
        walk = self._unfinished
        if walk is not None:
            self._go_out(walk.id)
            return
        route = self.walks[0].route if self.walks else ""
        ask_walk(self._desk, self._project.number, route, self, self._go_out)

    def _go_out(self, walk_id: int) -> None:
        """Take the tablet outside."""
        self.filters.walk.set_value(walk_id)
        self.field = FieldMode(self._desk, walk_id, self._tab())
        self.field.finished.connect(self._finished)
        self.field.show()
        self.field.setFocus()

    def _tab(self) -> QWidget:
        """The whole tab that this page is in."""
        part: QWidget = self
        while part.objectName() != "canvas" and (around := part.parentWidget()) is not None:
            part = around
        return part

    def _finish(self, walk_id: int) -> None:
        """End a walk that somebody forgot to finish outside."""
        desk = self._desk
        if desk.did(lambda: finish_inspection(desk.store, desk.who, walk_id), self):
            self._finished(walk_id)

    def _finished(self, walk_id: int) -> None:
        self.filters.walk.set_value(walk_id)
        if self.hand_out.isEnabled() and self.hand_out.isVisible():
            self._hand_out()

    def _hand_out(self) -> None:
        here = self.filters.of_walk(self.lines.values())
        new = [line for line in here if wanted(line, Shown.NEW)]
        hand_out(self._desk, new, self)

    def _entries(self, finding_id: int) -> Entries:
        self._choose(finding_id)
        first = self.chosen.next_step()
        return [*([first] if first is not None else []), *self.chosen.other_steps()]

    def _fill_more(self, menu: QMenu) -> None:
        desk, project_id, walk = self._desk, self._project.number, self._walk
        if walk is not None and walk.finished_at is None:
            add_entry(menu, _("Go on with the walk"), lambda: self._go_out(walk.id))
            add_entry(menu, _("Finish the walk"), lambda: self._finish(walk.id))
        add_entry(menu, _("New map…"), lambda: ask_map(desk, project_id, self))
        if walk is not None and walk.findings == 0:
            add_entry(menu, _("Another map…"), lambda: ask_other_map(desk, walk, self))
        report = self.print_what()
        if report is not None:
            add_entry(menu, _("Print the report"), lambda: desk.show_paper(report))
        menu.addSeparator()
        add_entry(menu, _("Save as Excel…"), lambda: save_findings(desk, project_id, self))
        add_entry(menu, _("Read in a file…"), lambda: ask_findings(desk, project_id, self))
