"""The tab Beheer: the projects at the left, and the chosen one with its parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)
from sqlalchemy.orm import Session

from desktop.documents.paper import Paper
from desktop.feature import Drawings, Place
from desktop.language import _, ngettext
from desktop.language.fold import fold
from desktop.projects.panels.chosen_project import ChosenProject
from desktop.projects.panels.dialogs.project import new_project
from desktop.projects.panels.parts import PARTS
from desktop.projects.panels.project_header import ProjectHeader
from desktop.projects.panels.tones import tone
from desktop.projects.queries.places import EVENING, project_of
from desktop.projects.queries.projects import ProjectRow, project_rows
from desktop.projects.states import ProjectKind
from desktop.projects.wording import word
from desktop.projects.wording.consent import share_words
from desktop.refused import Refused
from desktop.widgets import theme
from desktop.widgets.beside import lay_beside
from desktop.widgets.buttons import secondary
from desktop.widgets.choice_list import ChoiceList, ListRow
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.over import Over
from desktop.widgets.screen import LendsScreen, Prints, ShowsPlaces, TellsPlace
from desktop.widgets.segments import Segments
from desktop.widgets.stack import Stack

if TYPE_CHECKING:
    from desktop.projects.panels.evening.screen import EveningScreen

LOW = 600  # pixels of normal print under which a screen has no room for a high part and all above


class ProjectsTab(QWidget):
    """`project` is the chosen one, which all parts are about."""

    def __init__(self, desk: Desk, drawings: Drawings | None = None) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("canvas")
        self._rows: Sequence[ProjectRow] = ()
        self.project = ChosenProject(self, drawings)
        self.list = ChoiceList(
            self._matching,
            _("Search project, complex or district"),
            _("Projects"),
            empty=Empty(
                _("No projects yet"),
                _(
                    "In a project you plan work with tenants: what they are asked, what they say, "
                    "and what is done with it."
                ),
                _("New project…"),
                self._new,
            ),
            nothing_found=_("Nothing found. Try fewer letters."),
        )
        self.list.add_at_foot(secondary(_("New project…"), self._new))
        self.chosen = ProjectScreen(desk, self.project)
        inside = QWidget()
        lay_beside(inside, self.list, self.chosen, _("Choose a project at the left"))
        self.evening: EveningScreen | None = None
        self._over = Over(self)
        column = QVBoxLayout(self._over.under)
        column.setContentsMargins(theme.LARGE, theme.MEDIUM, theme.LARGE, theme.LARGE)
        column.addWidget(inside)
        self.list.chosen.connect(self._chosen)
        desk.changed.connect(self._read)
        self._read()

    def _new(self) -> None:
        new_project(self._desk, self, self._made)

    def _made(self, project_id: int) -> None:
        self.list.filter.clear()
        self.list.choose(project_id)

    def _read(self, _changed: object = None) -> None:
        with self._desk.reading() as session:
            self._rows = project_rows(session, self._desk.today())
        if self.project.id is not None and all(row.id != self.project.id for row in self._rows):
            self.project.choose(None)
            self.list.choose(None)
        self.list.reload()
        self.list.choose_first()

    def _chosen(self, project_id: int) -> None:
        row = next((row for row in self._rows if row.id == project_id), None)
        if row is not None:
            self.chosen.offer_parts(row.kind)
        self.project.choose(project_id)

    def _matching(self, words: str) -> Sequence[ListRow]:
        asked = fold(words).split()
        return [list_row(row) for row in self._rows if all(word in row.words for word in asked)]

    # The evening with tenants lies over all parts ------------------------------------------------

    def open_evening(self, session_id: int) -> None:
        """Hold a gathering: its question, who is there and what they say."""
        from desktop.projects.panels.evening.screen import EveningScreen

        self.evening = EveningScreen(self._desk, session_id)
        self.evening.left.connect(self.close_evening)
        self._over.lay(self.evening)
        self.evening.setFocus()

    def close_evening(self) -> None:
        """Back to the parts."""
        self._over.lift()
        self.evening = None

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self.evening is not None:
            self.evening.setFocus(event.reason())

    # What the window asks ------------------------------------------------------------------------

    def show_place(self, place: Place) -> None:
        """Show a project, or something of one in its part: `Place("projects", "promise", 3)`. A
        place without a thing is a part of the chosen project."""
        if place.id is not None:
            try:
                with self._desk.reading() as session:
                    project_id = project_of(session, place.kind, place.id)
            except Refused as refused:
                self._desk.show_refusal(refused)
                return
            self.list.choose(project_id)
        if place.part == EVENING and place.id is not None:
            self.open_evening(place.id)
            return
        self.close_evening()
        self.chosen.show_place(place)

    def part_places(self) -> Sequence[tuple[str, Place]]:
        """Every part of the chosen project, in their order."""
        return [
            (PARTS[key].words(), Place("projects", "project", self.project.id, key))
            for key in self.chosen.offered
        ]

    def place_on_view(self) -> Place:
        """The thing that is on view, or else the part of the chosen project."""
        if self.evening is not None:
            return Place("projects", "project_session", self.evening.session_id, EVENING)
        panel = self.chosen.panel
        if isinstance(panel, TellsPlace):
            return panel.place_on_view()
        kind = "project" if self.project.id is not None else ""
        return Place("projects", kind, self.project.id, self.chosen.parts.current)

    def manual_page(self) -> str:
        """The page about the part on view."""
        if self.evening is not None:
            return "projects-evening"
        return PARTS[self.chosen.parts.current].manual

    def print_what(self) -> Callable[[Session], Paper] | None:
        """The paper of what is on view; None when the part has none."""
        if self.evening is not None:
            return self.evening.print_what()
        panel = self.chosen.panel
        return panel.print_what() if isinstance(panel, Prints) else None

    def tenant_screen(self) -> QWidget | None:
        """The screen for tenants of what is on view; None when the part has none."""
        panel = self.chosen.panel
        return panel.tenant_screen() if isinstance(panel, LendsScreen) else None


class ProjectScreen(QWidget):
    """The chosen project: its head, a row of parts, and the part that is on."""

    def __init__(self, desk: Desk, project: ChosenProject) -> None:
        super().__init__()
        self._desk, self._project = desk, project
        self._built: dict[str, QWidget] = {}
        self.header = ProjectHeader(desk, project)
        self._stack = Stack()
        self._row = QHBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        column.addWidget(self.header)
        column.addLayout(self._row)
        column.addWidget(self._stack, 1)
        self._offer(tuple(PARTS))

    @property
    def panel(self) -> QWidget:
        """The part on view."""
        return self._built[self.parts.current]

    def offer_parts(self, kind: ProjectKind) -> None:
        """Offer the parts that a project of this kind has."""
        wanted = tuple(key for key, part in PARTS.items() if kind in part.of)
        if wanted != self.offered:
            on = self.parts.current
            self._row.removeWidget(self.parts)
            self.parts.hide()
            self.parts.deleteLater()
            self._offer(wanted)
            if on in wanted:
                self.parts.choose(on)

    def _offer(self, keys: tuple[str, ...]) -> None:
        self.offered = keys
        often, now_and_then = (
            [(key, PARTS[key].words()) for key in keys if PARTS[key].now_and_then is rare]
            for rare in (False, True)
        )
        self.parts = Segments(often, _("Parts of a project"), others=now_and_then)
        self._row.addWidget(self.parts)
        self.parts.chosen.connect(self._show)
        self._show(self.parts.current)

    def _show(self, key: str) -> None:
        if key not in self._built:
            self._built[key] = PARTS[key].build(self._desk, self._project)
            self._stack.addWidget(self._built[key])
        self._stack.setCurrentWidget(self._built[key])
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """On a low screen a high part gets what room the head can miss."""
        is_low = self.height() < theme.scaled(LOW)
        self.header.fold(is_low and PARTS[self.parts.current].is_high)

    def show_place(self, place: Place) -> None:
        """Show something of the chosen project in its part."""
        key = place.part
        if key not in self.offered:
            key = next((k for k in self.offered if place.kind in PARTS[k].kinds), "")
        if not key:
            return
        self.parts.choose(key)
        if place.id is not None and place.kind != "project" and isinstance(self.panel, ShowsPlaces):
            try:
                self.panel.show_place(place)
            except Refused as refused:
                self._desk.show_refusal(refused)


def list_row(row: ProjectRow) -> ListRow:
    """Name and state, and under it how large it is, the promise, and what asks attention."""
    homes = row.dwellings or row.homes
    size = ngettext("{n} dwelling", "{n} dwellings", homes).format(n=homes) if homes else ""
    if row.kind is ProjectKind.NEIGHBOURHOOD and row.complexes:
        places = len(row.complexes)
        size = ngettext("{n} complex", "{n} complexes", places).format(n=places)
    detail = " · ".join(part for part in (size, word(row.participation)) if part)
    return ListRow(row.id, row.name, word(row.state), tone(row.state), detail, _asks_attention(row))


def _asks_attention(row: ProjectRow) -> str:
    if row.consent is not None and row.consent.presumption_applies:
        return share_words(row.consent)
    if row.promises_late:
        return ngettext("{n} promise late", "{n} promises late", row.promises_late).format(
            n=row.promises_late
        )
    if row.proposals_open:
        return ngettext("{n} without answer", "{n} without answer", row.proposals_open).format(
            n=row.proposals_open
        )
    if row.sketches:
        return ngettext("{n} sketch", "{n} sketches", row.sketches).format(n=row.sketches)
    return ""
