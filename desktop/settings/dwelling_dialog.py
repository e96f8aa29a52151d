"""A new dwelling, or what is known of one that is there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.estate.actions import add_dwelling, change_dwelling
from desktop.estate.facts import DwellingFacts
from desktop.estate.field_words import WORDING
from desktop.estate.kinds import DWELLING_KINDS
from desktop.estate.queries import DwellingLine
from desktop.estate.typed import area_words, dwelling_typed, floor_words, rent_words
from desktop.language import _
from desktop.settings.vera_options import vera_options
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def ask_new_dwelling(
    desk: Desk,
    complex_id: int,
    beginning: DwellingFacts,
    added: Callable[[int], object],
    parent: QWidget,
) -> None:
    """Ask for a dwelling. `beginning` is what it shares with its neighbours; `added` hears its
    id."""
    form = _form(beginning)
    store, who = desk.store, desk.who
    dialog = Dialog(
        desk,
        _("New dwelling"),
        form,
        _("Add"),
        lambda: added(add_dwelling(store, who, complex_id, dwelling_typed(form.values()))),
        parent,
    )
    if beginning.street:
        form.fields["house_number"].setFocus()
    dialog.open()


def ask_change_of_dwelling(desk: Desk, line: DwellingLine, parent: QWidget) -> None:
    """Ask what is different at a dwelling."""
    form = _form(line.facts)
    store, who = desk.store, desk.who
    Dialog(
        desk,
        line.address,
        form,
        _("Save"),
        lambda: change_dwelling(store, who, line.id, dwelling_typed(form.values()), line.version),
        parent,
        again=lambda: change_dwelling(store, who, line.id, dwelling_typed(form.values())),
    ).open()


def _form(facts: DwellingFacts) -> Form:
    form = Form()
    form.row()
    form.text("street", _label("street"), facts.street)
    form.text("house_number", _label("house_number"), facts.house_number)
    form.end_row()
    form.row()
    form.text("postcode", _label("postcode"), facts.postcode)
    form.text("city", _label("city"), facts.city)
    form.end_row()
    form.row()
    form.text("code", _label("code"), facts.code)
    form.choice("kind", _label("kind"), vera_options(DWELLING_KINDS, facts.kind), facts.kind)
    form.end_row()
    form.row()
    form.text("floor", _label("floor"), floor_words(facts.floor))
    form.text("stairwell", _label("stairwell"), facts.stairwell)
    form.text("rooms", _label("rooms"), "" if facts.rooms is None else str(facts.rooms))
    form.end_row()
    form.row()
    form.text("area_m2", _label("area_m2"), area_words(facts.area_m2))
    form.text("rent_cents", _("Rent in euros"), rent_words(facts.rent_cents))
    form.text("energy_label", _label("energy_label"), facts.energy_label)
    form.end_row()
    form.check("step_free", _label("step_free"), facts.step_free)
    form.check(
        "reserved_for_priority", _label("reserved_for_priority"), facts.reserved_for_priority
    )
    return form


def _label(field: str) -> str:
    words = WORDING.field("dwelling", field)
    return words[:1].upper() + words[1:]
