"""From where one looks at the home."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import cos, radians, sin

XY = tuple[float, float]
TILT_DEGREES = 52  # how far above the horizon the eye is


@dataclass(frozen=True)
class Angle:
    """`turn_degrees` is how far the home is turned, counter-clockwise; at 0 its lower side on
    paper is in front."""

    turn_degrees: float = 28.0

    @cached_property
    def _turn(self) -> XY:
        turn = radians(self.turn_degrees)
        return cos(turn), sin(turn)

    def on_picture(self, x: float, y: float, z: float = 0.0) -> XY:
        """Where a place is in the picture, to the right and up."""
        cosine, sine = self._turn
        far = x * sine + y * cosine
        up = far * sin(radians(TILT_DEGREES)) + z * cos(radians(TILT_DEGREES))
        return x * cosine - y * sine, up

    def far(self, x: float, y: float) -> float:
        """How far away a place on the floor is."""
        cosine, sine = self._turn
        return x * sine + y * cosine

    def across(self, x: float, y: float) -> float:
        """How far to the right a place is, or a direction points."""
        cosine, sine = self._turn
        return x * cosine - y * sine
