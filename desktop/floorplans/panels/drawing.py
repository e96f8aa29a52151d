"""One drawing in the hands of the staff: what it is called, its variants and versions, the pad."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from desktop.documents.paper import Paper
from desktop.floorplans import actions, journal, queries
from desktop.floorplans.checks import Wish
from desktop.floorplans.editing import Editing
from desktop.floorplans.edits import lock
from desktop.floorplans.journal import SketchJournal
from desktop.floorplans.model import SketchRole
from desktop.floorplans.panels.dialogs import keep_version, rename
from desktop.floorplans.panels.history import show_history
from desktop.floorplans.panels.pad import DrawingPad
from desktop.floorplans.panels.relatives import compare_relatives
from desktop.floorplans.panels.storeys import (
    add_storey,
    change_storey,
    let_run_through,
    remove_storey,
)
from desktop.floorplans.titles import title_of_version
from desktop.language import _
from desktop.store import Changed
from desktop.widgets import theme
from desktop.widgets.buttons import link, primary, secondary
from desktop.widgets.chip import Chip
from desktop.widgets.cut_to_room import CutToRoom
from desktop.widgets.desk import Desk
from desktop.widgets.theme import Tone
from desktop.widgets.words import Words


class DrawingScreen(QWidget):
    """`left` when the user goes back to the evenings, `opened` tells another drawing to open.
    Refuses (`Refused`) a drawing that is gone or cannot be read."""

    left = Signal()
    opened = Signal(int)

    def __init__(self, desk: Desk, sketch_id: int) -> None:
        super().__init__()
        self._desk, self.sketch_id = desk, sketch_id
        with desk.reading() as session:
            self._view = queries.sketch(session, sketch_id)
            self._relatives = self._view.line.variants + len(queries.versions(session, sketch_id))
            opened = journal.opened(session, sketch_id)
        steps = SketchJournal(desk.store, desk.who, sketch_id)
        self.editing = Editing(opened.home, steps, opened.cursor, opened.steps)
        self.pad = DrawingPad(desk, self.editing, frozenset(map(Wish, self._view.wanted)))
        self.pad.said.connect(desk.said)
        self.pad.canvas.offer_shafts()
        self._heading = Words("", "section")
        self._title = CutToRoom(self._heading)
        self._chip = Chip("", Tone.BLUE)
        self.undo_button = secondary(_("Undo"), self.undo)
        self.redo_button = secondary(_("Redo"), self.redo)
        self.compare_button = secondary(_("Compare"), self._compare)
        self.more_button = secondary(_("More…"), self._more)
        self.print_button = primary(_("Print"), self._print)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        column.addLayout(self._head())
        column.addWidget(self.pad, 1)
        self.editing.listeners.append(self._tell_undo)
        desk.changed.connect(self._changed)
        self._show_heading()
        self._tell_undo()

    def focusInEvent(self, event: QFocusEvent) -> None:
        # No focus proxy: Tab would come back to the drawing before the buttons above it.
        self.pad.setFocus(event.reason())

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.SMALL)
        row.addWidget(link(_("‹ All drawings"), self.left.emit))
        row.addWidget(self._chip)
        row.addWidget(self._heading, 1)
        for button in (
            self.undo_button,
            self.redo_button,
            self.compare_button,
            self.more_button,
            self.print_button,
        ):
            row.addWidget(button)
        return row

    # Showing -------------------------------------------------------------------------------

    def _show_heading(self) -> None:
        line = self._view.line
        # Where there is little room its own name stays on view.
        self._title.show(" · ".join(part for part in (line.title, line.evening) if part))
        words = {SketchRole.SHELL: _("Shell"), SketchRole.EXAMPLE: _("Example")}.get(line.role, "")
        if line.variants > 1:
            words = _("Variant {n} of {all}").format(n=line.variant, all=line.variants)
        self._chip.set(words, Tone.BLUE)
        self._chip.setVisible(bool(words))
        self.compare_button.set_reason(
            None if self._relatives > 1 else _("First keep a version or begin a variant: More.")
        )

    def _tell_undo(self) -> None:
        for button, name in (
            (self.undo_button, self.editing.undo_name),
            (self.redo_button, self.editing.redo_name),
        ):
            button.setEnabled(name is not None)
            button.setToolTip(name or "")

    def _changed(self, changed: Changed) -> None:
        if not changed.tables & {"sketch", "sketch_version"}:
            return
        with self._desk.reading() as session:
            self._view = queries.sketch(session, self.sketch_id)
            self._relatives = self._view.line.variants + len(
                queries.versions(session, self.sketch_id)
            )
        self._show_heading()
        self.pad.want(frozenset(map(Wish, self._view.wanted)))
        self.pad.refresh()

    # Undo and print ------------------------------------------------------------------------

    def undo(self) -> bool:
        """Go back one step in the drawing; False when there is none."""
        return self.pad.undo()

    def redo(self) -> bool:
        """Do again what was undone in the drawing; False when there is nothing."""
        return self.pad.redo()

    def _print(self) -> None:
        self._desk.show_paper(self.print_what())

    def print_what(self) -> Callable[[Session], Paper]:
        """The sheets of this drawing."""
        from desktop.floorplans.documents.papers import sketches_paper

        sketch_id, now = self.sketch_id, self._desk.now()
        return lambda session: sketches_paper(session, [sketch_id], now)

    def _compare(self) -> None:
        """Beside its variants and its kept versions."""
        compare_relatives(self._desk, self.sketch_id, self)

    # More ----------------------------------------------------------------------------------

    def _more(self) -> None:
        menu = QMenu(self)
        desk, line = self._desk, self._view.line
        menu.addAction(_("Rename…"), lambda: rename(desk, line, self))
        menu.addAction(_("New variant"), self._new_variant)
        menu.addAction(
            _("Back to an earlier drawing…"), lambda: show_history(desk, self.editing, self)
        )
        menu.addAction(_("Keep this version…"), lambda: keep_version(desk, self.sketch_id, self))
        self._add_versions(menu)
        menu.addSeparator()
        self._add_wishes(menu)
        menu.addSeparator()
        menu.addAction(_("Lock what is chosen"), lambda: self.lock_chosen(True))
        menu.addAction(_("Unlock what is chosen"), lambda: self.lock_chosen(False))
        menu.addAction(_("Add a storey…"), lambda: add_storey(desk, self.editing, self))
        menu.addAction(_("Heights and north…"), lambda: change_storey(desk, self.editing, self))
        if len(self.editing.home.levels) > 1:
            menu.addAction(_("Remove this storey"), lambda: remove_storey(desk, self.editing, self))
            menu.addAction(
                _("What is chosen runs through all storeys"), lambda: self._let_run_through(True)
            )
            menu.addAction(
                _("What is chosen is on this storey alone"), lambda: self._let_run_through(False)
            )
        menu.addSeparator()
        self._add_files(menu)
        menu.popup(self.more_button.mapToGlobal(QPoint(0, self.more_button.height())))

    def _add_versions(self, menu: QMenu) -> None:
        with self._desk.reading() as session:
            kept = queries.versions(session, self.sketch_id)
        back = menu.addMenu(_("Back to a version"))
        back.setEnabled(bool(kept))
        for version in kept:
            back.addAction(title_of_version(version), partial(self._back_to, version.number))

    def _add_wishes(self, menu: QMenu) -> None:
        for wish, words in (
            (Wish.ACCESSIBLE_BATHROOM, _("Check for an accessible bathroom")),
            (Wish.WHEELCHAIR, _("Check for a wheelchair")),
        ):
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(wish in self.pad.wanted)
            action.toggled.connect(partial(self._want, wish))

    def _add_files(self, menu: QMenu) -> None:
        from desktop.floorplans.panels import files

        menu.addAction(
            _("Save as a file…"), lambda: files.save(self._desk, self._view, self.editing, self)
        )
        menu.addAction(_("Read in a file…"), lambda: files.read_in(self._desk, self.editing, self))
        menu.addAction(
            _("Put a picture under it…"), lambda: files.put_under(self._desk, self.editing, self)
        )

    def _new_variant(self) -> None:
        desk = self._desk
        made = desk.act(lambda: actions.begin_variant(desk.store, desk.who, self.sketch_id))
        if made is not None:
            self.opened.emit(made)

    def _back_to(self, number: int) -> None:
        with self._desk.reading() as session:
            kept = queries.version_home(session, self.sketch_id, number)
        # The wish is no part of the drawing: it stays as it is now.
        home = replace(kept, wish=self.editing.kept.wish)
        self.pad.canvas.let_go()
        name = _("Back to a version")
        self._desk.did(lambda: self.editing.commit_home(name, home), self)

    def _want(self, wish: Wish, on: bool) -> None:
        wanted = self.pad.wanted | {wish} if on else self.pad.wanted - {wish}
        values = frozenset(one.value for one in wanted)
        desk = self._desk
        desk.did(lambda: actions.want(desk.store, desk.who, self.sketch_id, values), self)

    def _let_run_through(self, through: bool) -> None:
        let_run_through(self._desk, self.editing, self.pad.canvas.chosen, through, self)

    def lock_chosen(self, locked: bool) -> None:
        """Say that what is chosen belongs to the building, or to the tenant."""
        chosen = self.pad.canvas.chosen
        if not chosen:
            first = _("First choose what belongs to the building.")
            self._desk.said.emit(first if locked else _("First choose what you want to unlock."))
            return
        name = _("Locked") if locked else _("Unlocked")
        plan = lock(self.editing.plan, chosen, locked)
        if self._desk.did(lambda: self.editing.commit(name, plan), self):
            self._desk.said.emit(name)
