"""What the bars of a plan mean, drawn as they are drawn in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.language import N_, _
from desktop.projects.panels.timeline import bars
from desktop.projects.panels.timeline.ground import letters
from desktop.projects.rules.timeline.layout import Box
from desktop.projects.rules.timeline.plan import BarKind, PlanBar
from desktop.widgets import theme

_BAR = PlanBar("", "", date.min, date.min, 1, percent=50)
_EXAMPLES = (
    (_BAR, N_("done so far")),
    (replace(_BAR, percent=0, is_critical=True), N_("critical path")),
    (replace(_BAR, percent=0, kind=BarKind.MILESTONE), N_("milestone")),
    (None, N_("agreed plan")),
)


class Legend(QWidget):
    """What the bars mean, drawn as they are drawn in the plan."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(
            _("Slanting lines and a thick edge: critical path. A low strip: the agreed plan.")
        )

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(300), theme.scaled(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(letters())
        middle, x = self.height() / 2, 0.0
        for bar, words in _EXAMPLES:
            box = Box(x, x + theme.scaled(26), middle, theme.scaled(6))
            if bar is None:
                strip = QRectF(x, middle - 2, box.width, theme.scaled(bars.STRIP))
                bars.paint_strip(painter, strip)
            else:
                bars.paint_bar(painter, bar, box)
            painter.setPen(theme.colour("soft"))
            left = box.right + theme.SMALL
            said = _(words)
            painter.drawText(
                QRectF(left, 0, 1000, self.height()), Qt.AlignmentFlag.AlignVCenter, said
            )
            x = left + painter.fontMetrics().horizontalAdvance(said) + theme.LARGE
