"""The words beside a bar: its new days while it is moved, or why something cannot be."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop.language import ngettext
from desktop.language.format import day_short
from desktop.projects.rules.timeline.plan import BarKind, PlanBar
from desktop.widgets import theme

WIDEST = 340
GAP = 6


class AtBar(QLabel):
    """A label over the plan. It stands under the bar, and above it where there is no room."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setMargin(theme.TIGHT)
        self._sheet = ""
        self.hide()

    def show_dates(self, bar: PlanBar, by: QRect) -> None:
        """The days of a bar that is being moved."""
        self._stand(_dates(bar), "ink", "paper", by)

    def refuse(self, sentence: str, by: QRect) -> None:
        """Why something cannot be."""
        self._stand(sentence, "red", "red_soft", by)

    def _stand(self, words: str, ink: str, ground: str, by: QRect) -> None:
        colours = theme.colours()
        sheet = (
            f"background: {getattr(colours, ground)}; color: {getattr(colours, ink)};"
            f"border: 1px solid {getattr(colours, ink)}; border-radius: 4px;"
        )
        # Qt needs a millisecond for it, in which a hand that drags is waiting.
        if sheet != self._sheet:
            self._sheet = sheet
            self.setStyleSheet(sheet)
        self.setText(words)
        self.setAccessibleName(words)
        self.setWordWrap(False)
        if self.sizeHint().width() > theme.scaled(WIDEST):
            self.setWordWrap(True)
            self.setFixedWidth(theme.scaled(WIDEST))
            self.setFixedHeight(self.heightForWidth(theme.scaled(WIDEST)))
        else:
            self.setFixedSize(self.sizeHint())
        room = self._over.rect()
        x = min(max(by.left(), GAP), room.width() - self.width() - GAP)
        y = by.bottom() + 2 * GAP
        if y + self.height() > room.height():
            y = by.top() - GAP - self.height()
        self.move(x, y)
        self.show()
        self.raise_()


def _dates(bar: PlanBar) -> str:
    if bar.kind is BarKind.MILESTONE:
        return day_short(bar.finish)
    days = ngettext("{n} day", "{n} days", bar.days).format(n=bar.days)
    return f"{day_short(bar.start)} – {day_short(bar.finish)} · {days}"
