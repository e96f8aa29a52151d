"""Adding and removing a storey of the home in hand."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from desktop.floorplans.editing import Editing
from desktop.floorplans.edits import storey_above
from desktop.language import _
from desktop.widgets.desk import Desk


def add_storey(desk: Desk, editing: Editing, near: QWidget) -> None:
    """Put a storey on top, with the shell and the walls that carry on as those below it."""
    home = editing.kept
    top = home.levels[-1]
    name = _("Storey {n}").format(n=len(home.levels))
    levels = (*home.levels, storey_above(top, name))
    if desk.did(lambda: editing.commit_home(_("Storey added"), replace(home, levels=levels)), near):
        editing.show_level(len(levels) - 1)


def remove_storey(desk: Desk, editing: Editing, near: QWidget) -> None:
    """Take away the storey on view. It comes back with undo."""
    home, level = editing.kept, editing.level
    levels = home.levels[:level] + home.levels[level + 1 :]
    desk.did(lambda: editing.commit_home(_("Storey removed"), replace(home, levels=levels)), near)
