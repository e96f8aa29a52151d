"""Deur: tap a wall, drag along it; tap the door again to let it open another way."""

from __future__ import annotations

from desktop.floorplans.edits import flip_door
from desktop.floorplans.plan import OpeningKind
from desktop.floorplans.tools.on_wall import Looking, Offer
from desktop.floorplans.tools.sheet import Sheet
from desktop.floorplans.tools.tool import State, Tool
from desktop.language import N_, _

WIDTH_MM = 930  # clear 850


def _swing(sheet: Sheet, id: int) -> None:
    if sheet.plan.openings[id].kind is OpeningKind.DOOR:
        sheet.commit(_("Open the other way"), flip_door(sheet.plan, id))


OFFER = Offer(
    OpeningKind.DOOR,
    WIDTH_MM,
    lambda: _("Door placed"),
    lambda: _("Tap a wall for a door. Tap the door to let it open another way."),
    _swing,
)


def begin(sheet: Sheet) -> State:
    return Looking(sheet, OFFER)


TOOL = Tool("door", N_("Door"), "door", "D", begin)
