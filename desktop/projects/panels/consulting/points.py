"""The points of an advice in a form: what tenants advise, what is done with it, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from desktop.advice.states import AdviceDecision
from desktop.language import _
from desktop.projects.rules.advice_points import Point
from desktop.projects.wording import word
from desktop.widgets import theme
from desktop.widgets.buttons import link
from desktop.widgets.closed import ClosedList
from desktop.widgets.fields import Input
from desktop.widgets.words import Words

AT_FIRST = 3


@dataclass(frozen=True)
class _Row:
    text: QLineEdit
    decision: QComboBox
    reason: QLineEdit


class PointsInput(Input):
    """Rows for points; one that is empty does not count. The value is the list of points."""

    def __init__(self, points: Sequence[Point] = ()) -> None:
        super().__init__(QWidget())
        self._grid = QGridLayout(self.inner)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.SMALL)
        for place, (words, share) in enumerate(
            ((_("What tenants advise"), 5), (_("Followed?"), 2), (_("Why not, or not wholly"), 5))
        ):
            self._grid.addWidget(Words(words, "small"), 0, place)
            self._grid.setColumnStretch(place, share)
        self._rows: list[_Row] = []
        for point in (*points, *[Point("", None)] * (AT_FIRST - len(points))):
            self._add(point)
        self._more = link(_("One more point"), lambda: self._add(Point("", None)))
        self.box.setDirection(self.box.Direction.TopToBottom)
        self.box.addWidget(self._more)
        self.inner.setFocusProxy(self._rows[0].text)

    def _add(self, point: Point) -> None:
        number = len(self._rows) + 1
        made = _Row(QLineEdit(point.text), ClosedList(), QLineEdit(point.reason))
        made.decision.addItems([_("choose"), *(word(one) for one in AdviceDecision)])
        decided = list(AdviceDecision)
        at = decided.index(point.decision) + 1 if point.decision is not None else 0
        made.decision.setCurrentIndex(at)
        for place, (field, name) in enumerate(
            (
                (made.text, _("Point {n}")),
                (made.decision, _("What is done with point {n}")),
                (made.reason, _("Reason for point {n}")),
            )
        ):
            field.setAccessibleName(name.format(n=number))
            self._grid.addWidget(field, number, place)
        made.text.textChanged.connect(self.changed)
        made.reason.textChanged.connect(self.changed)
        made.decision.currentIndexChanged.connect(self.changed)
        self._rows.append(made)

    def value(self) -> list[Point]:
        decided = [None, *AdviceDecision]
        found = [
            Point(
                row.text.text().strip(),
                decided[row.decision.currentIndex()],
                row.reason.text().strip(),
            )
            for row in self._rows
        ]
        return [point for point in found if point.text or point.reason or point.decision]

    def set_value(self, value: Sequence[Point]) -> None:
        while len(self._rows) < len(value):
            self._add(Point("", None))
        decided = list(AdviceDecision)
        for row, point in zip(self._rows, value, strict=False):
            row.text.setText(point.text)
            row.reason.setText(point.reason)
            at = decided.index(point.decision) + 1 if point.decision is not None else 0
            row.decision.setCurrentIndex(at)
