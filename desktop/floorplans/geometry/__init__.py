"""What follows from a floor plan: joints, wall bodies, rooms and their areas."""

from desktop.floorplans.geometry.derived import Derived, derive
from desktop.floorplans.geometry.labels import settled
from desktop.floorplans.geometry.rooms import Room

__all__ = ["Derived", "Room", "derive", "settled"]
