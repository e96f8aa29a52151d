"""Who lives in a dwelling, from when until when."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.estate.actions import add_household, change_household
from desktop.estate.facts import HouseholdFacts
from desktop.estate.queries import DwellingLine, TenancyLine
from desktop.language import _
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def ask_new_tenancy(desk: Desk, dwelling: DwellingLine, parent: QWidget) -> None:
    """Ask who comes to live in a dwelling."""
    form = _form(HouseholdFacts(name=""))
    store, who = desk.store, desk.who
    Dialog(
        desk,
        _("New resident"),
        form,
        _("Add"),
        lambda: add_household(store, who, dwelling.id, HouseholdFacts(**form.values())),
        parent,
        explanation=dwelling.address,
    ).open()


def ask_change_of_tenancy(
    desk: Desk, dwelling: DwellingLine, line: TenancyLine, parent: QWidget
) -> None:
    """Ask for another name or other days, such as the last day of a tenancy."""
    form = _form(line.facts)
    store, who = desk.store, desk.who

    def facts() -> HouseholdFacts:
        return HouseholdFacts(**form.values())

    Dialog(
        desk,
        line.facts.name,
        form,
        _("Save"),
        lambda: change_household(store, who, line.id, facts(), line.version),
        parent,
        again=lambda: change_household(store, who, line.id, facts()),
        explanation=dwelling.address,
    ).open()


def _form(facts: HouseholdFacts) -> Form:
    form = Form()
    form.text("name", _("Name"), facts.name)
    form.row()
    form.date("since", _("First day"), facts.since)
    form.date("until", _("Last day"), facts.until, hint=_("Empty while they live there."))
    form.end_row()
    return form
