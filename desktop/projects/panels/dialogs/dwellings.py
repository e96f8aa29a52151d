"""Which dwellings of its complexes a project is about."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.language import _
from desktop.projects.actions.projects import change_project
from desktop.projects.queries.homes import ComplexHomes, homes_of_complexes
from desktop.projects.queries.projects import ProjectView
from desktop.widgets import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.checks import ChecksInput
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def choose_dwellings(desk: Desk, view: ProjectView, parent: QWidget) -> None:
    """Tick the dwellings, complex by complex."""
    with desk.reading() as session:
        places = homes_of_complexes(session, view.id)
    form = Form()
    for number, place in enumerate(places):
        ticks = ChecksInput(place.homes, place.chosen, columns=3)
        form.field(f"homes-{number}", place.name, ticks)
        form.add(_all_or_none(place, ticks))

    def work(seen: int | None = view.version) -> None:
        chosen = [id for homes in form.values().values() for id in homes]
        change_project(desk.store, desk.who, view.id, seen, view.complex_ids, chosen)

    Dialog(
        desk,
        _("Choose the dwellings"),
        form,
        _("Save"),
        work,
        parent,
        again=lambda: work(None),
        explanation=_("Which dwellings is this project about? Untick those that stay out of it."),
        width=720,
    ).open()


def _all_or_none(place: ComplexHomes, ticks: ChecksInput) -> QWidget:
    """Two buttons: a complex can have hundreds of dwellings."""
    every = [id for id, _address in place.homes]
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.SMALL)
    for words, values in (
        (_("All of {complex}"), every),
        (_("Nothing of {complex}"), []),
    ):
        row.addWidget(secondary(words.format(complex=place.name), partial(ticks.set_value, values)))
    row.addStretch(1)
    return line
