"""Planning and moving a viewing, staff who take over, and the days that it may cost."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop.language import in_language
from desktop.refused import Refused
from desktop.store.audit import AuditEntry
from desktop.viewings.actions.hosts import set_away
from desktop.viewings.actions.texts import WordsFound
from desktop.viewings.actions.vacancies import to_staff
from desktop.viewings.actions.viewings import (
    cancel_viewing,
    close_viewing,
    fall_back,
    hold,
    move_viewing,
    plan_viewing,
    record_host_answer,
    staff_receive,
)
from desktop.viewings.model import Vacancy
from desktop.viewings.states import Route, VacancyState, ViewingKind, ViewingState
from tests.support import steps
from tests.support.steps import Letting, bring


def plan(letting: Letting, days: int, **values: object) -> int:
    return plan_viewing(
        letting.store, letting.author, letting.vacancy, steps.usual_plan(letting, days, **values)
    )


def make_direct(letting: Letting) -> None:
    """The publication says that this dwelling goes by direct mediation (VERA: DIS)."""
    with letting.store.act(letting.author, "test.direct") as act:
        act.session.get_one(Vacancy, letting.vacancy).model = "DIS"


# Planning ----------------------------------------------------------------------------------


def test_a_viewing_in_the_past_is_refused(letting: Letting) -> None:
    bring(letting, steps.take_list)
    letting.clock.move_to(steps.at(letting, 0, 14))
    with pytest.raises(Refused, match="voorbij") as refused:
        plan(letting, 0)
    assert refused.value.field == "starts_at"


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"slot_minutes": 2}, "slot_minutes"),
        ({"slot_minutes": 180}, "ends_at"),
        ({"capacity": 0}, "capacity"),
        ({"capacity": 7}, "capacity"),
        ({"companions": -1}, "companions"),
    ],
)
def test_a_plan_that_cannot_be_is_refused_with_its_field(
    letting: Letting, values: dict[str, int], field: str
) -> None:
    bring(letting, steps.take_list)
    with pytest.raises(Refused) as refused:
        plan(letting, 3, **values)
    assert refused.value.field == field
    assert letting.view().viewings == ()


def test_a_viewing_waits_for_the_list_of_candidates(letting: Letting) -> None:
    bring(letting, steps.publish)
    with pytest.raises(Refused, match="lijst"):
        plan(letting, 3)


def test_planning_brings_the_vacancy_to_viewing(letting: Letting) -> None:
    bring(letting, steps.plan)
    assert letting.view().state is VacancyState.VIEWING
    assert letting.shown().seats == 6


def test_a_viewing_that_is_over_is_not_moved(letting: Letting) -> None:
    bring(letting, steps.close_viewing)
    with pytest.raises(Refused):
        move_viewing(letting.store, letting.author, letting.viewing, steps.usual_plan(letting, 2))


def test_a_shorter_viewing_must_have_room_for_who_is_invited(letting: Letting) -> None:
    bring(letting, steps.invite)
    short = steps.usual_plan(letting, slot_minutes=60)
    with pytest.raises(Refused) as refused:
        move_viewing(letting.store, letting.author, letting.viewing, short)
    assert refused.value.field == "ends_at"


def test_calling_off_asks_why(letting: Letting) -> None:
    bring(letting, steps.invite)
    with pytest.raises(Refused) as refused:
        cancel_viewing(letting.store, letting.author, letting.viewing, "  ")
    assert refused.value.field == "reason"


def test_r6_the_reason_for_calling_off_says_nothing_about_a_person(letting: Letting) -> None:
    bring(letting, steps.invite)
    with pytest.raises(WordsFound):
        cancel_viewing(letting.store, letting.author, letting.viewing, "Zij draagt een hoofddoek.")
    with pytest.raises(WordsFound):
        to_staff(letting.store, letting.author, letting.vacancy, "De kandidaat is zwanger.")


def test_a_viewing_is_not_held_before_it_begins(letting: Letting) -> None:
    bring(letting, steps.invite)
    with pytest.raises(Refused):
        hold(letting.store, letting.author, letting.viewing)


def test_a_viewing_is_not_complete_while_somebodys_presence_is_unknown(letting: Letting) -> None:
    bring(letting, steps.remind)
    letting.clock.move_to(steps.at(letting, 1, 17))
    steps.save_report(letting, steps.came(letting.invitations[1]))
    with pytest.raises(Refused, match="kandidaat 2"):
        close_viewing(letting.store, letting.author, letting.viewing)


# R12 ---------------------------------------------------------------------------------------


def test_r12_without_a_pair_48_hours_before_staff_receive(any_letting: Letting) -> None:
    letting = bring(any_letting, steps.ask_hosts)
    record_host_answer(
        letting.store, letting.author, letting.shifts[letting.hosts[0]], says_yes=True
    )
    letting.clock.move_to(steps.at(letting, 1, 13, 59))
    assert fall_back(letting.store) == []
    letting.clock.move_to(steps.at(letting, 0, 14))
    assert fall_back(letting.store) == [letting.viewing]
    assert letting.shown().staff_hosts
    assert letting.shown().state is ViewingState.STAFFED


def test_r12_falling_back_is_in_the_trail_by_the_program_itself(letting: Letting) -> None:
    bring(letting, steps.plan)
    letting.clock.move_to(steps.at(letting, 1, 14))
    fall_back(letting.store)
    with letting.store.reading() as session:
        newest = session.query(AuditEntry).order_by(AuditEntry.seq.desc()).first()
        assert newest is not None
        assert (newest.action, newest.actor_id) == ("viewings.fall_back", None)


def test_r12_falling_back_twice_changes_nothing(letting: Letting) -> None:
    bring(letting, steps.plan)
    letting.clock.move_to(steps.at(letting, 1, 14))
    fall_back(letting.store)
    before = steps.everything(letting.store)
    assert fall_back(letting.store) == []
    assert steps.everything(letting.store) == before


def test_r12_a_pair_in_time_keeps_the_viewing(letting: Letting) -> None:
    bring(letting, steps.invite)
    letting.clock.move_to(steps.at(letting, 2, 14))
    assert fall_back(letting.store) == []
    assert not letting.shown().staff_hosts


def test_r12_a_host_who_says_no_after_the_invitations_leaves_it_to_staff(letting: Letting) -> None:
    bring(letting, steps.invite)
    shift = letting.shifts[letting.hosts[0]]
    record_host_answer(letting.store, letting.author, shift, says_yes=False)
    letting.clock.move_to(steps.at(letting, 2, 9))
    assert fall_back(letting.store) == [letting.viewing]
    assert letting.shown().state is ViewingState.INVITED
    assert letting.shown().invited == 4


def test_r12_a_date_past_the_extra_days_that_were_agreed_is_refused(any_letting: Letting) -> None:
    letting = bring(any_letting, steps.take_list)  # staff could show it in two days
    plan(letting, 5)  # three days extra: just what was agreed
    with pytest.raises(Refused, match="4 dagen") as refused:
        plan(letting, 6)
    assert refused.value.field == "starts_at"


def test_r12_moving_past_the_extra_days_is_refused(letting: Letting) -> None:
    bring(letting, steps.invite)
    with pytest.raises(Refused, match="4 dagen"):
        move_viewing(letting.store, letting.author, letting.viewing, steps.usual_plan(letting, 6))


def test_r12_when_the_extra_days_are_over_the_dwelling_goes_on_with_staff(
    any_letting: Letting,
) -> None:
    letting = bring(any_letting, steps.take_list)
    letting.clock.move_on(days=5)  # three days after staff could have shown it
    fall_back(letting.store)
    assert letting.view().route is Route.TENANT_LED
    letting.clock.move_on(days=1)
    fall_back(letting.store)
    assert letting.view().route is Route.STAFF_ONLY
    assert "meer extra dagen" in letting.view().route_reason
    with in_language("en"):
        assert "more extra days" in letting.view().route_reason


def test_r12_a_dwelling_with_a_viewing_planned_stays_with_residents(letting: Letting) -> None:
    bring(letting, steps.hosts_say_yes)
    letting.clock.move_on(days=30)
    fall_back(letting.store)
    assert letting.view().route is Route.TENANT_LED


def test_r12_staff_who_took_over_may_show_it_any_day(letting: Letting) -> None:
    bring(letting, steps.take_list)
    to_staff(letting.store, letting.author, letting.vacancy, "Geen gastheren deze week.")
    letting.viewing = plan(letting, 20)
    line = letting.shown()
    assert (line.kind, line.staff_hosts, line.state) == (
        ViewingKind.STAFF,
        True,
        ViewingState.STAFFED,
    )


def test_r12_staff_who_take_over_receive_at_the_viewings_that_are_planned(
    letting: Letting,
) -> None:
    bring(letting, steps.ask_hosts)
    to_staff(letting.store, letting.author, letting.vacancy, "Geen gastheren deze week.")
    assert letting.shown().staff_hosts
    assert letting.shown().state is ViewingState.STAFFED


def test_staff_do_not_take_over_a_viewing_that_is_over(letting: Letting) -> None:
    bring(letting, steps.report)
    with pytest.raises(Refused):
        staff_receive(letting.store, letting.author, letting.viewing)


# C6 ----------------------------------------------------------------------------------------


@pytest.fixture
def direct(letting: Letting) -> Letting:
    steps.fix_policy(letting)
    steps.announce(letting)
    make_direct(letting)
    return bring(letting, steps.take_list, after=steps.announce)


def test_c6_direct_mediation_is_not_delayed_by_a_single_day(direct: Letting) -> None:
    assert direct.view().route is Route.DIRECT
    plan(direct, 2)
    with pytest.raises(Refused, match="directe bemiddeling"):
        plan(direct, 3)


def test_c6_direct_mediation_is_shown_by_staff(direct: Letting) -> None:
    direct.viewing = plan(direct, 2)
    assert direct.shown().staff_hosts


def test_c6_direct_mediation_is_offered_without_waiting_for_a_viewing(direct: Letting) -> None:
    steps.offer(direct)
    assert direct.view().state is VacancyState.OFFERING


def test_a_viewing_on_the_day_that_the_clock_changes_has_its_slots_in_real_time(
    letting: Letting,
) -> None:
    letting.clock.move_to(steps.at(letting, 0, 10).replace(year=2027, month=3, day=26))
    bring(letting, steps.take_list)
    sunday = steps.at(letting, 2, 1, 30)  # 28 March 2027: 2:00 becomes 3:00
    night = steps.viewings.ViewingPlan(sunday, sunday.replace(hour=4, minute=0))
    letting.viewing = plan_viewing(letting.store, letting.author, letting.vacancy, night)
    line = letting.shown()
    assert line.ends_at - line.starts_at == timedelta(hours=1, minutes=30)
    assert line.seats == 4


def test_availability_does_not_matter_to_a_viewing_by_staff(letting: Letting) -> None:
    bring(letting, steps.hosts_say_yes)
    staff_receive(letting.store, letting.author, letting.viewing)
    day = letting.today + timedelta(days=4)
    set_away(letting.store, letting.author, letting.hosts[0], [(day, day)])
    move_viewing(letting.store, letting.author, letting.viewing, steps.usual_plan(letting, 4))
