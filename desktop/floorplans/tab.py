"""The tab Plattegronden: the evenings with their drawings, and one drawing in hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from desktop.documents.paper import Paper
from desktop.feature import Place
from desktop.floorplans import queries
from desktop.floorplans.panels.drawing import DrawingScreen
from desktop.floorplans.panels.overview import Overview
from desktop.language import _
from desktop.refused import Refused
from desktop.widgets import theme
from desktop.widgets.desk import Desk
from desktop.widgets.screen import LendsScreen, Prints


class FloorplansTab(QWidget):
    """The overview, or over it the drawing that was opened."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("canvas")
        self.overview = Overview(desk)
        self.drawing: DrawingScreen | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.overview)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.LARGE, theme.MEDIUM, theme.LARGE, theme.LARGE)
        column.addWidget(self._stack)
        self.overview.opened.connect(self.open_sketch)

    def open_sketch(self, sketch_id: int) -> None:
        """Take a drawing in hand."""
        try:
            screen = DrawingScreen(self._desk, sketch_id)
        except Refused as refused:
            self._desk.show_refusal(refused)
            return
        self.close_sketch()
        self.drawing = screen
        screen.left.connect(self.close_sketch)
        screen.opened.connect(self.open_sketch)
        self._stack.addWidget(screen)
        self._stack.setCurrentWidget(screen)
        screen.setFocus()

    def close_sketch(self) -> None:
        """Back to the overview."""
        self._stack.setCurrentWidget(self.overview)
        if self.drawing is not None:
            self._stack.removeWidget(self.drawing)
            self.drawing.deleteLater()
            self.drawing = None
        self.overview.reload()

    def show_place(self, place: Place) -> None:
        """Show a drawing or an evening."""
        if place.kind == "sketch" and place.id is not None:
            self.open_sketch(place.id)
            return
        if self.drawing is not None:
            self.close_sketch()
        if place.id is not None:
            self.overview.show_evening(place.id)
        if place.part:
            self.overview.evening.parts.choose(place.part)

    def part_places(self) -> Sequence[tuple[str, Place]]:
        """The parts of an evening, and a drawing where there is one."""
        with self._desk.reading() as session:
            lines = queries.sketches(session)
        evening = lines[-1].evening_id if lines else None
        parts = [
            (_("Drawings"), Place("floorplans", "design_evening", evening, "drawings")),
            (_("Where tenants begin"), Place("floorplans", "design_evening", evening, "shells")),
            (_("What they share"), Place("floorplans", "design_evening", evening, "shared")),
        ]
        drawing = [(line.title, Place("floorplans", "sketch", line.id)) for line in lines[-1:]]
        return parts + drawing

    def place_on_view(self) -> Place:
        """The drawing in hand, or the evening that is chosen."""
        if self.drawing is not None:
            return Place("floorplans", "sketch", self.drawing.sketch_id)
        return Place("floorplans", "design_evening", self.overview.list.chosen_id)

    def manual_page(self) -> str:
        return "floorplans"

    def undo(self) -> bool:
        """Undo in the drawing in hand; False: there is none, and the window undoes."""
        return self.drawing is not None and self.drawing.undo()

    def redo(self) -> bool:
        """Do again in the drawing in hand; False: there is none."""
        return self.drawing is not None and self.drawing.redo()

    def print_what(self) -> Callable[[Session], Paper] | None:
        """The paper of what is on view."""
        screen = self._stack.currentWidget()
        return screen.print_what() if isinstance(screen, Prints) else None

    def tenant_screen(self) -> QWidget | None:
        """The start screen of the evening on view."""
        screen = self._stack.currentWidget()
        return screen.tenant_screen() if isinstance(screen, LendsScreen) else None
