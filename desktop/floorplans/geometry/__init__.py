"""What follows from a floor plan: joints, wall bodies, rooms and their areas."""

from desktop.floorplans.geometry.derived import (
    NOTHING,
    Derived,
    derive,
    derive_home,
    settle,
    usable_area_mm2,
)
from desktop.floorplans.geometry.rooms import Room

__all__ = ["NOTHING", "Derived", "Room", "derive", "derive_home", "settle", "usable_area_mm2"]
