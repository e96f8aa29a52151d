"""What part of a plan is on view: how wide a day is, and how far it is scrolled."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea

from desktop.projects.panels.timeline.frame import Frame
from desktop.projects.rules.timeline.phases import heads
from desktop.projects.rules.timeline.plan import Plan, Span
from desktop.projects.rules.timeline.scale import Scale
from desktop.widgets import theme

ROW, HEADER, NAMES = 28, 40, 250  # pixels of normal print
NAMES_SHARE = 0.34  # of the width of a narrow screen
NARROWEST, WIDEST = 0.12, 44.0  # of a day, in pixels of normal print
AROUND = timedelta(days=21)  # that can be seen before and after the plan


class Sight:
    """The place that is looked at, in an area with scroll bars. Until somebody zooms, the whole
    plan is on view."""

    def __init__(self, area: QAbstractScrollArea, plan: Plan) -> None:
        self._area = area
        self._plan = plan
        self._heads: tuple[int, ...] = ()
        self._last = plan.begins
        self._fits = True
        self._scale = Scale(plan.begins - AROUND, 1.0)

    def frame(self) -> Frame:
        """Where things lie."""
        size = self._area.viewport().size()
        return Frame(
            self._scale,
            size.width(),
            size.height(),
            self._area.horizontalScrollBar().value(),
            self._area.verticalScrollBar().value(),
            self._names(),
            theme.scaled(HEADER),
            theme.scaled(ROW),
            len(self._plan.bars),
            self._heads,
        )

    def look_at(self, plan: Plan) -> None:
        """Another plan; the days on view stay where they are."""
        frame = self.frame()
        left = frame.day(frame.names)
        self._plan = plan
        self._heads = tuple(head.row for head in heads(plan))
        self._last = plan.whole().finish
        self._scale = Scale(plan.whole().start - AROUND, self._scale.a_day)
        self.lay_out()
        if not self._fits:
            self._scroll_to(self._scale.x(left))

    def make_room(self, end: date) -> None:
        """Let the rows be scrolled until a day on which they end while one of them is in hand."""
        if end > self._last:
            self._last = end
            self._set_ranges()

    def lay_out(self) -> None:
        """The area or its letters have another size."""
        if self._fits:
            self.fit()
        else:
            self._set_ranges()

    def fit(self) -> None:
        """Show the whole plan from its first to its last day."""
        self._fits = True
        whole, margin = self._plan.whole(), theme.scaled(ROW)
        a_day = Scale.fitting(whole, max(self._room() - 2 * margin, 1)).a_day
        self._scale = Scale(self._scale.first, _allowed(a_day))
        self._set_ranges()
        self._scroll_to(self._scale.x(whole.start) - margin)

    def zoom(self, factor: float, at: float | None = None) -> None:
        """Make a day wider or narrower; what lies at `at` on the screen stays there, by default
        the middle of the days."""
        frame = self.frame()
        at = (frame.names + frame.width) / 2 if at is None else max(at, float(frame.names))
        days = (at - frame.names + frame.across) / self._scale.a_day
        self._fits = False
        self._scale = Scale(self._scale.first, _allowed(self._scale.a_day * factor))
        self._set_ranges()
        self._scroll_to(days * self._scale.a_day - at + frame.names)

    def show_row(self, row: int) -> None:
        """Scroll up or down until a row is on view, with the phase that begins there."""
        down, height = self._area.verticalScrollBar(), theme.scaled(ROW)
        top = self.frame().line(row) * height
        above = height if row in self._heads else 0
        down.setValue(min(top - above, max(down.value(), top + height - down.pageStep())))

    def show_span(self, span: Span) -> None:
        """Scroll sideways until something of a span is on view; nothing when it is."""
        frame = self.frame()
        is_left = frame.x(span.finish) + frame.scale.a_day < frame.names + theme.SMALL
        if is_left or frame.x(span.start) > frame.width - theme.SMALL:
            self._scroll_to(self._scale.x(span.start) - self._room() // 4)

    def follow(self, x: float) -> None:
        """Scroll on when a hand that holds something comes to the edge."""
        frame, across = self.frame(), self._area.horizontalScrollBar()
        if x > frame.width - frame.row:
            across.setValue(across.value() + frame.row)
        elif x < frame.names + frame.row / 2:
            across.setValue(across.value() - frame.row)

    def _scroll_to(self, x: float) -> None:
        self._area.horizontalScrollBar().setValue(round(x))

    def _set_ranges(self) -> None:
        # What lies around the plan can be dragged to, but is nothing to look for.
        shown = Qt.ScrollBarPolicy
        self._area.setHorizontalScrollBarPolicy(
            shown.ScrollBarAlwaysOff if self._fits else shown.ScrollBarAsNeeded
        )
        across, down = self._area.horizontalScrollBar(), self._area.verticalScrollBar()
        last = self._scale.x(self._last + AROUND)
        row, room = theme.scaled(ROW), self._room()
        across.setRange(0, max(round(last) - room, 0))
        across.setPageStep(max(room, 1))
        across.setSingleStep(row)
        height = self._area.viewport().height() - theme.scaled(HEADER)
        lines = len(self._plan.bars) + len(self._heads)
        down.setRange(0, max(lines * row - height, 0))
        down.setPageStep(max(height, 1))
        down.setSingleStep(row)

    def _room(self) -> int:
        return self._area.viewport().width() - self._names()

    def _names(self) -> int:
        return min(theme.scaled(NAMES), round(self._area.viewport().width() * NAMES_SHARE))


def _allowed(a_day: float) -> float:
    return min(max(a_day, NARROWEST), WIDEST * theme.text_px() / theme.NORMAL_PX)
