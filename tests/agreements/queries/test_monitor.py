"""The monitor: counts that are right, what changed, and what must be explained."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from desktop.agreements.actions.measuring import explain, measure, object_to, override_light
from desktop.agreements.actions.snapshots import freeze
from desktop.agreements.model import Agreement
from desktop.agreements.queries.counts import light_counts
from desktop.agreements.queries.lights import lights_of_cycle
from desktop.agreements.queries.monitor import Monitor, as_payload, from_payload, monitor
from desktop.agreements.rules.changes import ChangeKind
from desktop.agreements.rules.rounds import LightCounts, count
from desktop.agreements.states import AgreementState, Light, LightReason
from desktop.refused import Refused
from desktop.store import Actor, Store
from tests.support.measured import Year, morgenveld

APRIL_1, JULY_1, JULY_15 = date(2026, 4, 1), date(2026, 7, 1), date(2026, 7, 15)
OCTOBER_15 = date(2026, 10, 15)
MORGENVELD = LightCounts(on=9, risk=3, off=3, nm=2, done=1)
REASON = "Vijf woningen zijn al toegewezen; de overdracht is in augustus."


@pytest.fixture
def year(any_store: Store) -> Year:
    return morgenveld(any_store)


def read(store: Store, year: Year, on: date = JULY_15) -> Monitor:
    with store.reading() as session:
        return monitor(session, year.cycle, on)


def keep(store: Store, who: Actor, year: Year, on: date) -> None:
    freeze(store, who, year.cycle, on)


def decide(store: Store, who: Actor, year: Year) -> int:
    return override_light(
        store,
        who,
        year.agreements["ZOR-02"],
        Light.RISK,
        REASON,
        year.municipality,
        date(2026, 9, 30),
        decided_on=date(2026, 7, 9),
    )


def test_morgenveld_counts_nine_three_three_two_and_one(any_store: Store, year: Year) -> None:
    shown = read(any_store, year)
    assert (shown.counts, shown.computed) == (MORGENVELD, MORGENVELD)
    assert shown.counts.total == len(shown.rows) == 18


def test_the_counts_are_those_of_the_lights_on_screen(
    any_store: Store, any_who: Actor, year: Year
) -> None:
    decide(any_store, any_who, year)
    shown = read(any_store, year)
    with any_store.reading() as session:
        lights = lights_of_cycle(session, year.cycle, JULY_15)
        assert shown.counts == light_counts(session, year.cycle, JULY_15)
    assert shown.counts == count(light.light for light in lights.values())
    by_theme = [theme.counts for theme in shown.themes]
    assert all(
        sum(counts.of(light) for counts in by_theme) == shown.counts.of(light) for light in Light
    )


def test_a_light_that_a_party_decided_on_stands_beside_the_computed_one(
    any_store: Store, any_who: Actor, year: Year
) -> None:
    object_to(any_store, any_who, decide(any_store, any_who, year), year.tenants, "Nee.")
    shown = read(any_store, year)
    assert shown.computed == MORGENVELD
    assert shown.counts == LightCounts(on=9, risk=4, off=2, nm=2, done=1)
    [row] = shown.overridden
    assert row.light.override is not None
    assert (row.code, row.light.computed) == ("ZOR-02", Light.OFF)
    assert row.light.override.objections == (("Huurdersvereniging Samen Morgenveld", "Nee."),)


def test_a_row_has_its_goal_value_expected_value_and_source(any_store: Store, year: Year) -> None:
    [row] = [row for row in read(any_store, year).rows if row.code == "VER-01"]
    [indicator] = row.indicators
    reckoned = indicator.light.reckoned
    assert indicator.light.target.goal == Decimal(560)
    assert (reckoned.measured, reckoned.expected) == (Decimal(610), Decimal(600))
    assert (indicator.source, len(indicator.readings)) == ("halfjaarbericht", 1)


def test_what_is_not_known_says_why_and_who_measures(any_store: Store, year: Year) -> None:
    unknown = {row.code: row.indicators[0].light for row in read(any_store, year).not_measurable}
    assert {code: light.reckoned.reason for code, light in unknown.items()} == {
        "LEE-01": LightReason.NO_MEASUREMENT,
        "PAR-03": LightReason.OUTDATED,
    }
    assert {light.owner for light in unknown.values()} == {"Woonstichting Morgenwonen"}


def test_what_lapsed_is_not_counted(any_store: Store, any_who: Actor, year: Year) -> None:
    with any_store.act(any_who, "test.lapse") as act:
        agreement = act.session.get_one(Agreement, year.agreements["VER-01"])
        agreement.state = AgreementState.LAPSED
    assert read(any_store, year).counts.total == 17
    with any_store.reading() as session:
        assert light_counts(session, year.cycle, JULY_15).total == 17


def test_a_year_without_agreements_has_a_monitor_of_nothing(store: Store) -> None:
    shown = read(store, morgenveld(store, rows=()))
    assert (shown.counts, shown.themes) == (LightCounts(), ())


def test_a_year_that_is_gone_is_refused(store: Store) -> None:
    with pytest.raises(Refused), store.reading() as session:
        monitor(session, 99, JULY_15)


# What changed -------------------------------------------------------------------------------------


def test_what_changed_is_told_since_the_report_before(
    any_store: Store, any_who: Actor, year: Year
) -> None:
    keep(any_store, any_who, year, JULY_15)
    measure(any_store, any_who, year.indicators["LEE-01"], JULY_15, Decimal("7.1"), "enquête")
    october = date(2026, 10, 1)
    measure(any_store, any_who, year.indicators["VER-01"], october, Decimal(570), "labels")
    measure(any_store, any_who, year.indicators["PAR-02"], october, Decimal(2), "verslagen")
    shown = read(any_store, year, OCTOBER_15)
    kinds = {change.code: change.kind for change in shown.changes}
    assert kinds["LEE-01"] is ChangeKind.NEWLY_MEASURED
    assert kinds["VER-01"] is ChangeKind.BETTER
    assert kinds["PAR-02"] is ChangeKind.WORSE
    assert "ZOR-01" not in kinds
    previous = {row.code: row.previous for row in shown.rows}
    assert (previous["VER-01"], shown.previous_on) == (Light.OFF, JULY_15)


def test_a_report_of_the_same_day_is_not_the_one_before(
    any_store: Store, any_who: Actor, year: Year
) -> None:
    keep(any_store, any_who, year, JULY_15)
    shown = read(any_store, year)
    assert (shown.previous_on, shown.changes) == (None, ())


# What must be explained ---------------------------------------------------------------------------


def test_red_and_amber_are_open_until_they_are_explained(
    any_store: Store, any_who: Actor, year: Year
) -> None:
    shown = read(any_store, year)
    assert [row.code for row in shown.amiss] == [
        "BES-02", "VER-01", "ZOR-02", "BES-03", "VER-02", "LEE-03",
    ]  # fmt: skip
    assert shown.open == shown.amiss
    explain(any_store, any_who, year.agreements["VER-01"], JULY_15, "Ziekte.", "Inhuren.")
    explain(any_store, any_who, year.agreements["VER-02"], JULY_15)
    shown = read(any_store, year)
    assert [row.code for row in shown.open] == ["BES-02", "ZOR-02", "BES-03", "VER-02", "LEE-03"]
    [row] = [row for row in shown.amiss if row.code == "VER-01"]
    assert row.explained is not None
    assert row.explained.measure == "Inhuren."


def test_an_explanation_of_a_later_day_is_not_in_an_earlier_monitor(
    any_store: Store, any_who: Actor, year: Year
) -> None:
    explain(any_store, any_who, year.agreements["VER-01"], OCTOBER_15, "Ziekte.", "Inhuren.")
    assert "VER-01" in [row.code for row in read(any_store, year).open]


def test_trouble_that_came_back_is_explained_again(
    any_store: Store, any_who: Actor, year: Year
) -> None:
    agreement, indicator = year.agreements["VER-01"], year.indicators["VER-01"]
    explain(any_store, any_who, agreement, JULY_15, "Ziekte.", "Inhuren.")
    keep(any_store, any_who, year, JULY_15)
    still_red = [row.code for row in read(any_store, year, date(2026, 8, 1)).open]
    assert "VER-01" not in still_red
    measure(any_store, any_who, indicator, date(2026, 9, 1), Decimal(580), "labels")
    keep(any_store, any_who, year, date(2026, 9, 1))
    measure(any_store, any_who, indicator, date(2026, 10, 1), Decimal(600), "labels")
    assert "VER-01" in [row.code for row in read(any_store, year, OCTOBER_15).open]


# What is kept -------------------------------------------------------------------------------------


def test_a_monitor_is_read_back_as_it_was_kept(
    any_store: Store, any_who: Actor, year: Year
) -> None:
    object_to(any_store, any_who, decide(any_store, any_who, year), year.tenants, "Nee.")
    explain(any_store, any_who, year.agreements["VER-01"], JULY_15, "Ziekte.", "Inhuren.")
    keep(any_store, any_who, year, JULY_1)
    shown = read(any_store, year)
    assert from_payload(as_payload(shown)) == shown


def test_who_entered_a_number_is_not_in_what_is_kept(
    any_store: Store, any_who: Actor, year: Year
) -> None:
    measure(any_store, any_who, year.indicators["LEE-01"], JULY_1, Decimal(7), "enquête")
    assert any_who.name not in as_payload(read(any_store, year))
