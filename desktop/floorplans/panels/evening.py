"""One evening: a wall of drawings that grows while people draw, what they begin with, and what they
share."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from desktop.documents.paper import Paper
from desktop.floorplans import actions, queries
from desktop.floorplans.model import SketchRole
from desktop.floorplans.panels.dialogs import add_shell, change_evening, rename
from desktop.floorplans.panels.wall import DrawingsWall
from desktop.floorplans.titles import title_of
from desktop.language import _, ngettext
from desktop.language.format import day_long
from desktop.widgets import theme
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.card import Card, HeaderCard
from desktop.widgets.desk import Desk
from desktop.widgets.segments import Segments

MOST_SIDE_BY_SIDE = 6


class EveningScreen(QWidget):
    """`opened` tells the drawing that somebody opens."""

    opened = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._line: queries.EveningLine | None = None
        self._removed: tuple[queries.SketchLine, ...] = ()
        self.start_button = primary(_("Let tenants draw"), self._lend)
        self.change_button = secondary(_("Change…"), self._change)
        self.print_button = secondary(_("Print all"), self._print)
        self.header = HeaderCard(
            actions=[
                self.change_button,
                self.print_button,
                self.start_button,
            ]
        )
        self.parts = Segments(
            [
                ("drawings", _("Drawings")),
                ("shells", _("Where tenants begin")),
                ("shared", _("What they share")),
            ],
            _("Parts of this evening"),
        )
        self.parts.chosen.connect(self._show_part)
        self.shells = DrawingsWall(
            _("Shells and examples"),
            empty=_("No shell yet. Add one: then tenants draw in it, to scale."),
        )
        self.drawings = DrawingsWall(
            _("Drawings"),
            empty=_("No drawings yet. They appear here by themselves while tenants draw."),
            ticks=True,
        )
        for wall in (self.shells, self.drawings):
            wall.opened.connect(self.opened)
            wall.asked.connect(self._ask)
        self.compare_button = secondary(_("Compare"), self._compare)
        self.hand_button = secondary(_("Hand over all…"), self._hand_over)
        self.drawings.chosen_changed.connect(self._choice_changed)
        self._stack = QStackedWidget()
        self._pages = {"drawings": self._drawings_part(), "shells": self._shells_part()}
        for page in self._pages.values():
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(self.header)
        column.addWidget(self.parts)
        column.addWidget(self._stack, 1)
        self._choice_changed()

    def _drawings_part(self) -> QWidget:
        card = Card(
            _("Drawings"),
            _("Tap two to six to compare them. Tap twice to open one."),
            actions=[self.hand_button, self.compare_button],
        )
        card.add(self.drawings, 1)
        return card

    def _shells_part(self) -> QWidget:
        card = Card(
            _("Where tenants begin"),
            _("Tap a home twice to open and change it."),
            actions=[secondary(_("Add a shell…"), self._add_shell)],
        )
        card.add(self.shells, 1)
        return card

    # What is shown -------------------------------------------------------------------------

    def show_evening(self, evening_id: int) -> None:
        is_another = self._line is None or self._line.id != evening_id
        had_none = is_another or not self.drawings.views
        with self._desk.reading() as session:
            self._line = queries.evening(session, evening_id)
            shells = queries.views(session, evening_id, SketchRole.SHELL, SketchRole.EXAMPLE)
            drawings = queries.views(session, evening_id, SketchRole.SKETCH)
            self._removed = queries.removed(session, evening_id)
        self._show_heading(self._line)
        self.shells.show_drawings(shells)
        self.drawings.show_drawings(drawings)
        if is_another and not drawings:
            self.parts.choose("shells")  # first there must be something to draw in
        elif had_none and drawings and self.parts.current == "shells":
            self.parts.choose("drawings")
        elif self.parts.current == "shared":
            self._show_part("shared")

    def reload(self) -> None:
        if self._line is not None:
            self.show_evening(self._line.id)

    def forget(self) -> None:
        """The evening is no longer there."""
        self._line = None
        self.shells.show_drawings([])
        self.drawings.show_drawings([])

    def _show_heading(self, line: queries.EveningLine) -> None:
        counted = ngettext("{n} drawing", "{n} drawings", line.sketches).format(n=line.sketches)
        state = _("open") if line.open else _("closed")
        self.header.set_title(line.title, f"{day_long(line.held_on)} · {counted} · {state}")
        reason = None if line.open else _("The evening is closed. Open it again with Change.")
        self.start_button.set_reason(reason)

    def _show_part(self, key: str) -> None:
        from desktop.floorplans.panels.shared import SharedPart

        old = self._pages.pop("shared", None)
        if old is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        if key == "shared":
            page = SharedPart(self._desk, self.drawings.views)
            self._pages["shared"] = page
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(self._pages[key])

    # What can be done ----------------------------------------------------------------------

    def _choice_changed(self) -> None:
        count = len(self.drawings.chosen)
        fits = 2 <= count <= MOST_SIDE_BY_SIDE
        self.compare_button.setText(_("Compare {n}").format(n=count) if fits else _("Compare"))
        self.compare_button.set_reason(None if fits else _("First tap two to six drawings."))

        there = len(self.drawings.views)
        self.hand_button.setText(
            _("Hand over {n}…").format(n=count) if count else _("Hand over all…")
        )
        for button in (self.hand_button, self.print_button):
            button.set_reason(None if there else _("There are no drawings yet."))

    def _hand_over(self) -> None:
        """Files of the drawings that are chosen; of all when none is."""
        from desktop.floorplans.panels.handing import hand_over

        if self._line is not None:
            chosen = set(self.drawings.chosen)
            views = self.drawings.views
            asked = [view for view in views if view.line.id in chosen] or views
            hand_over(self._desk, self._line, asked, self)

    def _compare(self) -> None:
        from desktop.floorplans.panels.compare import Comparison

        chosen = set(self.drawings.chosen)
        views = [view for view in self.drawings.views if view.line.id in chosen]
        compared = [queries.Compared(view.line, view.home) for view in views]
        Comparison(self._desk, compared, self.window()).open()

    def _change(self) -> None:
        assert self._line is not None
        menu = QMenu(self)
        line = self._line
        menu.addAction(_("Name and day…"), lambda: change_evening(self._desk, line, self))
        if line.open:
            menu.addAction(_("Close the evening"), self._toggled(actions.close_evening))
        else:
            menu.addAction(_("Open the evening again"), self._toggled(actions.open_evening))
        desk = self._desk
        back = menu.addMenu(_("Put a drawing back"))
        back.setEnabled(bool(self._removed))
        for one in self._removed:
            put = partial(actions.put_back, desk.store, desk.who, one.id)
            back.addAction(title_of(one), partial(desk.did, put))
        if not self.drawings.views and not self._removed:
            menu.addAction(_("Remove the evening"), self._toggled(actions.remove_evening))
        button = self.change_button
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _toggled(self, action: Callable[..., None]) -> Callable[[], object]:
        assert self._line is not None
        evening_id = self._line.id
        return lambda: self._desk.did(lambda: action(self._desk.store, self._desk.who, evening_id))

    def _add_shell(self) -> None:
        if self._line is not None:
            add_shell(self._desk, self._line.id, self)

    def _ask(self, sketch_id: int, where: QPoint) -> None:
        """The menu of one drawing."""
        desk, views = self._desk, [*self.shells.views, *self.drawings.views]
        line = next(view.line for view in views if view.line.id == sketch_id)
        menu = QMenu(self)
        menu.addAction(_("Open it"), lambda: self.opened.emit(sketch_id))
        menu.addAction(_("Rename…"), lambda: rename(desk, line, self))
        menu.addAction(
            _("New variant"),
            lambda: desk.act(lambda: actions.begin_variant(desk.store, desk.who, sketch_id)),
        )
        menu.addAction(
            _("Remove"),
            lambda: desk.did(lambda: actions.remove_sketch(desk.store, desk.who, sketch_id)),
        )
        menu.popup(where)

    def _print(self) -> None:
        make = self.print_what()
        if make is not None:
            self._desk.show_paper(make)

    def print_what(self) -> Callable[[Session], Paper] | None:
        """All drawings of the evening, one sheet each."""
        from desktop.floorplans.documents.papers import evening_paper

        if self._line is None or not self.drawings.views:
            return None
        evening_id, now = self._line.id, self._desk.now()
        return lambda session: evening_paper(session, evening_id, now)

    def _lend(self) -> None:
        screen = self.tenant_screen()
        if screen is not None:
            self._desk.lend(screen)

    def tenant_screen(self) -> QWidget | None:
        """Where the tenants of this evening begin."""
        from desktop.floorplans.panels.tenant import TenantScreen

        if self._line is None or not self._line.open:
            return None
        return TenantScreen(self._desk, self._line.id)
