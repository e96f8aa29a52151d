"""The monitor on screen: counters, what changed, what must be explained, and kept reports."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from desktop.agreements.actions.measuring import measure
from desktop.agreements.actions.snapshots import freeze
from desktop.agreements.model import Agreement
from desktop.agreements.panels.chosen_cycle import ChosenCycle
from desktop.agreements.panels.monitor.counters import Counters
from desktop.agreements.panels.monitor.panel import PAGES, MonitorPanel
from desktop.agreements.queries.kept_reports import kept_reports
from desktop.agreements.states import AgreementState
from desktop.documents.paper import Paper
from desktop.feature import Place
from desktop.language.format import AMSTERDAM
from desktop.store import Actor, Store
from desktop.store.audit import PROGRAM
from desktop.widgets.desk import Desk
from desktop.widgets.table import Table
from desktop.widgets.table_rows import TableModel
from desktop.widgets.words import Words
from tests.support.beleid import Table as World
from tests.support.clock import Clock
from tests.support.dialogs import asked, fill, press, refusal_at
from tests.support.estate import make_organisations
from tests.support.measured import Year, morgenveld
from tests.support.screens import button, cut_off, said_by

JULY_15 = date(2026, 7, 15)


@pytest.fixture
def year(store: Store, clock: Clock) -> Year:
    """Morgenveld on 15 July 2026: 9 on track, 3 take care, 3 off track, 2 unknown, 1 reached."""
    clock.move_to(datetime(2026, 7, 15, 9, tzinfo=AMSTERDAM))
    return morgenveld(store)


def panel_of(desk: Desk, qtbot: QtBot) -> MonitorPanel:
    cycle = ChosenCycle(desk)
    panel = MonitorPanel(desk, cycle)
    cycle.setParent(panel)
    qtbot.addWidget(panel)
    panel.resize(1334, 600)
    panel.show()
    return panel


@pytest.fixture
def panel(desk: Desk, year: Year, qtbot: QtBot) -> MonitorPanel:
    return panel_of(desk, qtbot)


def cells(table: Table) -> list[list[str]]:
    model = table.model()
    assert isinstance(model, TableModel)
    return [[row.cell(n).text for n in range(len(row.cells))] for row in model.rows]


def test_a_year_without_agreements_says_what_comes_here(
    desk: Desk, store: Store, who: Actor, table: World, qtbot: QtBot
) -> None:
    with store.act(who, "test.empty") as act:
        act.session.get_one(Agreement, table.agreement).state = AgreementState.LAPSED
    assert "Nog geen afspraken" in said_by(panel_of(desk, qtbot))


def test_the_counters_say_number_and_word(panel: MonitorPanel) -> None:
    counters = panel.findChild(Counters)
    assert counters is not None
    told = [w.accessibleName() for w in counters.findChildren(Words)]
    assert told == [
        "Op koers: 9",
        "Let op: 3",
        "Niet op koers: 3",
        "Niet te meten: 2",
        "Gehaald: 1",
    ]


def test_what_does_not_go_as_agreed_is_to_be_explained_red_first(panel: MonitorPanel) -> None:
    rows = cells(panel.amiss.table)
    assert [row[0] for row in rows] == ["BES-02", "VER-01", "ZOR-02", "BES-03", "VER-02", "LEE-03"]
    assert {row[-1] for row in rows} == {"Nog niet uitgelegd"}
    assert button(panel, "Vraagt aandacht 6").isVisible()


def test_an_explanation_is_given_in_its_dialog(
    panel: MonitorPanel, year: Year, qtbot: QtBot
) -> None:
    panel.amiss.table.choose(year.agreements["BES-02"])
    dialog = asked(panel, "Uitleggen…", qtbot, {"cause": "Weinig nieuwe woningen.", "measure": ""})
    assert refusal_at(dialog, "measure")
    fill(dialog, {"measure": "Meer bouwen.", "who": "manager wonen"})
    dialog.do()
    row = next(row for row in cells(panel.amiss.table) if row[0] == "BES-02")
    assert row[-1] == "Weinig nieuwe woningen. Meer bouwen. (manager wonen)"


def test_what_is_not_known_says_why(panel: MonitorPanel) -> None:
    rows = {row[0]: row[2] for row in cells(panel.unknown.table)}
    assert set(rows) == {"LEE-01", "PAR-03"}
    assert "er is nog niet gemeten" in rows["LEE-01"]


def test_a_report_is_kept_and_what_changes_after_it_is_told(
    panel: MonitorPanel, year: Year, store: Store, who: Actor, clock: Clock, desk: Desk,
    qtbot: QtBot,
) -> None:  # fmt: skip
    asked(panel, "Rapport bewaren…", qtbot, {"reference_date": JULY_15})
    assert panel.pages.current == "reports"
    assert [row[0] for row in cells(panel.reports.table)] == ["15 juli 2026"]
    clock.move_to(datetime(2026, 7, 20, 9, tzinfo=AMSTERDAM))
    measure(store, who, year.indicators["ZOR-02"], date(2026, 7, 18), Decimal(12), "eigen telling")
    panel.show_page("changed")
    assert [row[0] for row in cells(panel.changed.table)] == ["ZOR-02"]
    assert "Sinds het rapport van 15 juli 2026" in said_by(panel)
    with qtbot.waitSignal(desk.place_asked) as opened:
        panel.changed.table.activated_row.emit(year.agreements["ZOR-02"])
    assert opened.args == [Place("agreements", "agreement", year.agreements["ZOR-02"], "measuring")]


def test_a_report_of_a_day_to_come_is_refused(panel: MonitorPanel, qtbot: QtBot) -> None:
    dialog = asked(panel, "Rapport bewaren…", qtbot, {"reference_date": date(2026, 8, 1)})
    assert refusal_at(dialog, "reference_date")


def test_a_kept_report_prints_again_as_it_was(
    panel: MonitorPanel, year: Year, store: Store, who: Actor, desk: Desk, qtbot: QtBot
) -> None:
    with store.act(PROGRAM, "test.corporation") as act:
        make_organisations(act.session)
    kept = freeze(store, who, year.cycle, JULY_15)
    panel.show_page("reports")
    panel.reports.table.choose(kept)
    with qtbot.waitSignal(desk.paper_ready, timeout=20_000) as ready:
        press(panel, "Opnieuw afdrukken", qtbot)
    assert ready.args is not None
    [paper] = ready.args
    assert isinstance(paper, Paper)
    assert paper.key == "agreements-monitor"


def test_kept_reports_say_how_many_had_which_light(year: Year, store: Store, who: Actor) -> None:
    freeze(store, who, year.cycle, JULY_15)
    with store.reading() as session:
        [report] = kept_reports(session, year.cycle)
    assert (report.on, report.counts.on, report.counts.off) == (JULY_15, 9, 3)
    assert report.made_by == who.name


def test_nothing_is_cut_off(panel: MonitorPanel, year: Year, store: Store, who: Actor) -> None:
    freeze(store, who, year.cycle, JULY_15)
    for page in PAGES:
        panel.show_page(page)
        assert cut_off(panel) == []
