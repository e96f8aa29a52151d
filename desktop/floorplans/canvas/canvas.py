"""The drawing of one storey: paints it, zooms and pans, and hands the pointer to a tool."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QTabletEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.floorplans.canvas import keys
from desktop.floorplans.canvas.floating import Floating
from desktop.floorplans.canvas.grid import RULER_WIDTH, paint_rulers
from desktop.floorplans.canvas.inks import inks
from desktop.floorplans.canvas.marks import Mark, chosen_marks, hint_mark, region, tool_marks
from desktop.floorplans.canvas.picture import Picture, rects
from desktop.floorplans.canvas.pointing import Pointing
from desktop.floorplans.canvas.view import Box, View, around
from desktop.floorplans.canvas.words import canvas_name, chosen_words
from desktop.floorplans.catalogue import Item
from desktop.floorplans.geometry import Derived
from desktop.floorplans.plan import Background, Point
from desktop.floorplans.snapping import step_mm
from desktop.floorplans.tools import furniture, select
from desktop.floorplans.tools.editor import Editor
from desktop.floorplans.tools.overlay import Measure, Overlay
from desktop.floorplans.tools.pointer import Device, Pointer
from desktop.floorplans.tools.sheet import Sheet
from desktop.floorplans.tools.tool import Hand, State, Tool
from desktop.widgets import theme

# How near is on it, in pixels.
REACH_PX = {Device.MOUSE: 9, Device.PEN: 9, Device.FINGER: 22}
FIT_MARGIN_PX = 64
# A zoomed picture is stretched first, and painted sharp when the zooming stops.
SHARPEN_MS = 120


class Canvas(QWidget):
    """`said` tells a sentence for the user, `chose` that something else is chosen, `zoomed` that
    the view is another. Without an editor the drawing can only be looked at."""

    said = Signal(str)
    chose = Signal()
    zoomed = Signal()

    def __init__(self, editor: Editor | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.view = View()
        self.cross = QPointF()
        self.is_pressed = False
        self._derived: Derived | None = None
        self._picture = Picture()
        self._overlay = Overlay()
        self.marks: list[Mark] = []
        self._sentence = ""
        self._fits = True
        self._hand_is_busy = False
        self._pointing = Pointing(self)
        self._sheet = None if editor is None else Sheet(editor, self._say, self._choose)
        self.hand = None if self._sheet is None else Hand(self._sheet, select.TOOL)
        self._floating = Floating(self)
        self._floating.asked.connect(self._do)
        self._sharpen = QTimer(self, singleShot=True, interval=SHARPEN_MS)
        self._sharpen.timeout.connect(self.sharpen)

    # What is shown -------------------------------------------------------------------------

    def show_storey(self, derived: Derived, below: Derived | None = None) -> None:
        """Show a storey, with the one below it faintly; only what changed is painted."""
        first = self._derived is None
        self._derived = derived
        if first and self._fits:
            self.fit()
        self._picture.show_below(below)
        self.update(self._picture.show(derived))
        self._tell_reader()
        self.refresh()

    def show_background(self, background: Background | None, picture: QPixmap | None) -> None:
        """Show a picture under the storey, to trace."""
        if self._picture.show_background(background, picture):
            self.update()

    def use(self, tool: Tool) -> None:
        """Take another tool in hand."""
        if self._sheet is not None and self.hand is not None:
            self.hand.let_go()
            self._sheet.choose(())
            self.hand = Hand(self._sheet, tool)
            self._sentence = ""
            self.refresh()

    def let_go(self) -> None:
        """Drop what is in hand, as before undo."""
        self.let_hand(Hand.let_go)

    @property
    def chosen(self) -> tuple[int, ...]:
        """The numbers of the things that are chosen."""
        return () if self._sheet is None else tuple(self._sheet.chosen)

    def choose(self, ids: Iterable[int]) -> None:
        """Choose these things, as from a list beside the drawing."""
        if self._sheet is not None:
            self._sheet.choose(ids)
            self.refresh()

    def carry(self, item: Item | None) -> None:
        """Take a piece of furniture in hand, to be put down with a tap; None puts it back."""
        if self._sheet is not None:
            self._sheet.carry(item)
            if self.hand is not None and self.hand.tool is not furniture.TOOL:
                self.use(furniture.TOOL)
            self.refresh()

    # The view ------------------------------------------------------------------------------

    @property
    def middle(self) -> QPointF:
        return QRectF(self.rect()).center()

    @property
    def step_mm(self) -> int:
        """To what lengths are rounded at this zoom."""
        return step_mm(self.view.mm_a_pixel)

    def fit(self) -> None:
        """All of the storey on the screen."""
        self._fits = True
        if self._derived is None or not self._derived.bodies:
            box: Box = (0, 0, 10_000, 8_000)
        else:
            box = around(body.bounds for body in self._derived.bodies.values())
        margin = theme.scaled(FIT_MARGIN_PX)
        self._see(self.view.fitted(box, self.width(), self.height(), margin))
        self.sharpen()

    def go_to(self, place: Point) -> None:
        """Bring a place to the middle, as when a check is tapped."""
        at = self.view.to_screen(*place)
        if not self.rect().adjusted(60, 60, -60, -60).contains(at.toPoint()):
            by = self.middle - at
            self.pan_by(by.x(), by.y())

    def zoom_at(self, at: QPointF, factor: float) -> None:
        """Closer by a factor; what is at a place of the widget stays there."""
        self._fits = False
        self._see(self.view.zoomed(at, factor))
        self._sharpen.start()

    def pan_by(self, dx: float, dy: float) -> None:
        """Move the paper by so many pixels."""
        self._fits = False
        view = self.view.moved(round(dx), round(dy))
        if self.view == self._picture.view:
            self._picture.pan(view)
        else:
            self._sharpen.start()
        self._see(view)

    def sharpen(self) -> None:
        """Paint the drawing as the view shows it now."""
        self._sharpen.stop()
        if self._picture.view != self.view:
            self._picture.paint(self.view)
            self.update()

    def _see(self, view: View) -> None:
        self.view = view
        self.marks = self._all_marks()
        self._floating.place(self.view)
        self.update()
        self.zoomed.emit()

    # The pointer ---------------------------------------------------------------------------

    def press_at(self, at: QPointF, device: Device, keys: Qt.KeyboardModifier) -> None:
        self._sentence = ""
        self.cross = at
        self._floating.leave_field()
        pill = self._pill_at(at)
        if pill is not None:
            self._floating.ask_length(pill)
        elif self.hand is not None:
            self.is_pressed = True
            self.let_hand(lambda hand: hand.press(self._pointer(at, device, keys)))

    def move_to(self, at: QPointF, device: Device, keys: Qt.KeyboardModifier) -> None:
        self.cross = at
        self.let_hand(lambda hand: hand.move(self._pointer(at, device, keys)))

    def release_at(self, at: QPointF, device: Device, keys: Qt.KeyboardModifier) -> None:
        if self.is_pressed:
            self.is_pressed = False
            self.let_hand(lambda hand: hand.release(self._pointer(at, device, keys)))

    def drop(self) -> None:
        """What was begun is not meant."""
        self.is_pressed = False
        self.let_hand(Hand.escape)

    def move_cross(self, dx_mm: int, dy_mm: int, keys: Qt.KeyboardModifier) -> None:
        """Move the place of the pointer by keys; the paper goes along at the edges."""
        if not self.rect().contains(self.cross.toPoint()) or self.cross.isNull():
            self.cross = self.middle
        at = self.cross + QPointF(dx_mm, -dy_mm) * self.view.scale
        inside = QRectF(self.rect()).adjusted(40, 40, -40, -40)
        if not inside.contains(at):
            by = self.middle - at
            self.pan_by(by.x(), by.y())
            at += QPointF(round(by.x()), round(by.y()))
        self.move_to(at, Device.MOUSE, keys & Qt.KeyboardModifier.AltModifier)

    def _pointer(self, at: QPointF, device: Device, keys: Qt.KeyboardModifier) -> Pointer:
        x, y = self.view.to_plan(at)
        modifier = Qt.KeyboardModifier
        return Pointer(
            x,
            y,
            REACH_PX[device] * self.view.mm_a_pixel,
            self.step_mm,
            device,
            free=bool(keys & modifier.AltModifier),
            more=bool(keys & (modifier.ShiftModifier | modifier.ControlModifier)),
        )

    # The tool in hand ----------------------------------------------------------------------

    def let_hand(self, step: Callable[[Hand], object]) -> None:
        """Let the tool do something, and show what it shows after that. The plan that it changes
        on the way is shown at once, its marks once, at the end."""
        if self.hand is not None:
            self._hand_is_busy = True
            try:
                step(self.hand)
            finally:
                self._hand_is_busy = False
            self.refresh()

    def refresh(self) -> None:
        """Show what the tool shows now; only where marks were or are is painted again."""
        if self._hand_is_busy:
            return
        overlay = Overlay() if self.hand is None else self.hand.overlay()
        before = region(self.marks)
        self._overlay = overlay
        self.marks = self._all_marks()
        self.update(before + region(self.marks))
        self._floating.show(overlay, self.view)

    def _all_marks(self) -> list[Mark]:
        marks: list[Mark] = []
        if self._sheet is not None:
            marks += chosen_marks(self._sheet.shown, self._sheet.chosen.values(), self.view)
        marks += tool_marks(self._overlay, self.view)
        hint = self._sentence or self._overlay.hint
        if hint:
            marks.append(hint_mark(hint, self.size(), is_refusal=bool(self._sentence)))
        return marks

    def _do(self, step: Callable[[], State]) -> None:
        """A button was pressed, or a field filled in."""
        self.let_hand(lambda hand: hand.do(lambda _state: step()))

    def _pill_at(self, at: QPointF) -> Measure | None:
        """The length under the pointer that can be set."""
        for mark in self.marks:
            if mark.is_settable_at(at):
                return mark.measure
        return None

    def _say(self, sentence: str) -> None:
        self._sentence = sentence
        self.said.emit(sentence)
        self._announce(sentence)

    def _choose(self) -> None:
        self.chose.emit()
        self._tell_reader()
        if self._derived is not None and self._sheet is not None and self._sheet.chosen:
            self._announce(chosen_words(self._derived, self._sheet.chosen.values()))

    # Painting ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        picture = self._picture
        if picture.view == self.view:
            ratio = picture.drawing.devicePixelRatio()
            for rect in rects(event.region()):
                part = QRectF(rect)
                dots = QRectF(part.topLeft() * ratio, part.size() * ratio)
                painter.drawPixmap(part, picture.drawing, dots)
        else:
            painter.fillRect(self.rect(), QColor(inks().ground))
            painter.setTransform(self.view.over(picture.view))
            painter.drawPixmap(0, 0, picture.drawing)
            painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark in self.marks:
            if event.region().intersects(mark.rect.toAlignedRect()):
                mark.paint(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        width = theme.scaled(RULER_WIDTH)
        inside = self.rect().adjusted(width + 1, width + 1, 0, 0)
        if not inside.contains(event.region().boundingRect()):
            paint_rulers(painter, self.view, self.size())
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("brand"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._picture.resize(self.size(), self.devicePixelRatioF())
        if self._fits:
            self.fit()
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._picture.forget()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(920, 650)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 240)

    # Events --------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QTouchEvent):
            return self._pointing.touch(event)
        if isinstance(event, QNativeGestureEvent) and self._pointing.pinch(event):
            return True
        if kind == QEvent.Type.DevicePixelRatioChange:
            self._picture.resize(self.size(), self.devicePixelRatioF())
        if (
            kind == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Tab
            and keys.swap(self)
        ):
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pointing.mouse(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pointing.mouse(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointing.mouse(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointing.mouse(event)

    def tabletEvent(self, event: QTabletEvent) -> None:
        self._pointing.pen(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._pointing.wheel(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._pointing.space_is_down = True
        elif not keys.use(self, event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._pointing.space_is_down = False
        super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._pointing.space_is_down = False
        self.update()
        super().focusOutEvent(event)

    # For screen readers --------------------------------------------------------------------

    def _tell_reader(self) -> None:
        if self._derived is None:
            return
        chosen = [] if self._sheet is None else list(self._sheet.chosen.values())
        name, words = canvas_name(self._derived), chosen_words(self._derived, chosen)
        if name != self.accessibleName():
            self.setAccessibleName(name)
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)

    def _announce(self, sentence: str) -> None:
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))
