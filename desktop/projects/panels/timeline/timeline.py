"""The timeline as a part of a screen: the plan, under it what it says, and how to look at it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.language import _
from desktop.projects.panels.timeline.keys import STEP
from desktop.projects.panels.timeline.legend import Legend
from desktop.projects.panels.timeline.view import PlanView
from desktop.projects.rules.timeline.plan import Plan
from desktop.widgets import theme
from desktop.widgets.buttons import Button, secondary
from desktop.widgets.empty import Empty
from desktop.widgets.words import Words

LINES = 2  # of words under the plan
LOW = 320  # pixels of normal print under which the rows of the plan need the room of the legend


class Timeline(QWidget):
    """A plan that can be changed. It asks nothing of a database: `show_plan` gives it what to
    show, and its signals tell what a user wants; see `PlanView` for what each one tells."""

    moved = Signal(str, object)
    stretched = Signal(str, int)
    linked = Signal(str, str)
    opened = Signal(str)
    chosen = Signal(str)

    def __init__(self, today: date) -> None:
        super().__init__()
        self.view = PlanView(today)
        for inner, outer in (
            (self.view.moved, self.moved),
            (self.view.stretched, self.stretched),
            (self.view.linked, self.linked),
            (self.view.opened, self.opened),
            (self.view.chosen, self.chosen),
        ):
            inner.connect(outer)
        self._words = Words("", "soft", wraps=True)
        # So that the plan does not jump when there is more to say.
        self._words.setMinimumHeight(LINES * QFontMetrics(theme.font()).lineSpacing())
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.view.said.connect(self._words.setText)
        self._legend = Legend()
        self._foot = QGridLayout()
        self._foot.setSpacing(theme.SMALL)
        self._foot.addWidget(self._legend, 1, 0)
        self._foot.addLayout(self._looking(), 1, 1)
        self._foot.setColumnStretch(0, 1)
        self._stand()
        self._empty = Empty(
            _("No tasks yet"), _("Tasks stand here on their days, with what waits for what.")
        )
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        column.addWidget(self.view, 1)
        column.addLayout(self._foot)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(filled)
        self.setFocusProxy(self.view)

    def show_plan(self, plan: Plan) -> None:
        """Show a plan; the chosen task, the place and the zoom stay."""
        self.view.show_plan(plan)
        self._pages.setCurrentIndex(1 if plan.bars else 0)

    def refuse(self, sentence: str) -> None:
        """Show the plan as it is, and at the chosen bar why a change of it was not kept."""
        self.view.refuse(sentence)

    def choose(self, id: str) -> None:
        """Choose a task and bring it into sight."""
        rows = (row for row, bar in enumerate(self.view.plan.bars) if bar.id == id)
        row = next(rows, None)
        if row is not None:
            self.view.choose(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand()

    def _stand(self) -> None:
        """The words above the legend; where that would leave few rows, in its place."""
        is_low = self.height() < theme.scaled(LOW)
        self._legend.setVisible(not is_low)
        self._foot.removeWidget(self._words)
        self._foot.addWidget(self._words, int(is_low), 0, 1, 1 if is_low else 2)

    def _looking(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.SMALL)
        for words, name, do in (
            ("−", _("Zoom out"), lambda: self.view.zoom(1 / STEP)),
            ("+", _("Zoom in"), lambda: self.view.zoom(STEP)),
            (_("Whole plan"), _("Show the whole plan"), self.view.fit),
        ):
            row.addWidget(_named(secondary(words, do), name))
        return row


def _named(button: Button, name: str) -> Button:
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button
