"""A storey that is drawn on: the pointer and the keys go to the tool that is in hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from desktop.floorplans.canvas import keys
from desktop.floorplans.canvas.floating import Floating
from desktop.floorplans.canvas.marks import (
    Mark,
    chosen_marks,
    region,
    tool_marks,
)
from desktop.floorplans.canvas.pointing import Pointing
from desktop.floorplans.canvas.signs import hint_mark
from desktop.floorplans.canvas.viewer import Viewer
from desktop.floorplans.canvas.words import canvas_name, chosen_words
from desktop.floorplans.catalogue import Item
from desktop.floorplans.checks import Finding
from desktop.floorplans.geometry import Derived
from desktop.floorplans.plan import Point
from desktop.floorplans.snapping import Reason, Snap, step_mm
from desktop.floorplans.tools import TOOLS, furniture, select
from desktop.floorplans.tools.editor import Editor
from desktop.floorplans.tools.overlay import Measure, Overlay
from desktop.floorplans.tools.pointer import Device, Pointer
from desktop.floorplans.tools.sheet import Sheet
from desktop.floorplans.tools.tool import Hand, State, Tool
from desktop.floorplans.wording import sentence, title

# How near is on it, in pixels.
REACH_PX = {Device.MOUSE: 9, Device.PEN: 9, Device.KEYS: 9, Device.FINGER: 22}


class Canvas(Viewer):
    """`said` tells a sentence for the user, `chose` that something else is chosen, `found` the
    `Finding` whose mark was tapped, and `took` the key of a tool taken by its letter. Without an
    editor the drawing can only be looked at; `tools` are those that have a letter here."""

    said = Signal(str)
    chose = Signal()
    found = Signal(object)
    took = Signal(str)

    def __init__(
        self,
        editor: Editor | None = None,
        tools: Sequence[Tool] = TOOLS,
        parent: QWidget | None = None,
    ) -> None:
        self.pointing = Pointing(self)  # Qt sends events before the next line is done
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.letters = {tool.letter: tool for tool in tools}
        self.cross = QPointF()
        self._cross_shows = False  # moved by keys, where no hand shows the place
        self.is_pressed = False
        self._overlay = Overlay()
        self._sentence = ""
        self._hand_is_busy = False
        self._sheet = None if editor is None else Sheet(editor, self._say, self._choose)
        self.hand = None if self._sheet is None else Hand(self._sheet, select.TOOL)
        self._floating = Floating(self)
        self._floating.asked.connect(self._do)

    def show_storey(self, derived: Derived, below: Derived | None = None) -> None:
        super().show_storey(derived, below)
        self.refresh()

    # What is in hand and chosen ------------------------------------------------------------

    def use(self, tool: Tool) -> None:
        """Take another tool in hand."""
        if self._sheet is not None and self.hand is not None:
            self.hand.let_go()
            self._sheet.choose(())
            self.hand = Hand(self._sheet, tool)
            self._sentence = ""
            self.refresh()

    def take(self, tool: Tool) -> None:
        """Take a tool by its letter; `took` tells the column of tools."""
        self.use(tool)
        self.took.emit(tool.key)

    def offer_shafts(self) -> None:
        """A room can be made a shaft here, as staff do who prepare a building."""
        if self._sheet is not None:
            self._sheet.shafts = True

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

    # The pointer ---------------------------------------------------------------------------

    def press_at(self, at: QPointF, device: Device, keys: Qt.KeyboardModifier) -> None:
        self._sentence = ""
        self.cross = at
        self._floating.leave_field()
        pill, finding = self._pill_at(at), self._finding_at(at)
        if pill is not None:
            self._floating.ask_length(pill, at)
        elif finding is not None:
            self._say(f"{title(finding)}. {sentence(finding)}")
            self.found.emit(finding)
            self.refresh()
        elif self.hand is not None:
            self.is_pressed = True
            self.let_hand(lambda hand: hand.press(self._pointer(at, device, keys)))

    def move_to(self, at: QPointF, device: Device, keys: Qt.KeyboardModifier) -> None:
        self.cross, self._cross_shows = at, device is Device.KEYS
        self.let_hand(lambda hand: hand.move(self._pointer(at, device, keys)))

    def release_at(self, at: QPointF, device: Device, keys: Qt.KeyboardModifier) -> None:
        if self.is_pressed:
            self.is_pressed = False
            self.let_hand(lambda hand: hand.release(self._pointer(at, device, keys)))
            self.tell_reader()

    def drop(self) -> None:
        """What was begun is not meant."""
        self.is_pressed = False
        self.let_hand(Hand.escape)

    def carries(self) -> bool:
        """Whether a piece of furniture is in hand."""
        return self._sheet is not None and self._sheet.item is not None

    @property
    def step_mm(self) -> int:
        """To what lengths are rounded at this zoom."""
        return step_mm(self.view.mm_a_pixel)

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
        self.move_to(at, Device.KEYS, keys & Qt.KeyboardModifier.AltModifier)

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
        """Show what the tool shows now; only where marks came or went is painted again."""
        if self._hand_is_busy:
            return
        overlay = Overlay() if self.hand is None else self.hand.overlay()
        before, self._overlay = self.marks, overlay
        self.marks = self._all_marks()
        stay = set(map(id, before)) & set(map(id, self.marks))
        self.update(region(mark for mark in (*before, *self.marks) if id(mark) not in stay))
        self._floating.show(overlay, self.view)

    def _place_marks(self) -> None:
        super()._place_marks()
        self.marks = self._all_marks()
        self._floating.place(self.view)

    def _all_marks(self) -> list[Mark]:
        marks: list[Mark] = []
        if self._sheet is not None and self._derived is not None:
            marks += chosen_marks(self._derived, self._sheet.chosen.values(), self.view)
        marks += tool_marks(self._with_cross(), self.view)
        hint = self._sentence or self._overlay.hint
        if hint:
            marks.append(hint_mark(hint, self.size(), is_refusal=bool(self._sentence)))
        return marks

    def _with_cross(self) -> Overlay:
        """What the tool shows, with the cross of the keys where it shows none of its own."""
        overlay, hand = self._overlay, self.hand
        if not self._cross_shows or overlay.cross is not None or hand is None:
            return overlay
        if not hand.state.draws:
            return overlay
        x, y = self.view.to_plan(self.cross)
        return replace(overlay, cross=Snap(Point(round(x), round(y)), Reason.FREE))

    def _do(self, step: Callable[[], State]) -> None:
        """A button was pressed, or a field filled in."""
        self.let_hand(lambda hand: hand.do(lambda _state: step()))

    def _pill_at(self, at: QPointF) -> Measure | None:
        """The length under the pointer that can be set."""
        for mark in self.marks:
            if mark.is_settable_at(at):
                return mark.measure
        return None

    def _finding_at(self, at: QPointF) -> Finding | None:
        return next((mark.finding for mark in self.finding_marks if mark.is_finding_at(at)), None)

    def _say(self, sentence: str) -> None:
        self._sentence = sentence
        self.said.emit(sentence)
        self._announce(sentence)

    def _choose(self) -> None:
        self.chose.emit()
        self.tell_reader()
        if self._derived is not None and self._sheet is not None and self._sheet.chosen:
            self._announce(chosen_words(self._derived, self._sheet.chosen.values()))

    # Events --------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        return self.pointing.use(event) or keys.use(self, event) or super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refresh()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.pointing.space_is_down = False
        self.update()
        super().focusOutEvent(event)

    # For screen readers --------------------------------------------------------------------

    def tell_reader(self) -> None:
        """What is chosen, or else the rooms, and what the checks found; not while a hand moves."""
        if self._derived is None or self.is_pressed:
            return
        chosen = [] if self._sheet is None else list(self._sheet.chosen.values())
        words = (chosen_words(self._derived, chosen), self._found_words)
        self._name(canvas_name(self._derived), "; ".join(filter(None, words)))

    def _announce(self, sentence: str) -> None:
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))
