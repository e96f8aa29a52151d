"""The history of a vacancy: an entry shows what stood there and what came in its place."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.language import _
from desktop.language.format import day_year
from desktop.store import Store
from desktop.viewings.actions.invitations import note_need, record_answer
from desktop.viewings.panels.history import HistoryPart
from desktop.viewings.states import Answer
from desktop.widgets.desk import Desk
from desktop.widgets.table import Table
from tests.support import steps
from tests.support.clock import Clock
from tests.support.steps import Letting, bring


@pytest.fixture
def letting(store: Store, clock: Clock) -> Letting:
    return steps.begin(store, clock)


def open_history(letting: Letting, qtbot: QtBot) -> HistoryPart:
    desk = Desk(letting.store, letting.author)
    part = HistoryPart(desk)
    desk.setParent(part)
    qtbot.addWidget(part)
    part.show_view(letting.view())
    part.show()
    return part


def lines(table: Table) -> list[tuple[str, ...]]:
    model = table.model()
    return [
        tuple(model.index(row, column).data() for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def test_the_newest_entry_tells_what_it_changed_in_words(letting: Letting, qtbot: QtBot) -> None:
    bring(letting, steps.invite)
    first = letting.invitations[letting.view().candidates[0].rank]
    record_answer(letting.store, letting.author, first, Answer.COMING)
    part = open_history(letting, qtbot)
    part.table.choose(part.table.ids[0])
    told = lines(part.changes)
    about = _("candidate {rank}").format(rank=letting.view().candidates[0].rank)
    assert (about, _("how it stands"), _("Invited"), _("Is coming")) in told
    assert (about, _("answered on"), "–", day_year(letting.today)) in told


def test_no_name_of_a_column_is_shown(letting: Letting, qtbot: QtBot) -> None:
    bring(letting, steps.complete)
    part = open_history(letting, qtbot)
    for seq in part.table.ids:
        part.table.choose(seq)
        assert [line for line in lines(part.changes) if "_" in line[0] + line[1]] == []


def test_what_was_wiped_is_said_to_be_wiped(letting: Letting, qtbot: QtBot) -> None:
    bring(letting, steps.take_list)
    candidate = letting.candidates[1]
    note_need(letting.store, letting.author, candidate, "een rustige ingang", "nl", 1)
    bring(letting, steps.wipe, after=steps.take_list)
    part = open_history(letting, qtbot)
    told = [line for seq in part.table.ids for line in _told(part, seq)]
    assert _("wiped") in {line[2] for line in told}
    assert "een rustige ingang" not in {line[3] for line in told}


def _told(part: HistoryPart, seq: int) -> list[tuple[str, ...]]:
    part.table.choose(seq)
    return lines(part.changes)
