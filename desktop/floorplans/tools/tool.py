"""A tool is a chain of states; the hand holds one and passes on what the user does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from desktop.floorplans.plan import Point
from desktop.floorplans.tools.overlay import Overlay
from desktop.floorplans.tools.pointer import Pointer, length_mm
from desktop.floorplans.tools.sheet import Sheet
from desktop.refused import Refused

TYPED = "0123456789,."


class State:
    """What a tool is doing. Each event returns the state after it: itself where nothing changes.

    What the user asked and cannot be is raised as `Refused`; the state then stays as it was.
    """

    # Whether the arrow keys move the cross for those who draw without a mouse.
    draws = True

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet

    @property
    def can_nudge(self) -> bool:
        """Whether the arrow keys move what is chosen, where they move no cross."""
        return not self.draws and bool(self.sheet.chosen)

    @property
    def begins_at(self) -> Point | None:
        """Where the next line begins of itself, so that those who draw by keys go on from there."""
        return None

    def press(self, pointer: Pointer) -> State:
        return self

    def move(self, pointer: Pointer) -> State:
        """Moved, pressed or not."""
        return self

    def release(self, pointer: Pointer) -> State:
        return self

    def enter(self) -> State:
        """The Enter key, where it does not stand for a tap."""
        return self

    def escape(self) -> State:
        """One step back; the first state of a tool stays."""
        return self

    def delete(self) -> State:
        return self

    def turn(self) -> State:
        """The key to turn what is in hand or chosen."""
        return self

    def nudge(self, dx: int, dy: int) -> State:
        """Move what is chosen with the arrow keys, in millimetres."""
        return self

    def next(self, step: int) -> State:
        """Choose the next (1) or the previous (-1) thing."""
        return self

    def swap(self) -> State:
        """Take the other of two lengths to type."""
        return self

    def overlay(self) -> Overlay:
        return Overlay()


@dataclass(frozen=True)
class Tool:
    """`word` is a source string, marked with N_; `icon` a file of resources/icons; `letter` the
    key that takes it, that of its Dutch name where that is free."""

    key: str
    word: str
    icon: str
    letter: str
    begin: Callable[[Sheet], State]


class Hand:
    """Holds one tool over one plan."""

    def __init__(self, sheet: Sheet, tool: Tool) -> None:
        self.tool = tool
        self._sheet = sheet
        self.state = tool.begin(sheet)
        self.typed = ""
        self._holds = False  # pressed on something that goes along with the pointer

    def press(self, pointer: Pointer) -> None:
        self.typed = ""
        self._sheet.fall_silent()
        self._holds = self.do(lambda state: state.press(pointer))

    def move(self, pointer: Pointer) -> None:
        """Moved, pressed or not. What could not be a moment ago can be here: nothing is wrong any
        more."""
        if self.do(lambda state: state.move(pointer)) and self._holds:
            self._sheet.fall_silent()

    def release(self, pointer: Pointer) -> None:
        """What is let go where it cannot be is dropped: it must not stick to the pointer."""
        self._holds = False
        if not self.do(lambda state: state.release(pointer)):
            self.do(lambda state: state.escape())

    def do(self, step: Callable[[State], State]) -> bool:
        """Let the state do something; whether it could. What cannot be is said once, in words."""
        plan = self._sheet.plan
        try:
            after = step(self.state)
        except Refused as refused:
            if refused.sentence != self._sheet.said:
                self._sheet.say(refused.sentence)
            return False
        if after is not self.state:
            self.typed = ""
        self.state = after
        if self._sheet.plan is not plan or self._sheet.chosen:
            self._sheet.learned.add(self.tool.key)
        return True

    def fall_silent(self) -> None:
        """Take away the sentence on view, whoever said it: there was time to read it."""
        self._sheet.say("")

    def type(self, text: str) -> bool:
        """Take a figure of a length, where there is a length to set."""
        if text not in TYPED or not text or self._settable() is None:
            return False
        self.typed += text
        return True

    def backspace(self) -> bool:
        if not self.typed:
            return False
        self.typed = self.typed[:-1]
        return True

    def enter(self) -> bool:
        """Whether Enter was for a length that was typed, which is then set."""
        if not self.typed:
            return False
        typed, self.typed = self.typed, ""
        settable = self._settable()
        if settable is not None:
            self.do(lambda _state: settable(length_mm(typed)))
        return True

    def escape(self) -> None:
        """What was typed goes first, then the change in hand."""
        self._sheet.fall_silent()
        if self.typed:
            self.typed = ""
        else:
            self.do(lambda state: state.escape())

    def swap(self) -> None:
        """Type the other of two lengths."""
        typed = self.typed
        self.do(lambda state: state.swap())
        self.typed = typed

    def let_go(self) -> None:
        """Begin again: the plan changed by another way, or another tool is taken."""
        self.typed = ""
        self._holds = False
        self._sheet.fall_silent()
        self.state = self.tool.begin(self._sheet)
        self._sheet.preview(None)

    def overlay(self) -> Overlay:
        """What the state shows, and the pencil lines that lie there whatever tool is in hand."""
        shown = self.state.overlay()
        first = "" if self.tool.key in self._sheet.learned else shown.first_hint
        return replace(
            shown,
            typed=self.typed,
            hint=shown.hint or first,
            faint_strokes=tuple(self._sheet.pencil),
        )

    def _settable(self) -> Callable[[int], State] | None:
        measures = self.state.overlay().measures
        return next((measure.set for measure in measures if measure.set is not None), None)
