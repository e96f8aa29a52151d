"""Entering ballots by keyboard: the number of a household, a tick for each idea, Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.language import _
from desktop.projects.panels.budget.rows import ballot_choices
from desktop.projects.queries.budgets import BudgetView, IdeaLine
from desktop.projects.wording.budget import turnout
from desktop.widgets import theme
from desktop.widgets.buttons import primary
from desktop.widgets.checks import ChecksInput
from desktop.widgets.fields import TextInput
from desktop.widgets.form import Field
from desktop.widgets.scroll import Scroll
from desktop.widgets.swapped import Swapped
from desktop.widgets.words import Words


class BallotEntry(QWidget):
    """`cast` tells a household with the ideas that it wants. After it was taken, `clear` makes room
    for the next one. Where the keyboard is on the ticks, the number of an idea ticks it."""

    cast = Signal(str, list)

    def __init__(self) -> None:
        super().__init__()
        self.household = TextInput()
        self.field = Field("household", _("Number of the household"), self.household)
        self.checks: ChecksInput | None = None
        self._ideas: Sequence[IdeaLine] = ()
        self._places = Swapped()
        self.counted = Words("", "soft", wraps=True)
        self.button = primary(_("Enter"), self._cast)
        row = QHBoxLayout()
        row.setSpacing(theme.MEDIUM)
        row.addWidget(self.field, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        column.addLayout(row)
        column.addWidget(Scroll(self._places))
        column.addWidget(self.counted)
        self.setFocusProxy(self.household)

    def show_ideas(self, view: BudgetView) -> None:
        """Offer the ideas of a budget; what is ticked stays while they are the same."""
        self.counted.setText(turnout(view.voted, view.households))
        ideas = view.on_ballot
        if [idea.id for idea in ideas] == [idea.id for idea in self._ideas]:
            return
        self._ideas = ideas
        self.checks = checks = ChecksInput(ballot_choices(view), columns=1)
        checks.setAccessibleName(_("Ideas that this household wants"))
        self._places.show_content(checks)

    def refuse(self, sentence: str) -> None:
        """Say at the household why its ballot is not taken."""
        self.field.show_refusal(sentence)

    def clear(self) -> None:
        """Make room for the next household."""
        self.household.set_value("")
        if self.checks is not None:
            self.checks.set_value([])
        self.household.setFocus()

    def _cast(self) -> None:
        ticked = self.checks.value() if self.checks is not None else []
        self.cast.emit(self.household.value(), ticked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._cast()
            return
        number = event.text()
        ids = [idea.id for idea in self._ideas if str(idea.number) == number]
        if ids and self.checks is not None:
            ticked = set(self.checks.value()) ^ set(ids)
            self.checks.set_value([idea.id for idea in self._ideas if idea.id in ticked])
            return
        super().keyPressEvent(event)
