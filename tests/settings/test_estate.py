from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.estate.actions import add_complex
from desktop.estate.facts import ComplexFacts
from desktop.estate.queries import complexes, dwellings
from desktop.settings.dialog import Settings
from desktop.settings.estate import EstatePanel
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form
from tests.support.dialogs import opened
from tests.support.screens import button, said_by


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> EstatePanel:
    made = EstatePanel(desk)
    qtbot.addWidget(made)
    made.show()
    return made


def count(desk: Desk) -> int:
    with desk.reading() as session:
        return len(dwellings(session))


def test_without_complexes_the_panel_offers_the_first_step(panel: EstatePanel) -> None:
    assert "Nog geen complexen" in said_by(panel)


def test_a_complex_is_added_and_changed(panel: EstatePanel, desk: Desk, qtbot: QtBot) -> None:
    qtbot.mouseClick(button(panel, "Nieuw complex…"), Qt.MouseButton.LeftButton)
    dialog = panel.findChild(Dialog)
    form = dialog.findChild(Form)
    form.set_value("name", "Kadeflat")
    form.set_value("code", "KF")
    dialog.do()
    assert len(panel.table.ids) == 1


def test_a_code_in_use_is_refused_at_its_field(panel: EstatePanel, desk: Desk) -> None:
    add_complex(desk.store, desk.who, ComplexFacts("KF", "Kadeflat"))
    panel.add()
    dialog = panel.findChild(Dialog)
    form = dialog.findChild(Form)
    form.set_value("name", "Andere flat")
    form.set_value("code", "KF")
    dialog.do()
    assert "KF" in form.fields["code"].refusal
    dialog.close()


def test_enter_on_a_complex_opens_it_and_leaves_it_open(desk: Desk, qtbot: QtBot) -> None:
    add_complex(desk.store, desk.who, ComplexFacts("KF", "Kadeflat"))
    settings = Settings(desk)
    qtbot.addWidget(settings)
    settings.show()
    settings.list.setCurrentRow(1)
    panel = settings.panel
    assert isinstance(panel, EstatePanel)
    qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    assert opened(panel).isVisible()


def test_a_list_of_dwellings_is_first_shown_and_then_read_in(
    panel: EstatePanel, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "woningen.csv"
    path.write_text(
        "complex;complexnaam;code;straat;huisnummer\n"
        "KF;Kadeflat;KF-88;Kadeflat;88\nKF;Kadeflat;KF-90;Kadeflat;90\n",
        "utf-8",
    )
    panel.try_file(path)
    qtbot.waitUntil(lambda: panel.findChild(Dialog) is not None)
    assert count(desk) == 0
    panel.findChild(Dialog).do()
    qtbot.waitUntil(lambda: count(desk) == 2)
    qtbot.waitUntil(lambda: panel.table.isVisible())


def test_a_file_that_is_no_list_is_refused_in_words(
    panel: EstatePanel, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "leeg.csv").write_bytes(b"")
    with qtbot.waitSignal(desk.said) as said:
        panel.try_file(tmp_path / "leeg.csv")
    assert "leeg" in said.args[0]


def test_what_the_evaluation_compares_complexes_by_is_filled_in(
    panel: EstatePanel, desk: Desk
) -> None:
    complex_id = add_complex(desk.store, desk.who, ComplexFacts("HAVEN", "Havenflat"))
    panel.reload()
    panel.change(complex_id)
    dialog = panel.findChild(Dialog)
    form = dialog.findChild(Form)
    for key, value in (
        ("living_form", "SEN"),
        ("target_group", "SEN"),
        ("age_from", 55),
        ("shared_rooms", "koffiehoek"),
    ):
        form.set_value(key, value)
    form.set_value("age_to", 40)
    dialog.do()
    assert form.fields["age_to"].refusal != ""
    form.set_value("age_to", None)
    dialog.do()
    with desk.reading() as session:
        [line] = complexes(session)
    facts = line.facts
    assert (facts.living_form, facts.target_group, facts.shared_rooms) == (
        "SEN",
        "SEN",
        "koffiehoek",
    )
    assert (facts.age_from, facts.age_to) == (55, None)
