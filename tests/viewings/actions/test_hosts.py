"""Hosts from applying to stopping, and who may receive whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.estate.model import Household
from desktop.refused import Refused
from desktop.viewings.actions.hosts import (
    add_host,
    change_host,
    declare_relation,
    set_away,
    set_host_state,
    withdraw_relation,
)
from desktop.viewings.actions.invitations import invite
from desktop.viewings.actions.viewings import (
    ask_hosts,
    assign_hosts,
    cancel_viewing,
    hold,
    move_viewing,
    plan_viewing,
    record_host_absent,
    record_host_answer,
    replace_host,
    staff_receive,
)
from desktop.viewings.model import Invitation, Shift, Viewing
from desktop.viewings.queries.hosts import host_line
from desktop.viewings.states import (
    HostState,
    RelationKind,
    ShiftRole,
    ShiftState,
    ViewingState,
)
from tests.support import steps
from tests.support.steps import Letting, active_host, bring


def assign(letting: Letting, lead: int, *others: int) -> None:
    assign_hosts(letting.store, letting.author, letting.viewing, lead, others)


def standing(letting: Letting) -> dict[int, ShiftState]:
    return {s.host_id: s.state for s in letting.shown().shifts}


def minutes(letting: Letting, host: int) -> tuple[int, int]:
    """Minutes and turns in 90 days, as the list of hosts shows them."""
    with letting.store.reading() as session:
        line = host_line(session, host, letting.clock())
    return line.minutes_90, line.turns_90


def knows(letting: Letting, host: int, person: str) -> int:
    return declare_relation(
        letting.store, letting.author, host, RelationKind.FRIEND, person, letting.today
    )


# From applying to stopping -----------------------------------------------------------------


def test_a_resident_applies_and_is_active_after_instruction_and_secrecy(letting: Letting) -> None:
    store, who = letting.store, letting.author
    host = add_host(store, who, letting.complex, {"first_name": "Kees", "last_name": "Mulder"})
    with pytest.raises(Refused):
        set_host_state(store, who, host, HostState.ACTIVE)
    change_host(store, who, host, {"instructed_on": letting.today})
    with store.reading() as session:
        assert host_line(session, host, letting.clock()).state is HostState.APPLIED
    change_host(store, who, host, {"secrecy_on": letting.today})
    set_host_state(store, who, host, HostState.ACTIVE)
    with store.reading() as session:
        assert host_line(session, host, letting.clock()).state is HostState.ACTIVE


@pytest.mark.parametrize("missing", ["instructed_on", "secrecy_on"])
def test_a_paused_host_does_not_come_back_without_instruction_or_secrecy(
    letting: Letting, missing: str
) -> None:
    store, who, host = letting.store, letting.author, letting.hosts[0]
    set_host_state(store, who, host, HostState.PAUSED)
    change_host(store, who, host, {missing: None})
    with pytest.raises(Refused) as refused:
        set_host_state(store, who, host, HostState.ACTIVE)
    assert refused.value.field == missing


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"first_name": " ", "last_name": "Mulder"}, "first_name"),
        ({"first_name": "Kees"}, "last_name"),
        (
            {"first_name": "Kees", "last_name": "Mulder", "availability": ["wed-night"]},
            "availability",
        ),
        ({"first_name": "Kees", "last_name": "Mulder", "max_per_month": 0}, "max_per_month"),
    ],
)
def test_what_cannot_be_of_a_host_is_refused_with_its_field(
    letting: Letting, values: dict[str, object], field: str
) -> None:
    with pytest.raises(Refused) as refused:
        add_host(letting.store, letting.author, letting.complex, values)
    assert refused.value.field == field


def test_a_host_with_a_planned_shift_does_not_stop(letting: Letting) -> None:
    bring(letting, steps.hosts_say_yes)
    with pytest.raises(Refused, match="Ria Smit"):
        set_host_state(letting.store, letting.author, letting.hosts[0], HostState.STOPPED)


def test_a_host_stops_when_the_viewing_was_called_off(letting: Letting) -> None:
    bring(letting, steps.hosts_say_yes)
    cancel_viewing(letting.store, letting.author, letting.viewing, "De lift is stuk.")
    set_host_state(letting.store, letting.author, letting.hosts[0], HostState.STOPPED)


def test_a_relation_is_not_declared_in_the_future(letting: Letting) -> None:
    with pytest.raises(Refused) as refused:
        declare_relation(
            letting.store,
            letting.author,
            letting.hosts[0],
            RelationKind.FAMILY,
            "Johan de Boer",
            letting.today + timedelta(days=1),
        )
    assert refused.value.field == "declared_on"


# R3 at assigning ---------------------------------------------------------------------------


def test_r3_two_hosts_of_one_household_do_not_receive_together(any_letting: Letting) -> None:
    letting = bring(any_letting, steps.plan)
    with letting.store.reading() as session:
        household = session.query(Household).filter_by(name="Fam. Smit").one().id
    partner = active_host(letting, "Jan", "Smit", household_id=household)
    with pytest.raises(Refused, match="één huishouden"):
        assign(letting, letting.hosts[0], partner)
    assert standing(letting) == {}


def test_r3_one_host_is_not_a_pair(letting: Letting) -> None:
    bring(letting, steps.plan)
    alone = active_host(letting, "Kees", "Mulder")
    with pytest.raises(Refused):
        assign(letting, alone)
    with pytest.raises(Refused):
        assign(letting, alone, alone)


def test_r3_the_departing_tenant_does_not_receive(any_letting: Letting) -> None:
    letting = bring(any_letting, steps.plan)
    tenant = active_host(letting, "Vera", "Vertrekt", household_id=letting.departing)
    with pytest.raises(Refused, match="Vera Vertrekt"):
        assign(letting, tenant, letting.hosts[1])


def test_r3_a_host_does_not_receive_somebody_they_declared_to_know(any_letting: Letting) -> None:
    letting = bring(any_letting, steps.plan)
    knows(letting, letting.hosts[0], "Johan de Boer")
    with pytest.raises(Refused, match="kennen elkaar"):
        assign(letting, letting.hosts[0], letting.hosts[1])


def test_r3_a_declaration_that_was_withdrawn_no_longer_counts(letting: Letting) -> None:
    bring(letting, steps.plan)
    relation = knows(letting, letting.hosts[0], "Johan de Boer")
    withdraw_relation(letting.store, letting.author, relation)
    assign(letting, letting.hosts[0], letting.hosts[1])


@pytest.mark.parametrize("why", ["not instructed", "no secrecy", "paused", "away", "busy"])
def test_r3_a_host_who_cannot_is_refused(letting: Letting, why: str) -> None:
    bring(letting, steps.plan)
    store, who, host = letting.store, letting.author, letting.hosts[0]
    if why == "not instructed":
        change_host(store, who, host, {"instructed_on": None})
    elif why == "no secrecy":
        change_host(store, who, host, {"secrecy_on": None})
    elif why == "paused":
        set_host_state(store, who, host, HostState.PAUSED)
    elif why == "away":
        set_away(store, who, host, [(letting.today, letting.today + timedelta(days=7))])
    else:
        other = plan_viewing(store, who, letting.vacancy, steps.usual_plan(letting))
        assign_hosts(store, who, other, host, [letting.hosts[2]])
    with pytest.raises(Refused, match="Ria Smit") as refused:
        assign(letting, host, letting.hosts[1])
    assert refused.value.field == "hosts"


def test_r3_one_of_the_pair_leads(letting: Letting) -> None:
    bring(letting, steps.choose_hosts)
    roles = [s.role for s in letting.shown().shifts]
    assert sorted(roles, key=lambda r: r.value) == [ShiftRole.LEAD, ShiftRole.SECOND]


def test_r3_choosing_another_pair_replaces_the_first(letting: Letting) -> None:
    bring(letting, steps.hosts_say_yes)
    assign(letting, letting.hosts[2], letting.hosts[1])
    assert standing(letting) == {
        letting.hosts[1]: ShiftState.CONFIRMED,
        letting.hosts[2]: ShiftState.PROPOSED,
    }
    assert letting.shown().state is ViewingState.DRAFT


# R3 at replacing and inviting --------------------------------------------------------------


def test_r3_a_replacement_is_held_to_the_same_rules(any_letting: Letting) -> None:
    letting = bring(any_letting, steps.hosts_say_yes)
    knows(letting, letting.hosts[2], "Fatima el Bakkali")
    with pytest.raises(Refused, match="kennen elkaar"):
        replace_host(
            letting.store, letting.author, letting.shifts[letting.hosts[1]], letting.hosts[2]
        )


def test_r3_a_replacement_of_the_same_household_is_refused(letting: Letting) -> None:
    bring(letting, steps.hosts_say_yes)
    with letting.store.reading() as session:
        household = session.query(Household).filter_by(name="Fam. Smit").one().id
    partner = active_host(letting, "Jan", "Smit", household_id=household)
    with pytest.raises(Refused, match="één huishouden"):
        replace_host(letting.store, letting.author, letting.shifts[letting.hosts[1]], partner)


def test_r3_a_replacement_takes_the_shift_in_the_same_role(letting: Letting) -> None:
    bring(letting, steps.hosts_say_yes)
    replace_host(letting.store, letting.author, letting.shifts[letting.hosts[0]], letting.hosts[2])
    roles = {s.host_id: s.role for s in letting.shown().shifts}
    assert roles[letting.hosts[2]] is ShiftRole.LEAD


def test_when_both_hosts_say_no_they_are_replaced_one_by_one(letting: Letting) -> None:
    bring(letting, steps.ask_hosts)
    for shift in letting.shifts.values():
        record_host_answer(letting.store, letting.author, shift, says_yes=False)
    kees = active_host(letting, "Kees", "Mulder")
    for shift, host in zip(letting.shifts.values(), (letting.hosts[2], kees), strict=True):
        replace_host(letting.store, letting.author, shift, host)
    assert {h for h, s in standing(letting).items() if s is ShiftState.PROPOSED} == {
        letting.hosts[2],
        kees,
    }


@pytest.mark.parametrize("says_no_first", [True, False])
def test_a_shift_that_went_to_another_is_not_given_away_again(
    letting: Letting, says_no_first: bool
) -> None:
    bring(letting, steps.ask_hosts)
    shift = letting.shifts[letting.hosts[1]]
    if says_no_first:
        record_host_answer(letting.store, letting.author, shift, says_yes=False)
    replace_host(letting.store, letting.author, shift, letting.hosts[2])
    kees = active_host(letting, "Kees", "Mulder")
    with pytest.raises(Refused):
        replace_host(letting.store, letting.author, shift, kees)


def test_r3_a_relation_declared_later_stops_the_invitation(any_letting: Letting) -> None:
    letting = bring(any_letting, steps.hosts_say_yes)
    knows(letting, letting.hosts[0], "Santos, Maria")
    knows(letting, letting.hosts[0], "M. Santos")
    with pytest.raises(Refused, match="Ria Smit"):
        invite(
            letting.store,
            letting.author,
            letting.viewing,
            [letting.candidates[1], letting.candidates[2]],
        )


def test_r3_staff_who_receive_may_receive_somebody_whom_a_host_knows(letting: Letting) -> None:
    bring(letting, steps.hosts_say_yes)
    knows(letting, letting.hosts[0], "Maria Santos")
    staff_receive(letting.store, letting.author, letting.viewing)
    steps.invite(letting)


def test_r3_at_the_door_another_host_takes_over_and_that_is_kept(any_letting: Letting) -> None:
    letting = bring(any_letting, steps.remind)
    letting.clock.move_to(steps.at(letting, 1, 17))
    steps.save_report(
        letting,
        steps.came(letting.invitations[1], switched=True, received_by_id=letting.hosts[1]),
    )
    with letting.store.reading() as session:
        invitation = session.get_one(Invitation, letting.invitations[1])
        assert (invitation.switched, invitation.received_by_id) == (True, letting.hosts[1])


def test_r3_only_a_host_of_the_viewing_receives(letting: Letting) -> None:
    bring(letting, steps.remind)
    letting.clock.move_to(steps.at(letting, 1, 17))
    with pytest.raises(Refused) as refused:
        steps.save_report(
            letting, steps.came(letting.invitations[1], received_by_id=letting.hosts[2])
        )
    assert refused.value.field == "received_by_id"


# R4 ----------------------------------------------------------------------------------------


def test_r4_moving_a_viewing_keeps_the_pair(any_letting: Letting) -> None:
    letting = bring(any_letting, steps.invite)
    before = standing(letting)
    move_viewing(letting.store, letting.author, letting.viewing, steps.usual_plan(letting, 4))
    assert standing(letting) == before


def test_r4_a_move_to_a_day_that_a_host_is_away_is_refused(letting: Letting) -> None:
    bring(letting, steps.invite)
    day = letting.today + timedelta(days=4)
    set_away(letting.store, letting.author, letting.hosts[0], [(day, day)])
    before = steps.everything(letting.store)
    with pytest.raises(Refused, match="Ria Smit"):
        move_viewing(letting.store, letting.author, letting.viewing, steps.usual_plan(letting, 4))
    assert steps.everything(letting.store) == before


def test_a_viewing_of_which_one_host_said_no_can_be_moved(letting: Letting) -> None:
    bring(letting, steps.ask_hosts)
    shift = letting.shifts[letting.hosts[1]]
    record_host_answer(letting.store, letting.author, shift, says_yes=False)
    move_viewing(letting.store, letting.author, letting.viewing, steps.usual_plan(letting, 4))


def test_r4_minutes_are_counted_when_a_viewing_was_held(any_letting: Letting) -> None:
    letting = bring(any_letting, steps.report)
    assert minutes(letting, letting.hosts[0]) == (120, 1)
    assert minutes(letting, letting.hosts[2]) == (0, 0)


def test_r4_a_host_who_was_absent_has_no_minutes(any_letting: Letting) -> None:
    letting = bring(any_letting, steps.remind)
    letting.clock.move_to(steps.at(letting, 1, 17))
    shift = letting.shifts[letting.hosts[1]]
    record_host_absent(letting.store, letting.author, shift)
    hold(letting.store, letting.author, letting.viewing)
    assert minutes(letting, letting.hosts[0])[0] == 120
    assert minutes(letting, letting.hosts[1]) == (0, 0)


def test_r4_absent_after_the_viewing_was_held_takes_the_minutes_back(letting: Letting) -> None:
    bring(letting, steps.report)
    record_host_absent(letting.store, letting.author, letting.shifts[letting.hosts[1]])
    assert minutes(letting, letting.hosts[1]) == (0, 0)


def test_a_host_cannot_be_absent_before_the_viewing(letting: Letting) -> None:
    bring(letting, steps.hosts_say_yes)
    with pytest.raises(Refused):
        record_host_absent(letting.store, letting.author, letting.shifts[letting.hosts[0]])


def test_r4_a_viewing_to_which_nobody_came_counts_for_effort_not_for_turn(
    letting: Letting,
) -> None:
    bring(letting, steps.remind)
    letting.clock.move_to(steps.at(letting, 1, 17))
    steps.save_report(letting, *(steps.did_not_come(i) for i in letting.invitations.values()))
    assert minutes(letting, letting.hosts[0]) == (120, 0)


def test_r4_a_viewing_that_was_called_off_is_no_effort(letting: Letting) -> None:
    bring(letting, steps.hosts_say_yes)
    cancel_viewing(letting.store, letting.author, letting.viewing, "De lift is stuk.")
    assert minutes(letting, letting.hosts[0]) == (0, 0)


def test_r4_after_ninety_days_effort_no_longer_counts(letting: Letting) -> None:
    bring(letting, steps.report)
    letting.clock.move_on(days=91)
    assert minutes(letting, letting.hosts[0]) == (0, 0)


# Answers of hosts --------------------------------------------------------------------------


def test_a_viewing_is_staffed_when_both_said_yes(letting: Letting) -> None:
    bring(letting, steps.ask_hosts)
    first, second = letting.shifts.values()
    record_host_answer(letting.store, letting.author, first, says_yes=True)
    assert letting.shown().state is ViewingState.DRAFT
    record_host_answer(letting.store, letting.author, second, says_yes=True)
    assert letting.shown().state is ViewingState.STAFFED
    record_host_answer(letting.store, letting.author, second, says_yes=False)
    assert letting.shown().state is ViewingState.DRAFT


def test_nobody_is_asked_before_hosts_are_chosen(letting: Letting) -> None:
    bring(letting, steps.plan)
    with pytest.raises(Refused):
        ask_hosts(letting.store, letting.author, letting.viewing)


def test_the_hosts_of_a_viewing_that_is_over_stay(letting: Letting) -> None:
    bring(letting, steps.close_viewing)
    with pytest.raises(Refused):
        assign(letting, letting.hosts[2], letting.hosts[1])
    with pytest.raises(Refused):
        replace_host(
            letting.store, letting.author, letting.shifts[letting.hosts[0]], letting.hosts[2]
        )
    with letting.store.reading() as session:
        assert {s.state for s in session.query(Shift)} == {ShiftState.HELD}


def test_a_longer_viewing_is_more_effort(letting: Letting) -> None:
    bring(letting, steps.invite)
    plan = steps.usual_plan(letting)
    plan = replace(plan, ends_at=plan.ends_at + timedelta(hours=1))
    move_viewing(letting.store, letting.author, letting.viewing, plan)
    letting.clock.move_to(plan.ends_at)
    hold(letting.store, letting.author, letting.viewing)
    assert minutes(letting, letting.hosts[0])[0] == 180
    with letting.store.reading() as session:
        assert session.get_one(Viewing, letting.viewing).state is ViewingState.HELD
