"""Who did what in a project, and when."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.language import _
from desktop.projects.field_words import WORDING
from desktop.projects.queries.projects import ProjectView
from desktop.projects.queries.trail import trail
from desktop.projects.wording.actions import action_word
from desktop.widgets import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.desk import Desk
from desktop.widgets.trail import Trail
from desktop.widgets.words import Words

SIZE = 1020, 620  # fits the smallest screen


def show_history(desk: Desk, view: ProjectView, parent: QWidget) -> None:
    """Show the trail of a project; it is read only."""
    HistoryDialog(desk, view, parent).open()


class HistoryDialog(QDialog):
    """The trail of a project over the window."""

    def __init__(self, desk: Desk, view: ProjectView, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("History"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.trail = Trail(desk, WORDING, action_word)
        self.trail.show_trail(lambda session: trail(session, view.id))
        close = QHBoxLayout()
        close.addStretch(1)
        close.addWidget(secondary(_("Close"), self.reject))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(theme.MEDIUM)
        column.addWidget(Words(_("History"), "heading"))
        column.addWidget(Words(f"{view.name} · {_('Who did what when')}", "soft", wraps=True))
        column.addWidget(self.trail, 1)
        column.addLayout(close)
        self.resize(*SIZE)
        self.trail.table.setFocus()
