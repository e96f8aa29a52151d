"""Raam: tap a wall, drag along it; tap the window again to make it wider."""

from __future__ import annotations

from desktop.floorplans.plan import OpeningKind
from desktop.floorplans.tools.on_wall import Looking, Offer
from desktop.floorplans.tools.select.buttons import WIDTH_STEP_MM, wider
from desktop.floorplans.tools.sheet import Sheet
from desktop.floorplans.tools.tool import State, Tool
from desktop.language import N_, _

WIDTH_MM = 1_200


def _widen(sheet: Sheet, id: int) -> None:
    if sheet.plan.openings[id].kind is OpeningKind.WINDOW:
        sheet.commit(_("Wider"), wider(sheet.plan, id, WIDTH_STEP_MM))


OFFER = Offer(
    OpeningKind.WINDOW,
    WIDTH_MM,
    lambda: _("Window placed"),
    lambda: _("Tap a wall for a window. Tap the window to make it wider."),
    _widen,
)


def begin(sheet: Sheet) -> State:
    return Looking(sheet, OFFER)


TOOL = Tool("window", N_("Window"), "window", "W", begin)
