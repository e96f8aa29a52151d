"""Kiezen: choose a thing, drag it, turn it, change it with the buttons beside it."""

from __future__ import annotations

from desktop.floorplans.tools.select.idle import Idle
from desktop.floorplans.tools.tool import Tool
from desktop.language import N_

TOOL = Tool("select", N_("Select"), "select", "K", Idle)
