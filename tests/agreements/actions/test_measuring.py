"""Measurements as people enter and correct them, and the lights that they change themselves."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from threading import Barrier
from typing import Any

import pytest

from desktop.agreements.actions.measuring import (
    correct,
    end_override,
    explain,
    explained_done,
    measure,
    object_to,
    override_light,
    yesno_done,
)
from desktop.agreements.model import Explanation, Indicator, Measurement, Objection, Override
from desktop.agreements.queries.lights import light_of
from desktop.agreements.rules.form import AlreadyMeasured
from desktop.agreements.states import Light, LightReason
from desktop.refused import Conflict, Refused
from desktop.store import Actor, Store
from tests.support.measured import Year, measurements, morgenveld

# The clock of the tests stands at 23 November 2026.
JULY_1, JULY_15, TODAY = date(2026, 7, 1), date(2026, 7, 15), date(2026, 11, 23)
OCTOBER_1 = date(2026, 10, 1)
SOURCE = "derde kwartaal"
REASON = "Vijf woningen zijn al toegewezen; de overdracht is in augustus."


@pytest.fixture
def year(any_store: Store) -> Year:
    return morgenveld(any_store)


def light(store: Store, year: Year, code: str, on: date = JULY_15) -> Light:
    with store.reading() as session:
        return light_of(session, year.agreements[code], on).light


# Entering -----------------------------------------------------------------------------------------


def test_a_measurement_gives_the_light(any_store: Store, any_who: Actor, year: Year) -> None:
    assert light(any_store, year, "LEE-01") is Light.NM
    id = year.indicators["LEE-01"]
    measure(any_store, any_who, id, JULY_1, Decimal("7.1"), SOURCE, JULY_15, provisional=True)
    assert light(any_store, year, "LEE-01") is Light.ON
    [row] = measurements(any_store, id)
    assert (row.value, row.source_date, row.provisional) == (Decimal("7.1"), JULY_15, True)
    assert row.staff_id == any_who.id


def test_without_a_source_it_is_the_one_that_was_agreed(
    any_store: Store, any_who: Actor, year: Year
) -> None:
    measure(any_store, any_who, year.indicators["LEE-01"], JULY_1, Decimal(7), " ")
    [row] = measurements(any_store, year.indicators["LEE-01"])
    assert row.source == "halfjaarbericht"


def test_E2_a_day_that_is_still_to_come_is_refused(
    any_store: Store, any_who: Actor, year: Year
) -> None:
    with pytest.raises(Refused) as refused:
        measure(
            any_store, any_who, year.indicators["LEE-01"], date(2026, 11, 24), Decimal(7), SOURCE
        )
    assert refused.value.sentence == (
        "De meetdatum 24 november 2026 ligt in de toekomst. "
        "Vul een datum in tot en met vandaag (23 november 2026)."
    )
    measure(any_store, any_who, year.indicators["LEE-01"], TODAY, Decimal(7), SOURCE)


def test_E3_a_percentage_that_cannot_be_is_refused(
    any_store: Store, any_who: Actor, year: Year
) -> None:
    with any_store.act(any_who, "test.percent") as act:
        act.session.get_one(Indicator, year.indicators["BET-01"]).unit = "%"
    with pytest.raises(Refused) as refused:
        measure(any_store, any_who, year.indicators["BET-01"], OCTOBER_1, Decimal(148), SOURCE)
    assert refused.value.sentence == "Een percentage ligt tussen 0 en 100. U vulde 148 in."


def test_E6_a_day_that_was_measured_is_offered_for_correction(
    any_store: Store, any_who: Actor, year: Year
) -> None:
    id = year.indicators["VER-01"]
    [first] = measurements(any_store, id)
    with pytest.raises(AlreadyMeasured) as refused:
        measure(any_store, any_who, id, JULY_1, Decimal(600), SOURCE)
    assert refused.value.measurement_id == first.id
    assert refused.value.sentence == (
        "Voor 1 juli 2026 staat al een meting: 610. Wilt u die verbeteren? "
        "De oude waarde blijft zichtbaar."
    )


@pytest.mark.parametrize("value", ["NaN", "Infinity", "1e400", "1e999999999", "1e-999999999"])
def test_a_number_without_a_size_is_refused(store: Store, who: Actor, value: str) -> None:
    year = morgenveld(store)
    with pytest.raises(Refused) as refused:
        measure(store, who, year.indicators["VER-01"], OCTOBER_1, Decimal(value), SOURCE)
    assert refused.value.field == "value"


def test_a_deed_has_a_day_and_no_number(any_store: Store, any_who: Actor, year: Year) -> None:
    with pytest.raises(Refused):
        measure(any_store, any_who, year.indicators["VER-03"], JULY_1, Decimal(1), SOURCE)
    with pytest.raises(Refused):
        yesno_done(any_store, any_who, year.indicators["VER-01"], JULY_1)
    yesno_done(any_store, any_who, year.indicators["VER-03"], JULY_1)
    assert light(any_store, year, "VER-03") is Light.DONE
    yesno_done(any_store, any_who, year.indicators["VER-03"], None)
    assert light(any_store, year, "VER-03") is Light.ON


def test_what_was_measured_at_a_meeting_knows_which_one(
    any_store: Store, any_who: Actor, year: Year
) -> None:
    id = year.indicators["LEE-01"]
    measure(any_store, any_who, id, JULY_1, Decimal(7), SOURCE, meeting_id=year.meeting)
    assert measurements(any_store, id)[0].meeting_id == year.meeting


def test_of_two_desks_that_measure_the_same_day_the_second_is_told(
    any_store: Store, any_who: Actor, year: Year
) -> None:
    id, both_ready = year.indicators["LEE-01"], Barrier(2)

    def enter(value: int) -> bool:
        both_ready.wait()
        try:
            measure(any_store, any_who, id, JULY_1, Decimal(value), SOURCE)
        except AlreadyMeasured:
            return False
        return True

    with ThreadPoolExecutor(2) as desks:
        assert sorted(desks.map(enter, (6, 7))) == [False, True]
    assert len(measurements(any_store, id)) == 1


# Correcting ---------------------------------------------------------------------------------------


def test_a_correction_counts_and_the_old_value_stays(
    any_store: Store, any_who: Actor, year: Year
) -> None:
    id = year.indicators["VER-01"]
    [first] = measurements(any_store, id)
    second = correct(any_store, any_who, first.id, Decimal(598), remark="telfout")
    old, new = measurements(any_store, id)
    assert (old.value, new.value, new.supersedes_id) == (Decimal(610), Decimal(598), first.id)
    assert (new.measured_on, new.source, new.id) == (JULY_1, "halfjaarbericht", second)
    assert light(any_store, year, "VER-01") is Light.ON


def test_a_correction_can_be_corrected_and_the_first_one_not_twice(
    any_store: Store, any_who: Actor, year: Year
) -> None:
    [first] = measurements(any_store, year.indicators["VER-01"])
    second = correct(any_store, any_who, first.id, Decimal(598))
    with pytest.raises(Refused):
        correct(any_store, any_who, first.id, Decimal(597))
    correct(any_store, any_who, second, Decimal(640))
    assert light(any_store, year, "VER-01") is Light.OFF


def test_a_wrong_day_is_corrected_to_a_free_one(
    any_store: Store, any_who: Actor, year: Year
) -> None:
    id = year.indicators["VER-01"]
    [first] = measurements(any_store, id)
    measure(any_store, any_who, id, OCTOBER_1, Decimal(590), SOURCE)
    with pytest.raises(AlreadyMeasured):
        correct(any_store, any_who, first.id, Decimal(610), measured_on=OCTOBER_1)
    correct(any_store, any_who, first.id, Decimal(610), measured_on=date(2026, 6, 1))
    assert light(any_store, year, "VER-01") is Light.RISK
    measure(any_store, any_who, id, JULY_1, Decimal(600), SOURCE)
    assert light(any_store, year, "VER-01") is Light.ON


def test_a_measurement_is_never_overwritten(any_store: Store, any_who: Actor, year: Year) -> None:
    [first] = measurements(any_store, year.indicators["VER-01"])
    with pytest.raises(ValueError, match="once"), any_store.act(any_who, "test.change") as act:
        act.session.get_one(Measurement, first.id).value = Decimal(600)
    assert measurements(any_store, year.indicators["VER-01"])[0].value == Decimal(610)


# Deciding on a light ------------------------------------------------------------------------------


def decide(store: Store, who: Actor, year: Year, **values: Any) -> int:
    values = {
        "agreement_id": year.agreements["ZOR-02"],
        "light": Light.RISK,
        "reason": REASON,
        "party_id": year.municipality,
        "valid_until": date(2026, 12, 31),
        "decided_on": date(2026, 7, 9),
        **values,
    }
    return override_light(store, who, **values)


def test_a_light_that_a_party_decided_on_holds_beside_the_computed_one(
    any_store: Store, any_who: Actor, year: Year
) -> None:
    decide(any_store, any_who, year, meeting_id=year.meeting)
    with any_store.reading() as session:
        found = light_of(session, year.agreements["ZOR-02"], JULY_15)
    assert (found.light, found.computed) == (Light.RISK, Light.OFF)


def test_one_indicator_can_have_its_own_light(any_store: Store, any_who: Actor, year: Year) -> None:
    decide(any_store, any_who, year, indicator_id=year.indicators["ZOR-02"])
    assert light(any_store, year, "ZOR-02") is Light.RISK


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"reason": "Het komt goed.      "}, "reason"),
        ({"valid_until": date(2027, 7, 10)}, "valid_until"),
        ({"valid_until": date(2026, 7, 8)}, "valid_until"),
        ({"decided_on": date(2026, 11, 24)}, "decided_on"),
    ],
)
def test_a_light_without_reason_or_end_is_refused(
    store: Store, who: Actor, values: dict[str, Any], field: str
) -> None:
    year = morgenveld(store)
    with pytest.raises(Refused) as refused:
        decide(store, who, year, **values)
    assert refused.value.field == field
    assert light(store, year, "ZOR-02") is Light.OFF


def test_a_light_can_hold_for_twelve_months(any_store: Store, any_who: Actor, year: Year) -> None:
    id = decide(any_store, any_who, year, valid_until=date(2027, 7, 9))
    with any_store.reading() as session:
        assert session.get_one(Override, id).valid_until == date(2027, 7, 9)


def test_only_parties_that_sign_decide_on_a_light(
    any_store: Store, any_who: Actor, year: Year
) -> None:
    for party in (year.adviser, year.outsider):
        with pytest.raises(Refused) as refused:
            decide(any_store, any_who, year, party_id=party)
        assert refused.value.field == "party_id"


def test_the_computed_light_holds_again_from_a_day_and_not_before_it(
    any_store: Store, any_who: Actor, year: Year
) -> None:
    id = decide(any_store, any_who, year)
    for outside in (date(2026, 7, 8), date(2026, 11, 24)):
        with pytest.raises(Refused):
            end_override(any_store, any_who, id, outside)
    end_override(any_store, any_who, id, JULY_15)
    assert light(any_store, year, "ZOR-02", date(2026, 7, 14)) is Light.RISK
    assert light(any_store, year, "ZOR-02", JULY_15) is Light.OFF
    any_store.undo(any_who)
    assert light(any_store, year, "ZOR-02", JULY_15) is Light.RISK


def test_a_light_that_was_decided_by_mistake_can_end_on_its_first_day(
    any_store: Store, any_who: Actor, year: Year
) -> None:
    id = decide(any_store, any_who, year, decided_on=TODAY)
    end_override(any_store, any_who, id)
    with any_store.reading() as session:
        assert light_of(session, year.agreements["ZOR-02"], TODAY).override is None


def test_another_party_can_object_once(any_store: Store, any_who: Actor, year: Year) -> None:
    id = decide(any_store, any_who, year)
    words = "Wij willen rood laten staan tot de mensen er wonen."
    object_to(any_store, any_who, id, year.tenants, words)
    for party, text in ((year.tenants, words), (year.municipality, words), (year.corporation, " ")):
        with pytest.raises(Refused):
            object_to(any_store, any_who, id, party, text)
    with any_store.reading() as session:
        [objection] = session.query(Objection).all()
        assert (objection.text, objection.made_on) == (words, TODAY)


# Explaining ---------------------------------------------------------------------------------------


def test_an_explanation_is_put_off_and_given_later(
    any_store: Store, any_who: Actor, year: Year
) -> None:
    agreement = year.agreements["VER-01"]
    first = explain(any_store, any_who, agreement, JULY_15)
    second = explain(
        any_store, any_who, agreement, JULY_15, "De aannemer viel uit.", "Nieuwe aannemer.",
        "projectleider", OCTOBER_1,
    )  # fmt: skip
    assert first == second
    explained_done(any_store, any_who, second, TODAY)
    with any_store.reading() as session:
        [row] = session.query(Explanation).all()
        assert (row.cause, row.who, row.due_on, row.done_on) == (
            "De aannemer viel uit.",
            "projectleider",
            OCTOBER_1,
            TODAY,
        )


def test_half_an_explanation_is_refused(any_store: Store, any_who: Actor, year: Year) -> None:
    agreement = year.agreements["VER-01"]
    with pytest.raises(Refused) as refused:
        explain(any_store, any_who, agreement, JULY_15, cause="De aannemer viel uit.")
    assert refused.value.field == "measure"
    with pytest.raises(Refused) as refused:
        explain(any_store, any_who, agreement, JULY_15, measure="Nieuwe aannemer.")
    assert refused.value.field == "cause"


def test_who_explains_what_somebody_else_explained_sees_both(
    any_store: Store, any_who: Actor, year: Year
) -> None:
    agreement = year.agreements["VER-01"]
    explain(any_store, any_who, agreement, JULY_15)
    explain(any_store, any_who, agreement, JULY_15, "Ziekte.", "Inhuren.", version=1)
    with pytest.raises(Conflict) as conflict:
        explain(any_store, any_who, agreement, JULY_15, "Weer.", "Wachten.", version=1)
    assert conflict.value.theirs == {"cause": "Ziekte.", "measure": "Inhuren."}


def test_what_was_measured_wrong_a_moment_ago_can_be_undone(
    any_store: Store, any_who: Actor, year: Year
) -> None:
    id = year.indicators["LEE-01"]
    measure(any_store, any_who, id, JULY_1, Decimal(71), SOURCE)
    any_store.undo(any_who)
    assert measurements(any_store, id) == []
    with any_store.reading() as session:
        found = light_of(session, year.agreements["LEE-01"], JULY_15)
    assert found.indicators[0].reckoned.reason is LightReason.NO_MEASUREMENT
