"""Measuring on screen: a value is entered once, asked when it has two readings or looks like a
typing error, corrected beside the old one; the light that a party changes, and why."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.agreements.actions.indicators import add_indicator
from desktop.agreements.actions.measuring import measure
from desktop.agreements.actions.snapshots import freeze
from desktop.agreements.panels.agreement_rows import Filter
from desktop.agreements.panels.agreements import AgreementsPanel
from desktop.agreements.panels.chosen_cycle import ChosenCycle
from desktop.agreements.panels.dialogs.light import change_light
from desktop.agreements.queries.detail import AgreementView, agreement_view
from desktop.agreements.queries.measuring import story_of
from desktop.agreements.rules.changes import ChangeKind
from desktop.agreements.rules.indicators import IndicatorWish
from desktop.agreements.states import Direction, Light
from desktop.language.format import AMSTERDAM
from desktop.widgets.chart import Chart
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from tests.support.beleid import Table
from tests.support.clock import Clock
from tests.support.dialogs import asked, fill, is_open, opened, press, refusal_at
from tests.support.screens import button, cut_off, said_by

NEW_HOMES = IndicatorWish(
    name="opgeleverde woningen",
    unit="aantal",
    direction=Direction.UP,
    cumulative=True,
    baseline=Decimal(0),
    baseline_on=date(2025, 12, 31),
    goal=Decimal(60),
    goal_on=date(2026, 12, 31),
    source="kwartaalrapport",
)
MEASURED_ON = date(2026, 7, 1)


@pytest.fixture
def indicator(table: Table, clock: Clock) -> int:
    """Sixty new homes in 2026, on 15 July."""

    clock.move_to(datetime(2026, 7, 15, 10, tzinfo=AMSTERDAM))
    return add_indicator(table.store, table.who, table.agreement, NEW_HOMES)


@pytest.fixture
def panel(desk: Desk, table: Table, indicator: int, qtbot: QtBot) -> AgreementsPanel:
    cycle = ChosenCycle(desk)
    panel = AgreementsPanel(desk, cycle)
    cycle.setParent(panel)
    qtbot.addWidget(panel)
    panel.resize(1334, 590)
    panel.show()
    QApplication.processEvents()
    return panel


def view(panel: AgreementsPanel, table: Table) -> AgreementView:
    with table.store.reading() as session:
        return agreement_view(session, table.agreement, date(2026, 7, 15))


def values(table: Table, indicator: int) -> list[tuple[Decimal, bool]]:
    """Everything that was measured, and whether it counts."""
    with table.store.reading() as session:
        return [(line.value, line.counts) for line in story_of(session, indicator)]


def enter(panel: AgreementsPanel, value: str, qtbot: QtBot, **more: object) -> Dialog:
    wanted = {"value": value, "measured_on": MEASURED_ON} | more
    return asked(panel.agreement.overview, "Meting invoeren… opgeleverde woningen", qtbot, wanted)


def test_a_measurement_changes_the_light_the_sentence_and_the_list(
    panel: AgreementsPanel, qtbot: QtBot
) -> None:
    assert "We weten dit nog niet." in said_by(panel)
    enter(panel, "30", qtbot)
    assert "Het gaat zoals afgesproken." in said_by(panel)
    assert panel.list.rows[0].chip_text.endswith("Op koers")
    assert panel.list.rows[0].right_text == "30 van 60"
    assert panel.agreement.overview.findChild(Chart) is not None


def test_beside_the_value_stands_what_it_is_held_against(
    panel: AgreementsPanel, qtbot: QtBot
) -> None:
    enter(panel, "30", qtbot)
    press(panel.agreement.overview, "Meting invoeren… opgeleverde woningen", qtbot)
    dialog = opened(panel)
    assert "de vorige keer 30 (1 jul) · verwacht op die dag 32 · doel 60" in said_by(dialog)
    fill(dialog, {"measured_on": date(2026, 7, 2)})
    assert "verwacht op die dag 30" in said_by(dialog)


@pytest.mark.parametrize("words", ["veel", "12,5,0", "NaN", "1e400", ""])
def test_what_is_no_number_is_refused_at_its_field(
    panel: AgreementsPanel, table: Table, indicator: int, words: str, qtbot: QtBot
) -> None:
    dialog = enter(panel, words, qtbot)
    assert refusal_at(dialog, "value")
    assert values(table, indicator) == []


def test_a_number_with_two_readings_is_asked(
    panel: AgreementsPanel, table: Table, indicator: int, qtbot: QtBot
) -> None:
    dialog = enter(panel, "1.234", qtbot)
    assert "1234" in refusal_at(dialog, "value")
    press(dialog, "1,234", qtbot)
    dialog.do()
    assert values(table, indicator) == [(Decimal("1.234"), True)]


def test_a_day_to_come_is_refused_at_its_field(panel: AgreementsPanel, qtbot: QtBot) -> None:
    dialog = enter(panel, "30", qtbot, measured_on=date(2026, 8, 3))
    assert "3 augustus 2026" in refusal_at(dialog, "measured_on")


def test_what_may_be_a_typing_error_is_asked_once(
    panel: AgreementsPanel, table: Table, indicator: int, qtbot: QtBot
) -> None:
    measure(table.store, table.who, indicator, date(2026, 4, 1), Decimal(10), "")
    dialog = enter(panel, "300", qtbot)
    assert "Klopt 300?" in refusal_at(dialog, "value")
    assert len(values(table, indicator)) == 1
    dialog.do()
    assert values(table, indicator)[-1] == (Decimal(300), True)


def test_a_day_that_has_a_value_can_be_corrected_from_the_same_dialog(
    panel: AgreementsPanel, table: Table, indicator: int, qtbot: QtBot
) -> None:
    enter(panel, "30", qtbot)
    dialog = enter(panel, "29", qtbot)
    assert "30" in refusal_at(dialog, "measured_on")
    press(dialog, "Verbeteren", qtbot)
    assert values(table, indicator) == [(Decimal(30), False), (Decimal(29), True)]


def test_another_day_is_no_correction_any_more(
    panel: AgreementsPanel, table: Table, indicator: int, qtbot: QtBot
) -> None:
    enter(panel, "30", qtbot)
    dialog = enter(panel, "31", qtbot)
    fill(dialog, {"measured_on": date(2026, 7, 2)})
    dialog.do()
    assert values(table, indicator) == [(Decimal(30), True), (Decimal(31), True)]


def test_a_corrected_measurement_stays_on_view(
    panel: AgreementsPanel, table: Table, indicator: int, qtbot: QtBot
) -> None:
    enter(panel, "30", qtbot)
    panel.agreement.show_page("measuring")
    measuring = panel.agreement.measuring
    measuring.table.choose(measuring.table.ids[0])
    asked(measuring, "Verbeteren…", qtbot, {"value": "28", "remark": "dubbel geteld"})
    assert values(table, indicator) == [(Decimal(30), False), (Decimal(28), True)]
    assert len(measuring.table.ids) == 2


def test_a_deed_is_done_on_a_day(
    desk: Desk, table: Table, clock: Clock, indicator: int, panel: AgreementsPanel, qtbot: QtBot
) -> None:
    agreement = table.add("Regeling woonlasten", "VER")
    deed = IndicatorWish(
        name="regeling ondertekend",
        direction=Direction.YESNO,
        goal_on=date(2026, 10, 1),
        source="verslag",
    )
    add_indicator(table.store, table.who, agreement, deed)
    panel.list.choose(agreement)
    asked(
        panel.agreement.overview,
        "Gedaan op… regeling ondertekend",
        qtbot,
        {"on": date(2026, 7, 14)},
    )
    assert "Dit is gehaald." in said_by(panel)


def test_an_indicator_is_agreed_with_only_what_its_direction_asks(
    panel: AgreementsPanel, table: Table, qtbot: QtBot
) -> None:
    panel.agreement.show_page("measuring")
    press(panel.agreement.measuring, "Indicator toevoegen…", qtbot)
    dialog = opened(panel)
    fill(dialog, {"name": "passend toegewezen", "unit": "%", "direction": Direction.BETWEEN})
    assert "Ten minste" in said_by(dialog)
    assert "Nulmeting" not in said_by(dialog)
    fill(dialog, {"low": "95", "high": "100", "source": "verantwoording"})
    dialog.do()
    assert [i.name for i in view(panel, table).light.indicators] == [
        "opgeleverde woningen",
        "passend toegewezen",
    ]


def test_a_goal_on_the_wrong_side_is_refused_at_its_field(
    panel: AgreementsPanel, qtbot: QtBot
) -> None:
    panel.agreement.show_page("measuring")
    wrong = {
        "name": "woningen met label E, F of G",
        "unit": "aantal",
        "baseline": "640",
        "goal": "560",
        "source": "energieregister",
    }
    dialog = asked(panel.agreement.measuring, "Indicator toevoegen…", qtbot, wrong)
    assert "omhoog" in refusal_at(dialog, "direction")


def test_a_small_margin_gets_a_hint_while_it_is_filled_in(
    panel: AgreementsPanel, qtbot: QtBot
) -> None:
    panel.agreement.show_page("measuring")
    press(panel.agreement.measuring, "Indicator toevoegen…", qtbot)
    dialog = opened(panel)
    few = {"name": "avonden", "unit": "aantal", "baseline": "0", "goal": "4", "source": "lijst"}
    fill(dialog, few)
    assert "Kies een vaste marge" in said_by(dialog)


def test_what_goes_better_since_the_last_report_has_an_arrow_and_can_be_listed(
    panel: AgreementsPanel, table: Table, qtbot: QtBot
) -> None:
    table.add("Buurtkamer in Oosterhof", "LEE")
    enter(panel, "12", qtbot)
    freeze(table.store, table.who, table.cycle, date(2026, 7, 10))
    enter(panel, "33", qtbot, measured_on=date(2026, 7, 14))
    assert panel.list.rows[0].right_text == "↗ 33 van 60"
    panel.show_only.set_value(Filter(change=ChangeKind.BETTER))
    assert [row.title for row in panel.list.rows] == ["60 nieuwe sociale huurwoningen"]


# Another light ------------------------------------------------------------------------------


def test_a_light_changes_with_a_reason_and_the_computed_one_stays_beside_it(
    panel: AgreementsPanel, table: Table, desk: Desk, qtbot: QtBot
) -> None:
    enter(panel, "10", qtbot)
    assert view(panel, table).light.light is Light.OFF
    change_light(desk, view(panel, table), panel)
    dialog = opened(panel)
    fill(dialog, {"light": Light.RISK, "reason": "te kort", "valid_until": date(2026, 9, 30)})
    dialog.do()
    assert "20 tekens" in refusal_at(dialog, "reason")
    fill(dialog, {"reason": "Vijf woningen zijn al toegewezen; de overdracht is in augustus."})
    dialog.do()
    assert view(panel, table).light.light is Light.RISK
    assert "Berekend:" in said_by(panel)
    asked(
        panel,
        "Bezwaar…",
        qtbot,
        {"party_id": table.tenants, "text": "Wij willen rood laten staan."},
    )
    assert "Samen Morgenveld maakt bezwaar: Wij willen rood laten staan." in said_by(panel)


def test_what_does_not_go_as_agreed_is_explained(panel: AgreementsPanel, qtbot: QtBot) -> None:
    enter(panel, "10", qtbot)
    assert "Nog niemand heeft uitgelegd" in said_by(panel)
    dialog = asked(panel, "Uitleggen…", qtbot, {"cause": "De grond is te laat."})
    assert refusal_at(dialog, "measure")
    fill(dialog, {"measure": "De aannemer begint in september.", "who": "projectleider"})
    dialog.do()
    assert "Oorzaak: De grond is te laat." in said_by(panel)
    assert not is_open(panel)


def test_all_of_it_is_whole(panel: AgreementsPanel, qtbot: QtBot) -> None:
    enter(panel, "10", qtbot)
    for key in ("overview", "measuring"):
        panel.agreement.show_page(key)
        for _turn in range(5):
            QApplication.processEvents()
        assert cut_off(panel) == []
    assert button(panel.agreement.measuring, "Meting invoeren…").isEnabled()
