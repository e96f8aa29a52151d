"""Choosing which dwellings of its complexes a project is about."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.estate.model import BuildingKind, Complex, Dwelling
from desktop.language import _
from desktop.projects.actions.projects import change_project
from desktop.projects.panels.chosen_project import ChosenProject
from desktop.projects.panels.project_header import ProjectHeader
from desktop.store import Actor, Store
from desktop.widgets.desk import Desk
from desktop.widgets.form import Form
from tests.support.consent import begin_asking, make_homes
from tests.support.dialogs import fill, is_open, opened, press
from tests.support.screens import cut_off, dress, out_of_reach, said_by, unnamed


@pytest.fixture
def project() -> ChosenProject:
    return ChosenProject()


@pytest.fixture
def header(desk: Desk, project: ChosenProject, qtbot: QtBot, qapp: QApplication) -> ProjectHeader:
    dress(qapp)
    header = ProjectHeader(desk, project)
    qtbot.addWidget(header)
    header.show()
    return header


def choose(header: ProjectHeader) -> None:
    """Open the dialog from the menu of the project."""
    [more] = [b for b in header.findChildren(QPushButton) if b.text() == _("More")]
    more.menu().aboutToShow.emit()
    [entry] = [a for a in more.menu().actions() if a.text() == "Woningen kiezen…"]
    assert entry.isEnabled()
    entry.trigger()


def test_a_project_is_about_the_dwellings_that_are_ticked(
    header: ProjectHeader,
    project: ChosenProject,
    store: Store,
    who: Actor,
    renovation: int,
    qtbot: QtBot,
) -> None:
    project.choose(renovation)
    complex_id, homes = make_homes(store, who, ["1", "2", "10"])
    change_project(store, who, renovation, complex_ids=(complex_id,))
    assert "3 woningen" in said_by(header)
    choose(header)
    dialog = opened(header)
    assert cut_off(dialog) == unnamed(dialog) == out_of_reach(dialog) == []
    press(dialog, "Niets van Zonneveld", qtbot)
    form = dialog.findChild(Form)
    assert form is not None
    assert form.value("homes-0") == []
    fill(dialog, {"homes-0": [homes["1"], homes["10"]]})
    dialog.do()
    assert not is_open(header)
    assert "2 woningen" in said_by(header)
    # Another complex comes with all its dwellings; those that were chosen here stay.
    with store.act(who, "test.more") as act:
        more = Complex(code="NRD", name="Noord", building=BuildingKind.STAIRWELL)
        act.session.add(Dwelling(complex=more, code="N1", street="Noord", house_number="1"))
        act.session.flush()
        other_id = more.id
    change_project(store, who, renovation, complex_ids=(complex_id, other_id))
    assert "3 woningen" in said_by(header)


def test_who_was_asked_for_consent_stays_in_the_project(
    header: ProjectHeader, project: ChosenProject, store: Store, who: Actor
) -> None:
    asking = begin_asking(store, who, homes=3)
    project.choose(asking.project)
    choose(header)
    dialog = opened(header)
    fill(dialog, {"homes-0": [asking.dwellings["1"]]})
    dialog.do()
    assert "doet mee aan een akkoordronde en blijft dus in het project" in said_by(dialog)
