"""Which furniture is what, as the catalogue says."""

from __future__ import annotations

from desktop.floorplans.catalogue import Use, item
from desktop.floorplans.checks.survey import RoomView
from desktop.floorplans.plan import Furniture


def is_for(piece: Furniture, use: Use) -> bool:
    """Whether a piece of furniture serves for something; of one that is not in the catalogue
    nobody knows."""
    known = item(piece.item)
    return known is not None and use in known.uses


def stands_in(view: RoomView, use: Use) -> bool:
    """Whether something that serves for this stands in the room."""
    return any(is_for(piece, use) for _id, piece in view.furniture)


def is_solid(piece: Furniture) -> bool:
    """Whether a door can hit it."""
    return not is_for(piece, Use.FLAT)


def is_passed(piece: Furniture) -> bool:
    """Whether one walks past it or over it all the same."""
    return is_for(piece, Use.FLAT) or is_for(piece, Use.LIGHT)
