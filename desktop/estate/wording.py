"""What the audit trail calls the actions that all features share."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.language import N_

ACTIONS: Mapping[str, str] = {
    "estate.complex.add": N_("Complex added"),
    "estate.complex.change": N_("Complex changed"),
    "estate.demo": N_("Put in with the demo"),
    "estate.dwelling.add": N_("Dwelling added"),
    "estate.dwelling.change": N_("Dwelling changed"),
    "estate.dwellings.import": N_("Dwellings imported"),
    "estate.household.add": N_("Household added"),
    "estate.household.change": N_("Household changed"),
    "estate.logo": N_("Logo changed"),
    "estate.organisation.add": N_("Organisation added"),
    "estate.organisation.change": N_("Organisation changed"),
    "estate.pin.right": N_("PIN entered"),
    "estate.pin.set": N_("PIN chosen"),
    "estate.pin.wrong": N_("Wrong PIN entered"),
    "estate.rule.confirm": N_("Rule compared with the text in force"),
    "estate.staff.add": N_("Colleague added"),
    "estate.staff.change": N_("Colleague changed"),
    "estate.staff.meet": N_("Colleague started here for the first time"),
    "settings.letter.change": N_("Text of a letter changed"),
    "settings.letter.reset": N_("Text of a letter put back"),
}
