"""The rows of Vandaag: one thing that is due, one figure, one line of the week."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.feature import Figure, Place, Urgency, WeekItem
from desktop.language.format import clock, day_short, local
from desktop.today.queries import DueIn, when_in_words
from desktop.urgency import is_whole_day
from desktop.widgets import theme
from desktop.widgets.badge import Badge
from desktop.widgets.buttons import Button, secondary
from desktop.widgets.card import Card
from desktop.widgets.chip import Chip
from desktop.widgets.cut_to_room import CutToRoom
from desktop.widgets.theme import Tone
from desktop.widgets.words import Words

TONES = {
    Urgency.LATE: Tone.RED,
    Urgency.TODAY: Tone.AMBER,
    Urgency.SOON: Tone.BLUE,
    Urgency.LATER: Tone.GREY,
}
WHEN_LOOKS = {Urgency.LATE: "red", Urgency.TODAY: "amber"}
Open = Callable[[Place], object]


class DueRow(QWidget):
    """What is due, from which rule, in which tab, when, and the one thing to do about it."""

    def __init__(self, one: DueIn, now: datetime, open_place: Open) -> None:
        super().__init__()
        due = one.due
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.SMALL, 0, theme.SMALL)
        row.setSpacing(theme.MEDIUM)
        row.addWidget(Badge(due.badge, TONES[due.urgency]), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Words(due.title, "strong", wraps=True))
        detail = " · ".join(part for part in (due.detail, due.article) if part)
        words.addWidget(Words(detail, "soft", wraps=True))
        row.addLayout(words, 1)
        row.addWidget(Chip(one.tab))
        when = when_in_words(due, now)
        said = Words(when, WHEN_LOOKS.get(due.urgency, "soft"))
        said.setMinimumWidth(theme.scaled(116))
        row.addWidget(said)
        self.button = secondary(due.action, lambda: open_place(due.place))
        self.button.setMinimumWidth(theme.scaled(150))
        self.button.setAccessibleName(f"{due.action}: {due.title}")
        self.button.setAccessibleDescription(", ".join(p for p in (detail, when) if p))
        row.addWidget(self.button)


class FigureCard(Card):
    """A number with its meaning; a click, or Enter, opens where it comes from."""

    def __init__(self, figure: Figure, open_place: Open) -> None:
        super().__init__()
        self._open: Callable[[], object] = lambda: open_place(figure.place)
        value = Words(figure.value, "figure")
        value.setProperty("tone", figure.tone)
        self.add(value)
        self.body.setSpacing(2)
        self.add(Words(figure.meaning, "soft", wraps=True))
        self.setAccessibleName(f"{figure.value} {figure.meaning}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open()
        else:
            super().keyPressEvent(event)


class WeekLink(Button):
    """Words that are clicked, cut to their room."""

    def __init__(self, words: str, do: Callable[[], object]) -> None:
        super().__init__(words, do, "link")
        CutToRoom(self, lambda: 2 * theme.SMALL)


def week_line(item: WeekItem, open_place: Open) -> QWidget:
    """`wed 25   Viewing Kadeflat 88 · 14:00`; without a clock when no hour is set. A click opens
    it."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.SMALL)
    day = Words(" ".join(day_short(local(item.at).date()).split()[:2]), "soft")
    day.setFixedWidth(theme.scaled(56))
    row.addWidget(day)
    words = item.title if is_whole_day(item.at) else f"{item.title} · {clock(item.at)}"
    row.addWidget(WeekLink(words, lambda: open_place(item.place)), 1)
    return made
