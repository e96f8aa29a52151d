"""The report of a meeting: what was said."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.agreements.panels.meetings.dialogs import write_minutes
from desktop.agreements.queries.meetings import MeetingView
from desktop.language import _
from desktop.widgets import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.desk import Desk
from desktop.widgets.scroll import Scroll
from desktop.widgets.words import Words


class MinutesPage(QWidget):
    """What was said, as it was written last."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.view: MeetingView | None = None
        self._words = Words("", wraps=True)
        self._none = Words("", "soft", wraps=True)
        row = QHBoxLayout()
        row.addWidget(self._none, 1)
        row.addWidget(secondary(_("Write the report…"), self._write))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        inside = QWidget()
        said = QVBoxLayout(inside)
        said.setContentsMargins(0, 0, 0, 0)
        said.addWidget(self._words)
        said.addStretch(1)
        column.addLayout(row)
        column.addWidget(Scroll(inside), 1)

    def show_view(self, view: MeetingView) -> None:
        """Show the report of this meeting."""
        self.view = view
        self._words.setText(view.minutes)
        self._none.setText("" if view.minutes else _("There is no report yet."))

    def _write(self) -> None:
        if self.view is not None:
            write_minutes(self._desk, self.view, self.window())
