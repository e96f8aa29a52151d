"""Adding and removing a storey of the home in hand, and what runs through all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from desktop.floorplans.editing import Editing
from desktop.floorplans.edits import run_through, storey_above
from desktop.language import _
from desktop.widgets.desk import Desk


def add_storey(desk: Desk, editing: Editing, near: QWidget) -> None:
    """Put a storey on top, with the shell as below it; shafts and the walls that carry run
    through."""
    home = editing.kept
    name = _("Storey {n}").format(n=len(home.levels))

    def add() -> None:
        editing.commit_home(_("Storey added"), storey_above(home, name))

    if desk.did(add, near):
        editing.show_level(len(home.levels))


def remove_storey(desk: Desk, editing: Editing, near: QWidget) -> None:
    """Take away the storey on view. It comes back with undo."""
    home, level = editing.kept, editing.level
    levels = home.levels[:level] + home.levels[level + 1 :]
    desk.did(lambda: editing.commit_home(_("Storey removed"), replace(home, levels=levels)), near)


def let_run_through(
    desk: Desk, editing: Editing, chosen: Iterable[int], through: bool, near: QWidget
) -> None:
    """Say whether the walls and shafts that are chosen run through all storeys."""
    ids = list(chosen)
    if not ids:
        desk.said.emit(_("First choose the walls or the shaft."))
        return
    name = _("Runs through all storeys") if through else _("On this storey alone")

    def let() -> None:
        home = run_through(editing.kept, editing.level, ids, through)
        editing.commit_home(name, home)

    if desk.did(let, near):
        desk.said.emit(name)
