"""What a tool shows on top of the plan while it works, told without a painter.

What can be done with it - a length to set, a button, a question - gives the state after it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.floorplans.plan import Point
from desktop.floorplans.snapping import Line, Snap

if TYPE_CHECKING:
    from desktop.floorplans.tools.tool import State


@dataclass(frozen=True, slots=True)
class Ghost:
    """A wall that is being drawn, before it can be shown as one."""

    start: Point
    end: Point
    thickness_mm: int = 100


@dataclass(frozen=True, slots=True)
class Measure:
    """A length between two points, drawn off them in the direction `aside`. `set` changes it to
    another length in millimetres; the first that can be set takes what is typed."""

    start: Point
    end: Point
    words: str
    aside: tuple[float, float] = (0, 0)
    set: Callable[[int], State] | None = None


@dataclass(frozen=True, slots=True)
class Handle:
    """A place to drag by."""

    at: Point
    turns: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """A thing before it stands; in red where it cannot stand."""

    corners: tuple[tuple[float, float], ...]
    possible: bool = True


@dataclass(frozen=True, slots=True)
class Choice:
    """A button near the place it is about. With an icon, the words show on hover and are read
    out."""

    words: str
    do: Callable[[], State]
    icon: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A field to type in at a place."""

    at: Point
    words: str
    answer: Callable[[str], State]
    filled_in: str = ""


@dataclass(frozen=True, slots=True)
class Overlay:
    """All that is shown on top. `faint_strokes` are lines of before. `choices` stand by
    `choices_at`, a box in the plan; `hint` is one line that says what to do, `first_hint` one for
    who has not done it yet."""

    cross: Snap | None = None
    guides: tuple[Line, ...] = ()
    ghosts: tuple[Ghost, ...] = ()
    outlines: tuple[Outline, ...] = ()
    measures: tuple[Measure, ...] = ()
    handles: tuple[Handle, ...] = ()
    strokes: tuple[Sequence[tuple[float, float]], ...] = ()
    faint_strokes: tuple[Sequence[tuple[float, float]], ...] = ()
    choices: tuple[Choice, ...] = ()
    choices_at: tuple[Point, Point] | None = None
    question: Question | None = None
    typed: str = ""
    hint: str = ""
    first_hint: str = ""
