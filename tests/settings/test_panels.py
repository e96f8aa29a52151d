from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.documents import letter_texts
from desktop.estate import pins, queries
from desktop.estate.actions import add_organisation
from desktop.estate.facts import OrganisationFacts, StaffFacts
from desktop.estate.model import OrganisationKind, Role, StaffUser
from desktop.estate.staff import add_staff
from desktop.settings.appearance import AppearancePanel
from desktop.settings.backups import BackupPanel
from desktop.settings.corporation import CorporationPanel
from desktop.settings.dialog import Settings
from desktop.settings.letters import LettersPanel
from desktop.settings.staff import StaffPanel
from desktop.store import Actor, Store
from desktop.store.backup import backups
from desktop.widgets import theme
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form
from desktop.widgets.look import remembered_look
from desktop.widgets.remembered import remembered
from tests.support.screens import button, cut_off, out_of_reach, said_by

MORGENWONEN = OrganisationFacts(OrganisationKind.CORPORATION, "Woonstichting Morgenwonen")


@pytest.fixture
def manager(desk: Desk) -> Actor:
    """The user of the desk is a manager."""
    with desk.store.act(desk.who, "test.manager") as act:
        act.session.get_one(StaffUser, desk.who.id).role = Role.MANAGER
    return desk.who


def corporation(store: Store) -> queries.Corporation:
    with store.reading() as session:
        found = queries.corporation(session)
    assert found is not None
    return found


# Corporation -------------------------------------------------------------------------------


def test_the_corporation_is_filled_in_and_saved(desk: Desk, qtbot: QtBot) -> None:
    panel = CorporationPanel(desk)
    qtbot.addWidget(panel)
    panel.show()
    panel.form.set_value("name", "Woonstichting Morgenwonen")
    panel.form.set_value("postcode", "1234ab")
    qtbot.mouseClick(button(panel, "Opslaan"), Qt.MouseButton.LeftButton)
    assert corporation(desk.store).facts.postcode == "1234 AB"
    assert panel.form.value("postcode") == "1234 AB"


def test_a_postcode_that_cannot_be_is_refused_at_its_field(desk: Desk, qtbot: QtBot) -> None:
    panel = CorporationPanel(desk)
    qtbot.addWidget(panel)
    panel.show()
    panel.form.set_value("name", "Morgenwonen")
    panel.form.set_value("postcode", "12")
    panel.save()
    assert "postcode" in panel.form.fields["postcode"].refusal
    assert panel.form.value("name") == "Morgenwonen"


