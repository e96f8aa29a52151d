"""A mouse, finger or pen on the plan, and the lengths that people type."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from math import hypot

from desktop.floorplans.plan import Point
from desktop.language import _
from desktop.refused import Refused

# A whole number below this is metres ("3"), from it on millimetres ("3200").
FEWEST_MM = 50
_LENGTH = re.compile(r"\d+([.,]\d+)?|[.,]\d+")


class Device(Enum):
    MOUSE = "mouse"
    PEN = "pen"
    FINGER = "finger"
    KEYS = "keys"  # the cross that the arrow keys move


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where it is in the plan, in millimetres. `reach_mm` is how near counts as on it: more for a
    finger, less when zoomed in; `step_mm` to what lengths are rounded; `free` lets go of snapping
    (Alt); `more` adds to what is chosen (Shift or Ctrl)."""

    x: float
    y: float
    reach_mm: float
    step_mm: int
    device: Device = Device.MOUSE
    free: bool = False
    more: bool = False

    @property
    def place(self) -> tuple[float, float]:
        return self.x, self.y

    @property
    def at(self) -> Point:
        return Point(round(self.x), round(self.y))

    def distance_mm(self, other: Pointer | Point) -> float:
        return hypot(self.x - other.x, self.y - other.y)

    def dragged_from(self, pressed: Pointer) -> bool:
        """Whether it moved too far since it was pressed to be a tap."""
        return self.distance_mm(pressed) > self.reach_mm / 2


def length_mm(typed: str) -> int:
    """A length as people type it: "3,2" is metres, "3200" millimetres. Refused: anything else."""
    text = typed.strip().removesuffix("m").strip()
    if not _LENGTH.fullmatch(text):
        raise Refused(_("Type a length in metres, such as 3.2, or in millimetres, such as 3200."))
    value = float(text.replace(",", "."))
    is_metres = "," in text or "." in text or value < FEWEST_MM
    return round(value * 1000) if is_metres else round(value)
