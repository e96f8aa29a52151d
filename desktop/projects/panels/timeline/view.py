"""The plan on the screen: scrolled, zoomed, pointed at and changed by mouse or keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip

from desktop.language import _
from desktop.projects.panels.timeline import bars, marks
from desktop.projects.panels.timeline.at_bar import AtBar
from desktop.projects.panels.timeline.draft import Draft
from desktop.projects.panels.timeline.ground import Ground
from desktop.projects.panels.timeline.keys import STEP, Keys
from desktop.projects.panels.timeline.pointing import Pointing
from desktop.projects.panels.timeline.sight import HEADER, NAMES, ROW, Sight
from desktop.projects.rules.timeline.plan import Plan, PlanBar, Span
from desktop.projects.rules.timeline.replanning import Moved, Outcome, Replanning
from desktop.projects.rules.timeline.words import change_in_words, end_in_words, in_words
from desktop.refused import Refused
from desktop.widgets import theme

NOTCH = 120


class PlanView(QAbstractScrollArea):
    """`moved` tells a task with the day before which it may not begin (None: as soon as it can),
    `stretched` with its working days, `linked` two tasks of which the second waits for the first,
    `opened` and `chosen` one task; `said` tells in words what is on view.

    A change that was told stays on view until `show_plan` brings the plan that came of it, or
    `refuse` the reason why not."""

    moved = Signal(str, object)
    stretched = Signal(str, int)
    linked = Signal(str, str)
    opened = Signal(str)
    chosen = Signal(str)
    said = Signal(str)

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self._draft = Draft(Plan(today))
        self._links: list[bars.LinkRow] = []
        self._ground = Ground()
        self._pointing = Pointing(self)
        self._keys = Keys(self)
        self._at_bar = AtBar(self.viewport())
        self.sight = Sight(self, self._draft.plan)
        self.row: int | None = None
        self.link_from: int | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Timeline"))
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(self._at_bar.hide)

    # What is shown ------------------------------------------------------------------------------

    @property
    def plan(self) -> Plan:
        """The plan as it was given."""
        return self._draft.plan

    @property
    def bars(self) -> Sequence[PlanBar]:
        """The rows as they are on view, with the change that is tried."""
        return self._draft.bars

    @property
    def bar(self) -> PlanBar | None:
        """The chosen row."""
        return self.bars[self.row] if self.row is not None else None

    def show_plan(self, plan: Plan) -> None:
        """Show a plan; the chosen task, the place and the zoom stay."""
        id = self.bar.id if self.bar is not None else ""
        self._draft = Draft(plan)
        self._links = bars.rows_of_links(plan)
        self._let_go()
        self.row = next((row for row, bar in enumerate(plan.bars) if bar.id == id), None)
        self.sight.look_at(plan)
        self._tell()

    def refuse(self, sentence: str) -> None:
        """Show the plan as it is, and at the chosen bar why a change of it was not kept."""
        self._draft.drop()
        self._let_go()
        self._tell()
        if self.row is not None:
            self._at_bar.refuse(sentence, self.rect_of(self.row))
        self._say(sentence)

    def choose(self, row: int) -> None:
        """Choose a row and bring it into sight; the first or the last one when there are less."""
        if not self.plan.bars:
            return
        self.row = min(max(row, 0), len(self.plan.bars) - 1)
        self._at_bar.hide()
        bar = self.bars[self.row]
        self.sight.show_row(self.row)
        self.sight.show_span(Span(bar.start, bar.finish))
        self.chosen.emit(bar.id)
        self._tell()

    def rect_of(self, row: int) -> QRect:
        """Where the bar of a row is on the screen."""
        box = self.sight.frame().box(self.bars[row], row)
        corner = QPointF(box.left, box.middle - box.half)
        return QRectF(corner, QPointF(box.right, box.middle + box.half)).toRect()

    def _tell(self) -> None:
        """Say the chosen bar, or else when the plan ends."""
        bar = self.bar
        said = in_words(bar, self.plan) if bar is not None else end_in_words(self.plan)
        if self.link_from is not None:
            sentence = _("Choose the task that waits for {name}, then press Enter. Esc stops.")
            said = sentence.format(name=self.plan.bars[self.link_from].name)
        self._say(said, bar.phase if bar is not None else "")

    def _say(self, words: str, phase: str = "") -> None:
        """Say something under the plan; it is the name that a screen reader reads, too, after the
        phase that others see above the tasks."""
        heard = f"{phase}. {words}" if phase else words
        self.setAccessibleName(heard)
        self.said.emit(words)
        self.viewport().update()

    # Trying, keeping and dropping ---------------------------------------------------------------

    def try_out(self, change: Callable[[Replanning], Outcome]) -> Outcome | None:
        """Show what a change of the chosen task would do; None when it is refused."""
        try:
            outcome = self._draft.try_out(change)
        except Refused as refused:
            self.refuse(refused.sentence)
            return None
        self.sight.make_room(outcome.end)
        if self.row is not None:
            self._at_bar.show_dates(outcome.bars[self.row], self.rect_of(self.row))
        self._say(change_in_words(outcome))
        return outcome

    def settle(self) -> None:
        """Tell the change that was tried, when it changes anything."""
        outcome = self._draft.outcome
        self._at_bar.hide()
        if outcome is None or self.row is None:
            return
        if not self._draft.changes(self.row):
            self._draft.drop()
            self.viewport().update()
            return
        change, plan = outcome.change, self.plan
        if isinstance(change, Moved):
            self.moved.emit(change.id, change.not_before)
        else:
            self.stretched.emit(change.id, change.days)
        if self.plan is not plan:
            # It was kept: what it did can still be read when the hand is off the bar.
            self._say(change_in_words(outcome))

    def drop(self) -> bool:
        """Forget what is tried; whether there was anything."""
        was_busy = self._draft.outcome is not None or self.link_from is not None
        was_busy = was_busy or self._at_bar.isVisible() or self._pointing.is_busy
        self._draft.drop()
        self._let_go()
        self._tell()
        return was_busy

    def settle_keys(self) -> None:
        """Tell what was moved by keys, before something else begins."""
        self._keys.settle()

    def begin_link(self) -> None:
        """Choose next which task is to wait for the chosen one."""
        self.link_from = self.row
        self._tell()

    def link(self, before: int, after: int) -> None:
        """Tell a new link, unless the rules refuse it."""
        ids = self.plan.bars[before].id, self.plan.bars[after].id
        self.row, self.link_from = after, None
        try:
            self._draft.replanning.link(*ids)
        except Refused as refused:
            self.refuse(refused.sentence)
            return
        self._tell()
        self.linked.emit(*ids)

    def _let_go(self) -> None:
        self.link_from = None
        self._pointing.forget()
        self._keys.forget()
        self._at_bar.hide()

    # Place and zoom -----------------------------------------------------------------------------

    def fit(self) -> None:
        """Show the whole plan from its first to its last day."""
        self._at_bar.hide()
        self.sight.fit()
        self.viewport().update()

    def zoom(self, factor: float, at: float | None = None) -> None:
        """Make a day wider or narrower around a place on the screen, by default the middle."""
        self._at_bar.hide()
        self.sight.zoom(factor, at)
        self.viewport().update()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.scaled(NAMES) * 2, theme.scaled(HEADER) + 3 * theme.scaled(ROW))

    # Events -------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        frame, shown = self.sight.frame(), self.bars
        painter = QPainter(self.viewport())
        ratio = self.devicePixelRatioF()
        painter.drawPixmap(0, 0, self._ground.picture(frame, self.plan, self._draft.days, ratio))
        below = frame.height - frame.header
        painter.setClipRect(0, frame.header, frame.width, below)
        marks.paint_chosen(painter, frame, (self.row, self.link_from), self.hasFocus())
        painter.setClipRect(frame.names, frame.header, frame.width - frame.names, below)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bars.paint_arrows(painter, frame, shown, self._links, self.row)
        bars.paint_bars(painter, frame, shown)
        self._pointing.paint(painter, frame)
        marks.paint_today(painter, frame, self._today)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pointing.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointing.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointing.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.sight.frame().row_at(event.position().y())
        if row is not None:
            self.opened.emit(self.plan.bars[row].id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # A click chooses for itself.
        if self.row is None and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.choose(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._keys.settle()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel scrolls, with Shift sideways; with Ctrl it zooms to where the pointer is."""
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(STEP ** (turned / NOTCH), event.position().x())
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            across = self.horizontalScrollBar()
            across.setValue(across.value() - turned)
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            row = self.sight.frame().row_at(event.y())
            if row is not None:
                QToolTip.showText(event.globalPos(), in_words(self.bars[row], self.plan))
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sight.lay_out()
        if self.row is not None:
            self.sight.show_row(self.row)

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters leave less room for all else."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.sight.lay_out()
