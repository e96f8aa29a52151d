"""The project that all parts of the screen are about."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.feature import Drawings


class ChosenProject(QObject):
    """`id` is the chosen project, None while there is none. `chosen` tells that it is another.
    `drawings` are those of tenants, when a feature has them."""

    chosen = Signal()

    def __init__(self, parent: QObject | None = None, drawings: Drawings | None = None) -> None:
        super().__init__(parent)
        self.drawings = drawings
        self.id: int | None = None

    @property
    def number(self) -> int:
        """The chosen project, on a screen that is shown only when there is one."""
        assert self.id is not None, "this screen is shown with a project only"
        return self.id

    def choose(self, project_id: int | None) -> None:
        """Be about this project from here on."""
        if project_id != self.id:
            self.id = project_id
            self.chosen.emit()
