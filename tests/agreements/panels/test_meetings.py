"""Meetings on screen: papers in time, an agenda that tenants fill too, and what came of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from desktop.agreements.actions.agenda import add_item
from desktop.agreements.actions.meetings import papers_sent, plan_meeting
from desktop.agreements.actions.proceedings import add_action
from desktop.agreements.panels.chosen_cycle import ChosenCycle
from desktop.agreements.panels.meetings.panel import MeetingsPanel
from desktop.agreements.queries.meetings import MeetingView, meeting_view
from desktop.agreements.states import MeetingKind
from desktop.feature import Place
from desktop.store import Actor, Store
from desktop.store.audit import PROGRAM
from desktop.widgets.desk import Desk
from desktop.widgets.table import Table
from desktop.widgets.table_rows import TableModel
from tests.support.beleid import Table as World
from tests.support.dialogs import asked, fill, is_open, opened, press, refusal_at
from tests.support.estate import make_organisations
from tests.support.screens import cut_off, said_by


@pytest.fixture
def panel(desk: Desk, table: World, qtbot: QtBot) -> MeetingsPanel:
    cycle = ChosenCycle(desk)
    panel = MeetingsPanel(desk, cycle)
    cycle.setParent(panel)
    qtbot.addWidget(panel)
    panel.resize(1334, 620)
    panel.show()
    return panel


def plan(store: Store, who: Actor, table: World, days: int = 30) -> int:
    day = store.now().date() + timedelta(days=days)
    return plan_meeting(store, who, table.cycle, day, MeetingKind.TRIPARTITE, "Stadskantoor")


@pytest.fixture
def meeting(panel: MeetingsPanel, store: Store, who: Actor, table: World) -> int:
    """A meeting within a month, on view."""
    return plan(store, who, table)


def view(desk: Desk, meeting_id: int) -> MeetingView:
    with desk.reading() as session:
        return meeting_view(session, meeting_id, desk.today())


def cells(table: Table) -> list[list[str]]:
    model = table.model()
    assert isinstance(model, TableModel)
    return [[row.cell(n).text for n in range(len(row.cells))] for row in model.rows]


def test_without_meetings_the_first_step_is_offered(panel: MeetingsPanel) -> None:
    assert "Nog geen overleg" in said_by(panel)


def test_a_meeting_is_planned_and_shown(
    panel: MeetingsPanel, table: World, meeting: int, qtbot: QtBot
) -> None:
    day = date(2031, 3, 4)
    asked(
        panel,
        "Overleg plannen…",
        qtbot,
        {"kind": MeetingKind.EVENING, "held_on": day, "starts": "19:30", "place": "De Brug"},
    )
    assert panel.meeting.view is not None
    assert panel.meeting.view.line.held_on == day
    assert "4 maart 2031 · 19:30 · De Brug" in said_by(panel)


@pytest.mark.parametrize(
    ("values", "field"),
    [({"held_on": None}, "held_on"), ({"held_on": date(2031, 1, 1), "starts": "laat"}, "starts")],
)
def test_a_meeting_has_a_day_and_a_readable_time(
    panel: MeetingsPanel, meeting: int, qtbot: QtBot, values: dict[str, object], field: str
) -> None:
    dialog = asked(panel, "Overleg plannen…", qtbot, values)
    assert refusal_at(dialog, field)


def test_the_last_day_for_the_papers_is_told_and_then_that_they_went(
    panel: MeetingsPanel, meeting: int, desk: Desk, qtbot: QtBot
) -> None:
    assert "De stukken gaan uiterlijk" in said_by(panel)
    asked(panel, "Stukken verstuurd…", qtbot, {"on": desk.today()})
    assert "30 dagen ervoor" in said_by(panel)
    assert panel.meeting.send.isHidden()
    assert panel.list.rows[0].chip_text == "Stukken verstuurd"


def test_papers_that_go_out_too_late_are_told_so(
    panel: MeetingsPanel, store: Store, who: Actor, table: World, desk: Desk
) -> None:
    soon = plan(store, who, table, days=2)
    papers_sent(store, who, soon, desk.today())
    assert panel.list.rows[0].chip_text == "Stukken te laat"
    assert "Dat was na" in said_by(panel)


def test_a_topic_of_tenants_waits_and_is_not_refused_without_a_reason(
    panel: MeetingsPanel, table: World, meeting: int, desk: Desk, qtbot: QtBot
) -> None:
    press(panel, "Onderwerp…", qtbot)
    dialog = opened(panel)
    fill(dialog, {"title": "Onderhoud van de lift", "proposed_by_id": table.tenants})
    dialog.do()
    [topic] = view(desk, meeting).topics
    assert cells(panel.meeting.agenda.table) == [
        ["1", "Onderhoud van de lift", "Huurdersvereniging Samen Morgenveld", "Nog niet besloten"]
    ]
    panel.meeting.agenda.table.choose(topic.id)
    dialog = asked(panel, "Niet op de agenda…", qtbot, {"reason": ""})
    assert refusal_at(dialog, "reason")
    fill(dialog, {"reason": "Dit staat al op de agenda van mei."})
    dialog.do()
    assert "Dit staat al op de agenda van mei." in cells(panel.meeting.agenda.table)[0][1]


def test_a_topic_that_waits_is_accepted(
    panel: MeetingsPanel, store: Store, who: Actor, table: World, meeting: int, qtbot: QtBot
) -> None:
    topic = add_item(store, who, meeting, "Onderhoud", table.tenants)
    panel.meeting.agenda.table.choose(topic)
    press(panel, "Op de agenda", qtbot)
    assert cells(panel.meeting.agenda.table)[0][-1] == "Op de agenda"
    assert not panel.meeting.agenda.accept.isEnabled()


def test_who_is_there_is_noted_by_function(
    panel: MeetingsPanel, table: World, meeting: int, qtbot: QtBot
) -> None:
    panel.meeting.show_page("attendance")
    dialog = asked(panel, "Aanwezige…", qtbot, {"party_id": table.municipality, "function": ""})
    assert refusal_at(dialog, "function")
    fill(dialog, {"function": "wethouder wonen"})
    dialog.do()
    [row] = cells(panel.meeting.attendance.table)
    assert row[:3] == ["Gemeente Morgenveld", "wethouder wonen", "ja"]


def test_a_decision_leads_to_its_agreement(
    panel: MeetingsPanel, table: World, meeting: int, desk: Desk, qtbot: QtBot
) -> None:
    panel.meeting.show_page("decisions")
    asked(panel, "Besluit…", qtbot, {"text": "Het mag doorgaan.", "agreement_id": table.agreement})
    [decision] = view(desk, meeting).decisions
    assert cells(panel.meeting.decisions.table) == [["BES-01", "Het mag doorgaan."]]
    with qtbot.waitSignal(desk.place_asked) as asked_for:
        panel.meeting.decisions.table.activated_row.emit(decision.id)
    assert asked_for.args == [Place("agreements", "agreement", table.agreement)]


def test_an_action_point_is_done(
    panel: MeetingsPanel, store: Store, who: Actor, table: World, meeting: int, desk: Desk,
    qtbot: QtBot,
) -> None:  # fmt: skip
    action = add_action(store, who, meeting, "Stuurt de planning", table.corporation)
    panel.meeting.show_page("actions")
    panel.meeting.todo.table.choose(action)
    asked(panel, "Gedaan…", qtbot, {"on": desk.today()})
    assert cells(panel.meeting.todo.table)[0][-1].startswith("gedaan")


def test_a_row_is_changed_and_taken_away_by_its_buttons(
    panel: MeetingsPanel, table: World, meeting: int, qtbot: QtBot
) -> None:
    panel.meeting.show_page("attendance")
    asked(panel, "Aanwezige…", qtbot, {"party_id": table.municipality, "function": "wethouder"})
    asked(panel, "Veranderen…", qtbot, {"function": "gemeentesecretaris"})
    [row] = cells(panel.meeting.attendance.table)
    assert row[:2] == ["Gemeente Morgenveld", "gemeentesecretaris"]
    press(panel, "Weghalen", qtbot)
    assert "Nog niemand" in said_by(panel)
    panel.meeting.show_page("decisions")
    asked(panel, "Besluit…", qtbot, {"text": "Het mag."})
    asked(panel, "Veranderen…", qtbot, {"text": "Het mag niet.", "agreement_id": table.agreement})
    assert cells(panel.meeting.decisions.table) == [["BES-01", "Het mag niet."]]


def test_topics_change_places_by_the_menu_of_a_row(
    panel: MeetingsPanel, store: Store, who: Actor, meeting: int, qtbot: QtBot
) -> None:
    agenda = panel.meeting.agenda
    add_item(store, who, meeting, "Opening")
    agenda.table.choose(add_item(store, who, meeting, "Rondvraag"))
    entries = dict(agenda._menu(0))
    entries["Eerder op de agenda"]()
    assert [row[1] for row in cells(agenda.table)] == ["Rondvraag", "Opening"]
    asked(panel, "Veranderen…", qtbot, {"title": "Mededelingen"})
    assert [row[1] for row in cells(agenda.table)] == ["Mededelingen", "Opening"]


def test_what_an_earlier_meeting_left_open_stands_under_it_until_it_is_done(
    panel: MeetingsPanel, store: Store, who: Actor, table: World, meeting: int, desk: Desk,
    qtbot: QtBot,
) -> None:  # fmt: skip
    earlier = plan(store, who, table, days=-40)
    left = add_action(store, who, earlier, "Stuurt de planning", table.corporation)
    add_action(store, who, meeting, "Belt de aannemer", table.corporation)
    panel.list.choose(meeting)
    panel.meeting.show_page("actions")
    table_ = panel.meeting.todo.table
    assert [row[1] for row in cells(table_)] == ["Belt de aannemer", "Stuurt de planning"]
    table_.choose(left)
    asked(panel, "Gedaan…", qtbot, {"on": desk.today()})
    assert [row[1] for row in cells(table_)] == ["Belt de aannemer"]


def test_the_report_is_written_and_kept(
    panel: MeetingsPanel, meeting: int, desk: Desk, qtbot: QtBot
) -> None:
    panel.meeting.show_page("minutes")
    assert "Er is nog geen verslag." in said_by(panel)
    asked(panel, "Verslag schrijven…", qtbot, {"minutes": "Wij spraken over de lift."})
    assert "Wij spraken over de lift." in said_by(panel)
    assert not is_open(panel)


def test_the_next_meeting_is_on_view_first(
    panel: MeetingsPanel, store: Store, who: Actor, table: World, desk: Desk
) -> None:
    panel.hide()
    for days in (-40, 20, 80):
        plan(store, who, table, days)
    panel.show()
    assert panel.meeting.view is not None
    assert panel.meeting.view.line.held_on == desk.today() + timedelta(days=20)


def test_a_place_shows_its_meeting_and_page(
    panel: MeetingsPanel, store: Store, who: Actor, table: World, meeting: int
) -> None:
    plan(store, who, table, days=60)
    place = Place("agreements", "meeting", meeting, "actions")
    panel.show_place(place)
    assert panel.place_on_view() == place


def test_agenda_or_report_is_what_is_printed(
    panel: MeetingsPanel, store: Store, who: Actor, table: World, meeting: int, desk: Desk
) -> None:
    with store.act(PROGRAM, "test.corporation") as act:
        make_organisations(act.session)
    make = panel.print_what()
    assert make is not None
    with desk.reading() as session:
        assert make(session).key == "meeting-agenda"
    panel.list.choose(plan(store, who, table, days=-3))
    make = panel.print_what()
    assert make is not None
    with desk.reading() as session:
        assert make(session).key == "meeting-report"


def test_nothing_is_cut_off(panel: MeetingsPanel, meeting: int) -> None:
    for page in ("agenda", "attendance", "decisions", "actions", "minutes"):
        panel.meeting.show_page(page)
        assert cut_off(panel) == []
