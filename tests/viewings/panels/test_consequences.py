"""The settings page with what a refusal means for priority, per region."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.refused import Refused
from desktop.store import Store
from desktop.viewings.actions.consequences import (
    ConsequenceFacts,
    add_consequence,
    change_consequence,
    remove_consequence,
)
from desktop.viewings.feature import feature
from desktop.viewings.panels.consequences import ConsequencesPanel
from desktop.viewings.queries.policies import ConsequenceRow, consequences
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form
from tests.support import steps
from tests.support.clock import Clock
from tests.support.steps import Letting, bring


@pytest.fixture
def letting(store: Store, clock: Clock) -> Letting:
    return steps.begin(store, clock)


def rows(letting: Letting) -> list[ConsequenceRow]:
    with letting.store.reading() as session:
        return consequences(session)


def change(letting: Letting, text: str) -> None:
    facts = ConsequenceFacts("Morgenveld", text, "", 2, "blad 3", letting.today)
    change_consequence(letting.store, letting.author, letting.consequence, facts)


def test_c3_the_text_of_a_region_can_be_changed_while_no_fixed_way_of_working_uses_it(
    letting: Letting,
) -> None:
    change(letting, "Een derde weigering beëindigt de urgentie.")
    [row] = rows(letting)
    assert (row.text_nl, row.text_en, row.refusals_allowed) == (
        "Een derde weigering beëindigt de urgentie.",
        "Een derde weigering beëindigt de urgentie.",
        2,
    )


def test_c3_once_candidates_have_read_it_a_newer_text_is_a_row_of_its_own(
    letting: Letting,
) -> None:
    bring(letting, steps.fix_policy)
    with pytest.raises(Refused) as refused:
        change(letting, "Iets anders.")
    assert refused.value.field == "region"
    with pytest.raises(Refused):
        remove_consequence(letting.store, letting.author, letting.consequence)
    newer = ConsequenceFacts("Morgenveld", "Nieuw.", "", 1, "blad 4", letting.today)
    add_consequence(letting.store, letting.author, newer)
    assert [row.used_by for row in rows(letting)] == [0, 1]


def test_a_text_that_nobody_uses_can_be_removed_and_put_back(letting: Letting) -> None:
    remove_consequence(letting.store, letting.author, letting.consequence)
    assert rows(letting) == []
    letting.store.undo(letting.author)
    assert len(rows(letting)) == 1


def test_the_settings_have_the_page_and_a_region_is_added_there(
    letting: Letting, desk: Desk, qtbot: QtBot
) -> None:
    [part] = feature().settings()
    panel = part.panel(desk)
    assert isinstance(panel, ConsequencesPanel)
    qtbot.addWidget(panel)
    panel.show()
    assert panel.table.model().rowCount() == 1
    panel.table.choose(letting.consequence)
    panel.change()
    QApplication.processEvents()
    dialog = panel.findChild(Dialog)
    assert dialog is not None
    form = dialog.findChild(Form)
    assert form is not None
    assert form.value("region") == "Morgenveld"
    form.set_value("region", "Regio Morgenveld")
    dialog.do()
    assert rows(letting)[0].region == "Regio Morgenveld"
