"""A week as seven columns with hours, and a block for each viewing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.language.format import clock, day_name, day_short, local
from desktop.viewings.queries.calendar import Planned, Staffing
from desktop.viewings.staffing import hosts_in_words, staffing_in_short, staffing_words
from desktop.widgets import theme
from desktop.widgets.theme import Tone

FIRST_HOUR, LAST_HOUR = 8, 21
LEFT, TOP = 48, 36  # room for the hours and for the days
LEAST_HOUR = 37  # pixels of normal print: an hour has room for two lines
NARROW = 100  # pixels: below this only the time of the start is written

TONES = {
    Staffing.NO_PAIR: Tone.RED,
    Staffing.ASKED: Tone.AMBER,
    Staffing.COMPLETE: Tone.GREEN,
    Staffing.STAFF: Tone.BLUE,
    Staffing.HELD: Tone.GREY,
    Staffing.CALLED_OFF: Tone.GREY,
}


class Block(QAbstractButton):
    """One viewing in the week: time, address, and how it stands with the hosts in words."""

    def __init__(self, planned: Planned, parent: QWidget) -> None:
        super().__init__(parent)
        self.planned = planned
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._span = f"{clock(planned.starts_at)}–{clock(planned.ends_at)}"
        self._state = staffing_in_short(planned.staffing)
        self._hosts = hosts_in_words(planned)
        told = [self._span, planned.address, planned.complex, staffing_words(planned.staffing)]
        if self._hosts:
            told.append(self._hosts)
        self.setAccessibleName(", ".join([day_name(planned.day), *told]))
        self.setToolTip("\n".join(told))

    def sizeHint(self) -> QSize:
        return QSize(120, theme.scaled(66))

    def paintEvent(self, event: QPaintEvent) -> None:
        ink, ground = theme.tone_colours(TONES[self.planned.staffing])
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(self.rect(), 6, 6)
        painter.setBrush(ink)
        painter.drawRect(0, 4, 3, self.height() - 8)
        self._write(painter, ink)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("brand"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)

    def _write(self, painter: QPainter, ink: QColor) -> None:
        """As many lines as there is room for; how it stands with the hosts always."""
        room = self.rect().adjusted(8, 3, -2, -2)
        line = theme.scaled(16)
        start = clock(self.planned.starts_at)
        narrow = room.width() < NARROW
        when = start if narrow else self._span
        lines = [(when, False), (self.planned.address, True), (self._state, True)]
        if room.height() < 3 * line:
            lines = [(f"{start} {self.planned.address}", True), (self._state, True)]
        elif self._hosts:
            lines.append((self._hosts, False))
        wraps = Qt.TextFlag.TextWordWrap
        for at, (words, strong) in enumerate(lines):
            painter.setFont(theme.font(11 if narrow else 12, _weight(strong)))
            painter.setPen(ink if words == self._state else theme.colour("ink"))
            left = room.height() - line * (len(lines) - at - 1)
            needed = painter.fontMetrics().boundingRect(room, wraps, words).height()
            if needed > max(left, line) or needed <= line:
                words = painter.fontMetrics().elidedText(
                    words, Qt.TextElideMode.ElideRight, room.width()
                )
                needed = line
            painter.drawText(room, wraps, words)
            room.setTop(room.top() + needed)
            if room.height() < line - 4:
                return


class WeekGrid(QWidget):
    """`opened` tells the viewing that a click or Enter opens; `turned` the number of weeks to go
    further. Arrows go from viewing to viewing, Page Up and Page Down from week to week."""

    opened = Signal(int)
    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._monday = date.min
        self._now: datetime | None = None
        self._hours = (FIRST_HOUR, LAST_HOUR)
        self.blocks: list[Block] = []

    def show_week(self, monday: date, planned: Sequence[Planned], now: datetime) -> None:
        """Show these viewings; hours before 8 or after 21 come in when a viewing needs them."""
        focused = next((b.planned.id for b in self.blocks if b.hasFocus()), None)
        self._monday, self._now = monday, now
        first = min((local(p.starts_at).hour for p in planned), default=FIRST_HOUR)
        last = max((_end_hour(p) for p in planned), default=LAST_HOUR)
        self._hours = (min(first, FIRST_HOUR), max(last, LAST_HOUR))
        for old in self.blocks:
            old.hide()
            old.deleteLater()
        self.blocks = [self._block(one) for one in planned]
        self.setMinimumHeight(TOP + (self._hours[1] - self._hours[0]) * theme.scaled(LEAST_HOUR))
        self._place()
        for block in self.blocks:
            if block.planned.id == focused:
                block.setFocus()
        self.update()

    def _block(self, planned: Planned) -> Block:
        block = Block(planned, self)
        block.clicked.connect(lambda: self.opened.emit(planned.id))
        block.installEventFilter(self)
        block.show()
        return block

    # Where things lie ------------------------------------------------------------------------

    def _column(self, day: int) -> tuple[int, int]:
        """Left and right of a day of the week, 0 for Monday."""
        width = (self.width() - LEFT) / 7
        return round(LEFT + day * width), round(LEFT + (day + 1) * width)

    def _height(self, hour: float) -> int:
        """How far down a moment of the day lies."""
        first, last = self._hours
        return round(TOP + (hour - first) * (self.height() - TOP - 1) / (last - first))

    def _place(self) -> None:
        for day in range(7):
            of_day = [b for b in self.blocks if b.planned.day == self._monday + timedelta(days=day)]
            left, right = self._column(day)
            for block, lane, lanes in _lanes(of_day):
                width = (right - left - 6) // lanes
                top = self._height(_hour(block.planned.starts_at))
                bottom = self._height(_hour(block.planned.starts_at) + _length(block.planned))
                block.setGeometry(left + 3 + lane * width, top + 1, width - 2, bottom - top - 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        today = local(self._now).date() if self._now is not None else None
        for day in range(7):
            left, right = self._column(day)
            on = self._monday + timedelta(days=day)
            if on == today:
                painter.fillRect(
                    QRect(left, 0, right - left, self.height()), theme.colour("brand_soft")
                )
            painter.setPen(theme.colour("line"))
            painter.drawLine(left, 8, left, self.height())
            painter.setFont(theme.font(13, QFont.Weight.DemiBold))
            painter.setPen(theme.colour("brand" if on == today else "ink"))
            heading = QRect(left, 0, right - left, TOP - 8)
            painter.drawText(heading, Qt.AlignmentFlag.AlignCenter, day_short(on))
        painter.setFont(theme.font(11))
        for hour in range(*self._hours):
            height = self._height(hour)
            painter.setPen(theme.colour("line"))
            painter.drawLine(LEFT, height, self.width(), height)
            painter.setPen(theme.colour("soft"))
            box = QRect(0, height - 8, LEFT - 8, 16)
            right_middle = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, right_middle, f"{hour}:00")
        if self._now is not None:
            self._draw_now(painter, self._now)

    def _draw_now(self, painter: QPainter, now: datetime) -> None:
        day = (local(now).date() - self._monday).days
        if not 0 <= day < 7:
            return
        left, right = self._column(day)
        height = self._height(_hour(now))
        if TOP <= height <= self.height():
            painter.setPen(QPen(theme.colour("red"), 2))
            painter.drawLine(QPointF(left, height), QPointF(right, height))

    # Keys --------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._goes(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._goes(event)
        return super().eventFilter(watched, event)

    def _goes(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        weeks = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(key)
        if weeks is not None:
            self.turned.emit(weeks)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._open_focused()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            return self._step(1 if key is Qt.Key.Key_Down else -1)
        if key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            return self._step_day(1 if key is Qt.Key.Key_Right else -1)
        return False

    def _open_focused(self) -> bool:
        for block in self.blocks:
            if block.hasFocus():
                self.opened.emit(block.planned.id)
                return True
        return False

    def _step(self, by: int) -> bool:
        """To the viewing before or after, by time."""
        if not self.blocks:
            return False
        at = next((n for n, b in enumerate(self.blocks) if b.hasFocus()), None)
        to = 0 if at is None else max(0, min(at + by, len(self.blocks) - 1))
        self.blocks[to].setFocus()
        return True

    def _step_day(self, by: int) -> bool:
        """To the first viewing of the next day that has one, or of the day before."""
        here = next((b for b in self.blocks if b.hasFocus()), None)
        if here is None:
            return self._step(by)
        other = [b for b in self.blocks if (b.planned.day - here.planned.day).days * by > 0]
        if other:
            nearest = min(other, key=lambda b: abs((b.planned.day - here.planned.day).days))
            nearest.setFocus()
        return True


def _weight(strong: bool) -> QFont.Weight:
    return QFont.Weight.DemiBold if strong else QFont.Weight.Normal


def _hour(moment: datetime) -> float:
    here = local(moment)
    return here.hour + here.minute / 60


def _length(planned: Planned) -> float:
    """Hours on the clock; a block shows no less than an hour, so that its words can be read."""
    return max((planned.ends_at - planned.starts_at).total_seconds() / 3600, 1.0)


def _end_hour(planned: Planned) -> int:
    """The first whole hour at which it is over, not past midnight."""
    return min(24, -int(-(_hour(planned.starts_at) + _length(planned)) // 1))


def _lanes(blocks: Sequence[Block]) -> list[tuple[Block, int, int]]:
    """Side by side what happens at the same time: each block with its lane and how many there
    are in its group."""
    placed: list[tuple[Block, int, int]] = []
    group: list[tuple[Block, int]] = []
    free_at: list[float] = []
    group_ends = 0.0
    for block in blocks:
        begin = _hour(block.planned.starts_at)
        if group and begin >= group_ends:
            placed += [(b, lane, len(free_at)) for b, lane in group]
            group, free_at = [], []
        lane = next((n for n, end in enumerate(free_at) if end <= begin), len(free_at))
        end = begin + _length(block.planned)
        free_at[lane : lane + 1] = [end]
        group.append((block, lane))
        group_ends = max(free_at)
    return placed + [(b, lane, len(free_at)) for b, lane in group]