def test_a_logo_is_shown_and_can_be_taken_away(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    add_organisation(desk.store, desk.who, MORGENWONEN)
    picture = BytesIO()
    Image.new("RGB", (200, 80), "green").save(picture, "PNG")
    (tmp_path / "logo.png").write_bytes(picture.getvalue())
    panel = CorporationPanel(desk)
    qtbot.addWidget(panel)
    panel.show()
    panel.use_logo(tmp_path / "logo.png")
    assert corporation(desk.store).logo == picture.getvalue()
    qtbot.mouseClick(button(panel, "Logo weghalen"), Qt.MouseButton.LeftButton)
    assert corporation(desk.store).logo is None


def test_a_file_that_is_no_picture_is_refused(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    add_organisation(desk.store, desk.who, MORGENWONEN)
    (tmp_path / "logo.png").write_text("geen plaatje")
    panel = CorporationPanel(desk)
    qtbot.addWidget(panel)
    with qtbot.waitSignal(desk.said) as said:
        panel.use_logo(tmp_path / "logo.png")
    assert "PNG" in said.args[0]


# Letters -----------------------------------------------------------------------------------


@pytest.fixture
def letters(desk: Desk, qtbot: QtBot) -> LettersPanel:
    add_organisation(desk.store, desk.who, MORGENWONEN)
    panel = LettersPanel(desk)
    qtbot.addWidget(panel)
    panel.show()
    panel.choice.set_value("letter", "invitation")
    return panel


def counts(desk: Desk) -> letter_texts.LetterText:
    with desk.reading() as session:
        return letter_texts.load(session, "invitation", "nl")


def test_a_letter_is_changed_and_put_back(letters: LettersPanel, desk: Desk, qtbot: QtBot) -> None:
    letters.text.setPlainText("# Komt u kijken?\n\nBeste {{ name }}, tot dan.")
    qtbot.mouseClick(button(letters, "Opslaan"), Qt.MouseButton.LeftButton)
    assert counts(desk).changed
    assert "Komt u kijken?" in counts(desk).source
    qtbot.mouseClick(button(letters, "Geleverde tekst terugzetten"), Qt.MouseButton.LeftButton)
    assert not counts(desk).changed
    assert letters.text.toPlainText() == letter_texts.supplied("invitation", "nl")


def test_a_text_that_cannot_become_a_letter_is_refused_with_its_line(
    letters: LettersPanel, desk: Desk
) -> None:
    letters.text.setPlainText("Beste {{ name }},\n\n{{ inkomen }}")
    letters.save()
    assert "3" in letters.refusal.text()
    assert "inkomen" in letters.refusal.text()
    assert not counts(desk).changed


def test_the_letter_is_looked_at_before_it_is_saved(
    letters: LettersPanel, desk: Desk, qtbot: QtBot
) -> None:
    letters.text.setPlainText("# Komt u kijken?\n\nBeste {{ name }}, tot dan.")
    with qtbot.waitSignal(desk.paper_ready) as ready:
        qtbot.mouseClick(button(letters, "Bekijken"), Qt.MouseButton.LeftButton)
    assert ready.args[0].pdf.startswith(b"%PDF")
    assert not counts(desk).changed


def test_saving_the_supplied_text_is_no_change(letters: LettersPanel, desk: Desk) -> None:
    letters.save()
    assert not counts(desk).changed


# Colleagues --------------------------------------------------------------------------------


def test_a_manager_adds_a_colleague(desk: Desk, manager: Actor, qtbot: QtBot) -> None:
    panel = StaffPanel(desk)
    qtbot.addWidget(panel)
    panel.add()
    dialog = panel.findChild(Dialog)
    form = dialog.findChild(Form)
    form.set_value("name", "Sanne Postma")
    form.set_value("login", "sanne")
    dialog.do()
    assert len(panel.table.ids) == 2


def test_a_colleague_is_changed_from_the_list(desk: Desk, manager: Actor, qtbot: QtBot) -> None:
    made = add_staff(desk.store, manager, StaffFacts("sanne", "Sanne Postma"))
    panel = StaffPanel(desk)
    qtbot.addWidget(panel)
    panel.show()
    panel.table.choose(made)
    qtbot.mouseClick(button(panel, "Veranderen…"), Qt.MouseButton.LeftButton)
    assert panel.findChild(Dialog).windowTitle() == "Sanne Postma"
    panel.findChild(Dialog).close()


def test_ones_own_pin_is_chosen(desk: Desk, qtbot: QtBot) -> None:
    panel = StaffPanel(desk)
    qtbot.addWidget(panel)
    panel.show()
    panel.choose_pin()
    dialog = panel.findChild(Dialog)
    qtbot.waitUntil(lambda: isinstance(dialog.focusWidget(), QLineEdit))
    qtbot.keyClicks(dialog.focusWidget(), "4913")
    dialog.do()
    assert desk.who.id is not None
    assert pins.prove(desk.store, desk.who.id, "4913").id == desk.who.id


# Look, backup ------------------------------------------------------------------------------


def test_a_look_that_is_chosen_is_kept_and_asks_for_a_new_window(desk: Desk, qtbot: QtBot) -> None:
    panel = AppearancePanel(desk)
    qtbot.addWidget(panel)
    with qtbot.waitSignal(desk.open_anew_asked):
        panel.form.set_value("large_print", True)
    panel.form.set_value("scheme", theme.Scheme.DARK)
    panel.form.set_value("language", "en")
    assert remembered_look() == theme.Look(theme.Scheme.DARK, large_print=True)
    assert remembered().value("language") == "en"


def test_a_backup_is_made_in_the_chosen_place(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    remembered().setValue("backups", str(tmp_path / "elders"))
    panel = BackupPanel(desk)
    qtbot.addWidget(panel)
    panel.show()
    assert "nog geen back-up" in said_by(panel)
    with qtbot.waitSignal(desk.said):
        qtbot.mouseClick(button(panel, "Nu een back-up maken"), Qt.MouseButton.LeftButton)
    path = desk.store.path
    assert path is not None
    assert [b.whole for b in backups(path, tmp_path / "elders")] == [True]
    assert "nieuwste goede" in said_by(panel)


def test_no_words_are_cut_off_in_any_panel_and_tab_comes_to_all_of_it(
    desk: Desk, qtbot: QtBot
) -> None:
    dialog = Settings(desk)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    for place in range(dialog.list.count()):
        dialog.list.setCurrentRow(place)
        QApplication.processEvents()
        assert cut_off(dialog.panel) == out_of_reach(dialog) == []
