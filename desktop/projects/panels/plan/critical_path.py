"""The critical path of a plan on one line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from desktop.language import _, ngettext
from desktop.projects.rules.timeline.plan import Plan
from desktop.projects.rules.timeline.words import critical_names
from desktop.widgets.words import Words

ON_HOVER = 30  # names below each other that fit on a screen


class CriticalPath(Words):
    """`Kritiek pad: advies → akkoord → uitvoering`, cut where the room ends. The tasks show below
    each other on hover, and a screen reader has all of them."""

    def __init__(self) -> None:
        super().__init__("", "soft")
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_plan(self, plan: Plan) -> None:
        """Show the critical path of a plan; nothing when it has none."""
        names = critical_names(plan)
        self._words = _("Critical path: {names}").format(names=" → ".join(names))
        self.setAccessibleName(self._words)
        rest = len(names) - ON_HOVER
        more = [ngettext("{n} more", "{n} more", rest).format(n=rest)] if rest > 0 else []
        self.setToolTip("\n".join([*names[:ON_HOVER], *more]))
        self.setVisible(bool(names))
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._cut()

    def _cut(self) -> None:
        metrics, end = self.fontMetrics(), Qt.TextElideMode.ElideRight
        self.setText(metrics.elidedText(self._words, end, self.width()))
